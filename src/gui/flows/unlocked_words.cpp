// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/unlocked_words.h"

#include <QCoreApplication>

#include "gui/steps/couple.h"

namespace footbridge::gui {

QString unlockedWords(const Surroundings& around, std::optional<PartnerId> who) {
  if (around.madeUp) return {};
  const auto partners = around.journal.partners();
  std::vector<Partner> open;
  for (const Partner& partner : partners) {
    const bool doesIt = !who || partner.id == *who;
    if (doesIt && around.journal.door(vaultOf(partner.id)) == DoorState::Open) open.push_back(partner);
  }
  if (open.empty()) return {};
  if (who || partners.size() == 1)
    return QCoreApplication::translate(
        "UnlockedWords",
        "You have no passphrase yet. Until you set one, anyone with this laptop can read what you write.");
  if (open.size() == 2)
    return QCoreApplication::translate("UnlockedWords",
                                       "Neither of you has a passphrase yet. Until you set one, anyone with this "
                                       "laptop can read what you write.");
  return QCoreApplication::translate("UnlockedWords",
                                     "%1 has no passphrase yet. Until then, anyone with this laptop can read what %1 "
                                     "writes.")
      .arg(coupleOf(around.journal).name(open.front().id));
}

}  // namespace footbridge::gui
