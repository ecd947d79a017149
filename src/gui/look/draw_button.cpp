// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileDialog>
#include <QPainter>
#include <QPushButton>
#include <algorithm>
#include <array>
#include <utility>

#include "gui/look/button_role.h"
#include "gui/look/draw.h"
#include "gui/look/type.h"

namespace footbridge::gui::look {
namespace {

struct Coat {
  QColor fill, border, text;
  double radius;
};

Coat filled(const QColor& colour, const QColor& text) {
  return {colour, colour, text, 11};
}

Coat quiet(const Theme& theme) {
  return {theme.card, theme.edge, theme.ink, 11};
}

bool isHere(const Brush& brush) {
  return brush.widget != nullptr && brush.widget->property("here").toBool();
}

Coat navCoat(const Brush& brush, QStyle::State state) {
  const Theme& theme = brush.theme();
  if (isHere(brush)) return {theme.card, theme.card, theme.ink, 10};
  const bool over = state & QStyle::State_MouseOver;
  const QColor ground = over ? mixed(theme.sunk, theme.card, 0.55) : QColor(Qt::transparent);
  return {ground, ground, over ? theme.ink : theme.soft, 10};
}

Coat chipCoat(const Brush& brush, bool on) {
  const Theme& theme = brush.theme();
  const QString tint = brush.property("tint");
  if (!on) return {theme.card, theme.edge, theme.soft, 99};
  const QColor colour = tint.isEmpty() ? theme.ink : tokenColour(theme, tint);
  return {colour, colour, tint.isEmpty() ? theme.paper : theme.card, 99};
}

Coat scoreCoat(const Brush& brush, bool on) {
  const Theme& theme = brush.theme();
  if (!on) return {theme.card, theme.edge, theme.soft, 10};
  const QColor colour = tokenColour(theme, brush.property("tint"));
  return {colour, colour, theme.card, 10};
}

Coat pickedCoat(const Brush& brush, bool on, double radius) {
  const Theme& theme = brush.theme();
  const QString tint = brush.property("tint");
  if (!on) return {theme.card, theme.edge, radius > 10 ? theme.ink : theme.soft, radius};
  const QString token = tint.isEmpty() ? QStringLiteral("ours") : tint;
  const QColor edge = radius > 10 ? tokenColour(theme, token) : theme.line;
  return {tokenWash(theme, token), edge, tokenColour(theme, token), radius};
}

Coat coatOf(const Brush& brush, ButtonRole role, QStyle::State state) {
  const Theme& theme = brush.theme();
  const bool on = state & QStyle::State_On;
  switch (role) {
    case ButtonRole::Go:
      return filled(theme.ink, theme.paper);
    case ButtonRole::Tinted:
      return filled(tokenColour(theme, brush.property("role")), theme.card);
    case ButtonRole::Link: {
      const QString tint = brush.property("tint");
      const QColor text = tint.isEmpty() ? theme.focus : tokenColour(theme, tint);
      return {Qt::transparent, Qt::transparent, text, 6};
    }
    case ButtonRole::Nav:
      return navCoat(brush, state);
    case ButtonRole::Chip:
      return chipCoat(brush, on);
    case ButtonRole::Score:
      return scoreCoat(brush, on);
    case ButtonRole::Aside:
      return pickedCoat(brush, on, 10);
    case ButtonRole::Choice:
      return pickedCoat(brush, on, 11);
    case ButtonRole::Quiet:
      break;
  }
  return on ? pickedCoat(brush, true, 11) : quiet(theme);
}

/// Hover and press: a breath of ink over what is pale, of paper over what is strong.
void liven(Coat& coat, const Theme& theme, QStyle::State state) {
  if (coat.fill.alpha() == 0) return;
  const double part = (state & QStyle::State_Sunken) ? 0.12 : (state & QStyle::State_MouseOver) ? 0.05 : 0;
  if (part == 0) return;
  const bool strong = contrast(coat.fill, theme.ink) < contrast(coat.fill, theme.paper);
  coat.fill = mixed(coat.fill, strong ? theme.paper : theme.ink, part);
}

void fade(Coat& coat, const Theme& theme, ButtonRole role) {
  coat.text = theme.faint;
  if (role == ButtonRole::Link || role == ButtonRole::Nav) return;
  coat.fill = theme.sunk;
  coat.border = theme.line;
}

void drawShadow(const Brush& brush, const QRectF& box, double radius) {
  QColor shade(Qt::black);
  shade.setAlpha(17);
  brush.painter.setPen(Qt::NoPen);
  brush.painter.setBrush(shade);
  brush.painter.drawRoundedRect(box.translated(0, 1), radius, radius);
}

void drawText(const Brush& brush, const QStyleOptionButton& option, ButtonRole role, const Coat& coat) {
  const bool left = role == ButtonRole::Nav || role == ButtonRole::Choice || role == ButtonRole::Link;
  const int inset = role == ButtonRole::Link ? 0 : brush.style.px(role == ButtonRole::Choice ? 18 : 12);
  QRect place = left ? option.rect.adjusted(inset, 0, -inset, 0) : option.rect;
  if (!brush.property("dot").isEmpty()) place.adjust(brush.style.px(14), 0, 0, 0);
  const bool menu = option.features & QStyleOptionButton::HasMenu;
  if (menu) place.adjust(0, 0, -brush.style.px(16), 0);
  const QString words = wordsOn(brush.widget, option.text);
  QFont font = fontFor(words, brush.painter.font());
  // In the colour of small print only a line beneath tells a link from a heading.
  const bool isWord = std::ranges::any_of(words, [](QChar letter) { return letter.isLetter(); });
  const bool isPlain = isWord && brush.property("tint") == QLatin1String("soft");
  font.setUnderline(role == ButtonRole::Link && (option.state & QStyle::State_Enabled) &&
                    (isPlain || (option.state & QStyle::State_MouseOver)));
  brush.painter.setFont(font);
  brush.painter.setPen(coat.text);
  if (!option.icon.isNull()) {
    const QRect mark =
        words.isEmpty() ? option.rect : QRect(place.topLeft(), QSize(option.iconSize.width(), place.height()));
    option.icon.paint(&brush.painter, mark, Qt::AlignCenter);
    place.setLeft(mark.right() + brush.style.px(10));
  }
  if (!words.isEmpty())
    brush.painter.drawText(place, static_cast<int>(Qt::AlignVCenter | (left ? Qt::AlignLeft : Qt::AlignHCenter)),
                           words);
  if (menu) chevronDown(brush, QPointF(option.rect.right() - brush.px(24), option.rect.center().y() + 1), coat.text);
}

/// A chip, or a quiet button, may show a colour that it stands for, in its property `dot`.
void drawDot(const Brush& brush, const QStyleOptionButton& option, ButtonRole role) {
  const QString token = brush.property("dot");
  if (token.isEmpty()) return;
  const double size = brush.px(10);
  const QPointF middle(option.rect.left() + brush.px(role == ButtonRole::Chip ? 14 : 25),
                       option.rect.center().y() + 0.5);
  brush.painter.setPen((option.state & QStyle::State_On) ? QPen(brush.theme().card, 1.5) : QPen(Qt::NoPen));
  brush.painter.setBrush(tokenColour(brush.theme(), token));
  brush.painter.drawEllipse(middle, size / 2, size / 2);
}

/// A nav entry may show its key at the right, in its property `key`.
void drawKey(const Brush& brush, const QStyleOptionButton& option) {
  const QString key = brush.property("key");
  if (key.isEmpty()) return;
  QFont font = brush.painter.font();
  font.setWeight(QFont::Normal);
  brush.painter.setFont(font);
  brush.painter.setPen(brush.theme().soft);
  brush.painter.drawText(option.rect.adjusted(0, 0, -brush.style.px(12), 0), Qt::AlignRight | Qt::AlignVCenter, key);
}

bool isOfFilePicker(const QWidget* widget) {
  while (widget != nullptr && qobject_cast<const QFileDialog*>(widget) == nullptr) widget = widget->parentWidget();
  return widget != nullptr;
}

}  // namespace

QString wordsOn(const QWidget* button, const QString& text) {
  if (!text.contains(u'&') || !isOfFilePicker(button)) return text;
  QString words;
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i] == u'&' && ++i == text.size()) break;
    words += text[i];
  }
  return words;
}

