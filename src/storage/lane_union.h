// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "storage/record_index.h"
#include "storage/row_union.h"

namespace footbridge::storage {

using RowTable = std::map<std::int64_t, Record>;

/// The lanes of two copies on their way to be one. What happens in a sitting happens one after another, in whichever
/// lane; so where both copies have events that the other has not, they went on with it apart, and one version stands.
class LaneUnion {
 public:
  explicit LaneUnion(const SittingSides& known) : m_known(known) {}

  /// `all` is what the vault will hold; it must outlive this.
  void add(VaultId vault, const TwoCopies& copies, RowTable& all);
  /// Sets aside what does not stand. Answers whose version stands of each sitting that *ours* knows of and where either
  /// had something of its own.
  [[nodiscard]] SittingSides decide();

 private:
  enum class Presence : std::uint8_t { Absent, Live, Aside };
  struct Event {
    VaultId vault;
    bool fromOurs;
    SittingId sitting;
    std::uint32_t sequence;
    Record* record;
    std::array<Presence, 2> in{};
    [[nodiscard]] bool onlyIn(Side side) const;
    [[nodiscard]] auto lane() const { return std::tuple(vault, fromOurs, sitting); }
  };
  /// Sittings that belong together: the reveal of two looks, and those looks.
  struct Unit {
    std::vector<Event*> events;
    std::vector<SittingId> sittings;
  };
  /// How far one copy went alone; the larger stands.
  using Weight = std::array<std::int64_t, 3>;

  void link(SittingId one, SittingId other);
  [[nodiscard]] SittingId rootOf(SittingId sitting);
  [[nodiscard]] std::map<SittingId, Unit> units();
  [[nodiscard]] std::vector<Side> standingOf(const Unit& unit) const;
  void closeGaps();

  const SittingSides& m_known;
  std::vector<Event> m_events;
  std::map<SittingId, SittingId> m_roots;
};

}  // namespace footbridge::storage
