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

/// Everything below a folder that is called .json, besides what lies in a folder called "schema". Links to folders are
/// not followed, so nothing is gone through twice.
class FolderSearch {
 public:
  explicit FolderSearch(Problems& problems) : m_problems(problems) {}

  /// In order of name. What cannot be read becomes a problem; the rest is found all the same.
  std::vector<fs::path> below(const fs::path& folder) {
    m_folders = {folder};
    while (!m_folders.empty()) {
      const fs::path next = std::move(m_folders.back());
      m_folders.pop_back();
      lookInto(next);
    }
    std::sort(m_files.begin(), m_files.end());
    return std::move(m_files);
  }

 private:
  void lookInto(const fs::path& folder) {
    std::error_code failure;
    fs::directory_iterator at(folder, failure);
    for (const fs::directory_iterator end; !failure && at != end; at.increment(failure)) take(at->path());
    if (failure) m_problems.push_back({Rule::Unreadable, folder.string()});
  }
  void take(const fs::path& path) {
    std::error_code unknown;
    const bool isFolder = fs::is_directory(fs::symlink_status(path, unknown));
    if (isFolder && path.filename() != "schema") m_folders.push_back(path);
    // A link that leads nowhere counts as a file that cannot be read.
    if (!isFolder && path.extension() == ".json" && !fs::is_directory(path, unknown)) m_files.push_back(path);
  }

  Problems& m_problems;
  std::vector<fs::path> m_folders;
  std::vector<fs::path> m_files;
};

/// The same for every way to say where a file lies; a link beside it has a name of its own and is another.
fs::path placeOnDisk(const fs::path& file) {
  std::error_code unknown;
  const fs::path whole = fs::absolute(file, unknown).lexically_normal();
  const fs::path folder = fs::weakly_canonical(whole.parent_path(), unknown);
  return unknown ? whole : folder / whole.filename();
}

/// One run over many files: what was looked up is kept, and what may not be alike is compared.
class Check {
 public:
  explicit Check(fs::path shipped) : m_shipped(std::move(shipped)) {}

  void add(const fs::path& path) {
    std::error_code failure;
    if (!fs::is_directory(path, failure)) return addFile(path);
    const std::size_t before = m_report.problems.size();
    const std::vector<fs::path> files = FolderSearch(m_report.problems).below(path);
    const bool empty = files.empty() && m_report.problems.size() == before;
    if (empty) m_report.problems.push_back({Rule::NothingThere, path.string()});
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
  [[nodiscard]] std::optional<ExerciseSummary> findSummary(const fs::path& file, const ExerciseId& id) const;
  const EvidenceKeys& evidenceFor(const fs::path& file);
  [[nodiscard]] std::vector<fs::path> foldersFor(const fs::path& file) const;

  fs::path m_shipped;
  CheckReport m_report;
  std::set<fs::path> m_seen;
  LibraryLinter m_library;
  std::map<fs::path, EvidenceKeys> m_evidence;
};

void Check::keep(Problems problems) {
  std::move(problems.begin(), problems.end(), std::back_inserter(m_report.problems));
}

void Check::addFile(const fs::path& file) {
  if (!m_seen.insert(placeOnDisk(file)).second) return;
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
    const std::string place = "/gate/waysOn/" + std::to_string(i) + "/exercise";
    const auto summary = findSummary(file, way);
    if (!summary) keep({{Rule::ExerciseUnknown, document.file, place, way.text()}});
    // Whoever stopped out of fear is shown the same ways as everybody.
    if (summary && !isGentle(summary->audience, summary->depth, summary->practice))
      keep({{Rule::WayNotGentle, document.file, place, way.text()}});
  }
}

void Check::checkDeck(const Document& document, const fs::path& file) {
  keep(checkDeckStructure(parseDeck(document), document.file, file.stem().string()));
  keep(lintDeck(document));
  keep(m_library.add(document));
}

void Check::checkWay(const Document& document, const fs::path& file) {
  keep(checkJourney(parseJourney(document), document, file.stem().string(),
                    [&](const ExerciseId& id) -> std::optional<Audience> {
                      const auto summary = findSummary(file, id);
                      return summary ? std::optional(summary->audience) : std::nullopt;
                    }));
  keep(lintJourney(document));
  keep(m_library.add(document));
}

void Check::checkPlan(const Document& document, const fs::path& file) {
  keep(checkWatchPlan(parseWatchPlan(document), document, file.stem().string(), evidenceFor(file)));
  keep(lintWatchPlan(document));
  keep(m_library.add(document));
}

std::optional<ExerciseSummary> Check::findSummary(const fs::path& file, const ExerciseId& id) const {
  for (const fs::path& folder : foldersFor(file)) {
    if (auto summary = readSummary(folder / "exercises" / (id.text() + ".json"))) return std::move(*summary);
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
