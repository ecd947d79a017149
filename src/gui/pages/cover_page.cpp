// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/cover_page.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <utility>

#include "gui/calendar.h"
#include "gui/look/look.h"
#include "pages/ui_cover_page.h"

namespace footbridge::gui {
namespace {

// Greys of no theme of ours: a glance must not know the window again.
struct Greys {
  QColor sheet, cell, text;
};
constexpr Greys kLight{QColor(0xF4, 0xF4, 0xF4), QColor(0xFF, 0xFF, 0xFF), QColor(0x40, 0x40, 0x40)};
constexpr Greys kDark{QColor(0x24, 0x24, 0x24), QColor(0x30, 0x30, 0x30), QColor(0xC4, 0xC4, 0xC4)};

const Greys& greys() {
  return look::appearance().dark() ? kDark : kLight;
}

QLabel* cell(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  label->setMargin(6);
  label->setAttribute(Qt::WA_TransparentForMouseEvents);
  return label;
}

}  // namespace

CoverPage::CoverPage(Day today, QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::CoverPage>()) {
  m_ui->setupUi(this);
  fillMonth(today);
  colour();
  setFocusPolicy(Qt::StrongFocus);
}

CoverPage::~CoverPage() = default;

void CoverPage::fillMonth(Day today) {
  const QDate date = toDate(today);
  const QDate first(date.year(), date.month(), 1);
  m_ui->monthLabel->setText(QLocale().standaloneMonthName(date.month()) + QStringLiteral(" %1").arg(date.year()));
  setAccessibleName(m_ui->monthLabel->text());
  for (int day = 1; day <= 7; ++day) {
    m_ui->monthGrid->addWidget(cell(QLocale().standaloneDayName(day, QLocale::ShortFormat), this), 0, day - 1);
  }
  for (int day = 1; day <= date.daysInMonth(); ++day) {
    const int slot = first.dayOfWeek() - 1 + day - 1;
    QLabel* label = cell(QString::number(day), this);
    label->setAutoFillBackground(true);
    m_ui->monthGrid->addWidget(label, 1 + slot / 7, slot % 7);
    m_ui->monthGrid->setRowStretch(1 + slot / 7, 1);
  }
}

// A dark room stays dark when it is covered, and nobody looks up.
void CoverPage::colour() {
  QPalette grey(greys().sheet);
  grey.setColor(QPalette::WindowText, greys().text);
  setPalette(grey);
  grey.setColor(QPalette::Window, greys().cell);
  for (QLabel* label : findChildren<QLabel*>()) {
    if (label->autoFillBackground()) label->setPalette(grey);
  }
}

void CoverPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::StyleChange) colour();
  QWidget::changeEvent(event);
}

void CoverPage::mousePressEvent(QMouseEvent*) {
  m_isPressed = true;
}

// One that began on the button that hides, as of somebody in a hurry, is not meant for the cover that came of it.
void CoverPage::mouseDoubleClickEvent(QMouseEvent*) {
  if (std::exchange(m_isPressed, false)) Q_EMIT uncovered();
}

void CoverPage::paintEvent(QPaintEvent*) {
  QPainter(this).fillRect(rect(), greys().sheet);
}

}  // namespace footbridge::gui
