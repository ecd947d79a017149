// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/worksheet.h"

#include <set>

#include "catch.h"
#include "practice/random_exercise.h"

using namespace footbridge;
using namespace footbridge::practice;

namespace {

/// The steps that a sheet holds, with what is said back in a talk.
std::set<std::size_t> stepsOn(const std::vector<SheetPart>& sheet) {
  std::set<std::size_t> steps;
  for (const SheetPart& part : sheet) {
    steps.insert(part.step);
    if (part.talk && part.talk->reflect) steps.insert(*part.talk->reflect);
  }
  return steps;
}

}  // namespace

TEST_CASE("A sheet holds every step once, in order, and no turn of the other partner") {
  samples::Dice dice(20261123);
  for (int round = 0; round < 200; ++round) {
    const Exercise exercise = samples::randomForTwo(dice);
    for (const PartnerId whose : {PartnerId::A, PartnerId::B}) {
      const auto sheet = sheetOf(exercise, whose);
      CHECK(stepsOn(sheet).size() == exercise.steps.size());
      for (std::size_t i = 0; i < sheet.size(); ++i) {
        if (i > 0) CHECK(sheet[i - 1].step < sheet[i].step);
        if (sheet[i].alone) CHECK(*sheet[i].alone == whose);
        const bool isTalk = exercise.steps[sheet[i].step].kind() == StepKind::Speak;
        CHECK(sheet[i].talk.has_value() == isTalk);
      }
    }
  }
}

TEST_CASE("Both sheets name the same opener of a talk") {
  samples::Dice dice(7);
  for (int round = 0; round < 50; ++round) {
    const Exercise exercise = samples::randomForTwo(dice);
    const auto a = sheetOf(exercise, PartnerId::A);
    const auto b = sheetOf(exercise, PartnerId::B);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      CHECK(a[i].step == b[i].step);
      if (a[i].talk) CHECK(a[i].talk->opener == b[i].talk->opener);
    }
  }
}

TEST_CASE("An exercise for one is all on one sheet, and all of it alone") {
  samples::Dice dice(11);
  const Exercise exercise = samples::randomForOne(dice);
  const auto sheet = sheetOf(exercise, PartnerId::A);
  CHECK(sheet.size() == exercise.steps.size());
  for (const SheetPart& part : sheet) CHECK(part.alone == PartnerId::A);
}
