// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "storage/beside.h"

namespace footbridge::storage {

/// What one guess at a passphrase costs (Argon2id). Figures outside the bounds are damage, refused before anything is
/// allocated.
struct KdfCost {
  static constexpr std::int64_t kMiB = std::int64_t{1024} * 1024;
  static constexpr std::int64_t kLeastMemory = 64 * kMiB;
  static constexpr std::int64_t kMostMemory = 1024 * kMiB;
  static constexpr std::int64_t kMostPasses = 20;

  std::int64_t passes = 3;
  std::int64_t memory = 256 * kMiB;  ///< bytes

  [[nodiscard]] constexpr bool inBounds() const {
    return passes >= 1 && passes <= kMostPasses && memory >= kLeastMemory && memory <= kMostMemory;
  }
  /// For a secret that nobody can guess anyway (a recovery code of 130 bits).
  [[nodiscard]] static constexpr KdfCost least() { return {1, kLeastMemory}; }
  /// 256 MiB, and as many passes (three at least) as take about a second here. One pass is tried out for that, by
  /// `beside`, and takes a fraction of a second.
  [[nodiscard]] static KdfCost calibrated(const Beside& beside = {});

  bool operator==(const KdfCost&) const = default;
};

}  // namespace footbridge::storage
