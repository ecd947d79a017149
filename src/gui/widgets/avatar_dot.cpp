// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/avatar_dot.h"

#include <QPainter>

#include "gui/look/look.h"
#include "gui/look/type.h"

namespace footbridge::gui {
namespace {

constexpr int kLarge = 40;
constexpr int kLargest = 60;

}  // namespace

AvatarDot::AvatarDot(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AvatarDot::setLetter(const QString& letter) {
  m_letter = letter;
  update();
}

void AvatarDot::setTint(const QString& token) {
  m_tint = token;
  update();
}

void AvatarDot::setDiameter(int diameter) {
  m_diameter = diameter;
  updateGeometry();
}

void AvatarDot::showWho(const QString& name, const QString& token) {
  m_both = token == QLatin1String("ours");
  setLetter(m_both ? QString() : look::initialOf(name));
  setTint(token);
  setAccessibleName(name);
}

QSize AvatarDot::sizeHint() const {
  return {look::px(m_diameter), look::px(m_diameter)};
}

/// A dot stands beside a name in plain letters, and only the largest beside one in those of the page's title.
QFont AvatarDot::letterFont() const {
  if (m_diameter < kLargest) return look::sans(m_diameter < kLarge ? 16 : 18, QFont::DemiBold, look::scale());
  return look::fontFor(m_letter, look::fontOf(look::textLook(u"display"), look::scale()));
}

void AvatarDot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  if (m_both) return paintBoth(painter);
  painter.setBrush(look::tokenColour(look::theme(), m_tint));
  painter.drawEllipse(rect());
  painter.setPen(look::theme().card);
  painter.setFont(letterFont());
  painter.drawText(rect(), Qt::AlignCenter, m_letter);
}

/// Two dots side by side: an initial would be that of a third person.
void AvatarDot::paintBoth(QPainter& painter) const {
  const double size = width() * 0.62;
  const double top = (height() - size) / 2.0;
  const QRectF left(0, top, size, size);
  const QRectF right(width() - size, top, size, size);
  painter.setBrush(look::tokenColour(look::theme(), u"a"));
  painter.drawEllipse(left);
  painter.setPen(QPen(look::theme().paper, look::px(2)));
  painter.setBrush(look::tokenColour(look::theme(), u"b"));
  painter.drawEllipse(right);
}

}  // namespace footbridge::gui
