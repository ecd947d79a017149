// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/flow_layout.h"

#include <algorithm>

#include "gui/look/look.h"

namespace footbridge::gui {

FlowLayout::FlowLayout(QWidget* parent, int gap) : QLayout(parent), m_gap(gap) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::setGap(int gap) {
  m_gap = gap;
  invalidate();
}

void FlowLayout::addItem(QLayoutItem* item) {
  m_items.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index < 0 || index >= count() ? nullptr : m_items[static_cast<std::size_t>(index)].get();
}

QLayoutItem* FlowLayout::takeAt(int index) {
  if (index < 0 || index >= count()) return nullptr;
  const auto place = m_items.begin() + index;
  QLayoutItem* item = place->release();
  m_items.erase(place);
  return item;
}

void FlowLayout::invalidate() {
  m_measured = {};
  QLayout::invalidate();
}

int FlowLayout::heightForWidth(int width) const {
  if (m_measured.width != width) m_measured.height = arrange(QRect(0, 0, width, 0), false);
  m_measured.width = width;
  return m_measured.height;
}

QSize FlowLayout::sizeHint() const {
  int width = 0;
  for (const auto& item : m_items) width += item->isEmpty() ? 0 : item->sizeHint().width() + look::px(m_gap);
  return {std::max(0, width - look::px(m_gap)), minimumSize().height()};
}

QSize FlowLayout::minimumSize() const {
  QSize least;
  for (const auto& item : m_items)
    if (!item->isEmpty()) least = least.expandedTo(item->minimumSize());
  return least;
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

QSize FlowLayout::sizeIn(QLayoutItem& item, int width) {
  const QSize least = item.minimumSize();
  QSize size = item.sizeHint();
  size.setWidth(std::min(size.width(), std::max(width, least.width())));
  if (item.hasHeightForWidth()) size.setHeight(std::max(item.heightForWidth(size.width()), least.height()));
  return size;
}

int FlowLayout::arrange(const QRect& rect, bool move) const {
  const int gap = look::px(m_gap);
  struct Placed {
    QLayoutItem* item;
    QRect place;
    int spacers;  ///< before it in its line
  };
  std::vector<Placed> row;
  int x = rect.x();
  int y = rect.y();
  int high = 0;
  int spacers = 0;
  const auto endRow = [&] {
    const int free = std::max(0, rect.x() + rect.width() - (x - gap));
    for (const Placed& one : row) {
      const int along = spacers > 0 ? free * one.spacers / spacers : 0;
      if (move) one.item->setGeometry(one.place.translated(along, (high - one.place.height()) / 2));
    }
    row.clear();
    x = rect.x();
    y += high;
    high = 0;
    spacers = std::min(spacers, 1);  // what was pushed to the end of its line is so in the next as well
  };
  for (const auto& item : m_items) {
    if (item->spacerItem() != nullptr) ++spacers;
    if (item->isEmpty()) continue;
    const QSize size = sizeIn(*item, rect.width());
    if (!row.empty() && x + size.width() > rect.x() + rect.width()) {
      endRow();
      y += gap;
    }
    row.push_back({item.get(), QRect(QPoint(x, y), size), spacers});
    x += size.width() + gap;
    high = std::max(high, size.height());
  }
  endRow();
  return y - rect.y();
}

}  // namespace footbridge::gui
