// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <optional>

#include "domain/passphrase.h"

namespace footbridge::gui {

/// A line for a secret: masked unless its owner asks to see it. Its text reaches no clipboard (the middle-button one
/// included), no undo history and no word list of an input method, and is gone from the line once it was taken.
class SecretLineEdit : public QLineEdit {
  Q_OBJECT

 public:
  explicit SecretLineEdit(QWidget* parent = nullptr);

  [[nodiscard]] bool isShown() const { return echoMode() == Normal; }
  void setShown(bool shown);

  /// What is typed, for a look at its strength; the line keeps it.
  [[nodiscard]] std::optional<Passphrase> peek() const;
  /// What is typed; the line is empty and masked afterwards. Empty when nothing usable was typed.
  [[nodiscard]] std::optional<Passphrase> take();
  /// Empties and masks the line, and leaves nothing to undo.
  void forget();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;

 private:
  void markNothingShown();
};

}  // namespace footbridge::gui
