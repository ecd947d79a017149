// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>
#include <vector>

#include "storage/body_json.h"

namespace footbridge::storage {
namespace {

constexpr std::string_view kStates[] = {"open", "kept", "changed", "dropped"};
constexpr std::string_view kWho[] = {"", "a", "b", "both"};

Json base(const char* kind) {
  return Json{{"is", kind}};
}

template <typename Enum, std::size_t Count>
std::string_view wordOf(Enum value, const std::string_view (&words)[Count]) {
  return words[static_cast<std::size_t>(value)];
}

struct AnswerWriter {
  Json operator()(std::monostate) const { return base("none"); }
  Json operator()(const WrittenAnswer& a) const { return {{"is", "written"}, {"text", a.text}}; }
  Json operator()(const RatedAnswer& a) const {
    Json ratings = Json::array();
    for (const Rating& rating : a.ratings)
      ratings.push_back(Json::array({rating.item.text(), rating.score ? Json(rating.score->mark()) : Json()}));
    return {{"is", "rated"}, {"ratings", std::move(ratings)}};
  }
  Json operator()(const ChosenAnswer& a) const {
    Json cards = Json::array();
    for (const CardId& card : a.cards) cards.push_back(card.text());
    return {{"is", "chosen"}, {"cards", std::move(cards)}};
  }
  Json operator()(const AskAnswer& a) const {
    return {{"is", "ask"}, {"happened", a.happened}, {"feel", a.feel}, {"help", a.help}};
  }
  Json operator()(const MoveAnswer& a) const {
    return {{"is", "move"}, {"when", a.when}, {"does", a.does}, {"inside", a.inside}};
  }
  Json operator()(const AgreedAnswer& a) const {
    return {{"is", "agreed"}, {"agreement", a.agreement ? toJson(*a.agreement) : Json()}};
  }
  Json operator()(const ReviewedAnswer& a) const {
    Json outcomes = Json::array();
    for (const auto& [entry, state] : a.outcomes)
      outcomes.push_back(Json::array({entry.number(), wordOf(state, kStates)}));
    return {{"is", "reviewed"}, {"outcomes", std::move(outcomes)}};
  }
  Json operator()(const CloseAnswer& a) const {
    return {{"is", "close"}, {"heard", a.heard}, {"appreciated", a.appreciated}};
  }
};

std::optional<Rating> parseRating(const Json& json) {
  if (!json.is_array() || json.size() != 2 || !json[0].is_string()) return std::nullopt;
  auto item = ItemId::from(json[0].get_ref<const std::string&>());
  if (!item) return std::nullopt;
  if (json[1].is_null()) return Rating{std::move(*item), std::nullopt};
  const auto mark = wholeNumber(json[1]);
  if (!mark || *mark < Score::kLowest || *mark > Score::kHighest) return std::nullopt;
  return Rating{std::move(*item), Score::from(static_cast<int>(*mark))};
}

std::optional<CardId> parseCard(const Json& json) {
  if (!json.is_string()) return std::nullopt;
  return CardId::from(json.get_ref<const std::string&>());
}

std::optional<std::pair<EntryId, AgreementState>> parseOutcome(const Json& json) {
  if (!json.is_array() || json.size() != 2 || !json[1].is_string()) return std::nullopt;
  const auto number = wholeNumber(json[0]);
  const auto entry = number ? EntryId::from(*number) : std::nullopt;
  if (!entry) return std::nullopt;
  for (std::size_t i = 0; i < std::size(kStates); ++i) {
    if (kStates[i] == json[1].get_ref<const std::string&>()) return std::pair(*entry, static_cast<AgreementState>(i));
  }
  return std::nullopt;
}

template <typename Thing>
std::vector<Thing> parseEach(Fields& fields, const char* name, std::optional<Thing> (*parse)(const Json&)) {
  std::vector<Thing> things;
  for (const Json& each : fields.list(name)) {
    auto thing = parse(each);
    if (thing)
      things.push_back(std::move(*thing));
    else
      fields.refuse();
  }
  return things;
}

std::array<std::string, 2> parseTwo(Fields& fields, const char* name) {
  const Json& list = fields.list(name);
  if (!list.is_array() || list.size() != 2 || !list[0].is_string() || !list[1].is_string()) {
    fields.refuse();
    return {};
  }
  return {list[0].get<std::string>(), list[1].get<std::string>()};
}

AgreedAnswer parseAgreed(Fields& fields) {
  const Json& agreement = fields.part("agreement");
  if (agreement.is_null()) return {};
  auto parsed = parseAgreement(agreement);
  if (!parsed) fields.refuse();
  return {std::move(parsed)};
}

Answer parseAnswerOf(const std::string& kind, Fields& fields) {
  if (kind == "written") return WrittenAnswer{fields.text("text")};
  if (kind == "rated") return RatedAnswer{parseEach<Rating>(fields, "ratings", parseRating)};
  if (kind == "chosen") return ChosenAnswer{parseEach<CardId>(fields, "cards", parseCard)};
  if (kind == "ask") return AskAnswer{fields.text("happened"), fields.text("feel"), fields.text("help")};
  if (kind == "move") return MoveAnswer{fields.text("when"), fields.text("does"), fields.text("inside")};
  if (kind == "agreed") return parseAgreed(fields);
  if (kind == "reviewed")
    return ReviewedAnswer{parseEach<std::pair<EntryId, AgreementState>>(fields, "outcomes", parseOutcome)};
  if (kind == "close") return CloseAnswer{parseTwo(fields, "heard"), parseTwo(fields, "appreciated")};
  if (kind != "none") fields.refuse();
  return std::monostate{};
}

}  // namespace

Json dayOrNull(const std::optional<Day>& day) {
  return day && day->ok() ? Json(toText(*day)) : Json();
}

Json toJson(const Agreement& agreement) {
  Json json{{"what", agreement.what},
            {"who", wordOf(agreement.who, kWho)},
            {"when", agreement.when},
            {"review", dayOrNull(agreement.review)},
            {"state", wordOf(agreement.state, kStates)}};
  if (agreement.from) json["from"] = agreement.from->number();
  return json;
}

std::optional<Agreement> parseAgreement(const Json& json) {
  Fields fields(json);
  Agreement agreement;
  agreement.what = fields.text("what");
  agreement.who = fields.word<AgreementWho>("who", kWho);
  agreement.when = fields.text("when");
  agreement.review = fields.day("review");
  agreement.state = fields.word<AgreementState>("state", kStates);
  if (fields.has("from")) agreement.from = fields.id<SittingId>("from");
  if (!fields.sound() || agreement.who == AgreementWho{}) return std::nullopt;
  return agreement;
}

Json toJson(const Answer& answer) {
  return std::visit(AnswerWriter{}, answer);
}

std::optional<Answer> parseAnswer(const Json& json) {
  Fields fields(json);
  const std::string kind = fields.text("is");
  Answer answer = parseAnswerOf(kind, fields);
  if (!fields.sound()) return std::nullopt;
  return answer;
}

Json toJson(const LineId& line) {
  Json json{{"step", line.step.text()}};
  if (line.item) json["item"] = line.item->text();
  return json;
}

std::optional<LineId> parseLine(const Json& json) {
  Fields fields(json);
  auto step = fields.name<StepId>("step");
  std::optional<ItemId> item;
  if (fields.has("item")) item = fields.name<ItemId>("item");
  if (!fields.sound()) return std::nullopt;
  return LineId{std::move(*step), std::move(item)};
}

}  // namespace footbridge::storage
