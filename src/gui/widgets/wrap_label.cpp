// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/wrap_label.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "gui/look/look.h"
#include "gui/look/type.h"

namespace footbridge::gui {
namespace {

constexpr int kWidestHint = 440;
constexpr double kNoWrap = 1 << 22;
constexpr double kLongestWord = 11;  // in sizes of the font; what is longer is a path, and may break anywhere

QTextOption optionOf(Qt::Alignment alignment) {
  QTextOption option(alignment & Qt::AlignHorizontal_Mask);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  return option;
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

void WrapLabel::shape() const {
  if (m_shapedFont == font() && m_shapedText == text() && !m_paragraphs.empty()) return;
  m_shapedFont = font();
  m_shapedText = text();
  m_longestWord = m_setWidth = -1;
  m_paragraphs.clear();
  for (const QString& paragraph : m_shapedText.split(u'\n')) {
    m_paragraphs.push_back(std::make_unique<QTextLayout>(paragraph, m_shapedFont));
    m_paragraphs.back()->setCacheEnabled(true);
  }
}

WrapLabel::Block WrapLabel::typeset(double width) const {
  ensurePolished();
  shape();
  if (m_setWidth == width) return m_block;
  m_setWidth = width;
  m_block = {};
  const double step = lineHeight();
  for (const auto& layout : m_paragraphs) {
    layout->setTextOption(optionOf(alignment()));
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
      line.setLineWidth(width);
      line.setPosition(QPointF(0, m_block.height + (step - line.height()) / 2));
      m_block.width = std::max(m_block.width, line.naturalTextWidth());
      m_block.height += step;
    }
    layout->endLayout();
  }
  return m_block;
}

int WrapLabel::heightForWidth(int width) const {
  const Block block = typeset(std::max(1, width - room()));
  return static_cast<int>(std::ceil(block.height)) + contentsMargins().top() + contentsMargins().bottom();
}

QSize WrapLabel::sizeHint() const {
  ensurePolished();
  const Block block = typeset(wordWrap() ? kWidestHint * look::scale() : kNoWrap);
  const int width = static_cast<int>(std::ceil(block.width)) + room();
  const int high = static_cast<int>(std::ceil(block.height));
  return {width + 1, high + contentsMargins().top() + contentsMargins().bottom()};
}

QSize WrapLabel::minimumSizeHint() const {
  if (!wordWrap()) return sizeHint();
  ensurePolished();
  shape();
  if (m_longestWord < 0) {
    const QFontMetricsF metrics(font());
    for (const QString& word : m_shapedText.split(u' '))
      m_longestWord = std::max(m_longestWord, metrics.horizontalAdvance(word));
    m_longestWord = std::min(m_longestWord, kLongestWord * font().pixelSize());
  }
  const int top = contentsMargins().top() + contentsMargins().bottom();
  return {static_cast<int>(std::ceil(m_longestWord)) + room() + 1, static_cast<int>(std::ceil(lineHeight())) + top};
}

void WrapLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  drawFrame(&painter);
  painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
  const QRect inner = contentsRect();
  const double spare = inner.height() - typeset(inner.width()).height;
  const double down = (alignment() & Qt::AlignVCenter) ? spare / 2 : (alignment() & Qt::AlignBottom) ? spare : 0;
  for (const auto& layout : m_paragraphs)
    layout->draw(&painter, QPointF(inner.left(), inner.top() + std::max(0.0, down)));
}

void WrapLabel::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
    m_paragraphs.clear();
    updateGeometry();
  }
}

}  // namespace footbridge::gui
