// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/example_content.h"

namespace footbridge::gui::example {
namespace {

Step step(const char* id, StepFor who, const char* outline, int minutes) {
  Step made{*StepId::from(id), who, {}, {}, outline, minutes, false, {}, {}};
  return made;
}

ExerciseSummary summary(const char* id, const char* title, const char* text, Practice practice, int minutes,
                        Depth depth, Audience audience = Audience::Two) {
  return {*ExerciseId::from(id), title, text, practice, minutes, depth, audience};
}

}  // namespace

TodayContent today() {
  TodayContent content = firstDay();
  content.notLocked.clear();
  content.agreed = TodayContent::Agreed{*EntryId::from(7), QStringLiteral("A walk on Wednesday, phones at home")};
  content.leftOff = TodayContent::LeftOff{*SittingId::from(9), QStringLiteral("The view from the window"),
                                          QStringLiteral("Reframing conflict")};
  content.appreciated = TodayContent::Appreciated{QStringLiteral("Sam"), QStringLiteral("b"),
                                                  QStringLiteral("You rang my sister before I had to ask."),
                                                  QStringLiteral("last Sunday")};
  return content;
}

TodayContent firstDay() {
  TodayContent content;
  content.names = {QStringLiteral("Alex"), QStringLiteral("Sam")};
  content.hour = 20;
  content.day = QStringLiteral("Sunday, 22 November");
  content.notLocked = QStringLiteral("Not locked yet. Anyone who opens this laptop can read what you keep here.");
  content.practices = {{Practice::Strengths, 6, 10, 25},
                       {Practice::Support, 6, 10, 30},
                       {Practice::Safety, 7, 5, 25},
                       {Practice::Conflict, 7, 15, 40}};
  return content;
}

std::vector<ExerciseSummary> exercises() {
  return {
      summary("what-i-count-on", "What I count on you for", "Name what the other brings, with one moment each.",
              Practice::Strengths, 10, Depth::Light),
      summary("borrowed-from-you", "Borrowed from you", "One thing you do better because of the other.",
              Practice::Strengths, 15, Depth::Personal),
      summary("what-would-help", "What would help right now?",
              "Name the kind of support you want, and ask before giving.", Practice::Support, 20, Depth::Personal),
      summary("from-hint-to-ask", "From hint to ask", "Turn one hint into a plain ask, alone, for later.",
              Practice::Support, 10, Depth::Light, Audience::One),
      summary("good-news-told-twice", "Good news, told twice", "Let something good last a little longer.",
              Practice::Safety, 10, Depth::Light),
      summary("the-view-from-the-window", "The view from the window", "Both sides of one small thing, side by side.",
              Practice::Conflict, 40, Depth::Tender),
  };
}

std::shared_ptr<Exercise> exercise() {
  auto made = std::make_shared<Exercise>(Exercise{*ExerciseId::from("what-would-help"),
                                                  Practice::Support,
                                                  Audience::Two,
                                                  "What would help right now?",
                                                  {},
                                                  {},
                                                  20,
                                                  Depth::Personal,
                                                  {},
                                                  {},
                                                  {},
                                                  {},
                                                  {},
                                                  {},
                                                  {},
                                                  {},
                                                  {},
                                                  {},
                                                  {},
                                                  {},
                                                  {}});
  made->summary =
      "Advice when you wanted a hug, a hug when you wanted a plan: most missed support is the wrong kind, kindly "
      "meant. "
      "Here each of you learns to name the kind you want, and to ask before giving.";
  made->why =
      "Support helps most when its kind fits the need. People who learn which kind is wanted are felt as more "
      "responsive.";
  made->notNow = {"either of you is worn out, has been drinking, or does not feel safe to say no."};
  made->groundRules = {"No advice until it is asked for.", "A no is okay, and so is “not now”."};
  made->keeps = "Your own words stay sealed until you both open them. What you agree on goes into your story.";
  made->evidenceGrade = "several studies of couples, none of this very exercise";
  made->evidence = {{"B3", "Help that fits the need is felt as care; help that misses it can feel like pressure."}};
  made->steps = {step("settle", StepFor::Both, "Settle and read", 2),
                 step("moment", StepFor::Each, "Each alone: a moment you carried by yourself", 5),
                 step("kind", StepFor::Each, "Each alone: pick the kind of support you wanted", 2),
                 step("open", StepFor::Both, "Open your answers side by side", 3),
                 step("ask", StepFor::Both, "Ask and answer, taking turns", 4),
                 step("swap", StepFor::Both, "", 2),
                 step("agree", StepFor::Both, "Agree on one small signal for this week", 2)};
  return made;
}

std::vector<EvidenceSource> evidence() {
  return {{"A1", "Kashdan and others", "2018", "People who valued how their partner uses their strengths were closer.",
           "Three studies. They show what goes together."},
          {"B1", "Collins & Feeney", "2000", "93 couples were watched. Those who asked in plain words got better care.",
           "One lab study."},
          {"B3", "Cutrona, Shaffer, Wesner & Gardner", "2007",
           "In 59 couples, comfort after a shared feeling made a partner seem caring. A mismatch there went with being "
           "less content.",
           "One lab study. It backs the idea of a match only in part."}};
}

std::shared_ptr<Exercise> gatedExercise() {
  auto made = exercise();
  made->practice = Practice::Conflict;
  made->title = "The view from the window";
  made->gate =
      Gate{"What would you like to look at together tonight?",
           {{"Something small that keeps coming back", GateOutcome::GoOn, "Good. Keep it small; that is plenty."},
            {"Something big, and one of us is very upset", GateOutcome::Aside,
             "Then this is not the evening for it. Something light would do you more good."},
            {"Something where one of us is afraid of the other", GateOutcome::Stop,
             "Then no exercise is right now. Fear is not a thing to practise away."}}};
  return made;
}

JourneyContent journey(std::size_t done) {
  JourneyContent content;
  content.title = QStringLiteral("From me to we");
  content.summary = QStringLiteral("Eight small evenings, from standing well alone to leaning a little.");
  content.opening = {
      QStringLiteral("You have each learned to stand alone. Nothing here asks you to give that up."),
      QStringLiteral("Many of us learn one thing more on the way: that to need somebody is to fail. So we "
                     "carry the bad week by ourselves and call it strong. From outside it looks like a "
                     "closed door, and nobody knows what is behind it, or how long it has been shut."),
      QStringLiteral("To lean is not to fall. With somebody at your back it is easier to go out.")};
  content.closing = {QStringLiteral("When you began, each of you stood well alone. You still do.")};
  const auto week = [](const char* title, const char* id, const char* facts) {
    return JourneyContent::Week{QString::fromUtf8(title),
                                QStringLiteral("It starts with what is good already. Say what you count on."),
                                *ExerciseId::from(id), QString::fromUtf8(facts), false};
  };
  content.weeks = {week("What each of you brings", "what-i-count-on", "What I count on you for · 10 minutes"),
                   week("Good news is news", "good-news-told-twice", "Good news, told twice · 15 minutes"),
                   week("Saying what would help", "what-would-help", "What would help right now? · 20 minutes")};
  for (std::size_t i = 0; i < done; ++i) content.weeks[i].done = true;
  content.begun = done > 0;
  if (done < content.weeks.size()) content.next = done;
  return content;
}

SettingsContent settings() {
  SettingsContent content;
  content.people = {{Partner{PartnerId::A, *PartnerName::from("Alex"), PartnerColour::Ember}, true, true},
                    {Partner{PartnerId::B, *PartnerName::from("Sam"), PartnerColour::Lagoon}, false, true}};
  content.journal = QStringLiteral("/home/alex/.local/share/footbridge/alex-and-sam.footbridge");
  return content;
}

std::vector<HelpLine> helpLines() {
  return {
      {"Australia", "Emergency number", "000", "emergency", "For danger to life, now.", {}},
      {"European Union", "Help line for victims of violence", "116 016", "violence", "In force in some countries.", {}},
      {"France", "3919 Violences Femmes Info", "3919", "violence", "Day and night, free.", {}},
      {"Ireland", "Samaritans", "116 123", "crisis", "Day and night, free.", {}},
      {"Canada", "Suicide Crisis Helpline", "988", "crisis", "Call or text, day and night.", {}}};
}

QString helpNotice() {
  return QStringLiteral("Numbers change. These were written down on 22 November.");
}

}  // namespace footbridge::gui::example
