// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace footbridge::storage::test {

/// What becomes of a process on its way to the disk.
enum class Fate { Killed, DiskFull };

/// From here on in this process, which is a child: after so many writes and syncs of SQLite's it is killed, or the disk
/// takes nothing more. A full disk still syncs what it has.
void meet(Fate which, int afterSteps);

/// Whether it came to that, for whoever is still there to ask.
[[nodiscard]] bool hasMetFate();

}  // namespace footbridge::storage::test
