// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/card_group.h"

#include <QKeyEvent>
#include <QWidget>
#include <algorithm>
#include <array>
#include <utility>

#include "gui/widgets/page_scroll.h"

namespace footbridge::gui {
namespace {

QPoint centreOf(const QWidget* card) {
  return card->mapTo(card->window(), card->rect().center());
}

/// The nearest card above or below, and of those as far away the one most nearly in line; null at the edge.
QWidget* across(const QWidget* from, int way, const QList<QWidget*>& cards) {
  const QPoint here = centreOf(from);
  const auto distance = [here, way](const QWidget* card) {
    const QPoint there = centreOf(card) - here;
    return std::pair(there.y() * way, std::abs(there.x()));
  };
  const auto isBeyond = [&](const QWidget* card) { return distance(card).first > card->height() / 2; };
  QWidget* nearest = nullptr;
  for (QWidget* card : cards) {
    if (isBeyond(card) && (nearest == nullptr || distance(card) < distance(nearest))) nearest = card;
  }
  return nearest;
}

PageScroll* pageOf(const QWidget* card) {
  for (QWidget* above = card->parentWidget(); above != nullptr; above = above->parentWidget()) {
    if (auto* page = qobject_cast<PageScroll*>(above)) return page;
  }
  return nullptr;
}

}  // namespace

CardGroup& CardGroup::of(QWidget& box) {
  auto* group = box.findChild<CardGroup*>(QString(), Qt::FindDirectChildrenOnly);
  return group != nullptr ? *group : *new CardGroup(&box);
}

void CardGroup::add(QWidget* card) {
  m_cards << card;
  card->installEventFilter(this);
  connect(card, &QObject::destroyed, this, [this, card] {
    m_cards.removeAll(card);
    if (m_stop == card) m_stop = nullptr;
    keepOneStop();
  });
  card->setFocusPolicy(Qt::ClickFocus);
  keepOneStop();
}

QList<QWidget*> CardGroup::reachable() const {
  QList<QWidget*> cards;
  std::ranges::copy_if(m_cards, std::back_inserter(cards),
                       [](const QWidget* card) { return card->isEnabled() && !card->isHidden(); });
  return cards;
}

void CardGroup::stopAt(QWidget* card) {
  if (m_stop == card) return;
  if (m_stop != nullptr) m_stop->setFocusPolicy(Qt::ClickFocus);
  m_stop = card;
  if (m_stop != nullptr) m_stop->setFocusPolicy(Qt::StrongFocus);
}

void CardGroup::keepOneStop() {
  const QList<QWidget*> cards = reachable();
  if (!cards.contains(m_stop)) stopAt(cards.value(0));
}

/// Where a key leads; null at the edge.
QWidget* CardGroup::next(QWidget* from, int key) const {
  const QList<QWidget*> cards = reachable();
  const qsizetype at = cards.indexOf(from);
  switch (key) {
    case Qt::Key_Left:
      return cards.value(at - 1);
    case Qt::Key_Right:
      return cards.value(at + 1);
    case Qt::Key_Up:
      return across(from, -1, cards);
    case Qt::Key_Down:
      return across(from, 1, cards);
    case Qt::Key_Home:
      return cards.value(0);
    default:
      return cards.value(cards.size() - 1);
  }
}

/// With Alt and the like they lead nowhere: a button by itself would leave the group.
bool CardGroup::takeKey(QWidget* from, const QKeyEvent& key) {
  constexpr std::array kLeading{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End};
  if (std::ranges::find(kLeading, key.key()) == kLeading.end()) return false;
  const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  QWidget* to = isPlain ? next(from, key.key()) : nullptr;
  if (to == nullptr) return true;
  to->setFocus(Qt::TabFocusReason);
  if (PageScroll* page = pageOf(to)) page->bringIntoSight(*to);
  return true;
}

bool CardGroup::eventFilter(QObject* watched, QEvent* event) {
  auto* card = static_cast<QWidget*>(watched);
  switch (event->type()) {
    case QEvent::KeyPress:
      if (takeKey(card, *static_cast<QKeyEvent*>(event))) return true;
      break;
    case QEvent::FocusIn:
      stopAt(card);
      break;
    case QEvent::EnabledChange:
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
      keepOneStop();
      break;
    default:
      break;
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace footbridge::gui
