// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catch.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "gui/flows/story_cards.h"

namespace footbridge::told {

inline constexpr Day kToday{std::chrono::year(2026), std::chrono::November, std::chrono::day(22)};

struct Told {
  fakes::MemoryJournal journal{sample::alex(), sample::sam()};
  fakes::ListCatalog catalog;
  gui::ExerciseShelf shelf{catalog};

  Told() {
    catalog.look = sample::weeklyLook();
    catalog.all = {sample::supportExercise(), sample::aloneExercise()};
  }
  std::vector<gui::StoryCard> cards(Reader reader) {
    return gui::storyCards(reader, journal, shelf, gui::Couple{sample::alex(), sample::sam()});
  }
  SittingId keep(const Exercise& exercise, SittingMode mode, VaultId lane, std::vector<SittingEvent> events) {
    const auto id = journal.begin(lane, Begun{exercise.id, "", "", mode, PartnerId::A, kToday, {}, {}, false});
    REQUIRE(id);
    const bool isKept = events.empty() || journal.append(*id, lane, std::move(events)).ok();
    REQUIRE(isKept);
    return *id;
  }
};

inline OpenedLine words(PartnerId writer, const char* step, const char* text) {
  return {writer, LineId{*StepId::from(step), {}}, WrittenAnswer{text}};
}
inline OpenedLine mark(PartnerId writer, const char* step, const char* item) {
  return {writer, LineId{*StepId::from(step), ItemId::from(item)},
          RatedAnswer{{Rating{*ItemId::from(item), Score::from(4)}}}};
}
inline Answered agreed(const char* what) {
  AgreedAnswer answer;
  if (*what != '\0') answer.agreement = Agreement{.what = what, .when = {}, .review = {}, .from = {}};
  return {*StepId::from("agree"), answer};
}

}  // namespace footbridge::told
