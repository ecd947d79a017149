// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/columns_layout.h"

#include <algorithm>
#include <numeric>

#include "gui/look/look.h"

namespace footbridge::gui {
namespace {

int heightOf(QLayoutItem& item, int width) {
  const int needed = item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
  return std::max(needed, item.minimumSize().height());
}

}  // namespace

ColumnsLayout::ColumnsLayout(QWidget* parent) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
}

ColumnsLayout::~ColumnsLayout() = default;

void ColumnsLayout::addItem(QLayoutItem* item) {
  m_items.emplace_back(item);
}

QLayoutItem* ColumnsLayout::itemAt(int index) const {
  return index < 0 || index >= count() ? nullptr : m_items[static_cast<std::size_t>(index)].get();
}

QLayoutItem* ColumnsLayout::takeAt(int index) {
  if (index < 0 || index >= count()) return nullptr;
  const auto place = m_items.begin() + index;
  QLayoutItem* item = place->release();
  m_items.erase(place);
  return item;
}

std::vector<QLayoutItem*> ColumnsLayout::shown() const {
  std::vector<QLayoutItem*> items;
  for (const auto& item : m_items)
    if (!item->isEmpty()) items.push_back(item.get());
  return items;
}

std::vector<int> ColumnsLayout::widthsFor(int width, const std::vector<QLayoutItem*>& items) const {
  if (items.empty()) return {width};
  return stretch.empty() ? evenWidths(width, items) : sharedWidths(width, items);
}

std::vector<int> ColumnsLayout::evenWidths(int width, const std::vector<QLayoutItem*>& items) const {
  const int between = look::px(gap);
  int least = look::px(minColumn);
  for (const QLayoutItem* item : items) least = std::max(least, item->minimumSize().width());
  const auto most = static_cast<int>(items.size());
  const int fit = std::clamp((width + between) / (least + between), 1, most);
  const int rows = (most + fit - 1) / fit;
  const int columns = (most + rows - 1) / rows;  // four cards stand two and two, never three and one
  const int free = width - between * (columns - 1);
  std::vector<int> widths(static_cast<std::size_t>(columns), free / columns);
  widths[widths.size() - 1] += free - free / columns * columns;
  return widths;
}

std::vector<int> ColumnsLayout::sharedWidths(int width, const std::vector<QLayoutItem*>& items) const {
  const int between = look::px(gap) * static_cast<int>(items.size() - 1);
  int needed = between;
  int fixed = between;
  int whole = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const int part = i < stretch.size() ? stretch[i] : 0;
    const int own = items[i]->sizeHint().width();
    needed += part > 0 ? std::max(look::px(minColumn), items[i]->minimumSize().width()) : own;
    fixed += part > 0 ? 0 : own;
    whole += part;
  }
  if (needed > width) return {width};
  std::vector<int> widths;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const int part = i < stretch.size() ? stretch[i] : 0;
    widths.push_back(part > 0 ? (width - fixed) * part / std::max(whole, part) : items[i]->sizeHint().width());
    if (widths.back() < items[i]->minimumSize().width()) return {width};  // its share is less than it needs
  }
  return widths;
}

void ColumnsLayout::place(QLayoutItem& item, const QRect& cell) const {
  if (align == Align::Fill) return item.setGeometry(cell);
  const int high = heightOf(item, cell.width());
  const int down = align == Align::Middle ? (cell.height() - high) / 2 : 0;
  item.setGeometry(QRect(cell.x(), cell.y() + down, cell.width(), high));
}

void ColumnsLayout::invalidate() {
  m_measured = {};
  QLayout::invalidate();
}

int ColumnsLayout::heightForWidth(int width) const {
  if (m_measured.width != width) m_measured.height = arrange(QRect(0, 0, width, 0), false);
  m_measured.width = width;
  return m_measured.height;
}

QSize ColumnsLayout::sizeHint() const {
  if (m_measured.hint) return *m_measured.hint;
  int width = look::px(minColumn);  // given less for each, it would not stand in the row that is asked for
  for (QLayoutItem* item : shown()) width = std::max(width, item->sizeHint().width());
  const int columns = static_cast<int>(std::max<std::size_t>(1, shown().size()));
  const int hint = width * columns + look::px(gap) * (columns - 1);
  m_measured.hint = QSize(hint, heightForWidth(hint));
  return *m_measured.hint;
}

QSize ColumnsLayout::minimumSize() const {
  if (m_measured.least) return *m_measured.least;
  QSize least;
  for (QLayoutItem* item : shown()) least = least.expandedTo(item->minimumSize());
  m_measured.least = least;
  return least;
}

void ColumnsLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

int ColumnsLayout::arrange(const QRect& rect, bool move) const {
  const auto items = shown();
  const auto widths = widthsFor(rect.width(), items);
  const int below = rowGap < 0 ? look::px(gap) : rowGap;
  int y = rect.y();
  for (std::size_t first = 0; first < items.size(); first += widths.size()) {
    const std::size_t last = std::min(items.size(), first + widths.size());
    int row = 0;
    for (std::size_t i = first; i < last; ++i) row = std::max(row, heightOf(*items[i], widths[i - first]));
    int x = rect.x();
    for (std::size_t i = first; i < last && move; ++i) {
      const int width = widths[i - first];
      place(*items[i], QRect(x, y, width, row));
      x += width + look::px(gap);
    }
    y += row + (last < items.size() ? below : 0);
  }
  return y - rect.y();
}

}  // namespace footbridge::gui
