// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/watch_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "gui/calendar.h"
#include "gui/look/look.h"
#include "gui/number_word.h"
#include "gui/pages/practice_words.h"

namespace footbridge::gui {
namespace {

using practice::WatchMoment;

struct WatchText {
  Q_DECLARE_TR_FUNCTIONS(Watch)
};

QString inQt(const std::string& words) {
  return QString::fromStdString(words);
}

/// What is done, and never how much is missing.
QString progressWords(const practice::PlanProgress& progress, int count) {
  const bool isDone = progress.rounds > 0 && progress.seen == 0;
  if (isDone && progress.picked == 0)
    return WatchText::tr("You have seen all %1. You can begin again whenever you like.").arg(numberWord(count));
  const auto of = [&](const char* sentence, std::size_t number) {
    return WatchText::tr(sentence).arg(numberWord(static_cast<int>(number)), numberWord(count));
  };
  if (progress.seen > 0) return of("Seen: %1 of %2. There is no hurry.", progress.seen);
  if (progress.picked > 0 && progress.rounds == 0) return of("Nothing seen yet. Chosen: %1 of %2.", progress.picked);
  if (progress.picked > 0) return of("Chosen: %1 of %2.", progress.picked);
  return WatchText::tr("Nothing chosen yet. When you add something, mark that it counts.");
}

}  // namespace

SuggesterView suggester(const Viewing& viewing, const Couple& couple) {
  if (!viewing.suggestedBy)
    return {WatchText::tr("Together"), QStringLiteral("ours"), WatchText::tr("You both suggested it")};
  const QString name = couple.name(*viewing.suggestedBy);
  return {name, look::tintOf(*viewing.suggestedBy), WatchText::tr("%1 suggested it").arg(name)};
}

QString factsOf(const Viewing& viewing, Day today) {
  if (viewing.seen) return WatchText::tr("seen on %1").arg(dayWords(*viewing.seen, today));
  return viewing.added ? WatchText::tr("on the list since %1").arg(dayWords(*viewing.added, today))
                       : WatchText::tr("on the list");
}

QString whenOf(const ViewingTalk& talk, Day today) {
  return talk.when ? dayWords(*talk.when, today) : QString();
}

ViewingCard viewingCard(const Entry& entry, const Couple& couple, Day today) {
  const auto& viewing = std::get<Viewing>(entry.body);
  return {entry.id, inQt(viewing.title), suggester(viewing, couple), factsOf(viewing, today)};
}

PlanView planView(const WatchPlan& plan, const practice::PlanProgress& progress) {
  PlanView view{inQt(plan.title), inQt(plan.summary), progressWords(progress, plan.count), {}, {}, 0, plan.count};
  const bool isDone = progress.rounds > 0 && progress.seen == 0 && progress.picked == 0;
  view.seen = isDone ? plan.count : static_cast<int>(progress.seen);
  for (const std::string& paragraph : plan.paragraphs) view.paragraphs << inQt(paragraph);
  QStringList known;
  for (const EvidenceNote& note : plan.evidence) known << inQt(note.text);
  known << inQt(plan.evidenceGrade);
  view.evidence = known.join(QStringLiteral("\n\n"));
  return view;
}

DoneView doneView(const SittingSummary& sitting, ExerciseShelf& exercises, Day today) {
  const Exercise* exercise = exercises.find(sitting.begun.exercise);
  return {sitting.id, exercise ? inQt(exercise->title) : WatchText::tr("An exercise that is no longer here"),
          dayWords(sitting.begun.day, today)};
}

std::vector<WatchExercise> exercisesForTwo(Catalog& catalog) {
  std::vector<WatchExercise> found;
  const auto all = catalog.exercises();
  if (!all) return found;
  for (const ExerciseSummary& one : *all) {
    if (one.audience != Audience::Two || !one.practice) continue;
    const QString facts = QStringLiteral("%1 · %2").arg(minutesWords(one.minutes), depthWord(one.depth));
    found.push_back({one.id, inQt(one.title), facts, *one.practice});
  }
  return found;
}

std::optional<DrawnView> findCard(Catalog& catalog, const DrawnCard& drawn) {
  const auto deck = catalog.deck(drawn.deck);
  if (!deck) return DrawnView{drawn, WatchText::tr("A card that is gone"), {}};
  const auto card = std::ranges::find((*deck)->cards, drawn.card, &Card::id);
  if (card == (*deck)->cards.end()) return DrawnView{drawn, WatchText::tr("A card that is gone"), {}};
  return DrawnView{drawn, inQt(card->text), inQt(card->note)};
}

std::optional<WatchMoment> momentOf(const DeckId& deck) {
  for (const WatchMoment moment :
       {WatchMoment::Before, WatchMoment::Pause, WatchMoment::After, WatchMoment::WalledIn}) {
    if (practice::deckOf(moment) == deck) return moment;
  }
  return std::nullopt;
}

}  // namespace footbridge::gui
