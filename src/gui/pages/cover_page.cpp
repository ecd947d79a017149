// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/cover_page.h"

#include <QDate>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include "pages/ui_cover_page.h"

namespace footbridge::gui {
namespace {

// Greys of no theme of ours: a glance must not know the window again.
constexpr QColor kSheet(0xF4, 0xF4, 0xF4);
constexpr QColor kCell(0xFF, 0xFF, 0xFF);
constexpr QColor kText(0x40, 0x40, 0x40);

QDate toQDate(Day day) {
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
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
  QPalette grey(kSheet);
  grey.setColor(QPalette::WindowText, kText);
  setPalette(grey);
  fillMonth(today);
  setFocusPolicy(Qt::StrongFocus);
}

CoverPage::~CoverPage() = default;

void CoverPage::fillMonth(Day today) {
  const QDate date = toQDate(today);
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
    QPalette white = label->palette();
    white.setColor(QPalette::Window, kCell);
    label->setPalette(white);
    m_ui->monthGrid->addWidget(label, 1 + slot / 7, slot % 7);
    m_ui->monthGrid->setRowStretch(1 + slot / 7, 1);
  }
}

void CoverPage::keyPressEvent(QKeyEvent* event) {
  event->accept();
  if (!event->isAutoRepeat()) Q_EMIT uncovered();
}

void CoverPage::mousePressEvent(QMouseEvent*) {
  Q_EMIT uncovered();
}

void CoverPage::paintEvent(QPaintEvent*) {
  QPainter(this).fillRect(rect(), kSheet);
}

}  // namespace footbridge::gui
