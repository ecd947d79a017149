// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/measure.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QVariant>
#include <algorithm>

#include "gui/look/button_role.h"
#include "gui/look/type.h"

namespace footbridge::gui::look {
namespace {

struct Room {
  double side, above, line;  ///< around the words, and the height of their line
  double least = 0;          ///< width at the least
};

Room roomOf(ButtonRole role, const QWidget* widget) {
  const bool compact = widget != nullptr && widget->property("compact").toBool();
  const bool large = widget != nullptr && widget->property("large").toBool();
  switch (role) {
    case ButtonRole::Link:
      return {0, 3, 21};
    case ButtonRole::Nav:
      return {12, 9, 24};
    case ButtonRole::Chip:
      return {10, 3, 20};
    case ButtonRole::Score:
      return {4, 6, 24, 42};
    case ButtonRole::Aside:
      return {10, 7, 21};
    case ButtonRole::Choice:
      return {18, 11, 24};
    case ButtonRole::Quiet:
    case ButtonRole::Go:
    case ButtonRole::Tinted:
      break;
  }
  if (compact) return {14, 7, 24};
  return large ? Room{34, 14, 27} : Room{20, 11, 24};
}

bool hasBorder(ButtonRole role) {
  return role != ButtonRole::Link && role != ButtonRole::Nav && role != ButtonRole::Chip;
}

/// Grows less than the text does: at 200 % the words need the width more than the air around them.
int roomInBox(const FootbridgeStyle& style, int length) {
  return qRound(length * (1 + (style.scale() - 1) * 0.3));
}

bool isBox(const QWidget* widget) {
  const QString look = widget == nullptr ? QString() : widget->property("look").toString();
  return look == u"card" || look == u"sunk" || look == u"banner" || look == u"page";
}

/// Qt has just measured the words of a button in its own font, and put nothing beside them where it has no icon and no
/// menu. Measuring is what costs: anew only where the words need another font, or hold what Qt takes for the mark of a
/// key.
int widthOfWords(const QStyleOptionButton& option, const QString& words, const QSize& contents, const QFont& own,
                 const QFont& needed) {
  const bool wordsAlone = option.icon.isNull() && !(option.features & QStyleOptionButton::HasMenu);
  if (wordsAlone && !option.text.isEmpty() && own == needed && !option.text.contains(u'&')) return contents.width();
  return QFontMetrics(needed).size(0, words).width();
}

}  // namespace

QSize buttonSize(const FootbridgeStyle& style, const QStyleOptionButton& option, const QSize& contents,
                 const QWidget* widget) {
  const ButtonRole role = roleOf(widget);
  const Room room = roomOf(role, widget);
  const int border = hasBorder(role) ? 2 : 0;
  const QFont own = widget == nullptr ? QFont() : widget->font();
  const QFont needed = fontFor(option.text, own);
  const QFontMetrics metrics(needed);
  int words = widthOfWords(option, wordsOn(widget, option.text), contents, own, needed);
  if (!option.icon.isNull()) words += option.iconSize.width() + (words > 0 ? style.px(10) : 0);
  if (option.features & QStyleOptionButton::HasMenu) words += style.px(16);
  if (widget != nullptr && widget->property("dot").isValid()) words += style.px(14);
  const QString key = widget == nullptr ? QString() : widget->property("key").toString();
  if (!key.isEmpty()) words += metrics.horizontalAdvance(key) + style.px(12);
  const int wide = std::max(words + 2 * style.px(room.side), style.px(room.least)) + border;
  const int high = std::max(style.px(room.line), metrics.height()) + 2 * style.px(room.above) + border;
  return {wide, high};
}

QSize editSize(const FootbridgeStyle& style, const QSize& text) {
  return {text.width() + style.px(32), std::max(text.height() + style.px(18), style.px(48))};
}

QSize comboSize(const FootbridgeStyle& style, const QSize& text) {
  return {text.width() + style.px(54), std::max(text.height() + style.px(16), style.px(44))};
}

QRect scrollBarPart(const FootbridgeStyle& style, const QStyleOptionSlider& bar, QStyle::SubControl part) {
  const bool flat = bar.orientation == Qt::Horizontal;
  const int length = flat ? bar.rect.width() : bar.rect.height();
  const int span = bar.maximum - bar.minimum;
  const int least = std::min(style.px(36), length);
  const int size =
      span <= 0 ? length
                : std::clamp(static_cast<int>(qint64(length) * bar.pageStep / (span + bar.pageStep)), least, length);
  const int start =
      QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - size, bar.upsideDown);
  const auto cut = [&](int from, int count) {
    return flat ? QRect(bar.rect.x() + from, bar.rect.y(), count, bar.rect.height())
                : QRect(bar.rect.x(), bar.rect.y() + from, bar.rect.width(), count);
  };
  switch (part) {
    case QStyle::SC_ScrollBarGroove:
      return bar.rect;
    case QStyle::SC_ScrollBarSlider:
      return cut(start, size);
    case QStyle::SC_ScrollBarSubPage:
      return cut(0, start);
    case QStyle::SC_ScrollBarAddPage:
      return cut(start + size, length - start - size);
    default:
      return {};
  }
}

std::optional<int> lengthOf(const FootbridgeStyle& style, QStyle::PixelMetric metric, const QWidget* widget) {
  switch (metric) {
    case QStyle::PM_LayoutLeftMargin:
      if (isBox(widget)) return roomInBox(style, widget->property("edge").toString() == u"left" ? 30 : 25);
      return std::nullopt;
    case QStyle::PM_LayoutRightMargin:
      if (isBox(widget)) return roomInBox(style, 25);
      return std::nullopt;
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutBottomMargin:
      if (isBox(widget)) return roomInBox(style, 23);
      return std::nullopt;
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing:
      return style.px(12);
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
      return 0;
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
      return style.px(22);
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
      return style.px(10);
    case QStyle::PM_SliderLength:
    case QStyle::PM_SliderThickness:
    case QStyle::PM_SliderControlThickness:
      return style.px(28);
    case QStyle::PM_ScrollBarExtent:
      return 12;
    case QStyle::PM_MenuHMargin:
    case QStyle::PM_MenuVMargin:
      return style.px(6);
    case QStyle::PM_MenuPanelWidth:
      return 1;
    case QStyle::PM_TextCursorWidth:
      return 2;
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ButtonIconSize:
      return style.px(20);
    case QStyle::PM_DefaultFrameWidth:
      if (widget != nullptr && isTextEdit(*widget)) return style.px(12);
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

bool isTextEdit(const QWidget& widget) {
  return qobject_cast<const QPlainTextEdit*>(&widget) != nullptr || qobject_cast<const QTextEdit*>(&widget) != nullptr;
}

bool floats(const QWidget* widget) {
  for (const QWidget* at = widget; at != nullptr && !at->isWindow(); at = at->parentWidget()) {
    if (at->inherits("footbridge::gui::PageScroll")) return true;
    if (qobject_cast<const QAbstractItemView*>(at) != nullptr) return false;
  }
  return false;
}

bool isBareEdit(const QWidget& edit) {
  const QWidget* parent = edit.parentWidget();
  return qobject_cast<const QComboBox*>(parent) != nullptr || qobject_cast<const QAbstractSpinBox*>(parent) != nullptr;
}

}  // namespace footbridge::gui::look
