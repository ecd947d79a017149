// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/steady_foot.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLinearGradient>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>
#include <cassert>

#include "gui/look/button_role.h"
#include "gui/look/look.h"
#include "gui/widgets/flow_row.h"

namespace footbridge::gui {
namespace {

constexpr int kFade = 22;   ///< above the row, so that lines end softly
constexpr int kClear = 24;  ///< at least between the row and the edge of the window
constexpr int kBeside = 6;  ///< for the focus rings of what scrolls beneath
constexpr double kRoomyText = 1.3;

bool isWords(const QWidget& widget) {
  return qobject_cast<const QLabel*>(&widget) != nullptr || look::roleOf(&widget) == look::ButtonRole::Link;
}

/// What the row lies over: the paper, or the card that it is a part of.
QColor groundOf(const QWidget& widget) {
  for (const QWidget* one = &widget; one != nullptr; one = one->parentWidget()) {
    if (one->property("look").toString() == QStringLiteral("card")) return look::theme().card;
  }
  return look::theme().paper;
}

int roomBelow(const QWidget& seen) {
  const QWidget* window = seen.window();
  const int rest = window->height() - seen.mapTo(window, QPoint(0, seen.height())).y();
  return std::max(0, look::px(kClear) - rest);
}

void takeWords(QBoxLayout& row, FlowRow*& words) {
  for (int i = 0; i < row.count();) {
    if (auto* inner = qobject_cast<QBoxLayout*>(row.itemAt(i)->layout())) takeWords(*inner, words);
    QWidget* widget = row.itemAt(i)->widget();
    if (widget == nullptr || !isWords(*widget)) {
      ++i;
      continue;
    }
    delete row.takeAt(i);
    if (words == nullptr) words = new FlowRow;
    widget->setParent(words);
  }
}

/// The words of a line of buttons, also where they are a column in it, in a line of their own; null where it has none.
FlowRow* wordsOf(QBoxLayout& row) {
  FlowRow* words = nullptr;
  takeWords(row, words);
  return words;
}

}  // namespace

/// Keeps the place of the row in the form's column: as large as the row, and empty.
class SteadyFoot::Room : public QWidget {
 public:
  Room(const QWidget& foot, QWidget* parent) : QWidget(parent), m_foot(foot) {
    // Words that wrap ask for more height than they need once they have their width, or for less in large text.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_TransparentForMouseEvents);
  }
  [[nodiscard]] QSize sizeHint() const override { return m_foot.layout()->sizeHint(); }
  [[nodiscard]] QSize minimumSizeHint() const override { return m_foot.layout()->minimumSize(); }
  [[nodiscard]] bool hasHeightForWidth() const override { return m_foot.layout()->hasHeightForWidth(); }
  [[nodiscard]] int heightForWidth(int width) const override { return m_foot.layout()->heightForWidth(width); }

 private:
  const QWidget& m_foot;
};

SteadyFoot::SteadyFoot(QBoxLayout* row, QScrollArea& scroll)
    : QWidget(row->parentWidget()), m_scroll(scroll), m_room(nullptr) {
  auto* column = qobject_cast<QBoxLayout*>(row->parent());
  const int at = column == nullptr ? -1 : column->indexOf(row);
  assert(at >= 0);
  column->takeAt(at);
  row->setParent(nullptr);
  const bool isLine = row->direction() == QBoxLayout::LeftToRight;
  FlowRow* words = isLine && !hasRoomForWords() ? wordsOf(*row) : nullptr;
  setLayout(row);
  m_room = new Room(*this, parentWidget());
  column->insertWidget(at, m_room);
  m_column = column;
  if (words != nullptr) column->insertWidget(at, words);
  m_room->installEventFilter(this);
  parentWidget()->installEventFilter(this);
  scroll.viewport()->installEventFilter(this);
  connect(scroll.verticalScrollBar(), &QScrollBar::valueChanged, this, &SteadyFoot::place);
  updateRoom();
  raise();
  show();
}

std::vector<QLayoutItem*> SteadyFoot::below() const {
  std::vector<QLayoutItem*> items;
  for (int i = m_column == nullptr ? -1 : m_column->indexOf(m_room); i >= 0 && i < m_column->count(); ++i)
    items.push_back(m_column->itemAt(i));
  return items;
}

bool SteadyFoot::hasRoomForWords() {
  return look::scale() <= kRoomyText;
}

/// A row that shows nothing takes no room.
void SteadyFoot::updateRoom() {
  m_room->setHidden(layout()->isEmpty());
  m_room->updateGeometry();
}

bool SteadyFoot::eventFilter(QObject* watched, QEvent* event) {
  const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
  if (moved) place();
  return QWidget::eventFilter(watched, event);
}

bool SteadyFoot::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) updateRoom();
  return QWidget::event(event);
}

void SteadyFoot::place() {
  const QWidget* seen = m_scroll.viewport();
  if (!seen->isAncestorOf(this)) return;  // the page was taken away, and goes soon
  const int fold = parentWidget()->mapFrom(seen, QPoint(0, seen->height())).y();
  const QRect own = m_room->geometry();
  const int below = roomBelow(*seen);
  const int needed = look::px(kFade) + own.height() + below;
  // Where it would take most of a small window, the words have it; nor does it leave the part of the page it ends.
  const bool isBelow = own.bottom() >= fold && fold >= needed && !layout()->isEmpty();
  m_afloat = isBelow && needed * 2 < seen->height();
  // Margins of this widget and not of the row: the room it keeps stays the same.
  setContentsMargins(m_afloat ? QMargins(look::px(kBeside), look::px(kFade), look::px(kBeside), below) : QMargins());
  const QRect afloat(own.x() - look::px(kBeside), fold - needed, own.width() + 2 * look::px(kBeside), needed);
  setGeometry(m_afloat ? afloat : own);
  update();
}

void SteadyFoot::paintEvent(QPaintEvent*) {
  if (!m_afloat) return;
  const QColor ground = groundOf(*parentWidget());
  QColor through = ground;
  through.setAlpha(0);
  QLinearGradient fade(0, 0, 0, look::px(kFade));
  fade.setColorAt(0, through);
  fade.setColorAt(0.7, ground);
  QPainter(this).fillRect(rect(), fade);
}

}  // namespace footbridge::gui
