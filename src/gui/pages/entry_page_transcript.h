// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "gui/pages/entry_page_view.h"

class QVBoxLayout;

namespace footbridge::gui {

/// Lays out what was said, step by step: the two side by side, what is *ours* across. `takeBack` is called for words
/// that the reader opened and takes back; it was asked twice.
void fillTranscript(QVBoxLayout& place, const TranscriptView& transcript,
                    const std::function<void(const StepId&)>& takeBack);
void clearTranscript(QVBoxLayout& place);

}  // namespace footbridge::gui
