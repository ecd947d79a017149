// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/look.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include "gui/look/footbridge_style.h"
#include "gui/look/type.h"

namespace footbridge::gui::look {
namespace {

FootbridgeStyle* currentStyle() {
  return QApplication::instance() == nullptr ? nullptr : qobject_cast<FootbridgeStyle*>(QApplication::style());
}

/// Qt tells windows that were made before only once the event loop runs, and their pages would be set up twice.
void tellWindows() {
  for (QWidget* window : QApplication::topLevelWidgets()) {
    for (const auto changed : {QEvent::ApplicationPaletteChange, QEvent::ApplicationFontChange}) {
      QEvent event(changed);
      QApplication::sendEvent(window, &event);
    }
  }
}

void polishAnew(QWidget* widget) {
  if (!widget->testAttribute(Qt::WA_WState_Polished)) return;
  widget->style()->polish(widget);
  QEvent changed(QEvent::StyleChange);
  QApplication::sendEvent(widget, &changed);
}

}  // namespace

void apply(QApplication& application, const Appearance& appearance) {
  FootbridgeStyle* style = currentStyle();
  if (style == nullptr) {
    style = new FootbridgeStyle(appearance);
    QApplication::setStyle(style);  // takes it over
  } else if (style->appearance() == appearance) {
    return;
  }
  style->setAppearance(appearance);
  QApplication::setPalette(style->standardPalette());
  QApplication::setFont(fontFor({}, sans(16, QFont::Normal, style->scale())));
  tellWindows();
  for (QWidget* widget : application.allWidgets()) polishAnew(widget);
}

const Appearance& appearance() {
  static const Appearance plain;
  const FootbridgeStyle* style = currentStyle();
  return style == nullptr ? plain : style->appearance();
}

const Theme& theme() {
  static const Theme plain = themeFor(Appearance{});
  const FootbridgeStyle* style = currentStyle();
  return style == nullptr ? plain : style->theme();
}

double scale() {
  const FootbridgeStyle* style = currentStyle();
  return style == nullptr ? 1.0 : style->scale();
}

int px(double length) {
  return qRound(length * scale());
}

void setProperty(QWidget* widget, const char* name, const QVariant& value) {
  if (widget->property(name) == value) return;
  widget->setProperty(name, value);
  polishAnew(widget);
}

void setRole(QWidget* widget, const char* role) {
  setProperty(widget, "role", QString::fromLatin1(role));
}
void setTint(QWidget* widget, const QString& token) {
  setProperty(widget, "tint", token);
}

QString tintOf(PartnerId partner) {
  return partner == PartnerId::A ? QStringLiteral("a") : QStringLiteral("b");
}

QString tintOf(VaultId vault) {
  const auto owner = ownerOf(vault);
  return owner ? tintOf(*owner) : QStringLiteral("ours");
}

QString initialOf(const QString& name) {
  const auto letters = name.toUcs4();
  const bool isApart = letters.value(0) == 0x2068;  // a name whose letters run from right to left
  const auto first = letters.value(isApart ? 1 : 0, U' ');
  return QString::fromUcs4(reinterpret_cast<const char32_t*>(&first), 1).toUpper();
}

}  // namespace footbridge::gui::look
