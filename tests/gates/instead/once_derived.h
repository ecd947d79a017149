// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace footbridge::gates {

/// How often this program's Argon2id was begun so far, by whatever thread.
[[nodiscard]] std::size_t derivations();

/// From now on this program's Argon2id answers at once for what it was asked before: a hundred thousand readings of one
/// journal would take days otherwise. What it answers is what libsodium answered, and what differs by one bit of the
/// secret, the salt or the figures is derived for real.
void deriveEachKeyOnce();

/// While one of these lives, this program's Argon2id takes a 64th of the memory that is asked for, and so of the time.
/// For tests of what a journal does, which make and read every journal themselves; no file from elsewhere opens beside
/// it.
class LittleMemory {
 public:
  LittleMemory();
  LittleMemory(const LittleMemory&) = delete;
  LittleMemory& operator=(const LittleMemory&) = delete;
  ~LittleMemory();
};

}  // namespace footbridge::gates
