// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/journey_flow.h"

#include <algorithm>

#include "gui/error_text.h"
#include "gui/main_window.h"
#include "gui/pages/practice_words.h"

namespace footbridge::gui {
namespace {

QStringList toQt(const std::vector<std::string>& texts) {
  QStringList list;
  for (const std::string& text : texts) list << QString::fromStdString(text);
  return list;
}

}  // namespace

JourneyFlow::JourneyFlow(const Surroundings& around, ExerciseShelf& exercises, QObject* parent)
    : QObject(parent), m_around(around), m_exercises(exercises) {
  m_around.window.addPage(PageName::Journey, this, [this] { return make(); });
}

QWidget* JourneyFlow::make() {
  auto* page = new JourneyPage;
  connect(page, &JourneyPage::exerciseAsked, this, &JourneyFlow::exerciseAsked);
  connect(page, &JourneyPage::practicesAsked, this, &JourneyFlow::practicesAsked);
  connect(page, &JourneyPage::storyAsked, this, &JourneyFlow::storyAsked);
  connect(page, &JourneyPage::wayAsked, this, [this](Audience way) { show(way); });
  return page;
}

void JourneyFlow::show() {
  show(std::nullopt);
}

void JourneyFlow::show(std::optional<Audience> way) {
  auto& page = m_around.window.pageAs<JourneyPage>(PageName::Journey);
  const auto sittings = m_around.journal.sittings(m_around.here.reader);
  if (const auto view = viewJourney(m_around, m_exercises, sittings, way))
    page.showJourney(contentOf(*view));
  else
    page.showProblem(errorText(view.error()));
  m_around.window.showPage(PageName::Journey);
}

JourneyContent JourneyFlow::contentOf(const JourneyView& view) {
  JourneyContent content;
  const Journey& journey = view.journey;
  content.title = QString::fromStdString(journey.title);
  content.summary = QString::fromStdString(journey.summary);
  content.opening = toQt(journey.opening);
  content.closing = toQt(journey.closing);
  content.next = view.progress.next;
  content.begun = view.progress.begun;
  if (view.mayChoose) content.way = view.way;
  if (view.progress.afterGap && !m_welcomedBack) content.afterGap = QString::fromStdString(journey.afterGap);
  m_welcomedBack |= view.progress.afterGap;
  const auto exercises = m_around.catalog.exercises();
  const std::vector<ExerciseSummary> none;
  for (std::size_t i = 0; i < journey.weeks.size(); ++i)
    content.weeks.push_back(weekOf(view, i, exercises ? *exercises : none));
  return content;
}

/// The words of a week are written for two; whoever walks alone reads those of the exercise for one.
JourneyContent::Week JourneyFlow::weekOf(const JourneyView& view, std::size_t index,
                                         std::span<const ExerciseSummary> exercises) const {
  const JourneyWeek& week = view.journey.weeks[index];
  const ExerciseId& id = view.exerciseOf(week);
  JourneyContent::Week shown{QString::fromStdString(week.title), QString::fromStdString(week.text), id, {}, false};
  shown.done = view.progress.done[index];
  const auto found = std::ranges::find(exercises, id, &ExerciseSummary::id);
  if (found == exercises.end()) return shown;
  shown.facts = QStringLiteral("%1 · %2").arg(QString::fromStdString(found->title), minutesWords(found->minutes));
  if (view.way == Audience::One) shown.text = QString::fromStdString(found->brief);
  return shown;
}

}  // namespace footbridge::gui
