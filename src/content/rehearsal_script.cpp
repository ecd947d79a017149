// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/rehearsal_script.h"

#include <algorithm>
#include <stdexcept>

#include "content/document.h"
#include "content/json_fields.h"

namespace footbridge::content {
namespace {

/// Thrown inside this file alone, and turned into an Error at its door.
struct ScriptProblem : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <typename Id>
Id idOf(const std::string& text) {
  auto id = Id::from(text);
  if (!id) throw ScriptProblem("not an id: " + text);
  return *id;
}

AgreementWho whoOf(const std::string& word) {
  if (word == "a") return AgreementWho::A;
  if (word == "b") return AgreementWho::B;
  if (word == "both") return AgreementWho::Both;
  throw ScriptProblem("not a, b or both: " + word);
}

AgreementState outcomeOf(const Json& word) {
  if (word.is_null()) return AgreementState::Open;
  if (word == "kept") return AgreementState::Kept;
  if (word == "changed") return AgreementState::Changed;
  if (word == "dropped") return AgreementState::Dropped;
  throw ScriptProblem("not an outcome");
}

Agreement readAgreement(const Json& json) {
  Agreement agreement;
  agreement.what = json.at("what").get<std::string>();
  agreement.who = whoOf(json.at("who").get<std::string>());
  agreement.when = json.at("when").get<std::string>();
  return agreement;
}

std::array<std::string, 2> readPair(const Json& json) {
  return {json.at(0).get<std::string>(), json.at(1).get<std::string>()};
}

ScriptedLook::Part readPart(const Json& json) {
  ScriptedLook::Part part;
  for (const Json& mark : json.at("lines")) {
    part.lines.push_back(mark.is_null() ? std::nullopt : std::optional<int>(mark.get<int>()));
  }
  part.appreciated = json.at("appreciated").get<std::string>();
  part.needed = json.at("needed").get<std::string>();
  part.note = json.at("note").get<std::string>();
  return part;
}

ScriptedLook readLook(const Json& json) {
  ScriptedLook look;
  look.daysAgo = json.at("daysAgo").get<int>();
  look.parts = {readPart(json.at("a")), readPart(json.at("b"))};
  look.close = {readPair(json.at("heard")), readPair(json.at("appreciated"))};
  if (const Json& agreed = json.at("agreement"); !agreed.is_null()) {
    look.agreement = ScriptedAgreement{readAgreement(agreed), outcomeOf(agreed.at("outcome"))};
  }
  return look;
}

ScriptedNote readNote(const Json& json) {
  return {json.at("daysAgo").get<int>(), json.at("who") == "b" ? PartnerId::B : PartnerId::A,
          json.at("private").get<bool>(), json.at("text").get<std::string>()};
}

/// {"item": 4, "other": null}: marks by item.
Answer readRatings(const Json& json) {
  RatedAnswer answer;
  for (const auto& [item, mark] : json.items()) {
    const auto score = mark.is_null() ? std::nullopt : Score::from(mark.get<int>());
    answer.ratings.push_back({idOf<ItemId>(item), score});
  }
  return answer;
}

/// The form of the value tells the kind of the answer.
Answer readAnswer(const Json& json) {
  if (json.is_string()) return WrittenAnswer{json.get<std::string>()};
  if (json.is_array()) {
    ChosenAnswer answer;
    for (const Json& card : json) answer.cards.push_back(idOf<CardId>(card.get<std::string>()));
    return answer;
  }
  if (json.is_null()) return AgreedAnswer{};
  if (json.contains("happened")) return AskAnswer{json.at("happened"), json.at("feel"), json.at("help")};
  if (json.contains("inside")) return MoveAnswer{json.at("when"), json.at("does"), json.at("inside")};
  if (json.contains("what")) return AgreedAnswer{readAgreement(json)};
  if (json.contains("heard")) return CloseAnswer{readPair(json.at("heard")), readPair(json.at("appreciated"))};
  return readRatings(json);
}

std::map<StepId, Answer> readAnswers(const Json& json) {
  std::map<StepId, Answer> answers;
  for (const auto& [step, answer] : json.items()) answers.emplace(idOf<StepId>(step), readAnswer(answer));
  return answers;
}

ScriptedSitting readSitting(const Json& json) {
  return {json.at("daysAgo").get<int>(),
          idOf<ExerciseId>(json.at("exercise").get<std::string>()),
          json.contains("outcome") ? outcomeOf(json.at("outcome")) : AgreementState::Open,
          {readAnswers(json.at("a")), readAnswers(json.at("b"))},
          readAnswers(json.at("together")),
          json.value("about", std::string())};
}

ViewingTalk readTalk(const Json& json) {
  ViewingTalk talk{std::nullopt, json.at("text").get<std::string>(), std::nullopt};
  if (!json.at("card").is_null())
    talk.card =
        DrawnCard{idOf<DeckId>(json.at("deck").get<std::string>()), idOf<CardId>(json.at("card").get<std::string>())};
  return talk;
}

ScriptedViewing readViewing(const Json& json) {
  ScriptedViewing scripted;
  scripted.daysAgo = json.at("daysAgo").get<int>();
  if (!json.at("seenDaysAgo").is_null()) scripted.seenDaysAgo = json.at("seenDaysAgo").get<int>();
  scripted.viewing.title = json.at("title").get<std::string>();
  if (const Json& by = json.at("by"); !by.is_null())
    scripted.viewing.suggestedBy = by == "b" ? PartnerId::B : PartnerId::A;
  if (const Json& plan = json.at("plan"); !plan.is_null())
    scripted.viewing.plan = idOf<WatchPlanId>(plan.get<std::string>());
  for (const Json& talk : json.at("talks")) scripted.viewing.talks.push_back(readTalk(talk));
  return scripted;
}

RehearsalScript readScript(const Json& json) {
  RehearsalScript script;
  script.names = readPair(json.at("names"));
  for (const Json& look : json.at("looks")) script.looks.push_back(readLook(look));
  for (const Json& note : json.at("notes")) script.notes.push_back(readNote(note));
  for (const Json& sitting : json.at("sittings")) script.sittings.push_back(readSitting(sitting));
  for (const Json& viewing : json.at("viewings")) script.viewings.push_back(readViewing(viewing));
  return script;
}

}  // namespace

const ScriptedSitting* RehearsalScript::find(const ExerciseId& exercise) const {
  const auto found = std::find_if(sittings.begin(), sittings.end(),
                                  [&exercise](const ScriptedSitting& one) { return one.exercise == exercise; });
  return found == sittings.end() ? nullptr : &*found;
}

Result<RehearsalScript> parseRehearsalScript(const std::string& text, const std::string& file) {
  try {
    return readScript(Json::parse(text));
  } catch (const std::exception& problem) {
    return Error{ErrorKind::BadContent, file, {}, problem.what()};
  }
}

Result<RehearsalScript> readRehearsalScript(const std::string& file) {
  const Result<std::string> bytes = readBytes(file);
  if (!bytes) return bytes.error();
  return parseRehearsalScript(*bytes, file);
}

}  // namespace footbridge::content
