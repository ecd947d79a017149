// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <memory>
#include <optional>

#include "domain/ports.h"

namespace footbridge::gui {

namespace Ui {
class RecoverDialog;
}

/// Back in by one's own recovery code, with a new passphrase. Ends with one of Outcome; after Recovered the door is
/// open, and a new code is here to be taken, once.
class RecoverDialog : public QDialog {
  Q_OBJECT

 public:
  enum Outcome { NotNow = Rejected, Recovered = Accepted, ByPartner };  ///< ByPartner: the other is to let them in

  RecoverDialog(VaultDoor& door, const Partner& mine, const std::optional<Partner>& other, QWidget* parent);
  ~RecoverDialog() override;

  [[nodiscard]] std::optional<RecoveryCode> takeCode();

 protected:
  void showEvent(QShowEvent* event) override;
  void done(int result) override;

 private:
  void wire();
  void recover();
  void refuse(const QString& words);

  std::unique_ptr<Ui::RecoverDialog> m_ui;
  VaultDoor& m_door;
  Partner m_mine;
  std::optional<RecoveryCode> m_code;
};

}  // namespace footbridge::gui
