// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <functional>
#include <memory>
#include <optional>

#include "domain/partner.h"
#include "domain/passphrase.h"
#include "domain/result.h"

namespace footbridge::gui {

namespace Ui {
class CopyPassphraseDialog;
}

/// Asks one partner for the passphrase that another copy of the journal had, which is not the one of today. It is used
/// for that copy alone.
class CopyPassphraseDialog : public QDialog {
  Q_OBJECT

 public:
  enum class Why : std::uint8_t {
    Join,    ///< a copy is to be joined now
    Waiting  ///< what came with a copy waits in this journal
  };
  /// What is done with what was typed; a refusal is shown, and may be tried again.
  using Attempt = std::function<Result<void>(Passphrase)>;

  CopyPassphraseDialog(const Partner& owner, const std::optional<Partner>& other, Why why, Attempt attempt,
                       QWidget* parent);
  ~CopyPassphraseDialog() override;

 protected:
  void showEvent(QShowEvent* event) override;
  void done(int result) override;

 private:
  void tryIt();
  void refuse(const QString& words);

  std::unique_ptr<Ui::CopyPassphraseDialog> m_ui;
  Attempt m_attempt;
};

}  // namespace footbridge::gui
