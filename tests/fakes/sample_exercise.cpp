// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/sample_exercise.h"

namespace footbridge::sample {

Step newStep(std::string_view id, StepFor who, std::string title, std::string text, StepForm form) {
  return Step{step(id), who, std::move(title), std::move(text), {}, 2, false, {}, std::move(form)};
}

ChooseStep supportCards() {
  ChooseStep choose;
  choose.cards = {{card("near"), "Being near", "No talk needed"},
                  {card("listen"), "Being listened to", "To the end, without a plan"},
                  {card("think"), "A second head on the problem", "Go through it with me"},
                  {card("hands"), "A hand with the work", "Take one thing off my list"},
                  {card("space"), "Some space", "An hour that is only mine"},
                  {card("light"), "Something light", "Make me laugh"}};
  choose.least = 1;
  choose.most = 2;
  return choose;
}

RateStep weekLines() {
  RateStep rate;
  rate.scaleLabels = {"Not true", "A little", "Mostly", "Very true"};
  rate.items = {{item("told"), "I told {partner} about something {partner} does well.", "", ""},
                {item("noticed"), "{partner} noticed something good that I did.", "", ""},
                {item("asked"), "When I needed something, I said so in plain words.", "", "", true},
                {item("fitting"), "The help I got was the kind I wanted.", "", "", true},
                {item("mind"), "I could say what was really on my mind.", "", "", false, true},
                {item("side"), "When we did not agree, we worked on it side by side.", "", "", true}};
  return rate;
}

namespace {
Exercise named(const char* id, const char* title) {
  const char* home = "Ask once this week, early, before it gets heavy.";
  return Exercise{*ExerciseId::from(id),
                  Practice::Support,
                  Audience::Two,
                  title,
                  {},
                  {},
                  20,
                  Depth::Light,
                  {},
                  {},
                  {},
                  {},
                  std::nullopt,
                  {},
                  {},
                  {},
                  {},
                  home,
                  {},
                  "00",
                  {}};
}

Step carried() {
  Step made =
      newStep("carried", StepFor::Each, "Think of a moment lately that you carried by yourself.",
              "What was going on, and what would have made it a little lighter? There is no right length; a few "
              "lines are plenty.",
              WriteStep{});
  made.starters = {"It was on …", "What weighed on me was …"};
  return made;
}
Step reveal(std::vector<StepId> opens) {
  return newStep("reveal", StepFor::Both, "Read each other’s words, without a word",
                 "Take the time that you need. What is one thing you did not know?", RevealStep{std::move(opens)});
}
Step speak() {
  return newStep("speak", StepFor::Both, "Speak for two minutes. Then hear it back.",
                 "Listener: say what you heard, in your own words. Not your answer to it.",
                 SpeakStep{120, 1, {"What I would like you to know about that moment"}});
}
Step agree() {
  return newStep("agree", StepFor::Both, "One small signal for this week",
                 "Small enough that a tired evening can hold it.",
                 AgreeStep{false, {"Say “near” when near is all I want", "Ask “near, or a plan?” first"}});
}
Step close() {
  return newStep("close", StepFor::Both, "Before you close the laptop",
                 "One thing you heard, one thing you appreciated.", CloseStep{});
}
}  // namespace

Exercise supportExercise() {
  Exercise exercise = named("what-would-help", "What would help right now?");
  exercise.steps = {newStep("settle", StepFor::Both, "Arrive here first",
                            "Put both feet on the floor. Breathe with the circle.", SettleStep{}),
                    carried(),
                    newStep("kind", StepFor::Each, "The kind of support I wanted", "Pick what fits that moment best.",
                            supportCards()),
                    newStep("guess", StepFor::Each, "What would {partner} pick?", "Think of {partner} on a hard day.",
                            GuessStep{step("kind")}),
                    reveal({step("carried"), step("kind"), step("guess")}),
                    speak(),
                    newStep("reflect", StepFor::Both, "Say it back", "One or two sentences are enough.", ReflectStep{}),
                    agree(),
                    close()};
  return exercise;
}

Exercise everyKind() {
  Exercise exercise = supportExercise();
  exercise.id = *ExerciseId::from("every-kind");
  auto& steps = exercise.steps;
  steps.insert(steps.begin(), newStep("read", StepFor::Both, "Why this may help", "",
                                      ReadStep{{"Advice when you wanted a hug, a hug when you wanted a plan: most "
                                                "missed support is the wrong kind, kindly meant."}}));
  ChooseStep ranked = supportCards();
  ranked.ranked = true;
  ranked.most = 3;
  steps.insert(steps.begin() + 3, newStep("rate", StepFor::Each, "The last seven days",
                                          "Go with the first answer that comes.", weekLines()));
  steps.insert(steps.begin() + 4, newStep("rank", StepFor::Each, "What matters most?", "Put them in order.", ranked));
  steps.insert(steps.begin() + 5,
               newStep("ask", StepFor::Each, "A plain ask", "Three short parts. Leave out what does not fit.",
                       AskStep{"When the school called on Tuesday", "alone with it", "sit with me while I cook"}));
  steps.insert(steps.begin() + 6, newStep("move", StepFor::Each, "Your own step in the loop",
                                          "Only your own. {partner} draws theirs.", LoopStep{}));
  steps.insert(steps.end() - 2,
               newStep("figure", StepFor::Both, "Your loop has two halves",
                       "Neither of you began it. Give it a name that makes you both smile.", LoopStep{}));
  for (Step& one : steps) {
    if (auto* opens = std::get_if<RevealStep>(&one.form)) opens->opens.push_back(step("move"));
  }
  return exercise;
}

Exercise weeklyLook() {
  Exercise exercise = named("weekly-look", "Weekly look");
  exercise.practice.reset();
  Step note = newStep("note", StepFor::Each, "A line just for you", "Nobody else will read it.", WriteStep{});
  note.isPrivate = true;
  exercise.steps = {newStep("last-time", StepFor::Both, "Since last time",
                            "Kept, changed or dropped: all three are fine.", AgreeStep{true, {}}),
                    newStep("lines", StepFor::Each, "The last seven days: how true is each line for you?",
                            "Go with the first answer that comes. Nothing here is a grade.", weekLines()),
                    newStep("appreciated", StepFor::Each, "What did {partner} do that you were glad of?",
                            "Something small is fine.", WriteStep{}),
                    note,
                    reveal({step("lines"), step("appreciated")}),
                    agree(),
                    close()};
  return exercise;
}

Exercise aloneExercise() {
  Exercise exercise = named("my-own-pace", "Going at my own pace");
  exercise.audience = Audience::One;
  exercise.steps = {
      newStep("settle", StepFor::Each, "Arrive here first", "Breathe with the circle.", SettleStep{}),
      newStep("wish", StepFor::Each, "What would you like to ask for?", "Only for yourself.", WriteStep{})};
  return exercise;
}

}  // namespace footbridge::sample
