// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/privacy_flow.h"

#include <utility>

#include "gui/dialogs/recover_dialog.h"
#include "gui/dialogs/recovery_code_dialog.h"

namespace footbridge::gui {
namespace {

ProtectDialog::Why whyOf(PrivacyFlow::Reason reason) {
  switch (reason) {
    case PrivacyFlow::Reason::FirstPrivateLine:
      return ProtectDialog::Why::FirstPrivateLine;
    case PrivacyFlow::Reason::SealedTurn:
      return ProtectDialog::Why::SealedTurn;
    case PrivacyFlow::Reason::WeeklyLook:
      break;
  }
  return ProtectDialog::Why::WeeklyLook;
}

}  // namespace

PrivacyFlow::PrivacyFlow(VaultDoor& door, const PartnerStore& partners, QWidget* window)
    : QObject(window), m_door(door), m_partners(partners), m_window(window) {}

void PrivacyFlow::unlock(PartnerId partner) {
  if (isBusy()) return;
  const Next opened = [this, partner] { Q_EMIT unlocked(partner); };
  if (m_door.door(vaultOf(partner)) != DoorState::Locked) return opened();
  if (const auto who = find(partner)) askPassphrase(*who, UnlockDialog::Why::GoOn, opened);
}

void PrivacyFlow::offerProtection(PartnerId partner, Reason reason) {
  const auto who = find(partner);
  if (isBusy() || !who) return;
  const Next isProtected = [this, partner] { Q_EMIT protectedNow(partner); };
  switch (m_door.door(vaultOf(partner))) {
    case DoorState::Open:
      return askNewPassphrase(*who, whyOf(reason));
    case DoorState::Locked:
      return askPassphrase(*who, UnlockDialog::Why::GoOn, isProtected);
    case DoorState::Unlocked:
      return isProtected();
  }
}

void PrivacyFlow::change(PartnerId partner) {
  const auto who = find(partner);
  if (isBusy() || !who) return;
  if (m_door.door(vaultOf(partner)) == DoorState::Open) return askNewPassphrase(*who, ProtectDialog::Why::OwnWish);
  askPassphrase(*who, UnlockDialog::Why::BeforeChange,
                [this, mine = *who] { askNewPassphrase(mine, ProtectDialog::Why::Change); });
}

void PrivacyFlow::recover(PartnerId partner) {
  const auto who = find(partner);
  if (isBusy() || !who) return;
  askCode(*who, [this, partner] { Q_EMIT unlocked(partner); });
}

std::optional<Partner> PrivacyFlow::find(PartnerId partner) const {
  for (const Partner& each : m_partners.partners()) {
    if (each.id == partner) return each;
  }
  return std::nullopt;
}

void PrivacyFlow::askPassphrase(const Partner& partner, UnlockDialog::Why why, const Next& opened) {
  present(new UnlockDialog(m_door, partner, why, m_window), [this, partner, opened](int outcome) {
    if (outcome == UnlockDialog::Opened) return opened();
    if (outcome == UnlockDialog::Forgotten) return askCode(partner, opened);
    Q_EMIT cancelled(partner.id);
  });
}

void PrivacyFlow::askNewPassphrase(const Partner& partner, ProtectDialog::Why why) {
  auto* dialog = new ProtectDialog(m_door, partner, find(otherOf(partner.id)), why, m_window);
  present(dialog, [this, dialog, partner](int outcome) {
    if (outcome == ProtectDialog::OpenStill) {
      Q_EMIT wentOnOpen(partner.id);
    } else if (outcome == ProtectDialog::Protected) {
      showCode(partner, dialog->takeCode(), [this, partner] { Q_EMIT protectedNow(partner.id); });
    } else {
      Q_EMIT cancelled(partner.id);
    }
  });
}

void PrivacyFlow::askCode(const Partner& partner, const Next& opened) {
  auto* dialog = new RecoverDialog(m_door, partner, find(otherOf(partner.id)), m_window);
  present(dialog, [this, dialog, partner, opened](int outcome) {
    if (outcome == QDialog::Accepted) return showCode(partner, dialog->takeCode(), opened);
    Q_EMIT cancelled(partner.id);
  });
}

void PrivacyFlow::showCode(const Partner& partner, std::optional<RecoveryCode> code, const Next& shown) {
  if (!code) return shown();
  present(new RecoveryCodeDialog(std::move(*code), partner, find(otherOf(partner.id)), m_clipboard, m_window),
          [shown](int) { shown(); });
}

void PrivacyFlow::present(QDialog* dialog, const std::function<void(int)>& finished) {
  m_dialog = dialog;
  connect(dialog, &QDialog::finished, this, [this, dialog, finished](int outcome) {
    m_dialog.clear();
    dialog->deleteLater();
    finished(outcome);
  });
  dialog->open();
}

}  // namespace footbridge::gui
