// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace footbridge::gui::look {

/// Reads the system's list of fonts, which is half of what a first frame costs and would be read for its first word.
/// From any thread, before there is an application or beside it; whoever draws first waits for it, or reads it twice.
void readFontList();

}  // namespace footbridge::gui::look
