// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <map>
#include <span>

#include "domain/entry.h"

namespace footbridge::gui {

// What the story's list and its pages say alike.

/// Entries by their ids, since a story may be long.
class KnownEntries {
 public:
  explicit KnownEntries(std::span<const Entry> entries) {
    for (const Entry& entry : entries) m_byId.emplace(entry.id, &entry);
  }
  /// Null where it is not here any more, or is something else.
  template <typename Body>
  [[nodiscard]] const Body* find(EntryId id) const {
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : std::get_if<Body>(&found->second->body);
  }

 private:
  std::map<EntryId, const Entry*> m_byId;
};

[[nodiscard]] QString goneTitle();

/// What became of it comes first, which no narrow card cuts off: "Kept: tea on Saturday". Null for one that is not
/// here.
[[nodiscard]] QString outcomeText(AgreementState state, const Agreement* agreement);

}  // namespace footbridge::gui
