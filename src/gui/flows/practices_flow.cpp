// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/practices_flow.h"

#include "gui/calendar.h"
#include "gui/error_text.h"
#include "gui/main_window.h"
#include "gui/pages/exercise_page.h"
#include "gui/pages/practices_page.h"
#include "practice/today.h"

namespace footbridge::gui {

PracticesFlow::PracticesFlow(const Surroundings& around, QObject* parent) : QObject(parent), m_around(around) {
  m_around.window.addPage(PageName::Practices, [this] { return makePractices(); });
  m_around.window.addPage(PageName::Exercise, [this] { return makeExercise(); });
}

QWidget* PracticesFlow::makePractices() {
  auto* page = new PracticesPage;
  const auto exercises = m_around.catalog.exercises();
  if (exercises)
    page->showExercises(*exercises);
  else
    page->showProblem(errorText(exercises.error()));
  if (const auto journeys = m_around.catalog.journeys(); journeys && !journeys->empty()) {
    const Journey& journey = journeys->front();
    page->showJourney(QString::fromStdString(journey.title), QString::fromStdString(journey.summary));
  }
  connect(page, &PracticesPage::exerciseAsked, this, &PracticesFlow::showExercise);
  connect(page, &PracticesPage::journeyAsked, this, &PracticesFlow::journeyAsked);
  return page;
}

QWidget* PracticesFlow::makeExercise() {
  auto* page = new ExercisePage;
  connect(page, &ExercisePage::beginAsked, this, [this](const ExerciseId& id) { Q_EMIT beginAsked(id, m_audience); });
  connect(page, &ExercisePage::goOnAsked, this, &PracticesFlow::goOnAsked);
  connect(page, &ExercisePage::practicesAsked, this, &PracticesFlow::leaveExercise);
  connect(page, &ExercisePage::safetyAsked, this, &PracticesFlow::safetyAsked);
  return page;
}

void PracticesFlow::leaveExercise() {
  if (m_afterSitting)
    Q_EMIT left();
  else
    showPractices();
}

void PracticesFlow::showPractices(std::optional<Practice> practice) {
  m_around.window.pageAs<PracticesPage>(PageName::Practices).showPractice(practice);
  m_around.window.showPage(PageName::Practices);
}

void PracticesFlow::showExercise(const ExerciseId& id) {
  m_afterSitting = false;
  open(id);
}

void PracticesFlow::offerAfterSitting(const ExerciseId& id) {
  m_afterSitting = true;
  open(id);
}

void PracticesFlow::open(const ExerciseId& id) {
  const auto exercise = m_around.catalog.exercise(id);
  if (!exercise) {
    if (m_afterSitting) return leaveExercise();
    m_around.window.pageAs<PracticesPage>(PageName::Practices).showProblem(errorText(exercise.error()));
    return;
  }
  m_audience = (*exercise)->audience;
  ExerciseOverview overview{*exercise, {}};
  for (const Partner& partner : m_around.journal.partners()) {
    overview.names << QString::fromStdString(partner.name.text());
  }
  if (const auto alone = m_around.here.alone()) overview.me = *alone == PartnerId::A ? 0 : 1;
  fillBefore(overview);
  if (m_afterSitting) overview.leave = tr("Leave it for this week");
  m_around.window.pageAs<ExercisePage>(PageName::Exercise).showExercise(overview);
  m_around.window.showPage(PageName::Exercise, m_afterSitting ? Chrome::Bare : Chrome::Nav);
}

void PracticesFlow::fillBefore(ExerciseOverview& overview) const {
  const Exercise& exercise = *overview.exercise;
  const Reader reader = m_around.here.reader;
  for (const SittingSummary& sitting : m_around.journal.sittings(reader)) {
    if (sitting.begun.exercise != exercise.id) continue;
    const QString day = dayWords(sitting.begun.day);
    overview.before = tr("You began it on %1. It can be done again whenever you like.").arg(day);
    if (!practice::mayGoOn(sitting, reader, exercise)) return;
    overview.leftOff = sitting.id;
    overview.before = tr("You began it on %1, and it stands as you left it. You can also begin anew.").arg(day);
    return;
  }
}

}  // namespace footbridge::gui
