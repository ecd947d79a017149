// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/practices_page.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/pages/practice_words.h"
#include "gui/widgets/card_button.h"
#include "gui/widgets/card_group.h"
#include "gui/widgets/columns.h"
#include "gui/widgets/new_label.h"
#include "gui/widgets/page_scroll.h"
#include "pages/ui_practices_page.h"

namespace footbridge::gui {
namespace {

QString factsOf(const ExerciseSummary& exercise) {
  return QStringLiteral("%1 · %2 · %3")
      .arg(minutesWords(exercise.minutes), depthWord(exercise.depth), audienceWords(exercise.audience));
}

}  // namespace

PracticesPage::PracticesPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::PracticesPage>()) {
  m_ui->setupUi(this);
  connect(m_ui->journeyCard, &QPushButton::clicked, this, &PracticesPage::journeyAsked);
  addFilters();
  connect(m_ui->evidenceButton, &QPushButton::clicked, this, &PracticesPage::evidenceAsked);
}

PracticesPage::~PracticesPage() = default;

void PracticesPage::addFilters() {
  const auto add = [this](std::optional<Practice> practice, const QString& text) {
    auto* chip = new QPushButton(text, m_ui->filterRow);
    chip->setObjectName(practice ? QStringLiteral("filter_") + practiceTint(*practice) : QStringLiteral("filter_all"));
    chip->setProperty("role", QStringLiteral("chip"));
    chip->setCheckable(true);
    chip->setChecked(!practice);
    connect(chip, &QPushButton::clicked, this, [this, practice] { showPractice(practice); });
    m_filters.emplace_back(practice, chip);
  };
  add(std::nullopt, tr("All four"));
  for (const Practice practice : kPractices) add(practice, practiceName(practice));
}

void PracticesPage::showExercises(const std::vector<ExerciseSummary>& exercises, Audience whom) {
  m_ui->leadLabel->setText(
      whom == Audience::Two
          ? tr("Small things to do together, from light to tender. Pick what suits the evening you are having.")
          : tr("Small things to do by yourself, from light to tender. Pick what suits the evening you are having."));
  for (const auto& section : m_sections) delete section.second;
  m_sections.clear();
  showProblem({});
  for (const Practice practice : kPractices) {
    const auto belongs = [practice](const ExerciseSummary& one) { return one.practice == practice; };
    if (std::none_of(exercises.begin(), exercises.end(), belongs)) continue;
    QWidget* row = sectionFor(practice, whom);
    for (const auto& exercise : exercises)
      if (belongs(exercise)) addCard(row, exercise);
  }
}

QWidget* PracticesPage::sectionFor(Practice practice, Audience whom) {
  auto* section = new QWidget(m_ui->listBox);
  auto* column = new QVBoxLayout(section);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(newLabel("title", practiceName(practice)));
  column->addSpacing(look::px(2));
  column->addWidget(newLabel("soft", practiceLine(practice, whom)));
  column->addSpacing(look::px(10));
  auto* row = new Columns(section);
  row->setMinColumn(280);
  column->addWidget(row);
  m_ui->listBox->layout()->addWidget(section);
  m_sections.emplace_back(practice, section);
  return row;
}

void PracticesPage::addCard(QWidget* row, const ExerciseSummary& exercise) {
  const QString title = QString::fromStdString(exercise.title);
  const QString tint = practiceTint(*exercise.practice);
  auto* card = new CardButton(row);
  card->setObjectName(QStringLiteral("exercise_") + QString::fromStdString(exercise.id.text()));
  card->setProperty("edge", QStringLiteral("top"));
  card->setProperty("tint", tint);
  card->setAccessibleName(QStringLiteral("%1. %2").arg(title, factsOf(exercise)));
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(look::px(21), look::px(23), look::px(21), look::px(19));
  column->setSpacing(0);
  column->addWidget(newLabel("heading", title));
  column->addSpacing(look::px(4));
  column->addWidget(newLabel("small", QString::fromStdString(exercise.brief)));
  column->addStretch();
  column->addSpacing(look::px(12));
  column->addWidget(newLabel("note", factsOf(exercise), nullptr, tint));
  CardGroup::of(*row).add(card);
  connect(card, &QPushButton::clicked, this, [this, id = exercise.id] { Q_EMIT exerciseAsked(id); });
}

void PracticesPage::showJourney(const QString& title, const QString& summary) {
  const QString words = tr("A way through it: %1").arg(title);
  m_ui->journeyTitleLabel->setText(words);
  m_ui->journeyTextLabel->setText(summary);
  m_ui->journeyCard->setAccessibleName(QStringLiteral("%1. %2").arg(words, summary));
  m_ui->journeyCard->setHidden(title.isEmpty());
}

void PracticesPage::showPractice(std::optional<Practice> practice) {
  for (const auto& [shown, chip] : m_filters) chip->setChecked(shown == practice);
  for (const auto& [shown, section] : m_sections) section->setVisible(!practice || shown == *practice);
  m_ui->scroll->verticalScrollBar()->setValue(0);
}

void PracticesPage::showProblem(const QString& words) {
  m_ui->emptyLabel->setText(words);
  m_ui->emptyLabel->setVisible(!words.isEmpty());
  if (!words.isEmpty()) PageScroll::follow(*m_ui->emptyLabel);  // the list may be long, and scrolled
}

}  // namespace footbridge::gui
