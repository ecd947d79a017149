// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/entry.h"

namespace footbridge::storage::test {

inline constexpr PartnerId A = PartnerId::A;
inline constexpr PartnerId B = PartnerId::B;

inline StepId step(const char* text) {
  return *StepId::from(text);
}
inline ItemId item(const char* text) {
  return *ItemId::from(text);
}
inline CardId card(const char* text) {
  return *CardId::from(text);
}
inline ExerciseId exercise(const char* text) {
  return *ExerciseId::from(text);
}
inline Day day(int year, unsigned month, unsigned date) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(date)};
}

inline Agreement agreement() {
  return {"walk on Wednesday \xF0\x9F\x8C\xA7",
          AgreementWho::Both,
          "after supper",
          day(2026, 12, 1),
          AgreementState::Changed,
          SittingId::from(77)};
}

inline Viewing viewing() {
  return {"The café at the \"end\" of the line",
          PartnerId::B,
          day(2026, 11, 1),
          day(2026, 11, 20),
          WatchPlanId::from("five-over-a-month"),
          {{DrawnCard{*DeckId::from("watch-after"), card("reached")}, "nobody \xF0\x9F\x8C\xA7\nat first",
            day(2026, 11, 20)},
           {DrawnCard{*DeckId::from("watch-pause"), card("now")}, "", std::nullopt},
           {std::nullopt, "and then we laughed", day(2026, 11, 21)}}};
}

inline std::vector<Answer> everyAnswer() {
  return {
      std::monostate{},
      WrittenAnswer{"Ça va \"quoted\"\n\ttab \xE2\x80\xA6"},
      WrittenAnswer{""},
      RatedAnswer{{{item("close"), Score::from(0)}, {item("conflict"), std::nullopt}, {item("fair"), Score::from(6)}}},
      ChosenAnswer{{card("kind"), card("steady")}},
      AskAnswer{"the sink", "tired", "an hour"},
      MoveAnswer{"when it goes quiet", "I go away", "alone"},
      AgreedAnswer{},
      AgreedAnswer{agreement()},
      ReviewedAnswer{{{*EntryId::from(5), AgreementState::Kept}, {*EntryId::from(6), AgreementState::Dropped}}},
      CloseAnswer{{"heard by A", ""}, {"", "appreciated by B"}}};
}

inline Begun begun(SittingMode mode, PartnerId first = PartnerId::A) {
  return {.exercise = exercise("lean-on-me"),
          .fingerprint = "00ff",
          .source = "",
          .mode = mode,
          .first = first,
          .day = day(2026, 11, 23),
          .lookOfA = std::nullopt,
          .lookOfB = std::nullopt,
          .shortForm = false};
}

inline std::vector<SittingEvent> everyEvent() {
  Begun joint = begun(SittingMode::JointLook, PartnerId::B);
  joint.lookOfA = SittingId::from(1);
  joint.lookOfB = SittingId::from(INT64_MAX);
  joint.shortForm = true;
  joint.source = "{\"a pack\": true}";
  Begun watched = begun(SittingMode::Together);
  watched.about = EntryId::from(INT64_MAX);
  Begun undated = begun(SittingMode::Alone);
  undated.day = Day{};
  const LineId whole{step("s1"), std::nullopt};
  const LineId part{step("s2"), item("close")};
  std::vector<SittingEvent> events{
      joint,
      watched,
      undated,
      Passed{step("s1")},
      WentBack{step("s1")},
      LookedOver{step("r"), {{whole, true, Answer(WrittenAnswer{"shorter"})}, {part, false, std::nullopt}}},
      LookedOver{step("r"), {}},
      TurnEnded{},
      TurnBegun{},
      CameTogether{},
      Revealed{step("r"), {{PartnerId::B, part, RatedAnswer{{{item("close"), Score::from(3)}}}}}},
      Spoke{step("talk"), 3, 118},
      Reflected{step("talk"), 2, Verdict::NotYet},
      Left{}};
  for (Answer& answer : everyAnswer()) events.push_back(Answered{step("s1"), std::move(answer)});
  return events;
}

}  // namespace footbridge::storage::test
