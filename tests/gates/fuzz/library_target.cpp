// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever `content check` is shown: exercise, deck, help lines, evidence, journey or rehearsal, with every rule for
// their words. Each thing that is wrong has a place.
#include "content/checker.h"
#include "content/document.h"
#include "content/library.h"
#include "content/rehearsal_script.h"
#include "gates/fuzz/scratch_file.h"
#include "gates/fuzz/target.h"

using namespace footbridge;

namespace {

/// As every kind of file, whatever it is; each reads it over again.
void readAsAnything(const std::string& file) {
  static_cast<void>(content::readJourney(file));
  static_cast<void>(content::readWatchPlan(file));
  static_cast<void>(content::readHelpLines(file));
  static_cast<void>(content::readEvidence(file));
}

void readAsWhatItIs(const std::string& file) {
  content::Problems ignored;
  const auto document = content::openDocument(file, ignored);
  if (!document) return;
  if (document->kind == content::DocumentKind::Journey) static_cast<void>(content::readJourney(file));
  if (document->kind == content::DocumentKind::WatchPlan) static_cast<void>(content::readWatchPlan(file));
  if (document->kind == content::DocumentKind::HelpLines) static_cast<void>(content::readHelpLines(file));
  if (document->kind == content::DocumentKind::Evidence) static_cast<void>(content::readEvidence(file));
  static_cast<void>(content::readNotice(file));
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text = gates::textOf(bytes, size);
  const std::string file = gates::scratchFile("sample.json", text);
  const auto report = content::checkContent({file}, std::filesystem::path(file).parent_path());
  gates::must(report.files == 1);
  for (const content::Problem& problem : report.problems) gates::must(!problem.file.empty());
  constexpr std::size_t kOneIn = 16;
  size % kOneIn == 0 ? readAsAnything(file) : readAsWhatItIs(file);
  // The window reads the script of the made-up couple without the checks of the others.
  const auto script = content::parseRehearsalScript(std::string(text), "rehearsal.json");
  if (!script) gates::must(script.error().kind == ErrorKind::BadContent);
  return 0;
}
