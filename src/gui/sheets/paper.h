// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <vector>

#include "gui/sheets/sheet.h"

namespace footbridge::gui {

enum class PaperSize : std::uint8_t { A4, Letter };

/// What paper is like where this person lives.
[[nodiscard]] PaperSize usualPaper();

struct PaperSetup {
  PaperSize size = PaperSize::A4;
  double margin = 16;  ///< on all sides, in millimetres
};

/// What stays together on a page.
struct SheetBlock {
  Sheet::Fill fill;
  double before = 0;  ///< room above it, which goes where it begins a page
};

/// Some pages that belong together and are numbered by themselves.
struct SheetRun {
  QString foot;        ///< stands at the foot of each page; empty: no foot and no number
  double scale = 1.0;  ///< of all text
  std::vector<SheetBlock> blocks;
};

/// A run takes no more pages than this, as far as smaller text can see to it.
inline constexpr std::size_t kMostPages = 4;

/// All of it as one PDF, each run from a page of its own. Text is set a little smaller where that keeps a run within
/// the most pages, or saves a last page that would hold next to nothing. A block that does not fit goes to the next
/// page; room that is left at the end of a page becomes more lines to write on, where its blocks have lines.
[[nodiscard]] QByteArray printedPages(const QString& title, const PaperSetup& paper, const std::vector<SheetRun>& runs);

/// One page of the size that is usual here, as a PDF.
[[nodiscard]] QByteArray printedSheet(const QString& title, const Sheet::Fill& fill);

}  // namespace footbridge::gui
