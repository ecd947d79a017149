// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace footbridge::gates {

/// What this process takes of the machine, with freed memory given back first.
struct Footprint {
  std::uint64_t kib = 0;  ///< resident
  std::uint64_t files = 0;

  /// Grown by less than a twentieth, and no file more or fewer.
  [[nodiscard]] bool isLike(const Footprint& before) const {
    return kib * 100 < before.kib * 105 && files == before.files;
  }
};
[[nodiscard]] Footprint footprint();

}  // namespace footbridge::gates
