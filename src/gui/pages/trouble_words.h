// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

#include "domain/error.h"
#include "domain/moment.h"

namespace footbridge::gui {

/// A way on from a journal that did not open.
enum class WayOn : std::uint8_t {
  Another,  ///< look for a file
  Backup,   ///< bring one back
  Again,    ///< try the same file once more
  GoOn,     ///< take this older copy for the newest
};

/// What to say when a journal does not open: first what is safe, then what to do.
struct TroubleWords {
  QString title;
  QString safe;
  QString toDo;
  std::vector<WayOn> ways;  ///< the first is what most will want
  QString another;          ///< on the button that looks for a file
};

/// `lastBackup`: the day of the newest good backup, where there is one.
[[nodiscard]] TroubleWords troubleWords(const Error& error, std::optional<Day> lastBackup);

}  // namespace footbridge::gui
