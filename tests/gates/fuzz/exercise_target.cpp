// SPDX-License-Identifier: GPL-3.0-or-later
// An exercise as anybody may write one. It is refused with a place, or it is one that can be played; and a list shows
// of it what it says.
#include "content/library.h"
#include "content/summary_reader.h"
#include "gates/fuzz/scratch_file.h"
#include "gates/fuzz/target.h"

using namespace footbridge;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string file = gates::scratchFile("sample.json", gates::textOf(bytes, size));
  content::Problems problems;
  const auto noDeck = [](const DeckId&) { return std::optional<Deck>(); };
  const auto exercise = content::readExercise(file, noDeck, problems);
  gates::must(exercise.has_value() == problems.empty());
  if (exercise) gates::must(!exercise->steps.empty());
  const auto summary = content::readSummary(file);
  if (summary && exercise) gates::must(summary->id == exercise->id && summary->title == exercise->title);
  return 0;
}
