// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/polish.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QTextDocument>
#include <QTextEdit>
#include <QVariant>
#include <algorithm>

#include "gui/look/button_role.h"
#include "gui/look/footbridge_style.h"
#include "gui/look/measure.h"
#include "gui/look/type.h"

namespace footbridge::gui::look {
namespace {

void setFontOnce(QWidget& widget, const QFont& font) {
  if (widget.font() != font || !widget.testAttribute(Qt::WA_SetFont)) widget.setFont(font);
}

/// The pill around a tag is as high as its line of 1.5, whichever class of label it is.
void padTag(QLabel& label, const FootbridgeStyle& style, const TextLook& text) {
  const bool wraps = label.inherits("footbridge::gui::WrapLabel");
  const int line = qRound(text.pixels * text.lineHeight * style.scale());
  const int spare = wraps ? 0 : std::max(0, line - QFontMetrics(label.font()).height()) / 2;
  const int above = style.px(3) + spare;
  label.setContentsMargins(style.px(10), above, style.px(10), above);
}

void polishLabel(QLabel& label, const FootbridgeStyle& style) {
  label.setTextFormat(Qt::PlainText);  // names and answers are words, never markup
  const QString name = label.property("look").toString();
  const QString tint = label.property("tint").toString();
  if (name.isEmpty() && tint.isEmpty()) return setFontOnce(label, fontFor(label.text(), label.font()));
  const TextLook& text = textLook(name);
  setFontOnce(label, fontFor(label.text(), fontOf(text, style.scale())));
  QPalette palette = label.palette();
  const QStringView token = tint.isEmpty() ? text.colour : QStringView(tint);
  palette.setColor(QPalette::WindowText, tokenColour(style.theme(), token));
  label.setPalette(palette);
  label.setForegroundRole(QPalette::WindowText);  // else a label in a button takes the button's
  if (name == u"tag" || name == u"band") padTag(label, style, text);
}

QFont buttonFont(const QPushButton& button, const FootbridgeStyle& style) {
  const double scale = style.scale();
  switch (roleOf(&button)) {
    case ButtonRole::Nav:
    case ButtonRole::Chip:
    case ButtonRole::Choice:
      return sans(16, QFont::Medium, scale);
    case ButtonRole::Link:
      return sans(16, button.property("plain").toBool() ? QFont::Normal : QFont::DemiBold, scale);
    case ButtonRole::Aside:
      return sans(16, button.isChecked() ? QFont::DemiBold : QFont::Normal, scale);
    default:
      return sans(button.property("large").toBool() ? 18 : 16, QFont::DemiBold, scale);
  }
}

/// Words that somebody typed, which may hold any letter, drawn by Qt itself. A page of them has a larger font, and puts
/// it on itself.
bool showsAnyWords(const QWidget& widget) {
  return qobject_cast<const QAbstractItemView*>(&widget) != nullptr ||
         qobject_cast<const QComboBox*>(&widget) != nullptr || qobject_cast<const QCheckBox*>(&widget) != nullptr ||
         qobject_cast<const QRadioButton*>(&widget) != nullptr || qobject_cast<const QMenu*>(&widget) != nullptr ||
         qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr;
}

void polishText(QPlainTextEdit& edit, const FootbridgeStyle& style) {
  setFontOnce(edit, sans(17, QFont::Normal, style.scale()));
  edit.document()->setDocumentMargin(style.px(8));
}

/// Whatever is typed may be for nobody else's eyes, so no keyboard is to learn from it.
void keepFromKeyboards(QWidget& widget) {
  if (qobject_cast<QLineEdit*>(&widget) || qobject_cast<QTextEdit*>(&widget) || qobject_cast<QPlainTextEdit*>(&widget))
    widget.setInputMethodHints(widget.inputMethodHints() | Qt::ImhSensitiveData);
}

}  // namespace

void polishWidget(QWidget& widget, const FootbridgeStyle& style) {
  keepFromKeyboards(widget);
  if (auto* label = qobject_cast<QLabel*>(&widget)) {
    polishLabel(*label, style);
  } else if (auto* button = qobject_cast<QPushButton*>(&widget)) {
    // What its words need beyond that is seen to where they are measured and drawn, for they may change.
    setFontOnce(*button, fontFor({}, buttonFont(*button, style)));
    // Enter presses it wherever it has the focus, as it does in a dialog, where Qt sees to which one is meant.
    if (qobject_cast<QDialog*>(button->window()) == nullptr) button->setAutoDefault(true);
    button->setAttribute(Qt::WA_Hover);
  } else if (auto* text = qobject_cast<QPlainTextEdit*>(&widget)) {
    polishText(*text, style);
  } else if (auto* edit = qobject_cast<QLineEdit*>(&widget)) {
    const QFont font = sans(16, QFont::Normal, style.scale());
    if (!isBareEdit(*edit)) setFontOnce(*edit, edit->echoMode() == QLineEdit::Password ? fontFor({}, font) : font);
  } else if (showsAnyWords(widget)) {
    setFontOnce(widget, sans(16, QFont::Normal, style.scale()));
  } else if (qobject_cast<QScrollBar*>(&widget) != nullptr) {
    widget.setAttribute(Qt::WA_Hover);
    widget.setAttribute(Qt::WA_OpaquePaintEvent, false);
  }
}

}  // namespace footbridge::gui::look
