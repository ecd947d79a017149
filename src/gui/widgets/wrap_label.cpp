// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/wrap_label.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <optional>

#include "gui/look/look.h"
#include "gui/look/type.h"

namespace footbridge::gui {
namespace {

constexpr int kWidestHint = 440;
constexpr int kEvenLines = 3;
constexpr double kEvenEnough = 4;
constexpr double kNoWrap = 1 << 22;
constexpr std::size_t kMostMeasured = 8;  // a layout asks again and again at the few widths that it tries
constexpr double kLongestWord = 11;  // in sizes of the font; what is longer is a path, and may break anywhere

QTextOption optionOf(Qt::Alignment alignment) {
  QTextOption option(alignment & Qt::AlignHorizontal_Mask);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  return option;
}

/// From what is shaped already; QTextLayout's own minimumWidth() is of one letter where a line may break anywhere.
double longestWordOf(const QTextLine& line, const QString& text) {
  double longest = 0;
  double start = line.cursorToX(line.textStart());
  for (int at = line.textStart(), end = at + line.textLength(); at < end; ++at) {
    if (text[at] != u' ') continue;
    longest = std::max(longest, std::abs(line.cursorToX(at) - start));
    start = line.cursorToX(at + 1);
  }
  return std::max(longest, std::abs(line.cursorToX(line.textStart() + line.textLength()) - start));
}

/// Where the last line has one word: how wide the line above may be for the last of its own words to go down to it.
/// None where that would leave one word above, or has no room below.
std::optional<double> widthToShare(const QTextLayout& paragraph, double width) {
  const QString text = paragraph.text();
  if (paragraph.lineCount() < 2 || text.isRightToLeft()) return std::nullopt;
  const QTextLine last = paragraph.lineAt(paragraph.lineCount() - 1);
  const QTextLine above = paragraph.lineAt(paragraph.lineCount() - 2);
  const bool isOne = text[last.textStart() - 1] == u' ' && text.indexOf(u' ', last.textStart()) < 0;
  const auto space = isOne ? text.lastIndexOf(u' ', last.textStart() - 2) : -1;
  if (space < 0 || text.lastIndexOf(u' ', space - 1) <= above.textStart()) return std::nullopt;
  const double kept = std::abs(above.cursorToX(static_cast<int>(space) + 1) - above.cursorToX(above.textStart()));
  const double moved = std::abs(above.cursorToX(last.textStart()) - above.cursorToX(static_cast<int>(space) + 1));
  return moved + last.naturalTextWidth() > width ? std::nullopt : std::optional(kept);
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
  const bool same = m_shapedFont == font() && m_shapedText == text() && m_shapedAlignment == alignment();
  if (same && !m_paragraphs.empty()) return;
  m_shapedFont = font();
  m_shapedText = text();
  m_longestWord = m_setWidth = -1;
  m_measured.clear();
  m_shapedAlignment = alignment();
  m_paragraphs.clear();
  for (const QString& paragraph : m_shapedText.split(u'\n')) {
    m_paragraphs.push_back(std::make_unique<QTextLayout>(paragraph, look::fontFor(paragraph, m_shapedFont)));
    m_paragraphs.back()->setTextOption(optionOf(m_shapedAlignment));
    // Kept while it is drawn, and never ended: either would throw away the shaped words, and shaping is what costs.
    m_paragraphs.back()->setCacheEnabled(true);
    m_paragraphs.back()->beginLayout();
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
    if (layout->text().isEmpty()) {  // takes its room without a font, which may be one that nothing else needs
      m_block.height += step;
      continue;
    }
    breakLines(*layout, width, m_block.height);
    for (int i = 0; i < layout->lineCount(); ++i)
      m_block.width = std::max(m_block.width, layout->lineAt(i).naturalTextWidth());
    m_block.height += step * layout->lineCount();
  }
  return m_block;
}

WrapLabel::Block WrapLabel::measure(double width) const {
  ensurePolished();
  shape();
  const auto known = std::ranges::find(m_measured, width, &Measured::width);
  if (known != m_measured.end()) return known->block;
  if (m_measured.size() == kMostMeasured) m_measured.clear();
  return m_measured.emplace_back(width, typeset(width)).block;
}

void WrapLabel::breakLines(QTextLayout& paragraph, double width, double top) const {
  const double step = lineHeight();
  const auto breakAt = [&](const auto& widthOf) {
    paragraph.clearLayout();
    for (QTextLine line = paragraph.createLine(); line.isValid(); line = paragraph.createLine()) {
      const int number = paragraph.lineCount() - 1;
      line.setLineWidth(widthOf(number));
      line.setPosition(QPointF(0, top + number * step + (step - line.height()) / 2));
    }
  };
  breakAt([width](int) { return width; });
  if (alignment() & (Qt::AlignHCenter | Qt::AlignRight)) return;  // its lines need one width; see evenWidth()
  const int lines = paragraph.lineCount();
  if (const auto shared = widthToShare(paragraph, width))
    breakAt([&](int number) { return number == lines - 2 ? *shared : width; });
}

double WrapLabel::longestWord() const {
  if (m_longestWord < 0) {
    typeset(kWidestHint * look::scale());  // where no word is broken
    for (const auto& layout : m_paragraphs)
      for (int i = 0; i < layout->lineCount(); ++i)
        m_longestWord = std::max(m_longestWord, longestWordOf(layout->lineAt(i), layout->text()));
  }
  return std::min(m_longestWord, kLongestWord * font().pixelSize());
}

int WrapLabel::heightForWidth(int width) const {
  const Block block = measure(std::max(1, width - room()));
  return static_cast<int>(std::ceil(block.height)) + contentsMargins().top() + contentsMargins().bottom();
}

double WrapLabel::evenWidth(double width) const {
  if (!(alignment() & Qt::AlignHCenter)) return width;
  const double height = typeset(width).height;
  const auto lines = std::lround(height / lineHeight());
  if (lines < 2 || lines > kEvenLines || m_paragraphs.size() > 1) return width;
  double tooNarrow = std::min(width, longestWord()) - 1;
  while (width - tooNarrow > kEvenEnough) {
    const double middle = (width + tooNarrow) / 2;
    (typeset(middle).height > height ? tooNarrow : width) = middle;
  }
  return width;
}

QSize WrapLabel::sizeHint() const {
  ensurePolished();
  const Block block = measure(wordWrap() ? kWidestHint * look::scale() : kNoWrap);
  const int width = static_cast<int>(std::ceil(block.width)) + room();
  const int high = static_cast<int>(std::ceil(block.height));
  return {width + 1, high + contentsMargins().top() + contentsMargins().bottom()};
}

QSize WrapLabel::minimumSizeHint() const {
  if (!wordWrap()) return sizeHint();
  ensurePolished();
  shape();
  const double longest = longestWord();
  const int top = contentsMargins().top() + contentsMargins().bottom();
  return {static_cast<int>(std::ceil(longest)) + room() + 1, static_cast<int>(std::ceil(lineHeight())) + top};
}

void WrapLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  drawFrame(&painter);
  painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
  const QRect inner = contentsRect();
  const double width = evenWidth(inner.width());
  const double spare = inner.height() - typeset(width).height;
  const double down = (alignment() & Qt::AlignVCenter) ? spare / 2 : (alignment() & Qt::AlignBottom) ? spare : 0;
  for (const auto& layout : m_paragraphs)
    layout->draw(&painter, QPointF(inner.left() + (inner.width() - width) / 2, inner.top() + std::max(0.0, down)));
}

void WrapLabel::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
    m_paragraphs.clear();
    updateGeometry();
  }
}

}  // namespace footbridge::gui
