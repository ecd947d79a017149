// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace footbridge::gui::look {

/// Reads the list of the system's fonts and those of its rules that our words need; all rules where a setting of the
/// environment names others, and where those cannot be found. Reading all of them is half of what a first frame costs.
/// From any thread, before there is an application or beside it; whoever draws first waits for it, or reads all of them.
void readFontList();

}  // namespace footbridge::gui::look
