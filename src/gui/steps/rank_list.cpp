// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/rank_list.h"

#include <QKeyEvent>
#include <algorithm>

#include "gui/look/look.h"

namespace footbridge::gui {

RankList::RankList(QWidget* parent) : QListWidget(parent) {
  setDragDropMode(QAbstractItemView::InternalMove);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTabKeyNavigation(false);
  connect(model(), &QAbstractItemModel::rowsMoved, this, &RankList::reordered);
  connect(model(), &QAbstractItemModel::rowsInserted, this, &RankList::updateGeometry);
  connect(model(), &QAbstractItemModel::rowsRemoved, this, &RankList::updateGeometry);
}

void RankList::moveCurrent(int by) {
  const int from = currentRow();
  const int to = from + by;
  if (from < 0 || to < 0 || to >= count()) return;
  insertItem(to, takeItem(from));
  setCurrentRow(to);
  Q_EMIT reordered();
}

QSize RankList::sizeHint() const {
  const int row = std::max(sizeHintForRow(0), look::px(24));
  return {look::px(200), row * std::max(count(), 1) + 2 * frameWidth() + look::px(8)};
}

void RankList::keyPressEvent(QKeyEvent* event) {
  const bool isAlt = event->modifiers() == Qt::AltModifier;
  if (isAlt && event->key() == Qt::Key_Up) return moveCurrent(-1);
  if (isAlt && event->key() == Qt::Key_Down) return moveCurrent(1);
  QListWidget::keyPressEvent(event);
}

}  // namespace footbridge::gui
