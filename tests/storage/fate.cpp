// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fate.h"

#include <sqlite3.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace footbridge::storage::test {
namespace {

// What SQLite asks of the system, counted from the moment that a fate is set.
int stepsLeft = -1;
Fate fate = Fate::Killed;

/// False where the disk takes nothing more.
bool takesStep() {
  if (stepsLeft < 0 || stepsLeft-- > 0) return true;
  stepsLeft = 0;
  if (fate == Fate::Killed) kill(getpid(), SIGKILL);
  errno = ENOSPC;
  return false;
}

using Write = ssize_t (*)(int, const void*, size_t, off_t);
using PlainWrite = ssize_t (*)(int, const void*, size_t);
using Sync = int (*)(int);
Write theirPwrite = nullptr;
Write theirPwrite64 = nullptr;
PlainWrite theirWrite = nullptr;
Sync theirSync = nullptr;

ssize_t ourPwrite(int file, const void* bytes, size_t size, off_t at) {
  return takesStep() ? theirPwrite(file, bytes, size, at) : -1;
}
ssize_t ourPwrite64(int file, const void* bytes, size_t size, off_t at) {
  return takesStep() ? theirPwrite64(file, bytes, size, at) : -1;
}
ssize_t ourWrite(int file, const void* bytes, size_t size) {
  return takesStep() ? theirWrite(file, bytes, size) : -1;
}
/// A full disk still syncs what it has.
int ourSync(int file) {
  if (fate == Fate::Killed && !takesStep()) return -1;
  return theirSync(file);
}

template <typename Call>
void putInPlaceOf(const char* name, Call ours, Call& theirs) {
  sqlite3_vfs* const system = sqlite3_vfs_find(nullptr);
  theirs = reinterpret_cast<Call>(system->xGetSystemCall(system, name));
  if (theirs) system->xSetSystemCall(system, name, reinterpret_cast<sqlite3_syscall_ptr>(ours));
}

}  // namespace

void meet(Fate which, int afterSteps) {
  putInPlaceOf("pwrite", ourPwrite, theirPwrite);
  putInPlaceOf("pwrite64", ourPwrite64, theirPwrite64);
  putInPlaceOf("write", ourWrite, theirWrite);
  putInPlaceOf("fsync", ourSync, theirSync);
  fate = which;
  stepsLeft = afterSteps;
}

bool hasMetFate() {
  return stepsLeft == 0;
}

}  // namespace footbridge::storage::test
