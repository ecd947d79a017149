// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "storage/body_json.h"

namespace footbridge::storage {
namespace {

constexpr std::string_view kModes[] = {"together", "alone", "own-look", "joint-look"};
constexpr std::string_view kPartners[] = {"", "a", "b"};
constexpr std::string_view kVerdicts[] = {"yes", "nearly", "not-yet"};
constexpr std::int64_t kMostTurns = 1000;
constexpr std::int64_t kMostSeconds = 7 * 24 * 3600;

Json is(const char* kind) {
  return Json{{"is", kind}};
}

template <typename Enum, std::size_t Count>
std::string_view wordOf(Enum value, const std::string_view (&words)[Count]) {
  return words[static_cast<std::size_t>(value)];
}

Json choiceJson(const LineChoice& choice) {
  Json json{{"line", toJson(choice.line)}, {"open", choice.open}};
  if (choice.trimmed) json["trimmed"] = toJson(*choice.trimmed);
  return json;
}

struct EventWriter {
  Json operator()(const Begun& e) const {
    Json json{{"is", "begun"},
              {"exercise", e.exercise.text()},
              {"fingerprint", e.fingerprint},
              {"source", e.source},
              {"mode", wordOf(e.mode, kModes)},
              {"first", wordOf(e.first, kPartners)},
              {"day", dayOrNull(e.day)},
              {"short", e.shortForm}};
    if (e.lookOfA) json["look-a"] = e.lookOfA->number();
    if (e.lookOfB) json["look-b"] = e.lookOfB->number();
    return json;
  }
  Json operator()(const Answered& e) const {
    return {{"is", "answered"}, {"step", e.step.text()}, {"answer", toJson(e.answer)}};
  }
  Json operator()(const Passed& e) const { return {{"is", "passed"}, {"step", e.step.text()}}; }
  Json operator()(const WentBack& e) const { return {{"is", "went-back"}, {"to", e.to.text()}}; }
  Json operator()(const LookedOver& e) const {
    Json choices = Json::array();
    for (const LineChoice& choice : e.choices) choices.push_back(choiceJson(choice));
    return {{"is", "looked-over"}, {"reveal", e.reveal.text()}, {"choices", std::move(choices)}};
  }
  Json operator()(const TurnEnded&) const { return is("turn-ended"); }
  Json operator()(const TurnBegun&) const { return is("turn-begun"); }
  Json operator()(const CameTogether&) const { return is("came-together"); }
  Json operator()(const Revealed& e) const {
    Json lines = Json::array();
    for (const OpenedLine& line : e.lines)
      lines.push_back(Json{
          {"writer", wordOf(line.writer, kPartners)}, {"line", toJson(line.line)}, {"answer", toJson(line.answer)}});
    return {{"is", "revealed"}, {"reveal", e.reveal.text()}, {"lines", std::move(lines)}};
  }
  Json operator()(const Spoke& e) const {
    return {{"is", "spoke"}, {"step", e.step.text()}, {"turn", e.turn}, {"seconds", e.seconds}};
  }
  Json operator()(const Reflected& e) const {
    return {{"is", "reflected"}, {"step", e.step.text()}, {"turn", e.turn}, {"verdict", wordOf(e.verdict, kVerdicts)}};
  }
  Json operator()(const Left&) const { return is("left"); }
};

PartnerId parsePartner(Fields& fields, const char* name) {
  const auto partner = fields.word<PartnerId>(name, kPartners);
  if (partner == PartnerId{}) fields.refuse();
  return partner;
}

std::optional<SittingEvent> parseBegun(Fields& fields) {
  auto exercise = fields.name<ExerciseId>("exercise");
  if (!exercise) return std::nullopt;
  Begun begun{.exercise = std::move(*exercise),
              .fingerprint = fields.text("fingerprint"),
              .source = fields.text("source"),
              .mode = fields.word<SittingMode>("mode", kModes),
              .first = parsePartner(fields, "first"),
              .day = fields.day("day").value_or(Day{}),
              .lookOfA = std::nullopt,
              .lookOfB = std::nullopt,
              .shortForm = fields.flag("short")};
  if (fields.has("look-a")) begun.lookOfA = fields.id<SittingId>("look-a");
  if (fields.has("look-b")) begun.lookOfB = fields.id<SittingId>("look-b");
  return begun;
}

std::optional<LineChoice> parseChoice(const Json& json) {
  Fields fields(json);
  auto line = parseLine(fields.part("line"));
  const bool open = fields.flag("open");
  std::optional<Answer> trimmed;
  if (fields.has("trimmed")) {
    trimmed = parseAnswer(fields.part("trimmed"));
    if (!trimmed) return std::nullopt;
  }
  if (!line || !fields.sound()) return std::nullopt;
  return LineChoice{std::move(*line), open, std::move(trimmed)};
}

std::optional<OpenedLine> parseOpened(const Json& json) {
  Fields fields(json);
  const PartnerId writer = parsePartner(fields, "writer");
  auto line = parseLine(fields.part("line"));
  auto answer = parseAnswer(fields.part("answer"));
  if (!line || !answer || !fields.sound()) return std::nullopt;
  return OpenedLine{writer, std::move(*line), std::move(*answer)};
}

template <typename Thing>
std::optional<std::vector<Thing>> parseEach(const Json& list, std::optional<Thing> (*parse)(const Json&)) {
  std::vector<Thing> things;
  for (const Json& each : list) {
    auto thing = parse(each);
    if (!thing) return std::nullopt;
    things.push_back(std::move(*thing));
  }
  return things;
}

std::optional<SittingEvent> parseLookedOver(Fields& fields) {
  auto reveal = fields.name<StepId>("reveal");
  auto choices = parseEach<LineChoice>(fields.list("choices"), parseChoice);
  if (!reveal || !choices) return std::nullopt;
  return LookedOver{std::move(*reveal), std::move(*choices)};
}

std::optional<SittingEvent> parseRevealed(Fields& fields) {
  auto reveal = fields.name<StepId>("reveal");
  auto lines = parseEach<OpenedLine>(fields.list("lines"), parseOpened);
  if (!reveal || !lines) return std::nullopt;
  return Revealed{std::move(*reveal), std::move(*lines)};
}

std::optional<SittingEvent> parseAnswered(Fields& fields) {
  auto step = fields.name<StepId>("step");
  auto answer = parseAnswer(fields.part("answer"));
  if (!step || !answer) return std::nullopt;
  return Answered{std::move(*step), std::move(*answer)};
}

template <typename Event>
std::optional<SittingEvent> parseStepEvent(Fields& fields, const char* name) {
  auto step = fields.name<StepId>(name);
  if (!step) return std::nullopt;
  return Event{std::move(*step)};
}

std::optional<SittingEvent> parseSpoke(Fields& fields) {
  auto step = fields.name<StepId>("step");
  const auto turn = static_cast<int>(fields.number("turn", 0, kMostTurns));
  const auto seconds = static_cast<int>(fields.number("seconds", 0, kMostSeconds));
  if (!step) return std::nullopt;
  return Spoke{std::move(*step), turn, seconds};
}

std::optional<SittingEvent> parseReflected(Fields& fields) {
  auto step = fields.name<StepId>("step");
  const auto turn = static_cast<int>(fields.number("turn", 0, kMostTurns));
  const auto verdict = fields.word<Verdict>("verdict", kVerdicts);
  if (!step) return std::nullopt;
  return Reflected{std::move(*step), turn, verdict};
}

std::optional<SittingEvent> parseEventOf(const std::string& kind, Fields& fields) {
  if (kind == "answered") return parseAnswered(fields);
  if (kind == "begun") return parseBegun(fields);
  if (kind == "passed") return parseStepEvent<Passed>(fields, "step");
  if (kind == "went-back") return parseStepEvent<WentBack>(fields, "to");
  if (kind == "looked-over") return parseLookedOver(fields);
  if (kind == "turn-ended") return TurnEnded{};
  if (kind == "turn-begun") return TurnBegun{};
  if (kind == "came-together") return CameTogether{};
  if (kind == "revealed") return parseRevealed(fields);
  if (kind == "spoke") return parseSpoke(fields);
  if (kind == "reflected") return parseReflected(fields);
  if (kind == "left") return Left{};
  return std::nullopt;
}

}  // namespace

Json toJson(const SittingEvent& event) {
  return std::visit(EventWriter{}, event);
}

std::optional<SittingEvent> parseEvent(const Json& json) {
  Fields fields(json);
  const std::string kind = fields.text("is");
  auto event = parseEventOf(kind, fields);
  if (!event || !fields.sound()) return std::nullopt;
  return event;
}

}  // namespace footbridge::storage
