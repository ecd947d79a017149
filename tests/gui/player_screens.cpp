// SPDX-License-Identifier: GPL-3.0-or-later
#include "player_screens.h"

#include <cassert>

#include "content/library.h"
#include "fakes/sample_exercise.h"

namespace footbridge::sample {

using practice::Screen;
using practice::StepScreen;
using practice::Viewer;

namespace {

constexpr const char* kAlexWords =
    "Tuesday, after the call from the school. I went straight to making dinner because I thought if I stopped I would "
    "start crying. I didn’t need it fixed, I think I just wanted you to sit on the counter and be there while I "
    "chopped.";
constexpr const char* kSamWords =
    "The week the contract fell through. I kept saying it was fine. What I wanted was for someone to go through the "
    "numbers with me, so that I could stop turning them over at night.";

Answer alexMove() {
  return MoveAnswer{"the laptop opens again after supper", "I go quiet and tidy the kitchen, loudly",
                    "I think I do not matter tonight"};
}
Answer samMove() {
  return MoveAnswer{"cupboards close hard", "I hide in my work and wait", "I am sure I already failed"};
}

StepScreen at(const char* id, std::optional<Answer> answer = std::nullopt, bool back = true) {
  return StepScreen{
      .step = step(id), .answer = std::move(answer), .mayGoBack = back, .lastOfTurn = false, .opened = {}};
}

std::vector<OpenedLine> opened() {
  using Cards = std::vector<CardId>;
  return {{PartnerId::A, {step("carried"), std::nullopt}, WrittenAnswer{kAlexWords}},
          {PartnerId::B, {step("carried"), std::nullopt}, WrittenAnswer{kSamWords}},
          {PartnerId::A, {step("kind"), std::nullopt}, ChosenAnswer{Cards{card("near"), card("listen")}}},
          {PartnerId::B, {step("kind"), std::nullopt}, ChosenAnswer{Cards{card("think")}}},
          {PartnerId::A, {step("guess"), std::nullopt}, ChosenAnswer{Cards{card("space")}}},
          {PartnerId::B, {step("guess"), std::nullopt}, ChosenAnswer{Cards{card("near")}}}};
}

RatedAnswer week() {
  return RatedAnswer{{{item("told"), Score::from(4)},
                      {item("noticed"), Score::from(5)},
                      {item("asked"), Score::from(2)},
                      {item("fitting"), std::nullopt},
                      {item("mind"), Score::from(4)},
                      {item("side"), Score::from(3)}}};
}

practice::LookOverScreen lookOver() {
  practice::LookOverScreen screen{.reveal = step("reveal"), .lines = {}, .mayGoBack = true};
  screen.lines.push_back({{step("carried"), std::nullopt}, WrittenAnswer{kAlexWords}, true, true, std::nullopt});
  screen.lines.push_back(
      {{step("kind"), std::nullopt}, ChosenAnswer{{card("near"), card("listen")}}, true, true, std::nullopt});
  screen.lines.push_back({{step("guess"), std::nullopt}, ChosenAnswer{{card("space")}}, false, true, std::nullopt});
  return screen;
}

/// The kinds of support changed for the feelings that ship.
Exercise withFeelings(Exercise exercise) {
  const auto deck = content::findDeckIn(std::filesystem::path(FOOTBRIDGE_CONTENT) / "en", *DeckId::from("feelings"));
  assert(deck);
  for (Step& one : exercise.steps) {
    if (one.id != step("kind")) continue;
    one.title = "What does it feel like to carry it?";
    one.text = "Start with the soft ones.";
    one.form = ChooseStep{deck->cards, 1, 3, false, deck->wheel};
  }
  return exercise;
}

Agreement earlier(const char* what, AgreementWho who, const char* when) {
  Agreement made;
  made.what = what;
  made.who = who;
  made.when = when;
  return made;
}

class Maker {
 public:
  std::vector<PlayerScreen> made;

