// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/exercise_notes.h"

#include "gui/widgets/list_line.h"
#include "widgets/ui_exercise_notes.h"

namespace footbridge::gui {
namespace {

void fillLines(QWidget* box, const std::vector<std::string>& lines, const ExerciseNotes::Named& named) {
  qDeleteAll(box->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  for (const std::string& line : lines) box->layout()->addWidget(new ListLine("soft", named(line)));
}

}  // namespace

ExerciseNotes::ExerciseNotes(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ExerciseNotes>()) {
  m_ui->setupUi(this);
  showUnlocked({});
  connect(m_ui->evidenceButton, &QPushButton::clicked, this, &ExerciseNotes::evidenceAsked);
}

ExerciseNotes::~ExerciseNotes() = default;

QWidget* ExerciseNotes::stop() const {
  return m_ui->evidenceButton;
}

void ExerciseNotes::showExercise(const Exercise& exercise, const Named& named) {
  m_ui->whyLabel->setText(named(exercise.why));
  m_ui->evidenceRow->setVisible(!exercise.evidence.empty());
  m_ui->keepsLabel->setText(named(exercise.keeps));
  m_ui->storyLabel->setVisible(exercise.opensWords());
  m_ui->keepsCard->setVisible(!exercise.keeps.empty());
  fillLines(m_ui->notNowBox, exercise.notNow, named);
  m_ui->notNowCard->setVisible(!exercise.notNow.empty());
  fillLines(m_ui->rulesBox, exercise.groundRules, named);
  m_ui->rulesCard->setVisible(!exercise.groundRules.empty());
}

void ExerciseNotes::showBriefly(bool briefly) {
  m_ui->whyCard->setHidden(briefly);
}

void ExerciseNotes::showUnlocked(const QString& words) {
  m_ui->unlockedLabel->setText(words);
  m_ui->unlockedLabel->setHidden(words.isEmpty());
}

}  // namespace footbridge::gui
