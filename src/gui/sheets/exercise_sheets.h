// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

#include "domain/exercise.h"
#include "domain/ports.h"
#include "gui/sheets/paper.h"
#include "gui/sheets/sheet_words.h"

namespace footbridge::gui {

struct SheetChoices {
  PaperSize paper = PaperSize::A4;
  SheetNames names;                      ///< empty: A and B, and a line to write a name on
  std::vector<EvidenceSource> evidence;  ///< where the facilitator's sheet finds who and when
};

/// An exercise to do on paper, as one PDF: sheet A, sheet B and the facilitator's sheet; one sheet and the
/// facilitator's for an exercise for one. Each sheet is numbered by itself.
[[nodiscard]] QByteArray exerciseSheets(const Exercise& exercise, const SheetChoices& choices);

/// The parts of it, which borrow the exercise until they are printed.
[[nodiscard]] SheetRun partnerSheet(const Exercise& exercise, const SheetNames& names, PartnerId whose);
[[nodiscard]] SheetRun facilitatorSheet(const Exercise& exercise, const SheetNames& names,
                                        const std::vector<EvidenceSource>& evidence);

}  // namespace footbridge::gui
