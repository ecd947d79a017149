// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/scale_row.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/widgets/page_scroll.h"

namespace footbridge::gui {
namespace {

constexpr int kCellGap = 6;

/// The row before or after this one on the same page.
ScaleRow* neighbour(ScaleRow* row, int way) {
  const auto rows = row->window()->findChildren<ScaleRow*>();
  QList<ScaleRow*> shown;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(shown),
               [](const ScaleRow* one) { return one->isVisible(); });
  const auto above = [row](const ScaleRow* one) { return one->mapTo(row->window(), QPoint()).y(); };
  std::sort(shown.begin(), shown.end(), [&](const ScaleRow* a, const ScaleRow* b) { return above(a) < above(b); });
  return shown.value(shown.indexOf(row) + way, nullptr);
}

QLabel* newEnd(ScaleRow& row) {
  auto* end = new QLabel(&row);
  end->setProperty("look", QStringLiteral("small"));
  end->setTextFormat(Qt::PlainText);
  end->hide();
  return end;
}

}  // namespace

ScaleRow::ScaleRow(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setHorizontalSpacing(kCellGap);
  m_grid->setVerticalSpacing(2);
  // In the order in which they stand, which is that of a screen reader too.
  m_ends[0] = newEnd(*this);
  for (int i = 0; i < kMarks; ++i) {
    auto* square = new QPushButton(QString::number(i), this);
    square->setProperty("role", QStringLiteral("score"));
    square->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    square->setObjectName(QStringLiteral("score%1").arg(i));
    connect(square, &QPushButton::clicked, this, [this, i] { choose(ScaleMark{Score::from(i)}); });
    m_squares[static_cast<std::size_t>(i)] = square;
    m_grid->addWidget(square, 0, kFirst + i);
  }
  m_ends[1] = newEnd(*this);
  m_aside = new QPushButton(tr("Did not come up"), this);
  m_aside->setProperty("role", QStringLiteral("aside"));
  m_aside->setObjectName(QStringLiteral("notComeUp"));
  connect(m_aside, &QPushButton::clicked, this, [this] { choose(ScaleMark{}); });
  m_grid->setColumnMinimumWidth(kAside - 1, kCellGap);
  placeAside(false);
  m_grid->setColumnStretch(kAside + 1, 1);
  for (int i = 0; i <= kMarks; ++i) {
    button(i)->setCheckable(true);
    button(i)->installEventFilter(this);
  }
  setMayNotComeUp(false);
  setWords({}, {});
  setTint(m_tint);
  showMark();
}

QPushButton* ScaleRow::button(int index) const {
  return index == kMarks ? m_aside : m_squares.at(static_cast<std::size_t>(index));
}

QWidget* ScaleRow::stop() const {
  return button(std::max(0, chosenIndex()));
}

int ScaleRow::chosenIndex() const {
  if (!m_mark) return -1;
  return m_mark->score ? m_mark->score->mark() : kMarks;
}

void ScaleRow::setMark(std::optional<ScaleMark> mark) {
  m_mark = mark;
  showMark();
}

void ScaleRow::setTint(const QString& token) {
  m_tint = token;
  for (int i = 0; i <= kMarks; ++i) look::setTint(button(i), token);
}

bool ScaleRow::mayNotComeUp() const {
  return !m_aside->isHidden();
}

void ScaleRow::setMayNotComeUp(bool may) {
  m_aside->setVisible(may);
}

void ScaleRow::setWords(const QString& line, const std::array<QString, 4>& scale) {
  setAccessibleName(line);
  for (int i = 0; i < kMarks; ++i) {
    const QString words = i % 2 == 0 ? scale.at(static_cast<std::size_t>(i / 2)) : QString();
    const QString mark = words.isEmpty() ? QString::number(i) : tr("%1, %2").arg(i).arg(words);
    button(i)->setAccessibleName(line.isEmpty() ? mark : tr("%1: %2").arg(line, mark));
  }
  m_aside->setAccessibleName(line.isEmpty() ? m_aside->text() : tr("%1: %2").arg(line, m_aside->text()));
}

void ScaleRow::setEnds(const QString& low, const QString& high) {
  m_ends[0]->setText(low);
  m_ends[1]->setText(high);
  placeEnds(false);
}

bool ScaleRow::hasEnds() const {
  return std::ranges::any_of(m_ends, [](const QLabel* end) { return !end->text().isEmpty(); });
}

