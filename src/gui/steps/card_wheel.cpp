// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/card_wheel.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "gui/look/look.h"
#include "gui/look/type.h"
#include "gui/steps/step_view.h"

namespace footbridge::gui {
namespace {

constexpr double kPad = 7;       ///< before and after a word
constexpr double kTick = 7;      ///< radius of the tick of a picked card
constexpr double kRim = 6;       ///< outside the wheel, for ticks and the focus ring
constexpr double kLines = 0.95;  ///< room of a line without one below, of the font's size

std::vector<std::array<int, 2>> countsOf(const std::vector<ShownFamily>& families) {
  std::vector<std::array<int, 2>> counts;
  counts.reserve(families.size());
  for (const ShownFamily& family : families) {
    counts.push_back({static_cast<int>(family.inner.size()), static_cast<int>(family.outer.size())});
  }
  return counts;
}

QFont wordsFont(bool isPicked) {
  return look::sans(16, isPicked ? QFont::DemiBold : QFont::Normal, look::scale());
}

}  // namespace

WheelCell::WheelCell(const ShownCard& card, const QString& family, QWidget* parent)
    : QPushButton(parent), m_card(card), m_family(family) {
  setObjectName(QStringLiteral("card-") + fromUtf8(card.id.text()));
  setCheckable(true);
  setFocusPolicy(Qt::ClickFocus);
  setAttribute(Qt::WA_NoSystemBackground);
  setAccessibleName(card.words);
  setAccessibleDescription(card.note.isEmpty() ? family : tr("%1 (%2)").arg(card.note, family));
}

CardWheel::CardWheel(const std::vector<ShownFamily>& families, const QString& tint, QWidget* parent)
    : QWidget(parent), m_plan(countsOf(families)), m_families(static_cast<int>(families.size())), m_tint(tint) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setFocusPolicy(Qt::TabFocus);
  setAccessibleName(tr("Wheel of cards"));
  setAccessibleDescription(tr("Left and Right go round, Up goes out, Down goes in, Space picks."));
  for (const ShownFamily& family : families) addCells(family);
  setCurrent(0);
  measure();
}

void CardWheel::addCells(const ShownFamily& family) {
  for (const auto* ring : {&family.inner, &family.outer}) {
    for (const ShownCard& card : *ring) {
      auto* cell = new WheelCell(card, family.title, this);
      cell->installEventFilter(this);
      connect(cell, &QPushButton::toggled, this, [this, cell] { reach(indexOf(cell)); });
      m_cells.push_back(cell);
    }
  }
}

void CardWheel::measure() {
  const QFontMetricsF metrics(wordsFont(true));
  std::vector<QSizeF> words;
  words.reserve(m_cells.size());
  for (const WheelCell* cell : m_cells) {
    words.emplace_back(metrics.horizontalAdvance(cell->words()), wordsFont(true).pixelSize() * kLines);
  }
  m_plan.measure(words, kPad * look::scale());
}

double CardWheel::spareRim() const {
  return kRim * look::scale();
}

int CardWheel::leastSide() const {
  return static_cast<int>(std::ceil(2 * (m_plan.leastRadius() + spareRim())));
}

void CardWheel::setSide(int side) {
  const int whole = std::max(side, leastSide());
  m_plan.setRadius(whole / 2.0 - spareRim());
  setFixedSize(whole, whole);
  update();
}

/// One cell at a time is a stop for the Tab key.
void CardWheel::setCurrent(int cell) {
  current()->setFocusPolicy(Qt::ClickFocus);
  m_current = cell;
  m_reached = cell;
  current()->setFocusPolicy(Qt::StrongFocus);
  setFocusProxy(current());
  update();
}

int CardWheel::indexOf(const QObject* cell) const {
  return static_cast<int>(std::find(m_cells.begin(), m_cells.end(), cell) - m_cells.begin());
}

void CardWheel::resizeEvent(QResizeEvent*) {
  const QPointF centre = rect().toRectF().center();
  for (std::size_t i = 0; i < m_cells.size(); ++i) {
    const QPainterPath outline = m_plan.outline(placeOf(static_cast<int>(i))).translated(centre);
    const QRect around = outline.boundingRect().toAlignedRect();
    m_cells[i]->setGeometry(around);
    m_cells[i]->setMask(QRegion(outline.translated(-around.topLeft()).toFillPolygon().toPolygon()));
  }
}

void CardWheel::reach(int cell) {
  setCurrent(cell);
  Q_EMIT reached(current());
}

bool CardWheel::takeKey(int key) {
  int to = m_current;
  if (key == Qt::Key_Left) to = m_plan.round(m_current, -1);
  if (key == Qt::Key_Right) to = m_plan.round(m_current, 1);
  if (key == Qt::Key_Up) to = m_plan.across(m_current, 1);
  if (key == Qt::Key_Down) to = m_plan.across(m_current, -1);
  const bool isArrow = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
  if (isArrow) {
    reach(to);
    current()->setFocus(Qt::TabFocusReason);
  }
  const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
  if (isEnter) current()->click();
  return isArrow || isEnter;
}

bool CardWheel::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
      if (takeKey(static_cast<QKeyEvent*>(event)->key())) return true;
      break;
    case QEvent::FocusIn:
      reach(indexOf(watched));
      break;
    case QEvent::Enter:
      m_reached = indexOf(watched);
      Q_EMIT reached(reachedCell());
      [[fallthrough]];
    case QEvent::Leave:
    case QEvent::FocusOut:
      update();
      break;
    default:
      break;
  }
  return QWidget::eventFilter(watched, event);
}

