// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/checker.h"

#include <algorithm>
#include <map>
#include <set>

#include "content/document.h"
#include "content/journey_parser.h"
#include "content/json_fields.h"
#include "content/library.h"
#include "content/linter.h"
#include "content/rehearsal_script.h"
#include "content/structure.h"
#include "content/summary_reader.h"
#include "content/watch_plan_parser.h"

namespace footbridge::content {
namespace {

namespace fs = std::filesystem;

/// Every .json file below, in order of name.
std::vector<fs::path> filesBelow(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (fs::recursive_directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    if (at->is_directory() && at->path().filename() == "schema") at.disable_recursion_pending();
    if (at->is_regular_file() && at->path().extension() == ".json") files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// One run over many files: what was looked up is kept, and what may not be alike is compared.
class Check {
 public:
  explicit Check(fs::path shipped) : m_shipped(std::move(shipped)) {}

  void add(const fs::path& path) {
    std::error_code failure;
    if (!fs::is_directory(path, failure)) return addFile(path);
    const std::vector<fs::path> files = filesBelow(path);
    if (files.empty()) m_report.problems.push_back({Rule::NothingThere, path.string()});
    for (const fs::path& file : files) addFile(file);
  }
  [[nodiscard]] CheckReport report() && { return std::move(m_report); }

 private:
  void addFile(const fs::path& file);
  void checkDocument(const Document& document, const fs::path& file);
  void checkExercise(const Document& document, const fs::path& file);
  void checkDeck(const Document& document, const fs::path& file);
  void checkRehearsal(const Document& document);
  void checkWay(const Document& document, const fs::path& file);
  void checkPlan(const Document& document, const fs::path& file);
  void keep(Problems problems);

  std::optional<Deck> findDeck(const fs::path& file, const DeckId& id);
  [[nodiscard]] std::optional<Audience> findAudience(const fs::path& file, const ExerciseId& id) const;
  const EvidenceKeys& evidenceFor(const fs::path& file);
  [[nodiscard]] std::vector<fs::path> foldersFor(const fs::path& file) const;

  fs::path m_shipped;
  CheckReport m_report;
  LibraryLinter m_library;
  std::map<fs::path, EvidenceKeys> m_evidence;
};

void Check::keep(Problems problems) {
  std::move(problems.begin(), problems.end(), std::back_inserter(m_report.problems));
}

void Check::addFile(const fs::path& file) {
  ++m_report.files;
  if (const auto document = openDocument(file, m_report.problems)) checkDocument(*document, file);
}

void Check::checkDocument(const Document& document, const fs::path& file) {
  switch (document.kind) {
    case DocumentKind::Exercise:
      return checkExercise(document, file);
    case DocumentKind::Deck:
      return checkDeck(document, file);
    case DocumentKind::HelpLines:
      static_cast<void>(parseHelpLines(document, m_report.problems));
      return;
    case DocumentKind::Evidence:
      static_cast<void>(parseEvidence(document, m_report.problems));
      return;
    case DocumentKind::Rehearsal:
      return checkRehearsal(document);
    case DocumentKind::Journey:
      return checkWay(document, file);
    case DocumentKind::WatchPlan:
      return checkPlan(document, file);
  }
}

void Check::checkExercise(const Document& document, const fs::path& file) {
  const Exercise exercise = parseExercise(
      document, [&](const DeckId& id) { return findDeck(file, id); }, m_report.problems);
  keep(checkStructure(exercise, document.file, file.stem().string()));
  keep(lintExercise(document, exercise, evidenceFor(file)));
  keep(m_library.add(document));
  if (!exercise.gate) return;
  for (std::size_t i = 0; i < exercise.gate->waysOn.size(); ++i) {
    const ExerciseId& way = exercise.gate->waysOn[i].exercise;
    if (!findAudience(file, way))
      keep({{Rule::ExerciseUnknown, document.file, "/gate/waysOn/" + std::to_string(i) + "/exercise", way.text()}});
  }
}

void Check::checkDeck(const Document& document, const fs::path& file) {
  keep(checkDeckStructure(parseDeck(document), document.file, file.stem().string()));
  keep(lintDeck(document));
  keep(m_library.add(document));
}

void Check::checkWay(const Document& document, const fs::path& file) {
  keep(checkJourney(parseJourney(document), document, file.stem().string(),
                    [&](const ExerciseId& id) { return findAudience(file, id); }));
  keep(lintJourney(document));
  keep(m_library.add(document));
}

void Check::checkPlan(const Document& document, const fs::path& file) {
  keep(checkWatchPlan(parseWatchPlan(document), document, file.stem().string(), evidenceFor(file)));
  keep(lintWatchPlan(document));
  keep(m_library.add(document));
}

std::optional<Audience> Check::findAudience(const fs::path& file, const ExerciseId& id) const {
  for (const fs::path& folder : foldersFor(file)) {
    if (const auto summary = readSummary(folder / "exercises" / (id.text() + ".json"))) return summary->audience;
  }
  return std::nullopt;
}

void Check::checkRehearsal(const Document& document) {
  const auto script = parseRehearsalScript(document.root.dump(), document.file);
  if (!script) m_report.problems.push_back({Rule::AgainstSchema, document.file, "/", script.error().detail});
}

/// Beside the file, one folder up (an exercise lies in its own folder), and what ships.
std::vector<fs::path> Check::foldersFor(const fs::path& file) const {
  const fs::path here = fs::absolute(file).parent_path();
  return {here, here.parent_path(), m_shipped};
}

std::optional<Deck> Check::findDeck(const fs::path& file, const DeckId& id) {
  for (const fs::path& folder : foldersFor(file)) {
    if (auto deck = findDeckIn(folder, id)) return deck;
  }
  return std::nullopt;
}

const EvidenceKeys& Check::evidenceFor(const fs::path& file) {
  for (const fs::path& folder : foldersFor(file)) {
    const auto [known, isNew] = m_evidence.try_emplace(folder);
    if (isNew) {
      if (const auto sources = readEvidence(folder / "evidence.json")) {
        for (const EvidenceSource& source : *sources) known->second.insert(source.key);
      }
    }
    if (!known->second.empty()) return known->second;
  }
  return m_evidence[m_shipped];
}

}  // namespace

CheckReport checkContent(const std::vector<fs::path>& paths, const fs::path& shipped) {
  Check check(shipped);
  for (const fs::path& path : paths) check.add(path);
  return std::move(check).report();
}

}  // namespace footbridge::content
