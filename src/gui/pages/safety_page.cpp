// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/safety_page.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>
#include <optional>

#include "gui/calendar.h"
#include "gui/look/look.h"
#include "gui/widgets/columns.h"
#include "gui/widgets/leave_on_escape.h"
#include "gui/widgets/new_label.h"
#include "pages/ui_safety_page.h"

namespace footbridge::gui {
namespace {

void addLabel(QVBoxLayout& column, const char* look, const std::string& text) {
  if (!text.empty()) column.addWidget(newLabel(look, QString::fromStdString(text)));
}

/// Beside each number where they were checked on different days; the notice names the day of all.
void addChecked(QVBoxLayout& column, std::optional<Day> checked) {
  if (!checked || !checked->ok()) return;
  const QString day = QLocale().toString(toDate(*checked), QStringLiteral("d MMMM yyyy"));
  column.addWidget(newLabel("small", SafetyPage::tr("Checked on %1").arg(day)));
}

QVBoxLayout* addCell(Columns& columns) {
  auto* cell = new QWidget(&columns);
  auto* column = new QVBoxLayout(cell);
  column->setContentsMargins(0, 0, 0, look::px(4));
  column->setSpacing(0);
  return column;
}

void addLine(Columns& columns, const HelpLine& line, std::optional<Day> checked) {
  QVBoxLayout* column = addCell(columns);
  addLabel(*column, "small", line.country);
  addLabel(*column, "strong", line.name);
  addLabel(*column, "who", line.reach);
  addLabel(*column, "small", line.note);
  addChecked(*column, checked);
  column->addStretch();
}

/// Read at a glance: the number, and where it is answered.
void addNumber(Columns& columns, const HelpLine& line, std::optional<Day> checked) {
  QVBoxLayout* column = addCell(columns);
  addLabel(*column, "speaker", line.reach);  // figures of one height
  addLabel(*column, "small", line.country);
  addChecked(*column, checked);
  column->addStretch();
}

using AddLine = void (*)(Columns& columns, const HelpLine& line, std::optional<Day> checked);

bool areOfOneDay(const std::vector<HelpLine>& lines) {
  return std::ranges::adjacent_find(lines, std::ranges::not_equal_to(), &HelpLine::checked) == lines.end();
}

void fill(QWidget& box, const std::vector<HelpLine>& lines, std::string_view purpose, AddLine add, bool oneDay) {
  qDeleteAll(box.findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  auto* columns = new Columns(&box);
  columns->setMinColumn(250);
  columns->setGap(20);
  for (const HelpLine& line : lines)
    if (line.purpose == purpose) add(*columns, line, oneDay ? std::nullopt : std::optional(line.checked));
  box.layout()->addWidget(columns);
}

}  // namespace

SafetyPage::SafetyPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::SafetyPage>()) {
  m_ui->setupUi(this);
  m_ui->noticeLabel->hide();
  connect(m_ui->hideButton, &QPushButton::clicked, this, &SafetyPage::hideAsked);
  // Back stands at both ends: whoever came here by chance need not go to the end of a long page.
  for (QPushButton* back : {m_ui->upButton, m_ui->backButton})
    connect(back, &QPushButton::clicked, this, &SafetyPage::backAsked);
  leaveOnEscape(*this, *m_ui->backButton);
}

SafetyPage::~SafetyPage() = default;

void SafetyPage::showHelpLines(const std::vector<HelpLine>& lines, const QString& notice) {
  const bool oneDay = !notice.isEmpty() && areOfOneDay(lines);
  fill(*m_ui->emergencyBox, lines, "emergency", addNumber, oneDay);
  fill(*m_ui->violenceBox, lines, "violence", addLine, oneDay);
  fill(*m_ui->crisisBox, lines, "crisis", addLine, oneDay);
  m_ui->noticeLabel->setText(notice);
  m_ui->noticeLabel->setHidden(notice.isEmpty());
}

}  // namespace footbridge::gui
