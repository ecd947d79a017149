// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace footbridge::storage {

// What only grows comes out of files that others can write in. Set next to the end of its type by one of them, it must
// not keep anybody from writing, deleting or leaving. No honest journal comes near any of these numbers.

/// The last revision that is counted: those after it bear its number as well, and their links tell which is newer.
inline constexpr std::uint32_t kLastRevision = 1U << 20;
[[nodiscard]] constexpr std::uint32_t countedRevision(std::uint32_t revision) {
  return std::min(revision, kLastRevision);
}
[[nodiscard]] constexpr std::uint32_t revisionAfter(std::uint32_t revision) {
  return countedRevision(revision) == kLastRevision ? kLastRevision : revision + 1;
}
/// Whether a revision of this number may have been made from one of that.
[[nodiscard]] constexpr bool mayFollow(std::uint32_t revision, std::uint32_t before) {
  return before < revision || (before == kLastRevision && revision == kLastRevision);
}

/// A counter as it is read. One that has come this far was set, and counts on from where there is room for every write
/// that will ever be.
inline constexpr std::uint64_t kCounterEnd = std::uint64_t{1} << 53;
inline constexpr std::uint64_t kCounterAnew = std::uint64_t{1} << 52;
[[nodiscard]] constexpr std::uint64_t counted(std::uint64_t counter) {
  return counter < kCounterEnd ? counter : kCounterAnew;
}
[[nodiscard]] constexpr std::uint64_t counterAfter(std::uint64_t counter) {
  return counted(counted(counter) + 1);
}
/// Where a vault begins that is made when *ours* stands at `counter`: below all that will be written, also where that
/// counts anew.
[[nodiscard]] constexpr std::uint64_t bornAfter(std::uint64_t counter) {
  return std::min(counterAfter(counter), kCounterAnew - 1);
}

}  // namespace footbridge::storage
