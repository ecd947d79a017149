// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/pages/entry_page_view.h"

class QVBoxLayout;

namespace footbridge::gui {

/// Lays out what was said, step by step: the two side by side, what is *ours* across.
void fillTranscript(QVBoxLayout& place, const TranscriptView& transcript);
void clearTranscript(QVBoxLayout& place);

}  // namespace footbridge::gui
