// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/page_scroll.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTimer>
#include <algorithm>
#include <cassert>
#include <utility>

#include "gui/look/look.h"
#include "gui/widgets/steady_foot.h"

namespace footbridge::gui {
namespace {

constexpr int kNarrow = 480;  ///< at 100 % text
constexpr int kAround = 16;   ///< what comes into sight with a field

/// What says what the field is for: the card around it, else the field itself.
const QWidget& cardAround(const QWidget& field, const QWidget& page) {
  for (const QWidget* one = &field; one != &page; one = one->parentWidget()) {
    if (one->property("look").toString() == QStringLiteral("card")) return *one;
  }
  return field;
}

/// Brings a field wholly into what is seen above the `covered` foot of the page, and of its card what has room above
/// it.
void scrollTo(const QWidget& field, const QScrollArea& page, int covered) {
  QScrollBar* bar = page.verticalScrollBar();
  const int gap = look::px(kAround);
  const int room = page.viewport()->height() - covered;
  const auto topOf = [&page](const QWidget& one) { return one.mapTo(page.widget(), QPoint(0, 0)).y(); };
  const QWidget& card = cardAround(field, *page.widget());
  const int end = topOf(field) + field.height();
  // Of a field that is itself too high the beginning is seen.
  const int first = std::min(topOf(field) - gap, end - room);
  const int top = std::max(std::min(topOf(card), topOf(field)) - gap, first);
  const int bottom = std::clamp(topOf(card) + card.height() + gap, end, std::max(end, top + room));
  if (bottom > bar->value() + room) bar->setValue(std::min(top, bottom - room));
  if (top < bar->value()) bar->setValue(top);
}

PageScroll* pageOf(const QWidget& widget) {
  for (QWidget* one = widget.parentWidget(); one != nullptr; one = one->parentWidget()) {
    if (auto* page = qobject_cast<PageScroll*>(one)) return page;
  }
  return nullptr;
}

}  // namespace

PageScroll::PageScroll(QWidget* parent) : QScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // Unseen while there is nothing to scroll, it keeps its room, so that no column moves from one page to the next.
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
  setFocusPolicy(Qt::NoFocus);
  viewport()->setAutoFillBackground(false);
  verticalScrollBar()->setSingleStep(look::px(24));
  connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
          [this](int least, int most) { setFocusPolicy(most > least ? Qt::TabFocus : Qt::NoFocus); });
}

int PageScroll::edgeAt(int width) {
  return width < look::px(kNarrow) ? kNarrowEdge : kEdge;
}

/// A narrow page gives its edges to the words.
void PageScroll::resizeEvent(QResizeEvent* event) {
  QScrollArea::resizeEvent(event);
  QLayout* page = widget() == nullptr ? nullptr : widget()->layout();
  if (page == nullptr || property("barRoom").isValid()) return;  // such a page has its edges round the area
  const int edge = edgeAt(width());
  QMargins margins = page->contentsMargins();
  if (margins.left() != kEdge + kNarrowEdge - edge) return;  // a page of other edges keeps them
  margins.setLeft(edge);
  margins.setRight(edge);
  page->setContentsMargins(margins);
}

void PageScroll::follow(QWidget& focus) {
  PageScroll* page = pageOf(focus);
  if (page == nullptr) return;
  // Once everything has its place.
  QTimer::singleShot(0, &focus, [held = QPointer<PageScroll>(page), &focus] {
    if (held) held->bringIntoSight(focus);
  });
}

void PageScroll::beginAt(QWidget& head, QWidget& focus) {
  PageScroll* page = pageOf(focus);
  if (page == nullptr) return;
  QTimer::singleShot(0, &focus, [held = QPointer<PageScroll>(page), top = QPointer<QWidget>(&head), &focus] {
    if (held && top) held->keepInSight(*top, focus);
  });
}

void PageScroll::keepInSight(const QWidget& head, QWidget& focus) {
  bringIntoSight(focus);
  if (widget() == nullptr || !widget()->isAncestorOf(&head)) return;
  const int top = std::max(0, head.mapTo(widget(), QPoint(0, 0)).y() - look::px(kAround));
  if (verticalScrollBar()->value() <= top) return;
  verticalScrollBar()->setValue(top);
  m_outOfSight = &focus;
  while (m_outOfSight->focusProxy() != nullptr) m_outOfSight = m_outOfSight->focusProxy();
  m_outOfSight->installEventFilter(this);
}

bool PageScroll::eventFilter(QObject* watched, QEvent* event) {
  const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::InputMethod;
  if (isKey && watched == m_outOfSight) {
    watched->removeEventFilter(this);
    bringIntoSight(*std::exchange(m_outOfSight, nullptr));
  }
  return QScrollArea::eventFilter(watched, event);
}

QSize PageScroll::sizeHint() const {
  return {look::px(760), look::px(480)};
}

bool PageScroll::event(QEvent* event) {
  // A form sets the page after we were made, and Qt then fills its ground; the window's paper shows through instead.
  if (event->type() == QEvent::Polish && widget() != nullptr) widget()->setAutoFillBackground(false);
  // The bar lies over the edge of the area, as wide at every size of text; what is kept beside it is its room.
  if (event->type() == QEvent::DynamicPropertyChange) setViewportMargins(0, 0, property("barRoom").toInt(), 0);
  if (event->type() == QEvent::Polish && accessibleName().isEmpty()) setAccessibleName(tr("Page"));
  // What the page holds is measured for the last time when it is polished, after we were sized: measure again.
  if (event->type() == QEvent::Show) QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest));
  return QScrollArea::event(event);
}

void PageScroll::keepInReach(QBoxLayout* row) {
  m_foot = new SteadyFoot(row, *this);
}

void PageScroll::bringIntoSight(const QWidget& focus) {
  const bool inFoot = m_foot != nullptr && m_foot->isAncestorOf(&focus);
  if (widget() == nullptr || !widget()->isAncestorOf(&focus) || inFoot) return;
  scrollTo(focus, *this, m_foot != nullptr ? m_foot->covers() : 0);
}

void PageScroll::keepInReach(QWidget* row) {
  auto* column = qobject_cast<QBoxLayout*>(row->parentWidget()->layout());
  const int at = column == nullptr ? -1 : column->indexOf(row);
  assert(at >= 0);
  delete column->takeAt(at);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(0, 0, 0, 0);
  column->insertLayout(at, line);
  line->addWidget(row);
  keepInReach(line);
}

bool PageScroll::focusNextPrevChild(bool next) {
  // Not the scroll area's own, which would scroll as it sees fit before we do.
  if (!QWidget::focusNextPrevChild(next)) return false;  // NOLINT(bugprone-parent-virtual-call)
  if (const QWidget* focus = focusWidget()) bringIntoSight(*focus);
  return true;
}

// The bar shows where the keyboard is.
void PageScroll::focusInEvent(QFocusEvent* event) {
  QScrollArea::focusInEvent(event);
  verticalScrollBar()->update();
}
void PageScroll::focusOutEvent(QFocusEvent* event) {
  QScrollArea::focusOutEvent(event);
  verticalScrollBar()->update();
}

void PageScroll::keyPressEvent(QKeyEvent* event) {
  QScrollBar* bar = verticalScrollBar();
  switch (event->key()) {
    case Qt::Key_Home:
      return bar->triggerAction(QAbstractSlider::SliderToMinimum);
    case Qt::Key_End:
      return bar->triggerAction(QAbstractSlider::SliderToMaximum);
    case Qt::Key_PageUp:
      return bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_PageDown:
      return bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    default:
      QScrollArea::keyPressEvent(event);
  }
}

}  // namespace footbridge::gui
