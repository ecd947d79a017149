// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/tick_card.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "gui/look/look.h"
#include "gui/widgets/new_label.h"

namespace footbridge::gui {

TickCard::TickCard(const QString& words, const QString& note, QWidget* parent)
    : QPushButton(parent), m_words(newLabel("body", words, this)), m_note(newLabel("small", note, this)) {
  setCheckable(true);
  setAccessibleName(words);
  setAccessibleDescription(note);
  auto* lines = new QVBoxLayout(this);
  lines->setContentsMargins(look::px(44), look::px(12), look::px(16), look::px(12));
  lines->setSpacing(2);
  lines->addWidget(m_words);
  lines->addWidget(m_note);
  lines->addStretch();
  m_note->setHidden(note.isEmpty());
  m_words->setAttribute(Qt::WA_TransparentForMouseEvents);
  m_note->setAttribute(Qt::WA_TransparentForMouseEvents);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

QString TickCard::words() const {
  return m_words->text();
}
QSize TickCard::sizeHint() const {
  return layout()->sizeHint();
}
QSize TickCard::minimumSizeHint() const {
  return {look::px(160), look::px(48)};
}
int TickCard::heightForWidth(int width) const {
  return layout()->heightForWidth(width);
}

/// A tick besides the colour, so that a picked card is not known by its colour alone.
void TickCard::paintEvent(QPaintEvent*) {
  const Theme& theme = look::theme();
  const QString tint = property("tint").toString();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor ink = look::tokenColour(theme, tint);
  const double edge = hasFocus() ? 2.0 : isChecked() ? 1.5 : 1.0;
  painter.setPen(QPen(hasFocus() ? theme.focus : isChecked() ? ink : underMouse() ? theme.soft : theme.line, edge));
  painter.setBrush(isChecked() ? look::tokenWash(theme, tint) : theme.card);
  painter.drawRoundedRect(rect().toRectF().adjusted(1, 1, -1, -1), 12, 12);
  const double size = look::px(16);
  const QRectF box(look::px(16), look::px(16), size, size);
  painter.setPen(QPen(isChecked() ? ink : theme.soft, 1.5));
  painter.setBrush(isChecked() ? ink : theme.card);
  painter.drawRoundedRect(box, 4, 4);
  if (!isChecked()) return;
  painter.setPen(QPen(theme.card, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(
      QPolygonF({box.topLeft() + QPointF(size * .25, size * .52), box.topLeft() + QPointF(size * .43, size * .7),
                 box.topLeft() + QPointF(size * .75, size * .32)}));
}

}  // namespace footbridge::gui
