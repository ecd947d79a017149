// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <memory>

#include "domain/ports.h"

namespace footbridge::gui {

namespace Ui {
class UnlockDialog;
}

/// Asks one partner for their passphrase and opens their door. Ends with one of Outcome.
class UnlockDialog : public QDialog {
  Q_OBJECT

 public:
  enum class Why : std::uint8_t {
    GoOn,         ///< their words are needed now
    BeforeChange  ///< to be sure who it is, before a new passphrase is set
  };
  enum Outcome { NotNow = Rejected, Opened = Accepted, Forgotten };

  UnlockDialog(VaultDoor& door, const Partner& partner, Why why, QWidget* parent);
  ~UnlockDialog() override;

 protected:
  void done(int result) override;

 private:
  void sayWhy(Why why);
  void wire();
  void openDoor();

  std::unique_ptr<Ui::UnlockDialog> m_ui;
  VaultDoor& m_door;
  Partner m_partner;
};

}  // namespace footbridge::gui
