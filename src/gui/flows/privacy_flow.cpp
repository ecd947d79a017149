// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/privacy_flow.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <utility>

#include "domain/owed_code.h"
#include "gui/dialogs/recover_dialog.h"
#include "gui/dialogs/recovery_code_dialog.h"
#include "gui/questions.h"
#include "gui/sheets/new_private_file.h"
#include "gui/sheets/recovery_sheet.h"

namespace footbridge::gui {
namespace {

ProtectDialog::Why whyOf(PrivacyFlow::Reason reason) {
  switch (reason) {
    case PrivacyFlow::Reason::FirstPrivateLine:
      return ProtectDialog::Why::FirstPrivateLine;
    case PrivacyFlow::Reason::SealedTurn:
      return ProtectDialog::Why::SealedTurn;
    case PrivacyFlow::Reason::BeforeJoining:
      return ProtectDialog::Why::BeforeJoining;
    case PrivacyFlow::Reason::OwnWish:
      return ProtectDialog::Why::OwnWish;
    case PrivacyFlow::Reason::WeeklyLook:
      break;
  }
  return ProtectDialog::Why::WeeklyLook;
}

}  // namespace

PrivacyFlow::PrivacyFlow(const World& world) : m_world(world) {}

void PrivacyFlow::unlock(PartnerId partner) {
  if (isBusy()) return;
  const Next opened = [this, partner] { Q_EMIT unlocked(partner); };
  if (m_world.door.door(vaultOf(partner)) != DoorState::Locked) return opened();
  if (const auto who = find(partner)) askPassphrase(*who, UnlockDialog::Why::GoOn, opened);
}

void PrivacyFlow::offerProtection(PartnerId partner, Reason reason) {
  const auto who = find(partner);
  if (isBusy() || !who) return;
  const Next isProtected = [this, partner] { Q_EMIT protectedNow(partner); };
  switch (m_world.door.door(vaultOf(partner))) {
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
  if (m_world.door.door(vaultOf(partner)) == DoorState::Open)
    return askNewPassphrase(*who, ProtectDialog::Why::OwnWish);
  askPassphrase(*who, UnlockDialog::Why::BeforeChange,
                [this, mine = *who] { askNewPassphrase(mine, ProtectDialog::Why::Change); });
}

void PrivacyFlow::recover(PartnerId partner) {
  const auto who = find(partner);
  if (isBusy() || !who) return;
  askCode(*who, [this, partner] { Q_EMIT unlocked(partner); });
}

void PrivacyFlow::bringBack(PartnerId partner) {
  const auto who = find(partner);
  if (isBusy() || !who) return;
  auto* dialog =
      new RecoverDialog(m_world.door, *who, find(otherOf(partner)), m_world.window, RecoverDialog::What::Aside);
  present(partner, dialog, [this, dialog, mine = *who](int outcome) {
    const Next back = [this, mine] { Q_EMIT broughtBack(mine.id); };
    if (outcome == RecoverDialog::Recovered) return showCode(mine, dialog->takeCode(), back);
    Q_EMIT cancelled(mine.id);
  });
}

std::optional<Partner> PrivacyFlow::find(PartnerId partner) const {
  for (const Partner& each : m_world.partners.partners()) {
    if (each.id == partner) return each;
  }
  return std::nullopt;
}

void PrivacyFlow::askPassphrase(const Partner& partner, UnlockDialog::Why why, const Next& opened) {
  auto* const dialog = new UnlockDialog(m_world.door, partner, why, m_world.window, find(otherOf(partner.id)));
  present(partner.id, dialog, [this, partner, opened](int outcome) {
    if (outcome == UnlockDialog::Opened) return opened();
    if (outcome == UnlockDialog::Forgotten) return askCode(partner, opened);
    Q_EMIT cancelled(partner.id);
  });
}

void PrivacyFlow::askNewPassphrase(const Partner& partner, ProtectDialog::Why why) {
  askNewPassphrase(partner, why, [this, partner] { Q_EMIT protectedNow(partner.id); });
}

void PrivacyFlow::askNewPassphrase(const Partner& partner, ProtectDialog::Why why, const Next& done) {
  auto* dialog = new ProtectDialog(m_world.door, partner, find(otherOf(partner.id)), why, m_world.window);
  present(partner.id, dialog, [this, dialog, partner, done](int outcome) {
    if (outcome == ProtectDialog::OpenStill) {
      Q_EMIT wentOnOpen(partner.id);
    } else if (outcome == ProtectDialog::Protected) {
      showCode(partner, dialog->takeCode(), done);
    } else {
      Q_EMIT cancelled(partner.id);
    }
  });
}

void PrivacyFlow::askCode(const Partner& partner, const Next& opened) {
  auto* dialog = new RecoverDialog(m_world.door, partner, find(otherOf(partner.id)), m_world.window);
  present(partner.id, dialog, [this, dialog, partner, opened](int outcome) {
    if (outcome == RecoverDialog::Recovered) return showCode(partner, dialog->takeCode(), opened);
    if (outcome == RecoverDialog::ByPartner) return letIn(partner, opened);
    Q_EMIT cancelled(partner.id);
  });
}

/// The other opens their own door first: it is by their hand that somebody comes back.
void PrivacyFlow::letIn(const Partner& forgotten, const Next& opened) {
  const auto other = find(otherOf(forgotten.id));
  if (!other) {
    Q_EMIT cancelled(forgotten.id);
    return;
  }
  const Next begin = [this, forgotten, opened] { askNewPassphrase(forgotten, ProtectDialog::Why::LetIn, opened); };
  if (m_world.door.door(vaultOf(other->id)) != DoorState::Locked) return begin();
  present(other->id, new UnlockDialog(m_world.door, *other, UnlockDialog::Why::LetIn, m_world.window, forgotten),
          [this, forgotten, begin](int outcome) {
            if (outcome == UnlockDialog::Opened) return begin();
            Q_EMIT cancelled(forgotten.id);
          });
}

void PrivacyFlow::showCode(const Partner& partner, std::optional<RecoveryCode> code, const Next& shown) {
  Q_EMIT keysChanged(partner.id);
  if (!code) return shown();
  const VaultId own = vaultOf(partner.id);
  auto* dialog =
      new RecoveryCodeDialog(std::move(*code), partner, find(otherOf(partner.id)), m_clipboard, m_world.window);
  connect(dialog, &RecoveryCodeDialog::sheetAsked, this,
          [this, dialog, partner](const QStringList& groups) { saveSheet(*dialog, partner, groups); });
  present(partner.id, dialog, [this, own, shown](int outcome) {
    // Hiding and locking end this at once, and it is owed still.
    if (outcome == QDialog::Accepted) static_cast<void>(m_world.drafts.clearDraft(own, kOwedCodePlace));
    shown();
  });
}

bool PrivacyFlow::owesCode(PartnerId partner) const {
  const VaultId own = vaultOf(partner);
  return m_world.door.door(own) == DoorState::Unlocked && m_world.drafts.findDraft(own, kOwedCodePlace);
}

void PrivacyFlow::saveSheet(RecoveryCodeDialog& dialog, const Partner& partner, const QStringList& groups) {
  const QDir home(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  const auto path = m_world.questions.pickNewFile(tr("Save a page to print"), home.filePath(tr("a page to keep.pdf")));
  if (!path) return;
  const auto saved =
      writeNewPrivateFile(*path, recoverySheet(partner, find(otherOf(partner.id)), groups, m_world.clock.today()));
  if (!saved) return dialog.showSheetRefused(saved.error());
  dialog.showSheetSaved(QFileInfo(*path).fileName());
}

void PrivacyFlow::present(PartnerId who, QDialog* dialog, const std::function<void(int)>& finished) {
  Q_EMIT asksFor(who);
  m_dialog = dialog;
  connect(dialog, &QDialog::finished, this, [this, dialog, finished](int outcome) {
    m_dialog.clear();
    dialog->deleteLater();
    finished(outcome);
  });
  dialog->open();
}

}  // namespace footbridge::gui
