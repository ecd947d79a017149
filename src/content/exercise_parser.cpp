// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/exercise_parser.h"

#include <array>

#include "content/json_fields.h"
#include "content/step_parser.h"

namespace footbridge::content {
namespace {

GateOutcome parseOutcome(const std::string& word) {
  if (word == "aside") return GateOutcome::Aside;
  return word == "stop" ? GateOutcome::Stop : GateOutcome::GoOn;
}

std::optional<Gate> parseGate(const Json& root) {
  const auto gate = root.find("gate");
  if (gate == root.end()) return std::nullopt;
  const auto choice = [](const Json& json) {
    return Gate::Choice{textAt(json, "text"), parseOutcome(textAt(json, "outcome")), textAt(json, "answer")};
  };
  const auto wayOn = [](const Json& json) {
    return Gate::WayOn{textAt(json, "when"), idAt<ExerciseId>(json, "exercise")};
  };
  return Gate{textAt(*gate, "question"), listAt(*gate, "choices", choice), listAt(*gate, "waysOn", wayOn)};
}

FacilitatorNotes parseNotes(const Json& json) {
  FacilitatorNotes notes;
  const std::array fields{std::pair{"aim", &notes.aim},           std::pair{"mechanism", &notes.mechanism},
                          std::pair{"forWhom", &notes.forWhom},   std::pair{"notForWhom", &notes.notForWhom},
                          std::pair{"seating", &notes.seating},   std::pair{"shorten", &notes.shorten},
                          std::pair{"stepDown", &notes.stepDown}, std::pair{"badEnding", &notes.badEnding},
                          std::pair{"home", &notes.home},         std::pair{"adaptations", &notes.adaptations}};
  for (const auto& [key, field] : fields) *field = textAt(json, key);
  notes.script = textsAt(json, "script");
  notes.watchFor = listAt(json, "watchFor", [](const Json& watch) {
    return WatchFor{textAt(watch, "sign"), textAt(watch, "say")};
  });
  return notes;
}

std::vector<Step> parseSteps(const Document& document, const FindDeck& findDeck, Problems& problems) {
  StepParser parser(findDeck, document.file, problems);
  std::size_t index = 0;
  return listAt(document.root, "steps",
                [&](const Json& step) { return parser.parse(step, "/steps/" + std::to_string(index++)); });
}

CardFamily parseFamily(const Json& json) {
  const auto toCard = [](const Json& name) {
    const auto id = CardId::from(name.get<std::string>());
    assert(id);
    return *id;
  };
  return {textAt(json, "title"), listAt(json, "inner", toCard), listAt(json, "outer", toCard)};
}

EvidenceNote parseEvidenceNote(const Json& json) {
  return {textAt(json, "key"), textAt(json, "text")};
}

}  // namespace

Exercise parseExercise(const Document& document, const FindDeck& findDeck, Problems& problems) {
  const Json& root = document.root;
  return {idAt<ExerciseId>(root, "id"),
          parsePractice(textAt(root, "practice")),
          textAt(root, "audience") == "one" ? Audience::One : Audience::Two,
          textAt(root, "title"),
          textAt(root, "summary"),
          textAt(root, "why"),
          wholeAt(root, "minutes"),
          static_cast<Depth>(wholeAt(root, "depth")),
          textAt(root, "forWhom"),
          textsAt(root, "notNow"),
          textsAt(root, "groundRules"),
          textAt(root, "keeps"),
          parseGate(root),
          listAt(root, "evidence", parseEvidenceNote),
          textAt(root, "evidenceGrade"),
          parseNotes(root.at("facilitator")),
          textAt(root, "stepDown"),
          textAt(root, "home"),
          parseSteps(document, findDeck, problems),
          document.fingerprint,
          {}};
}

Deck parseDeck(const Document& document) {
  const Json& root = document.root;
  return {idAt<DeckId>(root, "id"), textAt(root, "title"), listAt(root, "cards", parseCard),
          listAt(root, "wheel", parseFamily)};
}

}  // namespace footbridge::content
