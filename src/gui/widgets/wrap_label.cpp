// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/wrap_label.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QTextLayout>
#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/look/look.h"
#include "gui/look/type.h"

namespace footbridge::gui {
namespace {

constexpr int kWidestHint = 440;
constexpr double kLongestWord = 11;  // in sizes of the font; what is longer is a path, and may break anywhere

struct Block {
  double width = 0;
  double height = 0;
};

QTextOption optionOf(Qt::Alignment alignment) {
  QTextOption option(alignment & Qt::AlignHorizontal_Mask);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  return option;
}

/// Sets each paragraph at `width`, one line every `step`; draws when given a painter.
Block typeset(const QLabel& label, double width, double step, QPainter* painter, const QPointF& origin) {
  Block block;
  const QTextOption option = optionOf(label.alignment());
  for (const QString& paragraph : label.text().split(u'\n')) {
    QTextLayout layout(paragraph, label.font());
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
      line.setLineWidth(width);
      line.setPosition(QPointF(0, block.height + (step - line.height()) / 2));
      block.width = std::max(block.width, line.naturalTextWidth());
      block.height += step;
    }
    layout.endLayout();
    if (painter != nullptr) layout.draw(painter, origin);
  }
  return block;
}

}  // namespace

WrapLabel::WrapLabel(QWidget* parent) : WrapLabel(QString(), parent) {}

WrapLabel::WrapLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
  setTextFormat(Qt::PlainText);
  setWordWrap(true);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

double WrapLabel::lineHeight() const {
  const auto& text = look::textLook(property("look").toString());
  return std::round(text.pixels * text.lineHeight * look::scale());
}

int WrapLabel::room() const {
  return contentsMargins().left() + contentsMargins().right();
}

int WrapLabel::heightForWidth(int width) const {
  ensurePolished();
  const double inner = std::max(1, width - room());
  const Block block = typeset(*this, inner, lineHeight(), nullptr, {});
  return static_cast<int>(std::ceil(block.height)) + contentsMargins().top() + contentsMargins().bottom();
}

QSize WrapLabel::sizeHint() const {
  ensurePolished();
  const double widest = wordWrap() ? kWidestHint * look::scale() : std::numeric_limits<int>::max() / 256;
  const Block block = typeset(*this, widest, lineHeight(), nullptr, {});
  const int width = static_cast<int>(std::ceil(block.width)) + room();
  return {width + 1, heightForWidth(width + 1)};
}

QSize WrapLabel::minimumSizeHint() const {
  if (!wordWrap()) return sizeHint();
  ensurePolished();
  static const QRegularExpression gaps(QStringLiteral("\\s+"));
  const QFontMetricsF metrics(font());
  double widest = 0;
  for (const QString& word : text().split(gaps)) widest = std::max(widest, metrics.horizontalAdvance(word));
  widest = std::min(widest, kLongestWord * font().pixelSize());
  const int top = contentsMargins().top() + contentsMargins().bottom();
  return {static_cast<int>(std::ceil(widest)) + room() + 1, static_cast<int>(std::ceil(lineHeight())) + top};
}

void WrapLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  drawFrame(&painter);
  painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
  const QRect inner = contentsRect();
  const double high = typeset(*this, inner.width(), lineHeight(), nullptr, {}).height;
  const double spare = inner.height() - high;
  const double down = (alignment() & Qt::AlignVCenter) ? spare / 2 : (alignment() & Qt::AlignBottom) ? spare : 0;
  typeset(*this, inner.width(), lineHeight(), &painter, QPointF(inner.left(), inner.top() + std::max(0.0, down)));
}

void WrapLabel::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) updateGeometry();
}

}  // namespace footbridge::gui