/// Families differ in hue, and stand apart by a gap besides; the inner ring is a little deeper.
QColor CardWheel::groundOf(int cell) const {
  const Theme& theme = look::theme();
  const WheelPlace& place = placeOf(cell);
  const double hue = std::fmod(0.03 + static_cast<double>(place.family) / m_families, 1.0);
  const QColor bright = QColor::fromHslF(static_cast<float>(hue), 0.55F, theme.dark ? 0.45F : 0.6F);
  const double part =
      (place.ring == 0 ? 0.26 : 0.16) + (m_cells[static_cast<std::size_t>(cell)]->underMouse() ? 0.12 : 0);
  return look::mixed(theme.card, bright, part);
}

void CardWheel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(rect().toRectF().center());
  const int cells = static_cast<int>(m_cells.size());
  for (int i = 0; i < cells; ++i) paintCell(painter, i);
  for (int i = 0; i < cells; ++i) {
    const WheelPlace& place = placeOf(i);
    const bool opensFamily = i == 0 || placeOf(i - 1).family != place.family;
    if (!opensFamily) continue;
    painter.save();
    painter.rotate(place.from);
    painter.setPen(QPen(look::theme().paper, look::px(6)));
    painter.drawLine(QPointF(0, -m_plan.innerEdge(0) + 1), QPointF(0, -m_plan.outerEdge(1) - 1));
    painter.restore();
  }
  for (int i = 0; i < cells; ++i) paintWords(painter, i);
  paintFocus(painter);
  for (int i = 0; i < cells; ++i) {
    if (m_cells[static_cast<std::size_t>(i)]->isChecked()) paintTick(painter, placeOf(i));
  }
  paintHub(painter);
}

void CardWheel::paintCell(QPainter& painter, int cell) const {
  const Theme& theme = look::theme();
  const bool isPicked = m_cells[static_cast<std::size_t>(cell)]->isChecked();
  painter.setPen(QPen(theme.paper, 2));
  painter.setBrush(isPicked ? look::tokenColour(theme, m_tint) : groundOf(cell));
  painter.drawPath(m_plan.outline(placeOf(cell)));
}

/// Along the spoke and never upside down: outwards on the right half, inwards on the left.
void CardWheel::paintWords(QPainter& painter, int cell) const {
  const WheelPlace& place = placeOf(cell);
  const WheelCell& shown = *m_cells[static_cast<std::size_t>(cell)];
  const double pad = kPad * look::scale();
  const double from = m_plan.innerEdge(place.ring);
  double to = m_plan.outerEdge(place.ring) - pad;
  const double half = wordsFont(true).pixelSize();
  const bool isRight = place.middle() <= 180;
  // The word makes room for its tick where it can.
  const double spare = to - from - QFontMetricsF(wordsFont(true)).horizontalAdvance(shown.words());
  if (shown.isChecked()) to -= std::clamp(spare, 0.0, kTick * look::scale());
  painter.save();
  painter.rotate(place.middle() + (isRight ? -90 : 90));
  painter.setFont(wordsFont(shown.isChecked()));
  painter.setPen(shown.isChecked() ? look::theme().card : look::theme().ink);
  const QRectF room = isRight ? QRectF(from, -half, to - from, 2 * half) : QRectF(-to, -half, to - from, 2 * half);
  painter.drawText(room, Qt::AlignVCenter | Qt::TextDontClip | (isRight ? Qt::AlignRight : Qt::AlignLeft),
                   shown.words());
  painter.restore();
}

/// A tick besides the colour, on the edge that the word ends at.
void CardWheel::paintTick(QPainter& painter, const WheelPlace& place) const {
  const Theme& theme = look::theme();
  const double size = kTick * look::scale();
  const double at = (place.middle() - 90) * M_PI / 180;
  const double way = m_plan.outerEdge(place.ring) - 1;
  painter.save();
  painter.translate(way * std::cos(at), way * std::sin(at));
  painter.setPen(QPen(theme.card, 1.5));
  painter.setBrush(look::tokenColour(theme, m_tint));
  painter.drawEllipse(QPointF(), size, size);
  painter.setPen(QPen(theme.card, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(QPolygonF({{-size * .45, 0.0}, {-size * .1, size * .38}, {size * .5, -size * .38}}));
  painter.restore();
}

void CardWheel::paintFocus(QPainter& painter) const {
  if (!current()->hasFocus()) return;
  painter.setBrush(Qt::NoBrush);
  const QPainterPath outline = m_plan.outline(placeOf(m_current));
  painter.strokePath(outline, QPen(look::theme().paper, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.strokePath(outline, QPen(look::theme().focus, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

/// The card told of beside the wheel, where it has room. Its family stays unsaid: some bear the name of another card.
void CardWheel::paintHub(QPainter& painter) const {
  const double radius = m_plan.innerEdge(0) - look::px(4);
  const QFont font = look::sans(16, QFont::DemiBold, look::scale());
  const QRectF hub(-radius, -radius, 2 * radius, 2 * radius);
  const QRectF needed = QFontMetricsF(font).boundingRect(hub, Qt::AlignCenter | Qt::TextWordWrap, middle());
  if (std::hypot(needed.width(), needed.height()) > 2 * radius) return;
  painter.setFont(font);
  painter.setPen(look::theme().soft);
  painter.drawText(hub, Qt::AlignCenter | Qt::TextWordWrap, middle());
}

}  // namespace footbridge::gui
