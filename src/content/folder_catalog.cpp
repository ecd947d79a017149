// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/folder_catalog.h"

#include <algorithm>
#include <tuple>

#include "content/document.h"
#include "content/library.h"
#include "content/structure.h"
#include "content/summary_reader.h"

namespace footbridge::content {
namespace {

namespace fs = std::filesystem;

/// In the order of practices, then lightest and shortest first; the name settles the rest.
bool comesBefore(const ExerciseSummary& left, const ExerciseSummary& right) {
  const auto key = [](const ExerciseSummary& one) { return std::tie(one.practice, one.depth, one.minutes, one.id); };
  return key(left) < key(right);
}

/// Every .json file of the folder, read by `read`; the first that is refused refuses them all.
template <typename Value>
Result<std::vector<Value>> readFolder(const fs::path& folder, Result<Value> (*read)(const fs::path&)) {
  std::vector<Value> values;
  std::error_code failure;
  fs::directory_iterator at(folder, failure);
  if (failure) return Error{ErrorKind::NotFound, folder.string(), {}, {}, failure.value()};
  for (const fs::directory_iterator end; !failure && at != end; at.increment(failure)) {
    if (at->path().extension() != ".json") continue;
    auto value = read(at->path());
    if (!value) return value.error();
    values.push_back(std::move(value).value());
  }
  return values;
}

Result<std::vector<ExerciseSummary>> readIndex(const fs::path& folder) {
  auto index = readFolder(folder, readSummary);
  if (index) std::sort(index->begin(), index->end(), comesBefore);
  return index;
}

Result<std::vector<Journey>> readJourneys(const fs::path& folder) {
  auto journeys = readFolder(folder, readJourney);
  if (journeys) std::ranges::sort(*journeys, {}, &Journey::title);
  return journeys;
}

Result<std::vector<WatchPlan>> readWatchPlans(const fs::path& folder) {
  auto plans = readFolder(folder, readWatchPlan);
  if (plans) std::ranges::sort(*plans, {}, &WatchPlan::title);
  return plans;
}

/// What was read before, or what `read` answers now; a failure is not kept.
template <typename Value, typename Read>
Result<Value> once(std::optional<Value>& kept, Read read) {
  if (kept) return *kept;
  Result<Value> result = read();
  if (result) kept = *result;
  return result;
}

}  // namespace

Result<std::vector<ExerciseSummary>> FolderCatalog::exercises() {
  return once(m_index, [this] { return readIndex(m_folder / "exercises"); });
}

Result<std::shared_ptr<const Exercise>> FolderCatalog::exercise(const ExerciseId& id) {
  if (id.text() == kWeeklyLook) return weeklyLook();
  return load(id, m_folder / "exercises" / (id.text() + ".json"));
}

Result<std::shared_ptr<const Exercise>> FolderCatalog::weeklyLook() {
  const auto id = ExerciseId::from(kWeeklyLook);
  return load(*id, m_folder / (id->text() + ".json"));
}

Result<std::vector<HelpLine>> FolderCatalog::helpLines() {
  return once(m_helpLines, [this] { return readHelpLines(m_folder / "help-lines.json"); });
}

std::string FolderCatalog::helpNotice() {
  return readNotice(m_folder / "help-lines.json");
}

Result<std::vector<EvidenceSource>> FolderCatalog::evidence() {
  return once(m_evidence, [this] { return readEvidence(m_folder / "evidence.json"); });
}

Result<std::vector<Journey>> FolderCatalog::journeys() {
  return once(m_journeys, [this] { return readJourneys(m_folder / "journeys"); });
}

Result<std::shared_ptr<const Deck>> FolderCatalog::deck(const DeckId& id) {
  if (auto deck = findDeck(id)) return deck;
  return Error{ErrorKind::NotFound, id.text()};
}

Result<std::vector<WatchPlan>> FolderCatalog::watchPlans() {
  return once(m_watchPlans, [this] { return readWatchPlans(m_folder / "watch-plans"); });
}

Result<std::shared_ptr<const Exercise>> FolderCatalog::load(const ExerciseId& id, const fs::path& file) {
  if (const auto kept = m_exercises.find(id); kept != m_exercises.end()) return kept->second;
  Problems problems;
  auto exercise = readExercise(
      file,
      [this](const DeckId& wanted) {
        const auto deck = findDeck(wanted);
        return deck ? std::optional(*deck) : std::nullopt;
      },
      problems);
  if (!exercise) return toError(problems.front());
  return m_exercises.emplace(id, std::make_shared<const Exercise>(*std::move(exercise))).first->second;
}

std::shared_ptr<const Deck> FolderCatalog::findDeck(const DeckId& id) {
  if (const auto kept = m_decks.find(id); kept != m_decks.end()) return kept->second;
  auto deck = findDeckIn(m_folder, id);
  if (!deck) return nullptr;
  return m_decks.emplace(id, std::make_shared<const Deck>(*std::move(deck))).first->second;
}

}  // namespace footbridge::content
