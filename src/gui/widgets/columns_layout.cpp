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

std::vector<int> ColumnsLayout::widthsFor(int width, std::size_t items) const {
  const int between = look::px(gap);
  const int least = look::px(minColumn);
  const int fit = std::max(1, (width + between) / (least + between));
  const auto columns = std::clamp<std::size_t>(static_cast<std::size_t>(fit), 1, std::max<std::size_t>(1, items));
  const int free = width - between * static_cast<int>(columns - 1);
  std::vector<int> parts(columns, 1);
  if (stretch.size() == columns) parts = stretch;
  const int whole = std::accumulate(parts.begin(), parts.end(), 0);
  std::vector<int> widths;
  for (const int part : parts) widths.push_back(free * part / std::max(1, whole));
  widths.back() += free - std::accumulate(widths.begin(), widths.end(), 0);
  return widths;
}

int ColumnsLayout::heightForWidth(int width) const {
  return arrange(QRect(0, 0, width, 0), false);
}

QSize ColumnsLayout::sizeHint() const {
  int width = 0;
  for (QLayoutItem* item : shown()) width = std::max(width, item->sizeHint().width());
  const int columns = static_cast<int>(std::max<std::size_t>(1, shown().size()));
  const int hint = width * columns + look::px(gap) * (columns - 1);
  return {hint, heightForWidth(hint)};
}

QSize ColumnsLayout::minimumSize() const {
  QSize least;
  for (QLayoutItem* item : shown()) least = least.expandedTo(item->minimumSize());
  return least;
}

void ColumnsLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

int ColumnsLayout::arrange(const QRect& rect, bool move) const {
  const auto items = shown();
  const auto widths = widthsFor(rect.width(), items.size());
  int y = rect.y();
  for (std::size_t first = 0; first < items.size(); first += widths.size()) {
    const std::size_t last = std::min(items.size(), first + widths.size());
    int row = 0;
    for (std::size_t i = first; i < last; ++i) row = std::max(row, heightOf(*items[i], widths[i - first]));
    int x = rect.x();
    for (std::size_t i = first; i < last && move; ++i) {
      const int width = widths[i - first];
      items[i]->setGeometry(QRect(x, y, width, topAligned ? heightOf(*items[i], width) : row));
      x += width + look::px(gap);
    }
    y += row + (last < items.size() ? look::px(gap) : 0);
  }
  return y - rect.y();
}

}  // namespace footbridge::gui
