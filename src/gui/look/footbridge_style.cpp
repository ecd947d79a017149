// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/footbridge_style.h"

#include <QApplication>
#include <QIcon>
#include <QKeySequence>
#include <QStyleOption>
#include <algorithm>

#include "gui/look/draw.h"
#include "gui/look/icon.h"
#include "gui/look/look.h"
#include "gui/look/measure.h"
#include "gui/look/polish.h"

void Q_GUI_EXPORT qt_set_sequence_auto_mnemonic(bool);  // Qt documents it, and declares it in no header

namespace footbridge::gui {

FootbridgeStyle::FootbridgeStyle(const Appearance& appearance) : QProxyStyle(QStringLiteral("Fusion")) {
  // The program marks no keys with "&"; in a name on a button it would make one that presses it.
  qt_set_sequence_auto_mnemonic(false);
  setAppearance(appearance);
}

void FootbridgeStyle::setAppearance(const Appearance& appearance) {
  m_appearance = appearance;
  m_theme = look::themeFor(appearance);
  m_scale = std::clamp(appearance.textPercent, Appearance::kSmallestText, Appearance::kLargestText) / 100.0;
}

void FootbridgeStyle::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  look::polishWidget(*widget, *this);
}

void FootbridgeStyle::polish(QPalette& palette) {
  palette = standardPalette();
}

QPalette FootbridgeStyle::standardPalette() const {
  return look::paletteOf(m_theme);
}

void FootbridgeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                    const QWidget* widget) const {
  const look::Brush brush{*painter, *this, widget};
  switch (element) {
    case PE_FrameFocusRect:
      look::drawFocus(brush, *option);
      return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
      if (widget == nullptr || !look::isBareEdit(*widget)) look::drawEdit(brush, option->rect, option->state);
      return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
      look::drawCheck(brush, *option);
      return;
    case PE_IndicatorRadioButton:
      look::drawRadio(brush, *option);
      return;
    case PE_PanelTipLabel:
      look::drawPopup(brush, option->rect);
      return;
    case PE_PanelMenu:
      look::drawMenuGround(brush, option->rect);
      return;
    case PE_FrameMenu:
      return;  // the ground has its line
    default:
      QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void FootbridgeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const {
  const look::Brush brush{*painter, *this, widget};
  if (element == CE_PushButton) {
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
      look::drawButton(brush, *button);
      return;
    }
  }
  if (element == CE_MenuEmptyArea) return;
  if (element == CE_MenuItem) {
    if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
      return look::drawMenuItem(brush, *item);
  }
  if (element == CE_ShapedFrame && look::drawFrame(brush, *option)) return;
  if (element == CE_ProgressBar) {
    if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
      look::drawProgress(brush, *bar);
      return;
    }
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void FootbridgeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                         const QWidget* widget) const {
  const look::Brush brush{*painter, *this, widget};
  if (control == CC_ComboBox) return look::drawCombo(brush, *option);
  if (control == CC_Slider) {
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
      return look::drawSlider(brush, *slider);
  }
  if (control == CC_ScrollBar) {
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) return look::drawScrollBar(brush, *bar);
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize FootbridgeStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                        const QWidget* widget) const {
  if (type == CT_PushButton) {
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
      return look::buttonSize(*this, *button, size, widget);
  }
  if (type == CT_MenuItem) {
    if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
      return look::menuItemSize(*this, *item, size);
  }
  if (type == CT_LineEdit) return look::editSize(*this, size);
  if (type == CT_ComboBox) return look::comboSize(*this, size);
  return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect FootbridgeStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
  if (element == SE_LineEditContents && (widget == nullptr || !look::isBareEdit(*widget)))
    return option->rect.adjusted(px(13), px(2), -px(13), -px(2));
  if (element == SE_PushButtonFocusRect) return option->rect;
  return QProxyStyle::subElementRect(element, option, widget);
}

QRect FootbridgeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                      const QWidget* widget) const {
  if (control == CC_ComboBox && part == SC_ComboBoxEditField) return option->rect.adjusted(px(14), 1, -px(36), -1);
  if (control == CC_ScrollBar) {
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
      return look::scrollBarPart(*this, *bar, part);
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

/// What empties a search field; the rest are of dialogs that are the system's.
QIcon FootbridgeStyle::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const {
  if (which != SP_LineEditClearButton) return QProxyStyle::standardIcon(which, option, widget);
  return look::icon(QStringLiteral("clear"), m_theme.soft, px(16), qApp->devicePixelRatio());
}

int FootbridgeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  if (const auto length = look::lengthOf(*this, metric, widget)) return *length;
  return QProxyStyle::pixelMetric(metric, option, widget);
}

int FootbridgeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                               QStyleHintReturn* answer) const {
  switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
      return 0;
    case SH_ScrollBar_Transient:
      return look::floats(widget) ? 1 : 0;
    case SH_UnderlineShortcut:
      return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_Menu_Scrollable:  // one column at every size of text
      return 1;
    case SH_Menu_Mask:
      if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(answer))
        mask->region = look::menuShape(*this, option->rect);
      return 1;
    case SH_Widget_Animation_Duration:
      return look::appearance().motion ? QProxyStyle::styleHint(hint, option, widget, answer) : 0;
    default:
      return QProxyStyle::styleHint(hint, option, widget, answer);
  }
}

}  // namespace footbridge::gui
