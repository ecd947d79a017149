// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/import_people.h"

#include <algorithm>
#include <utility>

#include "storage/partner_swap.h"

namespace footbridge::storage {
namespace {

class PeopleFitter {
 public:
  PeopleFitter(const JournalState& state, ImportedExport& imported) : m_state(state), m_imported(imported) {}

  [[nodiscard]] Result<std::optional<Keyring>> run() {
    if (auto fit = leaveReaderAlone(); !fit) return fit.error();
    chooseNumbers();
    return namesToTake();
  }

 private:
  /// Nothing has ever been kept in it, as far as anybody can tell who has opened all of it.
  [[nodiscard]] bool isNew() const {
    for (const Partner& partner : m_state.keyring.partners()) {
      const auto& own = m_state.vaults[vaultOf(partner.id)];
      if (!own || own->head.count > 0 || !m_state.personal[vaultOf(partner.id)]) return false;
    }
    return m_state.vaults[VaultId::Ours] && m_state.vaults[VaultId::Ours]->head.count == 0;
  }

  /// The partner wrote something that both the file and this journal have as the same row: they are one person,
  /// whatever they are called by now. Row numbers are random, so another couple's are others; and what somebody wrote
  /// who has gone bears no name of theirs any more.
  [[nodiscard]] bool hasWritten(const Partner& partner, bool swap) const {
    const auto isHere = [&](const RecordIndex::Row& row) {
      const Entry& entry = row.record.entry;
      if (entry.author != partner.id) return false;
      const auto& vault = m_state.vaults[swap ? swapped(entry.vault) : entry.vault];
      const Kept* const kept = vault ? vault->records.find(entry.id) : nullptr;
      // Of what a gone partner deleted, or two copies said differently, the author is still said.
      const bool tells = kept && !kept->newest.gone && kept->beside.empty();
      return tells && kept->newest.entry.author == (swap ? otherOf(partner.id) : partner.id) &&
             std::ranges::count(kept->rows, row.id) > 0;
    };
    return std::ranges::any_of(m_imported.rows, isHere);
  }

  [[nodiscard]] bool isSame(const Partner& there, const Partner& here, bool swap) const {
    return here.name == there.name || hasWritten(there, swap);
  }

  /// Each is here under the same number (or each under that of the other), and is the same person where that matters.
  [[nodiscard]] bool fits(bool swap, bool isTheSame) const {
    return std::ranges::all_of(m_imported.partners, [&](const Partner& partner) {
      const Partner* const here = m_state.keyring.find(swap ? otherOf(partner.id) : partner.id);
      return here && (!isTheSame || isSame(partner, *here, swap));
    });
  }

  /// Whoever is A in the export may be B here: see partner_swap.h.
  void chooseNumbers() {
    const bool asTheyAre = fits(false, true) || (!fits(true, true) && fits(false, false));
    if (asTheyAre || !fits(true, !isNew())) return;
    for (Partner& partner : m_imported.partners) partner = swapped(std::move(partner));
    for (RecordIndex::Row& row : m_imported.rows) row.record = swapped(std::move(row.record));
  }

  /// Of an own part nothing is anybody else's. Who else was there when it was written may have gone since, and somebody
  /// else may have come.
  [[nodiscard]] Result<void> leaveReaderAlone() {
    if (!m_imported.isOwnPart || (m_state.hasTwo() && isNew())) return {};
    const auto reader = partnerOf(m_imported.reader);
    std::erase_if(m_imported.partners, [&reader](const Partner& partner) { return partner.id != reader; });
    return m_imported.partners.empty() ? Result<void>(otherPeople()) : Result<void>();
  }

  /// Where everybody here is among those of the export, somebody of them has gone, or was never here.
  [[nodiscard]] Error otherPeople() const {
    const auto isThere = [this](const Partner& here) {
      return std::ranges::any_of(m_imported.partners,
                                 [&](const Partner& each) { return isSame(each, here, each.id != here.id); });
    };
    const bool isWider = !m_state.hasTwo() && std::ranges::all_of(m_state.keyring.partners(), isThere);
    return {ErrorKind::NotAllowed, {}, {}, isWider ? "of two" : "partners"};
  }

  [[nodiscard]] Result<std::optional<Keyring>> namesToTake() const {
    bool takesAny = false;
    Keyring renamed = m_state.keyring;
    for (const Partner& partner : m_imported.partners) {
      const Partner* const here = m_state.keyring.find(partner.id);
      if (!here || (!isNew() && !isSame(partner, *here, false))) return otherPeople();
      if (*here == partner || !isNew()) continue;
      renamed.setPartner(partner);
      takesAny = true;
    }
    const auto& people = renamed.partners();
    const bool areAlike = people.size() == 2 && people[0].colour == people[1].colour;
    return takesAny && !areAlike ? std::optional(std::move(renamed)) : std::nullopt;
  }

  const JournalState& m_state;
  ImportedExport& m_imported;
};

}  // namespace

Result<std::optional<Keyring>> fitPeople(const JournalState& state, ImportedExport& imported) {
  return PeopleFitter(state, imported).run();
}

}  // namespace footbridge::storage
