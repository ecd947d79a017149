// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <memory>
#include <optional>
#include <utility>

#include "domain/ports.h"

namespace footbridge::gui {

namespace Ui {
class RecoverDialog;
}

/// Back in by one's own recovery code, with a new passphrase; or, where words were put aside, those back by their own
/// code, with the passphrase of today. Ends with one of Outcome; after Recovered the door is open, and a new code is
/// here to be taken, once.
class RecoverDialog : public QDialog {
  Q_OBJECT

 public:
  enum Outcome { NotNow = Rejected, Recovered = Accepted, ByPartner };  ///< ByPartner: the other is to let them in

  enum class What : std::uint8_t {
    Door,   ///< back in; turns to Aside by itself where the code is that of words put aside
    Aside,  ///< words put aside
  };

  RecoverDialog(VaultDoor& door, const Partner& mine, const std::optional<Partner>& other, QWidget* parent,
                What what = What::Door);
  ~RecoverDialog() override;

  [[nodiscard]] std::optional<RecoveryCode> takeCode();

 protected:
  void showEvent(QShowEvent* event) override;
  void done(int result) override;

 private:
  void wire();
  void turnToAside();
  void recover();
  [[nodiscard]] QString missing();
  [[nodiscard]] Result<RecoveryCode> tryIt();
  void settle(const Error& error);
  void refuse(const QString& words);
  void goOnWithOlder();

  std::unique_ptr<Ui::RecoverDialog> m_ui;
  VaultDoor& m_door;
  Error m_refusal;  ///< the last one that can be gone on with
  Partner m_mine;
  std::optional<Partner> m_other;
  What m_what;
  std::optional<RecoveryCode> m_code;
};

}  // namespace footbridge::gui
