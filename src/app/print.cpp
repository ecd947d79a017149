// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print.h"

#include <QFile>
#include <algorithm>
#include <numeric>
#include <system_error>

#include "app/content_in_use.h"
#include "content/folder_catalog.h"
#include "domain/text.h"
#include "gui/sheets/exercise_sheets.h"
#include "gui/sheets/new_private_file.h"

namespace footbridge::app {
namespace {

constexpr std::size_t kMostOffered = 3;
constexpr int kRefused = 1;
constexpr int kDiskRefused = 5;

/// How many letters must be put in, taken out or changed to make one of the other.
std::size_t distance(const std::string& one, const std::string& other) {
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t changed = corner + (one[i - 1] == other[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back();
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

Result<std::shared_ptr<const Exercise>> findExercise(Catalog& catalog, const std::string& typed) {
  const auto id = ExerciseId::from(typed);
  const auto index = catalog.exercises();
  if (!index) return index.error();
  std::vector<std::string> known{"weekly-look"};
  for (const ExerciseSummary& exercise : *index) known.push_back(exercise.id.text());
  if (!id || std::ranges::find(known, typed) == known.end()) {
    return Error{.kind = ErrorKind::NotFound, .subject = typed, .place = {}, .detail = joined(nearIds(typed, known))};
  }
  return catalog.exercise(*id);
}

gui::PaperSize sizeOf(PrintRequest::Paper paper) {
  if (paper == PrintRequest::Paper::Usual) return gui::usualPaper();
  return paper == PrintRequest::Paper::Letter ? gui::PaperSize::Letter : gui::PaperSize::A4;
}

std::string diskSays(const Error& error) {
  if (error.number <= 0) return {};
  return " (" + std::error_code(static_cast<int>(error.number), std::generic_category()).message() + ")";
}

}  // namespace

std::vector<std::string> nearIds(const std::string& typed, const std::vector<std::string>& known) {
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& id : known) {
    const bool holds = typed.size() > 2 && id.find(typed) != std::string::npos;
    const std::size_t far = holds ? 0 : distance(typed, id);
    if (far <= std::max<std::size_t>(2, id.size() / 3)) near.emplace_back(far, id);
  }
  std::ranges::sort(near);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min(near.size(), kMostOffered); ++i) ids.push_back(near[i].second);
  return ids;
}

Result<void> printSheets(const PrintRequest& request) {
  content::FolderCatalog catalog(contentInUse());
  const auto exercise = findExercise(catalog, request.exercise);
  if (!exercise) return exercise.error();
  gui::SheetChoices choices{.paper = sizeOf(request.paper), .names = {}, .evidence = {}};
  if (request.names) {
    choices.names = {QString::fromStdString(request.names->first), QString::fromStdString(request.names->second)};
  }
  const auto evidence = catalog.evidence();
  if (!evidence) return evidence.error();
  choices.evidence = *evidence;
  return gui::writeNewPrivateFile(QFile::decodeName(request.output.c_str()), gui::exerciseSheets(**exercise, choices));
}

std::string printTrouble(const PrintRequest& request, const Error& error) {
  const std::string file = visibleText(request.output);
  switch (error.kind) {
    case ErrorKind::NotFound:
      return "there is no exercise '" + visibleText(request.exercise) + "'" +
             (error.detail.empty() ? "; footbridge-cli content list shows all of them"
                                   : "; perhaps you mean " + error.detail);
    case ErrorKind::AlreadyExists:
      return file + " is there already and was left as it is; please choose another name";
    case ErrorKind::DiskFull:
      return file + " was not written, because the disk is full; please make some room and try again";
    case ErrorKind::DiskFailed:
      return file + " cannot be written there" + diskSays(error) + "; please choose another folder";
    default:
      return "the exercise '" + visibleText(request.exercise) +
             "' could not be read; please install Footbridge again to get it back";
  }
}

int printExitCode(const Error& error) {
  const bool disk = error.kind == ErrorKind::DiskFull || error.kind == ErrorKind::DiskFailed;
  return disk ? kDiskRefused : kRefused;
}

}  // namespace footbridge::app
