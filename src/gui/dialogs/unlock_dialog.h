// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <memory>
#include <optional>

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
    GoOn,          ///< their words are needed now
    BeforeChange,  ///< to be sure who it is, before a new passphrase is set
    LetIn          ///< their partner is locked out, and let back in to *ours* by their hand
  };
  enum Outcome { NotNow = Rejected, Opened = Accepted, Forgotten };

  /// `other`: the partner who is let in; for LetIn alone.
  UnlockDialog(VaultDoor& door, const Partner& partner, Why why, QWidget* parent,
               const std::optional<Partner>& other = std::nullopt);
  ~UnlockDialog() override;

 protected:
  void done(int result) override;

 private:
  void sayWhy(Why why, const std::optional<Partner>& other);
  void wire();
  void openDoor();
  void goOnWithOlder();

  std::unique_ptr<Ui::UnlockDialog> m_ui;
  VaultDoor& m_door;
  Error m_refusal;  ///< the last one that can be gone on with
  Partner m_partner;
};

}  // namespace footbridge::gui
