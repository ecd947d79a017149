// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/library.h"

#include <set>

#include "content/document.h"
#include "content/journey_parser.h"
#include "content/json_fields.h"
#include "content/structure.h"
#include "content/watch_plan_parser.h"

namespace footbridge::content {
namespace {

std::optional<Document> openAs(DocumentKind kind, const std::filesystem::path& file, Problems& problems) {
  auto document = openDocument(file, problems);
  if (!document || document->kind == kind) return document;
  problems.push_back({Rule::AgainstSchema, document->file, "/"});
  return std::nullopt;
}

template <typename Read>
auto readList(DocumentKind kind, const std::filesystem::path& file, Read read)
    -> Result<decltype(read(std::declval<const Document&>(), std::declval<Problems&>()))> {
  Problems problems;
  const auto document = openAs(kind, file, problems);
  if (!document) return toError(problems.front());
  auto list = read(*document, problems);
  if (!problems.empty()) return toError(problems.front());
  return list;
}

}  // namespace

std::optional<Deck> findDeckIn(const std::filesystem::path& folder, const DeckId& id) {
  Problems ignored;  // a deck that is refused is none; the check of the deck's own file says why
  const auto document = openAs(DocumentKind::Deck, folder / "decks" / (id.text() + ".json"), ignored);
  if (!document) return std::nullopt;
  return parseDeck(*document);
}

std::vector<HelpLine> parseHelpLines(const Document& document, Problems& problems) {
  std::vector<HelpLine> lines;
  std::size_t index = 0;
  for (const Json& line : document.root.at("lines")) {
    const std::string place = "/lines/" + std::to_string(index++) + "/checked";
    const auto checked = parseDay(textAt(line, "checked"));
    if (!checked) {
      problems.push_back({Rule::DayUnknown, document.file, place, textAt(line, "checked")});
      continue;
    }
    lines.push_back({textAt(line, "country"), textAt(line, "name"), textAt(line, "reach"), textAt(line, "purpose"),
                     textAt(line, "note"), *checked});
  }
  return lines;
}

std::vector<EvidenceSource> parseEvidence(const Document& document, Problems& problems) {
  std::set<std::string> keys;
  std::size_t index = 0;
  return listAt(document.root, "sources", [&](const Json& source) {
    const std::string key = textAt(source, "key");
    const std::string place = "/sources/" + std::to_string(index++) + "/key";
    if (!keys.insert(key).second) problems.push_back({Rule::IdTwice, document.file, place, key});
    return EvidenceSource{key, textAt(source, "authors"), textAt(source, "year"), textAt(source, "found"),
                          textAt(source, "howSure")};
  });
}

Result<std::vector<HelpLine>> readHelpLines(const std::filesystem::path& file) {
  return readList(DocumentKind::HelpLines, file, parseHelpLines);
}

Result<std::vector<EvidenceSource>> readEvidence(const std::filesystem::path& file) {
  return readList(DocumentKind::Evidence, file, parseEvidence);
}

Result<Journey> readJourney(const std::filesystem::path& file) {
  Problems problems;
  const auto document = openAs(DocumentKind::Journey, file, problems);
  if (!document) return toError(problems.front());
  return parseJourney(*document);
}

Result<WatchPlan> readWatchPlan(const std::filesystem::path& file) {
  Problems problems;
  const auto document = openAs(DocumentKind::WatchPlan, file, problems);
  if (!document) return toError(problems.front());
  return parseWatchPlan(*document);
}

std::string readNotice(const std::filesystem::path& file) {
  Problems ignored;
  const auto document = openDocument(file, ignored);
  return document ? textAt(document->root, "notice") : std::string();
}

std::optional<Exercise> readExercise(const std::filesystem::path& file, const FindDeck& findDeck, Problems& problems) {
  const auto document = openAs(DocumentKind::Exercise, file, problems);
  if (!document) return std::nullopt;
  Exercise exercise = parseExercise(*document, findDeck, problems);
  Problems refused = checkStructure(exercise, document->file, file.stem().string());
  problems.insert(problems.end(), refused.begin(), refused.end());
  if (!problems.empty()) return std::nullopt;
  return exercise;
}

}  // namespace footbridge::content
