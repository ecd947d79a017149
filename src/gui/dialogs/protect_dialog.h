// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <memory>
#include <optional>
#include <utility>

#include "domain/ports.h"

namespace footbridge::gui {

namespace Ui {
class ProtectDialog;
}

/// Sets or changes one partner's passphrase, and says what that keeps safe and what it cannot do.
/// Ends with one of Outcome; after Protected the new recovery code is here to be taken, once.
class ProtectDialog : public QDialog {
  Q_OBJECT

 public:
  enum class Why : std::uint8_t { FirstPrivateLine, SealedTurn, WeeklyLook, BeforeJoining, OwnWish, Change, LetIn };
  enum Outcome { NotNow = Rejected, Protected = Accepted, OpenStill };

  /// `other` is asked to look away; none in a journal of one.
  ProtectDialog(VaultDoor& door, const Partner& mine, const std::optional<Partner>& other, Why why, QWidget* parent);
  ~ProtectDialog() override;

  [[nodiscard]] std::optional<RecoveryCode> takeCode();

 protected:
  void showEvent(QShowEvent* event) override;
  void done(int result) override;

 private:
  void sayWhy(Why why);
  void sayWho(const std::optional<Partner>& other);
  void wire();
  void protect();
  void refuse(const QString& words);

  std::unique_ptr<Ui::ProtectDialog> m_ui;
  VaultDoor& m_door;
  Partner m_mine;
  Why m_why;
  std::optional<RecoveryCode> m_code;
};

}  // namespace footbridge::gui
