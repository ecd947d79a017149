// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/rank_list.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

#include "gui/look/look.h"

namespace footbridge::gui {

namespace {
constexpr int kIdRole = Qt::UserRole;
constexpr int kWordsRole = Qt::UserRole + 1;
}  // namespace

RankList::RankList(QWidget* parent) : QListWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setTabKeyNavigation(false);
  setFrameShape(QFrame::NoFrame);
  setSpacing(2);
  QPalette colours = palette();
  colours.setColor(QPalette::Base, look::theme().sunk);
  colours.setColor(QPalette::Highlight, look::theme().ours.wash);
  colours.setColor(QPalette::HighlightedText, look::theme().ink);
  setPalette(colours);
  connect(model(), &QAbstractItemModel::rowsInserted, this, &RankList::updateGeometry);
  connect(model(), &QAbstractItemModel::rowsRemoved, this, &RankList::updateGeometry);
}

void RankList::addLine(const QString& id, const QString& words) {
  auto* line = new QListWidgetItem(this);
  line->setData(kIdRole, id);
  line->setData(kWordsRole, words);
  setCurrentItem(line);
  number();
}

void RankList::removeLine(const QString& id) {
  for (int i = count() - 1; i >= 0; --i) {
    if (item(i)->data(kIdRole).toString() == id) delete takeItem(i);
  }
  number();
}

QStringList RankList::ids() const {
  QStringList ids;
  for (int i = 0; i < count(); ++i) ids << item(i)->data(kIdRole).toString();
  return ids;
}

void RankList::number() {
  for (int i = 0; i < count(); ++i) item(i)->setText(tr("%1. %2").arg(i + 1).arg(item(i)->data(kWordsRole).toString()));
}

void RankList::moveCurrent(int by) {
  const int from = currentRow();
  const int to = from + by;
  if (from < 0 || to < 0 || to >= count()) return;
  insertItem(to, takeItem(from));
  setCurrentRow(to);
  number();
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

void RankList::mousePressEvent(QMouseEvent* event) {
  QListWidget::mousePressEvent(event);
  m_isHeld = event->button() == Qt::LeftButton && itemAt(event->position().toPoint()) != nullptr;
}

void RankList::mouseMoveEvent(QMouseEvent* event) {
  if (!m_isHeld) return QListWidget::mouseMoveEvent(event);
  drawTo(event->position().toPoint().y());
}

void RankList::mouseReleaseEvent(QMouseEvent* event) {
  m_isHeld = false;
  QListWidget::mouseReleaseEvent(event);
}

/// Past the middle of a neighbour the two change places; lines of any height then stay where they are put.
void RankList::drawTo(int height) {
  const auto middle = [this](int row) { return visualItemRect(item(row)).center().y(); };
  while (currentRow() + 1 < count() && height > middle(currentRow() + 1)) moveCurrent(1);
  while (currentRow() > 0 && height < middle(currentRow() - 1)) moveCurrent(-1);
}

}  // namespace footbridge::gui
