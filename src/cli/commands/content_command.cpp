// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/content_command.h"

#include <nlohmann/json.hpp>
#include <ostream>
#include <vector>

#include "cli/commands/content_wording.h"
#include "content/checker.h"
#include "content/folder_catalog.h"
#include "system/platform.h"

namespace footbridge::cli {
namespace {

constexpr int kDone = 0;
constexpr int kRefused = 1;
constexpr int kUsage = 2;

std::filesystem::path shippedContent() {
  return platform::contentFolder() / "en";
}

int usage(std::ostream& err) {
  err << "usage: footbridge-cli content check PATH... | content list [--json]\n";
  return kUsage;
}

int check(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  if (arguments.empty() || arguments.front().starts_with("--")) return usage(err);
  const content::CheckReport report = content::checkContent({arguments.begin(), arguments.end()}, shippedContent());
  for (const content::Problem& problem : report.problems) err << describe(problem) << '\n';
  if (!report.problems.empty()) return kRefused;
  out << report.files << (report.files == 1 ? " file" : " files") << ", no problem\n";
  return kDone;
}

void writeTable(const std::vector<ExerciseSummary>& exercises, std::ostream& out) {
  for (const ExerciseSummary& one : exercises) {
    out << one.id.text() << '\t' << (one.practice ? toText(*one.practice) : "") << '\t' << one.minutes << " min\tdepth "
        << static_cast<int>(one.depth) << '\t' << (one.audience == Audience::One ? "one" : "two") << '\t' << one.steps
        << " steps\t" << one.title << '\n';
  }
}

void writeJson(const std::vector<ExerciseSummary>& exercises, std::ostream& out) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ExerciseSummary& one : exercises) {
    list.push_back({{"id", one.id.text()},
                    {"title", one.title},
                    {"practice", one.practice ? std::string(toText(*one.practice)) : std::string()},
                    {"minutes", one.minutes},
                    {"depth", static_cast<int>(one.depth)},
                    {"solo", one.audience == Audience::One},
                    {"steps", one.steps}});
  }
  out << list.dump(2) << '\n';
}

int list(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const bool asJson = arguments.size() == 1 && arguments.front() == "--json";
  if (!arguments.empty() && !asJson) return usage(err);
  content::FolderCatalog catalog(shippedContent());
  const auto exercises = catalog.exercises();
  if (!exercises) {
    const Error& error = exercises.error();
    err << error.subject << ": " << error.place << (error.place.empty() ? "" : ": ") << "cannot be used ("
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
  if (arguments.empty()) return usage(err);
  if (arguments.front() == "check") return check(arguments.subspan(1), out, err);
  if (arguments.front() == "list") return list(arguments.subspan(1), out, err);
  return usage(err);
}

}  // namespace footbridge::cli
