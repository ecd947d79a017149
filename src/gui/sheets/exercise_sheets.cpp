// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sheets/exercise_sheets.h"

namespace footbridge::gui {

QByteArray exerciseSheets(const Exercise& exercise, const SheetChoices& choices) {
  std::vector<SheetRun> runs{partnerSheet(exercise, choices.names, PartnerId::A)};
  if (exercise.audience == Audience::Two) runs.push_back(partnerSheet(exercise, choices.names, PartnerId::B));
  runs.push_back(facilitatorSheet(exercise, choices.names, choices.evidence));
  return printedPages(QString::fromStdString(exercise.title), {.size = choices.paper}, runs);
}

}  // namespace footbridge::gui
