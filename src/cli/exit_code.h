// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace footbridge::cli {

/// What every command answers to the shell. Scripts rely on these figures; they never change.
enum ExitCode : int {
  kDone = 0,
  kRefused = 1,  ///< refused, or not found
  kUsage = 2,
  kDamaged = 3,
  kInUse = 4,
  kDiskRefused = 5,
};

}  // namespace footbridge::cli
