// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "domain/moment.h"

namespace footbridge::storage {

/// How many days, weeks and months of backups stay.
struct BackupsKept {
  std::size_t days = 7;
  std::size_t weeks = 4;
  std::size_t months = 12;
};

/// Of backups bearing these days, the one made last first: which stay. For each of the last seven days, four weeks
/// (from Monday) and twelve months that have one, the one made last. Days that have none are not counted, so a pause in
/// use costs nothing; and since the order is that of making, a clock that was wrong for a while never costs the newest.
[[nodiscard]] std::vector<bool> backupsToKeep(std::span<const Day> madeLastFirst, const BackupsKept& kept = {});

}  // namespace footbridge::storage
