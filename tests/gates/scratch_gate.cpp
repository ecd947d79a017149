// SPDX-License-Identifier: GPL-3.0-or-later
// scratch_gate
// The gates' own folders: what a killed worker leaves is cleared away by the next gate, and what a living one uses, or
// a child of it, is not.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "gates/parts/gate.h"

using namespace footbridge::gates;

namespace {

namespace fs = std::filesystem;

std::uint64_t foldersIn(const fs::path& base) {
  std::uint64_t count = 0;
  for ([[maybe_unused]] const auto& each : fs::directory_iterator(base)) ++count;
  return count;
}

/// A process that makes a folder and waits with it; `andChild`: through a child of its own, after it was killed itself.
pid_t startWithFolder(const fs::path& base, bool andChild) {
  int ready[2];
  if (pipe(ready) != 0) return -1;
  const pid_t process = fork();
  if (process == 0) {
    const Scratch scratch(base);
    putBytes(scratch.file("words"), "left");
    const pid_t child = andChild ? fork() : 0;
    if (child > 0) _exit(write(ready[1], &child, sizeof child) > 0 ? 0 : 1);
    if (!andChild && write(ready[1], &process, sizeof process) < 0) _exit(1);
    for (;;) pause();
  }
  pid_t child = -1;
  if (read(ready[0], &child, sizeof child) < 0) return -1;
  close(ready[0]);
  close(ready[1]);
  if (!andChild) return process;
  waitpid(process, nullptr, 0);
  return child;
}

void end(pid_t process) {
  kill(process, SIGKILL);
  waitpid(process, nullptr, 0);
}

}  // namespace

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {});
  const Scratch place;
  const pid_t living = startWithFolder(place.folder(), false);
  const pid_t orphan = startWithFolder(place.folder(), true);
  const pid_t killed = startWithFolder(place.folder(), false);
  end(killed);
  const std::uint64_t left = foldersIn(place.folder());
  std::uint64_t kept = 0;
  {
    const Scratch next(place.folder());
    kept = foldersIn(place.folder()) - 1;
  }
  end(living);
  kill(orphan, SIGKILL);
  std::uint64_t after = 1;
  for (int tries = 0; tries < 500 && after > 0; ++tries) {
    { const Scratch last(place.folder()); }
    after = foldersIn(place.folder());
    if (after > 0) usleep(10'000);
  }
  const std::string seen = said("3 folders, one of a killed worker: ", left, " before the next gate, ", kept,
                                " beside it, ", after, " when all were ended");
  return answer({"scratch folders", "none outlives its gate for long, none of a living one goes", seen,
                 left == 3 && kept == 2 && after == 0});
}
