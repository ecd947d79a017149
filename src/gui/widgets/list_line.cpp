// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/list_line.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "gui/look/look.h"
#include "gui/look/type.h"
#include "gui/widgets/new_label.h"

namespace footbridge::gui {

namespace {
constexpr int kIndent = 20;
constexpr double kMark = 3;  ///< radius
}  // namespace

ListLine::ListLine(const char* look, const QString& words, QWidget* parent) : QWidget(parent) {
  auto* lines = new QVBoxLayout(this);
  lines->setContentsMargins(look::px(kIndent), 0, 0, 0);
  lines->addWidget(newLabel(look, words, this));
  setProperty("look", QString::fromLatin1(look));
}

void ListLine::paintEvent(QPaintEvent*) {
  const look::TextLook& text = look::textLook(property("look").toString());
  const double middle = text.pixels * text.lineHeight * look::scale() / 2;
  const double size = kMark * look::scale();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(look::tokenColour(look::theme(), text.colour));
  painter.drawEllipse(QPointF(2 * size, middle), size, size);
}

}  // namespace footbridge::gui
