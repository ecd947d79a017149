// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <cstdint>
#include <functional>
#include <optional>

#include "domain/ports.h"
#include "gui/dialogs/protect_dialog.h"
#include "gui/dialogs/secret_clipboard.h"
#include "gui/dialogs/unlock_dialog.h"

namespace footbridge::gui {

class Questions;
class RecoveryCodeDialog;

/// Leads one partner through opening, locking and getting back into their own words, over whatever the window shows.
/// One thing at a time: a call while a dialog is open is left out. A call that is taken
/// ends in exactly one of the signals.
class PrivacyFlow : public QObject {
  Q_OBJECT

 public:
  /// Why a passphrase is offered. A sealed turn and a weekly look may go on "not locked yet".
  enum class Reason : std::uint8_t { FirstPrivateLine, SealedTurn, WeeklyLook, BeforeJoining, OwnWish };

  /// All of it outlives the flow.
  struct World {
    VaultDoor& door;
    const PartnerStore& partners;
    DraftStore& drafts;
    Questions& questions;
    const Clock& clock;
    QWidget* window = nullptr;  ///< what the dialogs belong to
  };

  explicit PrivacyFlow(const World& world);
  /// unlocked() at once where the door is open already; else after the passphrase (or the recovery code).
  void unlock(PartnerId partner);
  /// protectedNow() at once where a passphrase is set; a locked door is opened first.
  void offerProtection(PartnerId partner, Reason reason);
  /// Asks for the present passphrase, if there is one, then for a new one.
  void change(PartnerId partner);
  /// Back in by the recovery code: unlocked() after it.
  void recover(PartnerId partner);
  /// Words that were put aside come back by their own code: broughtBack() after it.
  void bringBack(PartnerId partner);

  /// The partner has a recovery code that they may not have seen: something came between, here or at the command line,
  /// before they were through with it. None where their part is not open.
  [[nodiscard]] bool owesCode(PartnerId partner) const;

  [[nodiscard]] bool isBusy() const { return !m_dialog.isNull(); }

 Q_SIGNALS:
  /// A dialog of this partner's comes now, for a passphrase or a code: the laptop is theirs from here on.
  void asksFor(footbridge::PartnerId partner);
  void unlocked(footbridge::PartnerId partner);
  void protectedNow(footbridge::PartnerId partner);  ///< a passphrase is set, and the code was shown
  void wentOnOpen(footbridge::PartnerId partner);    ///< chose to go on "not locked yet"
  void broughtBack(footbridge::PartnerId partner);   ///< with new keys and a new code, which was shown
  void cancelled(footbridge::PartnerId partner);
  /// Besides those: the partner has new keys, and copies made before open with the old ones still.
  void keysChanged(footbridge::PartnerId partner);

 private:
  using Next = std::function<void()>;

  [[nodiscard]] std::optional<Partner> find(PartnerId partner) const;
  void askPassphrase(const Partner& partner, UnlockDialog::Why why, const Next& opened);
  void askNewPassphrase(const Partner& partner, ProtectDialog::Why why);
  void letIn(const Partner& forgotten, const Next& opened);
  void askNewPassphrase(const Partner& partner, ProtectDialog::Why why, const Next& done);
  void askCode(const Partner& partner, const Next& opened);
  void showCode(const Partner& partner, std::optional<RecoveryCode> code, const Next& shown);
  void saveSheet(RecoveryCodeDialog& dialog, const Partner& partner, const QStringList& groups);
  void present(PartnerId who, QDialog* dialog, const std::function<void(int)>& finished);

  World m_world;
  QPointer<QDialog> m_dialog;
  SecretClipboard m_clipboard;
};

}  // namespace footbridge::gui
