// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace footbridge::gui {

/// What of a note can be opened by itself: its lines, or, where it is all one line, its sentences. Together they are
/// the whole note, but for white space.
[[nodiscard]] QStringList noteLines(const QString& note);

}  // namespace footbridge::gui
