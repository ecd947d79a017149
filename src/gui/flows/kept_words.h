// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "domain/exercise.h"
#include "domain/ports.h"
#include "gui/flows/draft_keeper.h"

// Half-written words as they are offered to their writer again. Where two copies of the journal were joined, each may
// have some: both are there then, one after the other, so that nothing anybody wrote is lost. None where nothing is
// kept; no words where the page was emptied.

namespace footbridge::gui {

enum class WordsForm { Line, Page };

/// One after the other, or the longer alone where the shorter stands in it.
[[nodiscard]] QString bothWords(const QString& one, const QString& other, WordsForm form);

[[nodiscard]] std::optional<QString> keptWords(const DraftStore& drafts, const DraftKeeper::Place& place,
                                               WordsForm form);

/// Of a step, field by field. Of marks and picked cards the first alone: there is nothing written in them.
[[nodiscard]] std::optional<QString> keptWords(const DraftStore& drafts, const DraftKeeper::Place& place,
                                               const Exercise& exercise, const Step& step);

}  // namespace footbridge::gui
