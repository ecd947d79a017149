// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/ids.h"

namespace footbridge::gui {

/// One thing that was deleted and can be brought back, in words.
struct DeletedView {
  EntryId id;
  QString kind{};        ///< "A line just for me"
  QString when{};        ///< "From 3 October. Thrown away yesterday."
  QString words{};       ///< as they last stood
  bool covered = false;  ///< one's own: read only once they are asked for
  QString tint = QStringLiteral("ours");
};

}  // namespace footbridge::gui
