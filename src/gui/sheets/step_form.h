// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/exercise.h"
#include "gui/sheets/sheet.h"
#include "gui/sheets/sheet_words.h"
#include "practice/worksheet.h"

namespace footbridge::gui {

/// Where the form of a step stands, and what it refers to.
struct StepOnPaper {
  const Exercise& exercise;
  const practice::SheetPart& part;
  const SheetWords& words;
  /// The number on this sheet of a step of the exercise; 0 for one that is not on it.
  std::function<int(const StepId&)> numberOf;

  [[nodiscard]] const Step& step() const { return exercise.steps[part.step]; }
};

/// What a step leaves room for, below its title and text: lines, boxes to tick, marks to circle. Pieces that need not
/// stand on one page; the first belongs to the title.
[[nodiscard]] std::vector<Sheet::Fill> formOnPaper(const StepOnPaper& step);

}  // namespace footbridge::gui
