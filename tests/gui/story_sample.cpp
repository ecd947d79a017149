// SPDX-License-Identifier: GPL-3.0-or-later
#include "story_sample.h"

namespace footbridge::sample {
namespace {

using gui::StoryCard;
using gui::StoryKind;

Day november(unsigned day) {
  return {std::chrono::year(2026), std::chrono::month(11), std::chrono::day(day)};
}

StoryCard card(gui::StoryRef ref, StoryKind kind, Day day, const char* title, const char* line, const char* tint) {
  StoryCard made(ref);
  made.kind = kind;
  made.day = day;
  made.title = QString::fromUtf8(title);
  made.line = QString::fromUtf8(line);
  made.tint = QString::fromUtf8(tint);
  return made;
}

StoryCard privateLine() {
  StoryCard made =
      card(*EntryId::from(3), StoryKind::Note, november(15), "A line just for me", "Only Alex can read this", "a");
  made.onlyOf = PartnerId::A;
  made.words = QStringLiteral("I counted the cafés we have not been to since the spring.");
  return made;
}

}  // namespace

std::vector<StoryCard> storyCards() {
  const auto sitting = [](std::int64_t number) { return *SittingId::from(number); };
  const auto entry = [](std::int64_t number) { return *EntryId::from(number); };
  StoryCard window = card(sitting(2), StoryKind::Exercise, november(18), "The view from the window",
                          "You agreed: money talk on Saturdays, with tea, never in bed.", "conflict");
  window.words = QStringLiteral("A fair outsider would see two people who are both frightened of the same bill.");
  const Day lastYear{std::chrono::year(2025), std::chrono::month(12), std::chrono::day(28)};
  return {
      card(sitting(1), StoryKind::WeeklyLook, november(22), "Weekly look",
           "You opened three lines together. Next step: tea on Saturday.", "ours"),
      card(sitting(1), StoryKind::Appreciation, november(22), "Sam appreciated",
           "“You rang my sister before I had to ask.”", "b"),
      window,
      card(entry(5), StoryKind::Agreement, november(18), "You agreed",
           "Money talk on Saturdays, with tea, never in bed", "ours"),
      privateLine(),
      card(sitting(4), StoryKind::Exercise, november(12), "Good news, told twice",
           "Sam told about the choir. Alex asked four questions.", "safety"),
      card(sitting(6), StoryKind::WeeklyLook, november(8), "Weekly look",
           "You opened two lines together. No step this week.", "ours"),
      card(sitting(7), StoryKind::Exercise, lastYear, "What I count on you for",
           "Alex named steadiness. Sam named mischief.", "strengths"),
  };
}

gui::EntryView privateNote() {
  gui::EntryView view;
  view.title = QStringLiteral("A line just for me");
  view.date = QStringLiteral("Sunday, 15 November 2026");
  view.who = QStringLiteral("Only Alex can read this");
  view.tint = QStringLiteral("a");
  view.body = gui::NoteView{
      *EntryId::from(3),
      QStringLiteral("I counted the cafés we have not been to since the spring. It is not about the coffee. I think I "
                     "miss being asked where I would like to go.\n\nMaybe I could say that, one of these days."),
      true,
      QStringLiteral("Sam"),
      false,
      {{QStringLiteral("15 November, 21:04"), QStringLiteral("I counted the cafés. It is not about the coffee.")}}};
  return view;
}

gui::EntryView agreement(AgreementState state) {
  gui::EntryView view;
  view.title = QStringLiteral("You agreed");
  view.date = QStringLiteral("Wednesday, 18 November 2026");
  view.body =
      gui::AgreementView{*EntryId::from(5), QStringLiteral("Money talk on Saturdays, with tea, never in bed"),
                         QStringLiteral("Both of you · Saturday after breakfast\nLook back on 5 December"), state};
  return view;
}

gui::EntryView sitting() {
  gui::EntryView view;
  view.title = QStringLiteral("What would help right now?");
  view.date = QStringLiteral("Monday, 12 October 2026");
  gui::TranscriptView said{QStringLiteral("Alex"), QStringLiteral("Sam"), PartnerId::A, {}};
  said.parts.push_back(
      {QStringLiteral("A moment you carried by yourself"),
       QStringLiteral(
           "Tuesday, after the call from the school. I went straight to making dinner because I thought if I "
           "stopped I would start crying. I think I just wanted you to sit on the counter and be there."),
       QStringLiteral(
           "The week the contract fell through. I kept saying it was fine. What I wanted was for someone to go "
           "through the numbers with me."),
       {},
       false,
       false,
       {},
       StepId::from("moment")});
  said.parts.push_back({QStringLiteral("The kind of support you wanted"),
                        QStringLiteral("Being near\nBeing listened to"),
                        QStringLiteral("A second head on the problem"),
                        {},
                        false,
                        false,
                        {}});
  said.parts.push_back({QStringLiteral("One small step"),
                        {},
                        {},
                        QStringLiteral("A hand on the counter means: just stay."),
                        false,
                        false,
                        {}});
  view.body = std::move(said);
  return view;
}

std::vector<gui::DeletedView> deletedThings() {
  return {
      {*EntryId::from(3), QStringLiteral("A line just for me"), QStringLiteral("From 3 October. Thrown away today."),
       QStringLiteral("I counted the cafés we have not been to since the spring. It is not about the coffee."), true,
       QStringLiteral("a")},
      {*EntryId::from(4), QStringLiteral("Something you agreed on"),
       QStringLiteral("From 12 October. Thrown away yesterday."),
       QStringLiteral("A walk on Wednesday\nBoth, after supper"), false, QStringLiteral("ours")}};
}

}  // namespace footbridge::sample
