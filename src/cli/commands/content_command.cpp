// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/content_command.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands/content_wording.h"
#include "cli/exit_code.h"
#include "cli/visible_text.h"
#include "content/checker.h"
#include "content/folder_catalog.h"
#include "system/platform.h"

namespace footbridge::cli {
namespace {

std::filesystem::path shippedContent() {
  return platform::contentFolder() / "en";
}

/// An installation may have lost a part of itself.
bool isThere(const std::filesystem::path& content) {
  std::error_code problem;
  return std::filesystem::is_directory(content, problem);
}

int check(std::span<const std::string> paths, std::ostream& out, std::ostream& err) {
  const content::CheckReport report = content::checkContent({paths.begin(), paths.end()}, shippedContent());
  for (const content::Problem& problem : report.problems) err << describe(problem) << '\n';
  if (!report.problems.empty()) return kRefused;
  out << report.files << (report.files == 1 ? " file" : " files") << ", no problem\n";
  return kDone;
}

using Exercises = std::vector<std::shared_ptr<const Exercise>>;

void writeTable(const Exercises& exercises, std::ostream& out) {
  for (const auto& one : exercises) {
    out << one->id.text() << '\t' << (one->practice ? toText(*one->practice) : "") << '\t' << one->minutes
        << " min\tdepth " << static_cast<int>(one->depth) << '\t' << (one->audience == Audience::One ? "one" : "two")
        << '\t' << one->steps.size() << " steps\t" << one->title << '\n';
  }
}

void writeJson(const Exercises& exercises, std::ostream& out) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const auto& one : exercises) {
    list.push_back({{"id", one->id.text()},
                    {"title", one->title},
                    {"practice", one->practice ? std::string(toText(*one->practice)) : std::string()},
                    {"minutes", one->minutes},
                    {"depth", static_cast<int>(one->depth)},
                    {"solo", one->audience == Audience::One},
                    {"steps", one->steps.size()}});
  }
  out << list.dump(2) << '\n';
}

/// In the order of the catalog; each read whole, so that what cannot be used is not listed either.
Result<Exercises> readAll(Catalog& catalog) {
  const auto summaries = catalog.exercises();
  if (!summaries) return summaries.error();
  Exercises exercises;
  for (const ExerciseSummary& one : *summaries) {
    auto exercise = catalog.exercise(one.id);
    if (!exercise) return exercise.error();
    exercises.push_back(*std::move(exercise));
  }
  return exercises;
}

int list(bool asJson, std::ostream& out, std::ostream& err) {
  content::FolderCatalog catalog(shippedContent());
  const auto exercises = readAll(catalog);
  if (!exercises) {
    const Error& error = exercises.error();
    err << visibleLine(error.subject) << ": " << error.place << (error.place.empty() ? "" : ": ") << "cannot be used ("
        << error.detail << "); run footbridge-cli content check on it, or install the program anew\n";
    return kRefused;
  }
  if (asJson)
    writeJson(*exercises, out);
  else
    writeTable(*exercises, out);
  return kDone;
}

}  // namespace

int runContent(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  constexpr std::size_t kMostPaths = 100000;
  const auto parsed =
      Arguments::parse({"content", 1, kMostPaths, {{"--json", 0}}, "check PATH or list"}, arguments, err);
  if (!parsed) return kUsage;
  if (!isThere(shippedContent())) {
    err << "footbridge-cli: " << visibleLine(shippedContent().string())
        << ": the exercises that come with the program are not there. Journals are as they were; please install the "
           "program anew.\n";
    return kRefused;
  }
  const std::span<const std::string> words = parsed->words();
  const std::span<const std::string> paths = words.subspan(1);
  const bool asJson = parsed->has("--json");
  if (words.front() == "list" && paths.empty()) return list(asJson, out, err);
  if (words.front() == "check" && !paths.empty() && !asJson) return check(paths, out, err);
  return usageError("content", "say check and what to check, or list", err);
}

}  // namespace footbridge::cli