int ScaleRow::roomForHigh() const {
  if (!mayNotComeUp() || m_ends[1]->text().isEmpty()) return 0;
  m_ends[1]->ensurePolished();
  return m_ends[1]->sizeHint().width();
}

void ScaleRow::setRoomForHigh(int room) {
  m_roomForHigh = room;
  placeEnds(false);
}

void ScaleRow::setEndsBelow(bool below) {
  const bool isBelow = m_grid->rowCount() > 1 && m_grid->itemAtPosition(1, kFirst) != nullptr;
  if (hasEnds() && below != isBelow) placeEnds(below);
}

void ScaleRow::placeEnds(bool below) {
  const auto [low, high] = m_ends;
  for (QLabel* end : m_ends) {
    m_grid->removeWidget(end);
    end->setVisible(!end->text().isEmpty());
  }
  m_grid->setColumnMinimumWidth(kHigh, below ? 0 : m_roomForHigh);
  low->setAlignment(Qt::AlignVCenter | (below ? Qt::AlignLeft : Qt::AlignRight));
  high->setAlignment(Qt::AlignVCenter | (below ? Qt::AlignRight : Qt::AlignLeft));
  if (below) {
    constexpr int kHalf = kMarks / 2;
    m_grid->addWidget(low, 1, kFirst, 1, kHalf);
    m_grid->addWidget(high, 1, kFirst + kHalf, 1, kMarks - kHalf);
  } else {
    m_grid->addWidget(low, 0, 0);
    m_grid->addWidget(high, 0, kHigh, 1, mayNotComeUp() ? 1 : kAside - kHigh + 1);
  }
}

void ScaleRow::setAsideBelow(bool below) {
  if (below == m_asideBelow) return;
  m_asideBelow = below;
  placeAside(below);
}

int ScaleRow::squaresWidth() const {
  m_squares[0]->ensurePolished();
  return kMarks * m_squares[0]->sizeHint().width() + (kMarks + 1) * kCellGap;
}

void ScaleRow::placeAside(bool below) {
  QSizePolicy policy = m_aside->sizePolicy();
  policy.setHorizontalPolicy(QSizePolicy::Fixed);
  policy.setRetainSizeWhenHidden(!below);  // beside the squares, rows stay in line with each other
  m_aside->setSizePolicy(policy);
  m_grid->removeWidget(m_aside);
  if (below)
    m_grid->addWidget(m_aside, 2, kFirst, 1, kMarks, Qt::AlignLeft);
  else
    m_grid->addWidget(m_aside, 0, kAside);
}

void ScaleRow::choose(std::optional<ScaleMark> mark) {
  setMark(mark);
  Q_EMIT marked(m_mark);
}

void ScaleRow::showMark() {
  const int chosen = chosenIndex();
  for (int i = 0; i <= kMarks; ++i) {
    button(i)->setChecked(i == chosen);
    button(i)->setFocusPolicy(i == std::max(0, chosen) ? Qt::StrongFocus : Qt::ClickFocus);
  }
  if (m_aside->testAttribute(Qt::WA_WState_Polished)) m_aside->style()->polish(m_aside);
}

bool ScaleRow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent*>(event)->key())) return true;
  return QWidget::eventFilter(watched, event);
}

bool ScaleRow::takeKey(int key) {
  if (key == Qt::Key_Up || key == Qt::Key_Down) {
    ScaleRow* next = neighbour(this, key == Qt::Key_Up ? -1 : 1);
    if (next == nullptr) return true;
    next->stop()->setFocus(Qt::TabFocusReason);
    PageScroll::follow(*next);
    return true;
  }
  const int last = mayNotComeUp() ? kMarks : kMarks - 1;
  int at = chosenIndex();
  if (key >= Qt::Key_0 && key <= Qt::Key_6)
    at = key - Qt::Key_0;
  else if (key == Qt::Key_Left)
    at = std::max(0, at - 1);
  else if (key == Qt::Key_Right)
    at = std::min(last, at + 1);
  else if (key == Qt::Key_Backspace || key == Qt::Key_Delete)
    at = -1;
  else
    return false;
  choose(at < 0 ? std::nullopt : std::optional(ScaleMark{at == kMarks ? std::nullopt : Score::from(at)}));
  stop()->setFocus(Qt::TabFocusReason);
  PageScroll::follow(*this);
  return true;
}

void ScaleRow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::StyleChange) layout()->invalidate();
}

}  // namespace footbridge::gui
