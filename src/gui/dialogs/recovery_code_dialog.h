// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>
#include <memory>
#include <optional>

#include "domain/ports.h"

class QLabel;

namespace footbridge::gui {

class SecretClipboard;

namespace Ui {
class RecoveryCodeDialog;
}

/// Shows a recovery code once, to its owner alone: first a curtain, then the code, then a look whether it was written
/// down. The words of the code are on screen only between the curtain and the look. Left for Hide or for safety it
/// closes at once, rejected: then its owner is not through with the code.
class RecoveryCodeDialog : public QDialog {
  Q_OBJECT

 public:
  RecoveryCodeDialog(RecoveryCode code, const Partner& mine, const std::optional<Partner>& other,
                     SecretClipboard& clipboard, QWidget* parent);
  ~RecoveryCodeDialog() override;

  /// Closes only after the plain word on what a lost code means; before that it shows that word.
  void reject() override;

  /// After sheetAsked(): the page lies in this file now.
  void showSheetSaved(const QString& file);
  void showSheetRefused(const Error& error);

 Q_SIGNALS:
  /// Its owner wants the code as a page to print.
  void sheetAsked(const QStringList& groups);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void sayWho(const Partner& mine, const std::optional<Partner>& other);
  void wire();
  void showCode();
  void hideCode();
  void copyCode();
  void showCheck();
  void showSkip();
  void warn();
  void finishCheck();
  void fit();
  [[nodiscard]] QStringList groups() const;

  std::unique_ptr<Ui::RecoveryCodeDialog> m_ui;
  RecoveryCode m_code;
  bool m_warned = false;  ///< whoever closes it now was told that the code was never shown
  SecretClipboard& m_clipboard;
};

}  // namespace footbridge::gui
