// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/secret_line_edit.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <string>

#include "gui/look/type.h"

namespace footbridge::gui {
namespace {

// No passphrase is as long, so one that is too long is seen to be, and not cut to another.
constexpr int kLongest = static_cast<int>(Passphrase::kLongest) + 1;

/// A write that the compiler may not leave out because nobody reads it.
template <typename Char>
void overwrite(Char* text, qsizetype length) {
  volatile Char* at = text;
  for (qsizetype i = 0; i < length; ++i) at[i] = Char{};
}

std::optional<Passphrase> secretFrom(const QString& text) {
  QByteArray utf8 = text.toUtf8();
  std::optional<Passphrase> secret =
      Passphrase::from(std::string(utf8.constData(), static_cast<std::size_t>(utf8.size())));
  overwrite(utf8.data(), utf8.size());
  return secret;
}

}  // namespace

SecretLineEdit::SecretLineEdit(QWidget* parent) : QLineEdit(parent) {
  setMaxLength(kLongest);
  setContextMenuPolicy(Qt::NoContextMenu);
  setDragEnabled(false);
  connect(this, &QLineEdit::selectionChanged, this, &SecretLineEdit::markNothingShown);
  setShown(false);
}

void SecretLineEdit::setShown(bool shown) {
  setEchoMode(shown ? Normal : Password);
  QFont letters = look::fontFor({}, font());  // every face has the dots
  if (shown) letters.setStyleStrategy(QFont::PreferDefault);
  setFont(letters);
  // After every change of the echo mode: it drops hints when text is shown, and a keyboard must learn nothing even
  // then.
  setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
}

std::optional<Passphrase> SecretLineEdit::peek() const {
  return secretFrom(text());
}

std::optional<Passphrase> SecretLineEdit::take() {
  std::optional<Passphrase> secret = secretFrom(text());
  forget();
  return secret;
}

void SecretLineEdit::forget() {
  QString last = text();
  setText(QString());  // unlike clear(), this also empties the undo history
  overwrite(reinterpret_cast<char16_t*>(last.data()), last.size());
  setShown(false);
}

void SecretLineEdit::keyPressEvent(QKeyEvent* event) {
  const bool takesAway = event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut);
  if (takesAway) return event->accept();
  QLineEdit::keyPressEvent(event);
  // Its dialog has been told; left to go on, the same key would press the dialog's own button as well.
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) event->accept();
}

// Text that is shown and marked, with the mouse or with keys, is on the clipboard of the middle button.
void SecretLineEdit::markNothingShown() {
  if (isShown() && hasSelectedText()) deselect();
}

void SecretLineEdit::mouseMoveEvent(QMouseEvent* event) {
  if (isShown()) return event->accept();
  QLineEdit::mouseMoveEvent(event);
}
void SecretLineEdit::mouseDoubleClickEvent(QMouseEvent* event) {
  if (isShown()) return event->accept();
  QLineEdit::mouseDoubleClickEvent(event);
}

}  // namespace footbridge::gui
