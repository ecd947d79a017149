// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/import_body.h"

#include <array>
#include <utility>

#include "storage/exchange_json.h"

namespace footbridge::storage {
namespace {

using nlohmann::json;
using Problem = std::optional<ImportProblem>;

constexpr std::int64_t kMostTurns = 1000;
constexpr std::int64_t kMostSeconds = std::int64_t{7} * 24 * 3600;

// What stands in for a name that could not be read; the problem is noted by then.
template <typename Id>
Id orAny(std::optional<Id> id) {
  return id ? std::move(*id) : *Id::from("x");
}

Rating rating(const json& value, const std::string& place, Problem& problem) {
  ImportFields fields(value, place, problem);
  Rating rating{orAny(fields.name<ItemId>("item")), std::nullopt};
  if (fields.isNull("score"))
    fields.skip("score");
  else
    rating.score = Score::from(static_cast<int>(fields.number("score", Score::kLowest, Score::kHighest)));
  fields.close();
  return rating;
}

CardId card(const json& value, const std::string& place, Problem& problem) {
  auto card = value.is_string() ? CardId::from(value.get_ref<const std::string&>()) : std::nullopt;
  if (!card && !problem) problem = ImportProblem{place, "must be the name of a card"};
  return orAny(std::move(card));
}

std::pair<EntryId, AgreementState> outcome(const json& value, const std::string& place, Problem& problem) {
  ImportFields fields(value, place, problem);
  const auto entry = fields.id<EntryId>("entry");
  const auto state = fields.word<AgreementState>("state", exchange::kStates);
  fields.close();
  return {entry.value_or(*EntryId::from(1)), state};
}

std::array<std::string, 2> two(ImportFields& fields, const char* name) {
  const json& list = fields.list(name);
  if (list.size() == 2 && list[0].is_string() && list[1].is_string())
    return {list[0].get<std::string>(), list[1].get<std::string>()};
  fields.refuse(name, "must be two texts");
  return {};
}

template <typename Parse>
auto eachOf(ImportFields& fields, const char* name, Parse parse) {
  return fields.each(
      name, [&](const json& value, const std::string& place) { return parse(value, place, fields.problem()); });
}

Answer answerOf(const std::string& kind, ImportFields& fields) {
  if (kind == "written") return WrittenAnswer{fields.text("text")};
  if (kind == "rated") return RatedAnswer{eachOf(fields, "ratings", rating)};
  if (kind == "chosen") return ChosenAnswer{eachOf(fields, "cards", card)};
  if (kind == "ask") return AskAnswer{fields.text("happened"), fields.text("feel"), fields.text("help")};
  if (kind == "move") return MoveAnswer{fields.text("when"), fields.text("does"), fields.text("inside")};
  if (kind == "reviewed") return ReviewedAnswer{eachOf(fields, "outcomes", outcome)};
  if (kind == "close") return CloseAnswer{two(fields, "heard"), two(fields, "appreciated")};
  if (kind == "agreed") {
    if (fields.isNull("agreement")) return fields.skip("agreement"), AgreedAnswer{};
    return AgreedAnswer{importAgreement(fields.part("agreement"), fields.placeOf("agreement"), fields.problem())};
  }
  if (kind != "none") fields.refuse("kind", "is no answer that is known");
  return std::monostate{};
}

StepId step(ImportFields& fields) {
  return orAny(fields.name<StepId>("step"));
}

LineId line(ImportFields& fields) {
  StepId where = step(fields);
  return {std::move(where), fields.nameOrNull<ItemId>("item")};
}

LineChoice choice(const json& value, const std::string& place, Problem& problem) {
  ImportFields fields(value, place, problem);
  LineChoice choice{line(fields), fields.flag("open"), std::nullopt};
  if (fields.isNull("trimmed"))
    fields.skip("trimmed");
  else
    choice.trimmed = importAnswer(fields.part("trimmed"), fields.placeOf("trimmed"), problem);
  fields.close();
  return choice;
}

PartnerId partner(ImportFields& fields, const char* name) {
  const auto found = fields.word<PartnerId>(name, kPartnerWords);
  return found == PartnerId{} ? PartnerId::A : found;
}

OpenedLine opened(const json& value, const std::string& place, Problem& problem) {
  ImportFields fields(value, place, problem);
  LineId where = line(fields);
  const PartnerId writer = partner(fields, "writer");
  OpenedLine opened{writer, std::move(where), importAnswer(fields.part("answer"), fields.placeOf("answer"), problem)};
  fields.close();
  return opened;
}

ViewingTalk talk(const json& value, const std::string& place, Problem& problem) {
  ImportFields fields(value, place, problem);
  ViewingTalk talk;
  auto deck = fields.nameOrNull<DeckId>("deck");
  auto card = fields.nameOrNull<CardId>("card");
  if (deck.has_value() != card.has_value()) fields.refuse("card", "goes with a deck");
  if (deck && card) talk.card = DrawnCard{std::move(*deck), std::move(*card)};
  talk.text = fields.text("text");
  talk.when = fields.dayOrNull("when");
  fields.close();
  return talk;
}

Begun begun(ImportFields& fields) {
  Begun begun{.exercise = orAny(fields.name<ExerciseId>("exercise")),
              .fingerprint = fields.text("fingerprint"),
              .source = fields.text("source"),
              .mode = fields.word<SittingMode>("mode", exchange::kModes),
              .first = partner(fields, "first"),
              .day = fields.dayOrNull("day").value_or(Day{}),
              .lookOfA = fields.idOrNull<SittingId>("lookOfA"),
              .lookOfB = fields.idOrNull<SittingId>("lookOfB"),
              .shortForm = fields.flag("shortForm")};
  const bool isJoint = begun.mode == SittingMode::JointLook;
  if (fields.has("about")) begun.about = fields.id<EntryId>("about");
  if (isJoint != (begun.lookOfA && begun.lookOfB)) fields.refuse("mode", "does not fit lookOfA and lookOfB");
  return begun;
}

Answered answered(ImportFields& fields) {
  StepId where = step(fields);
  return {std::move(where), importAnswer(fields.part("answer"), fields.placeOf("answer"), fields.problem())};
}

Spoke spoke(ImportFields& fields) {
  StepId where = step(fields);
  const auto turn = static_cast<int>(fields.number("turn", 0, kMostTurns));
  return {std::move(where), turn, static_cast<int>(fields.number("seconds", 0, kMostSeconds))};
}

Reflected reflected(ImportFields& fields) {
  StepId where = step(fields);
  const auto turn = static_cast<int>(fields.number("turn", 0, kMostTurns));
  return {std::move(where), turn, fields.word<Verdict>("verdict", exchange::kVerdicts)};
}

SittingEvent eventOf(const std::string& kind, ImportFields& fields) {
  if (kind == "answered") return answered(fields);
  if (kind == "begun") return begun(fields);
  if (kind == "passed") return Passed{step(fields)};
  if (kind == "went-back") return WentBack{step(fields)};
  if (kind == "turn-ended") return TurnEnded{};
  if (kind == "turn-begun") return TurnBegun{};
  if (kind == "came-together") return CameTogether{};
  if (kind == "left") return Left{};
  if (kind == "spoke") return spoke(fields);
  if (kind == "reflected") return reflected(fields);
  if (kind == "looked-over") {
    StepId where = step(fields);
    return LookedOver{std::move(where), eachOf(fields, "choices", choice)};
  }
  if (kind == "revealed") {
    StepId where = step(fields);
    return Revealed{std::move(where), eachOf(fields, "lines", opened)};
  }
  fields.refuse("kind", "is no event that is known");
  return Left{};
}

}  // namespace

Agreement importAgreement(const json& value, const std::string& place, Problem& problem) {
  ImportFields fields(value, place, problem);
  Agreement agreement;
  agreement.what = fields.text("what");
  agreement.who = fields.word<AgreementWho>("who", exchange::kWho);
  agreement.when = fields.text("when");
  agreement.review = fields.dayOrNull("review");
  agreement.state = fields.word<AgreementState>("state", exchange::kStates);
  agreement.from = fields.idOrNull<SittingId>("sitting");
  fields.close();
  return agreement;
}

Viewing importViewing(const json& value, const std::string& place, Problem& problem) {
  ImportFields fields(value, place, problem);
  Viewing viewing;
  viewing.title = fields.text("title");
  if (fields.isNull("suggestedBy"))
    fields.skip("suggestedBy");
  else
    viewing.suggestedBy = partner(fields, "suggestedBy");
  viewing.added = fields.dayOrNull("added");
  viewing.seen = fields.dayOrNull("seen");
  viewing.plan = fields.nameOrNull<WatchPlanId>("plan");
  viewing.talks = eachOf(fields, "talks", talk);
  fields.close();
  return viewing;
}

Answer importAnswer(const json& value, const std::string& place, Problem& problem) {
  ImportFields fields(value, place, problem);
  const std::string kind = fields.text("kind");
  Answer answer = answerOf(kind, fields);
  fields.close();
  return answer;
}

SittingEvent importEvent(const json& value, const std::string& place, Problem& problem) {
  ImportFields fields(value, place, problem);
  const std::string kind = fields.text("kind");
  SittingEvent event = eventOf(kind, fields);
  fields.close();
  return event;
}

}  // namespace footbridge::storage
