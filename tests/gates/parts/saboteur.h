// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "gates/parts/watched_vfs.h"

namespace footbridge::gates {

/// What a call of each sort can answer besides success; empty where it cannot fail.
[[nodiscard]] const std::vector<Outcome>& failuresOf(Op op);

inline constexpr std::uint64_t kNever = ~std::uint64_t{0};

/// Counts the calls, and lets one of them fail, or all of its sort from that one on.
class Saboteur : public Watcher {
 public:
  Saboteur() = default;
  Saboteur(std::uint64_t at, std::size_t way, bool sticky) : m_at(at), m_way(way), m_sticky(sticky) {}

  [[nodiscard]] Outcome before(const Call& call) override;

  [[nodiscard]] const std::vector<Op>& ops() const { return m_ops; }
  [[nodiscard]] bool hit() const { return m_outcome.code != 0; }
  [[nodiscard]] bool wroteAfterFailedSync() const { return m_wroteAfter; }

 private:
  std::uint64_t m_at = kNever;
  std::size_t m_way = 0;
  bool m_sticky = false;
  std::vector<Op> m_ops;
  Outcome m_outcome;
  bool m_syncFailed = false;
  bool m_wroteAfter = false;
};

}  // namespace footbridge::gates
