// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "storage/exchange_json.h"

namespace footbridge::storage::exchange {
namespace {

using Json = nlohmann::ordered_json;

// One overload a shape; the visitors below pick it.

Json shape(std::monostate) {
  return {{"kind", "none"}};
}
Json shape(const WrittenAnswer& answer) {
  return {{"kind", "written"}, {"text", answer.text}};
}
Json shape(const RatedAnswer& answer) {
  Json ratings = Json::array();
  for (const Rating& rating : answer.ratings) {
    ratings.push_back(
        {{"item", rating.item.text()}, {"score", rating.score ? Json(rating.score->mark()) : Json(nullptr)}});
  }
  return {{"kind", "rated"}, {"ratings", std::move(ratings)}};
}
Json shape(const ChosenAnswer& answer) {
  Json cards = Json::array();
  for (const CardId& card : answer.cards) cards.push_back(card.text());
  return {{"kind", "chosen"}, {"cards", std::move(cards)}};
}
Json shape(const AskAnswer& answer) {
  return {{"kind", "ask"}, {"happened", answer.happened}, {"feel", answer.feel}, {"help", answer.help}};
}
Json shape(const MoveAnswer& answer) {
  return {{"kind", "move"}, {"when", answer.when}, {"does", answer.does}, {"inside", answer.inside}};
}
Json shape(const AgreedAnswer& answer) {
  return {{"kind", "agreed"}, {"agreement", answer.agreement ? toJson(*answer.agreement) : Json(nullptr)}};
}
Json shape(const ReviewedAnswer& answer) {
  Json outcomes = Json::array();
  for (const auto& [id, state] : answer.outcomes)
    outcomes.push_back({{"entry", std::to_string(id.number())}, {"state", toText(state)}});
  return {{"kind", "reviewed"}, {"outcomes", std::move(outcomes)}};
}
Json shape(const CloseAnswer& answer) {
  return {{"kind", "close"}, {"heard", answer.heard}, {"appreciated", answer.appreciated}};
}

Json lineJson(const LineId& line) {
  return {{"step", line.step.text()}, {"item", line.item ? Json(line.item->text()) : Json(nullptr)}};
}

Json shape(const Begun& begun) {
  const auto sitting = [](const std::optional<SittingId>& id) {
    return id ? Json(std::to_string(id->number())) : Json(nullptr);
  };
  Json json{{"kind", "begun"},
            {"exercise", begun.exercise.text()},
            {"fingerprint", begun.fingerprint},
            {"source", begun.source},
            {"mode", kModes.at(static_cast<std::size_t>(begun.mode))},
            {"first", toText(begun.first)},
            {"day", begun.day.ok() ? Json(toText(begun.day)) : Json(nullptr)},
            {"lookOfA", sitting(begun.lookOfA)},
            {"lookOfB", sitting(begun.lookOfB)},
            {"shortForm", begun.shortForm}};
  if (begun.about) json["about"] = std::to_string(begun.about->number());
  return json;
}
Json shape(const Answered& event) {
  return {{"kind", "answered"}, {"step", event.step.text()}, {"answer", toJson(event.answer)}};
}
Json shape(const Passed& event) {
  return {{"kind", "passed"}, {"step", event.step.text()}};
}
Json shape(const WentBack& event) {
  return {{"kind", "went-back"}, {"step", event.to.text()}};
}
Json shape(const LookedOver& event) {
  Json choices = Json::array();
  for (const LineChoice& choice : event.choices) {
    Json json = lineJson(choice.line);
    json["open"] = choice.open;
    json["trimmed"] = choice.trimmed ? toJson(*choice.trimmed) : Json(nullptr);
    choices.push_back(std::move(json));
  }
  return {{"kind", "looked-over"}, {"step", event.reveal.text()}, {"choices", std::move(choices)}};
}
Json shape(const TurnEnded&) {
  return {{"kind", "turn-ended"}};
}
Json shape(const TurnBegun&) {
  return {{"kind", "turn-begun"}};
}
Json shape(const CameTogether&) {
  return {{"kind", "came-together"}};
}
Json shape(const Revealed& event) {
  Json lines = Json::array();
  for (const OpenedLine& opened : event.lines) {
    Json json = lineJson(opened.line);
    json["writer"] = toText(opened.writer);
    json["answer"] = toJson(opened.answer);
    lines.push_back(std::move(json));
  }
  return {{"kind", "revealed"}, {"step", event.reveal.text()}, {"lines", std::move(lines)}};
}
Json shape(const Spoke& event) {
  return {{"kind", "spoke"}, {"step", event.step.text()}, {"turn", event.turn}, {"seconds", event.seconds}};
}
Json shape(const Reflected& event) {
  return {{"kind", "reflected"},
          {"step", event.step.text()},
          {"turn", event.turn},
          {"verdict", kVerdicts.at(static_cast<std::size_t>(event.verdict))}};
}
Json shape(const Left&) {
  return {{"kind", "left"}};
}

}  // namespace

Json toJson(const Answer& answer) {
  return std::visit([](const auto& one) { return shape(one); }, answer);
}

Json toJson(const SittingEvent& event) {
  return std::visit([](const auto& one) { return shape(one); }, event);
}

}  // namespace footbridge::storage::exchange