ButtonRole roleOf(const QWidget* button) {
  static const std::array<std::pair<QStringView, ButtonRole>, 10> kRoles{{
      {u"go", ButtonRole::Go},
      {u"a", ButtonRole::Tinted},
      {u"b", ButtonRole::Tinted},
      {u"ours", ButtonRole::Tinted},
      {u"link", ButtonRole::Link},
      {u"nav", ButtonRole::Nav},
      {u"chip", ButtonRole::Chip},
      {u"score", ButtonRole::Score},
      {u"aside", ButtonRole::Aside},
      {u"choice", ButtonRole::Choice},
  }};
  const QString name = button == nullptr ? QString() : button->property("role").toString();
  for (const auto& [word, role] : kRoles)
    if (word == name) return role;
  return ButtonRole::Quiet;
}

void drawButton(const Brush& brush, const QStyleOptionButton& option) {
  const ButtonRole role = roleOf(brush.widget);
  Coat coat = coatOf(brush, role, option.state);
  if (option.state & QStyle::State_Enabled)
    liven(coat, brush.theme(), option.state);
  else
    fade(coat, brush.theme(), role);
  brush.painter.save();
  brush.painter.setRenderHint(QPainter::Antialiasing);
  const bool ring = showsFocus(option.state);
  // The letters of a link stand at its very edges, where a ring would cross them: it lies on a wash, with a line
  // beneath, in ink, for no paler word can be read on that.
  const bool flush = ring && role == ButtonRole::Link;
  if (flush) coat.text = brush.theme().ink;
  const double gap = ring && !flush ? 3 : 0;
  QRectF box = QRectF(option.rect).adjusted(gap, gap, -gap, -gap);
  if (role == ButtonRole::Nav && isHere(brush)) {
    box.adjust(0, 0, 0, -1);
    drawShadow(brush, box, brush.px(coat.radius));
  }
  if (coat.fill.alpha() > 0) roundBox(brush, box, brush.px(coat.radius), coat.fill, coat.border);
  if (flush) {
    QColor wash = brush.theme().focus;
    wash.setAlphaF(0.16F);
    brush.painter.fillRect(option.rect, wash);
    brush.painter.fillRect(QRectF(option.rect).adjusted(0, option.rect.height() - 2, 0, 0), brush.theme().focus);
  } else if (ring) {
    focusRing(brush, option.rect, brush.px(coat.radius));
  }
  drawText(brush, option, role, coat);
  if (role == ButtonRole::Nav) drawKey(brush, option);
  if (role == ButtonRole::Chip || role == ButtonRole::Quiet) drawDot(brush, option, role);
  brush.painter.restore();
}

}  // namespace footbridge::gui::look