  void add(const char* name, const Exercise& exercise, Viewer viewer, practice::ScreenBody body, std::size_t index,
           std::optional<Viewer> next = std::nullopt) {
    gui::Setting setting(couple());
    setting.next = next;
    setting.isProtected = {true, false};
    if (!exercise.practice) setting.heading = QStringLiteral("Weekly look · 22 November");
    made.push_back({name, exercise, Screen{viewer, std::move(body), index}, setting});
  }
};

}  // namespace

gui::Couple couple() {
  return {alex(), sam()};
}

std::vector<PlayerScreen> playerScreens() {
  const Exercise support = supportExercise();
  const Exercise every = everyKind();
  const Exercise look = weeklyLook();
  Maker maker;
  StepScreen writing = at("carried", WrittenAnswer{kAlexWords});
  writing.lastOfTurn = true;
  StepScreen figure = at("figure");
  figure.opened = {{PartnerId::A, {step("move"), std::nullopt}, alexMove()},
                   {PartnerId::B, {step("move"), std::nullopt}, samMove()}};
  maker.add("read", every, Viewer::Both, at("read", std::nullopt, false), 0);
  maker.add("settle", support, Viewer::Both, at("settle", std::nullopt, false), 0);
  maker.add("write", support, Viewer::A, writing, 1, Viewer::B);
  maker.add("write-open", support, Viewer::B, at("carried", WrittenAnswer{kSamWords}), 1);
  maker.add("choose", support, Viewer::A, at("kind", ChosenAnswer{{card("near"), card("listen")}}), 2);
  const Exercise feelings = withFeelings(support);
  maker.add("wheel", feelings, Viewer::A, at("kind", ChosenAnswer{{card("hurt"), card("unseen")}}), 2);
  maker.add("wheel-guess", feelings, Viewer::B, at("guess", ChosenAnswer{{card("tired")}}), 3);
  maker.add("rank", every, Viewer::B, at("rank", ChosenAnswer{{card("think"), card("near"), card("light")}}), 4);
  maker.add("guess", support, Viewer::A, at("guess", ChosenAnswer{{card("space")}}), 3);
  maker.add("rate", look, Viewer::A, at("lines", week(), false), 0);
  maker.add("ask", every, Viewer::B,
            at("ask", AskAnswer{"the contract fell through", "ashamed, and wide awake at four",
                                "go through the numbers with me on Saturday"}),
            5);
  maker.add("move", every, Viewer::A, at("move", alexMove()), 6);
  maker.add("figure", every, Viewer::Both, figure, 10);
  maker.add("look-over", support, Viewer::A, lookOver(), 3, Viewer::B);
  maker.add("end-of-turn", support, Viewer::A, practice::EndOfTurnScreen{Viewer::B, true}, 3);
  maker.add("hand-over", support, Viewer::Nobody, practice::HandOverScreen{PartnerId::A, Viewer::B}, 1);
  maker.add("together", support, Viewer::Nobody, practice::HandOverScreen{PartnerId::B, Viewer::Both}, 4);
  maker.add("reveal", support, Viewer::Both, practice::RevealScreen{step("reveal"), opened()}, 3);
  practice::TalkScreen talk{
      .speak = step("speak"), .reflect = step("reflect"), .speaker = PartnerId::B, .turn = 1, .opened = opened()};
  maker.add("talk", support, Viewer::Both, talk, 5);
  maker.made.back().setting.draft = QStringLiteral("42");
  talk.phase = practice::TalkScreen::Phase::Reflecting;
  maker.add("reflect", support, Viewer::Both, talk, 6);
  maker.add("agree", support, Viewer::Both, at("agree"), 7);
  maker.add("agreed", support, Viewer::Both,
            at("agree", AgreedAnswer{Agreement{.what = "Ask “near, or a plan?” first",
                                               .who = AgreementWho::A,
                                               .when = "when the phone rings",
                                               .review = std::nullopt,
                                               .from = std::nullopt}}),
            7);
  maker.add("review", look, Viewer::Both, at("last-time", std::nullopt, false), 0);
  maker.made.back().setting.earlier = {
      {*EntryId::from(11), earlier("A walk on Wednesday, phones at home", AgreementWho::Both, "after supper")},
      {*EntryId::from(12), earlier("Ask “near, or a plan?” first", AgreementWho::B, "")}};
  maker.add("close", support, Viewer::Both,
            at("close", CloseAnswer{{"That you lie awake with the numbers", "That near was enough"},
                                    {"You rang my sister before I had to ask", "You stayed at the table"}}),
            8);
  maker.add("finished", support, Viewer::Both, practice::FinishedScreen{true, true}, support.steps.size());
  maker.add("part-done", look, Viewer::A, practice::PartDoneScreen{PartnerId::A}, 4);
  maker.add("locked", support, Viewer::Nobody, practice::LockedScreen{PartnerId::B}, 1);
  return maker.made;
}

PlayerScreen playerScreen(const std::string& name) {
  for (PlayerScreen& screen : playerScreens()) {
    if (screen.name == name) return screen;
  }
  assert(false);
  return playerScreens().front();
}

}  // namespace footbridge::sample
