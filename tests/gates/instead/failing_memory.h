// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace footbridge::gates {

/// Takes SQLite's allocator and `operator new` under control. Before SQLite is first used.
void useFailingMemory();

/// The allocation with that number (from now, from 0) fails, or all from it on. `ours`: operator new; else SQLite's.
void failMemoryAt(std::uint64_t number, bool sticky, bool ours);
/// Everything is granted again. True when something had failed.
bool stopFailingMemory();
/// How many there were between the two.
[[nodiscard]] std::uint64_t allocationsSeen();

}  // namespace footbridge::gates
