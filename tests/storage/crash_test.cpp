// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <random>

#include "catch.h"
#include "storage/desk.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

/// Runs in a process of its own; true when it answered so.
bool inChild(const std::function<bool()>& run) {
  const pid_t child = fork();
  if (child == 0) _exit(run() ? 0 : 1);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Appends to the sitting without end, and tells the pipe of each event once it is kept.
[[noreturn]] void appendForEver(Desk& desk, SittingId sitting, int pipe) {
  auto journal = desk.shelf().openSealed(desk.file());
  if (!journal) _exit(1);
  for (int turn = 0;; ++turn) {
    if (!journal.value()->append(sitting, VaultId::Ours, {Spoke{step("s"), turn, 1}}, {.added = {note("with it")}}))
      _exit(1);
    if (write(pipe, &turn, sizeof turn) != sizeof turn) _exit(1);
  }
}

/// How many were told before the process was killed.
int acknowledged(int pipe) {
  int count = 0;
  for (int turn = 0; read(pipe, &turn, sizeof turn) == sizeof turn;) count = turn + 1;
  return count;
}

}  // namespace

TEST_CASE("What was said to be saved survives a kill at any moment", "[crash]") {
  std::mt19937 random(20261123);
  int total = 0;
  for (int round = 0; round < 30; ++round) {
    Desk desk;
    const SittingId sitting = desk.create()->begin(VaultId::Ours, begun(SittingMode::Together)).value();
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) appendForEver(desk, sitting, ends[1]);
    close(ends[1]);
    usleep(static_cast<useconds_t>(10'000 + random() % 60'000));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    const int acks = acknowledged(ends[0]);
    close(ends[0]);
    const auto journal = desk.open();
    const auto joint = journal->load(sitting).value().joint.value();
    const int kept = static_cast<int>(joint.size()) - 1;
    CHECK(kept >= acks);
    CHECK(kept <= acks + 1);
    CHECK(journal->entries(Reader::OursAlone).size() == 1 + 2 * static_cast<std::size_t>(kept));
    CHECK(journal->verify().sound());
    total += acks;
  }
  CHECK(total > 30);
}

TEST_CASE("A full disk is said, and costs nothing that was there", "[disk]") {
  Desk desk;
  desk.create().reset();
  const bool said = inChild([&desk] {
    signal(SIGXFSZ, SIG_IGN);
    auto journal = desk.shelf().openSealed(desk.file());
    if (!journal) return false;
    const rlimit limit{100 * 1024, RLIM_INFINITY};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return false;
    for (int i = 0; i < 1000; ++i) {
      const std::size_t before = journal.value()->entries(Reader::A).size();
      const auto added = journal.value()->add(VaultId::Ours, PartnerId::A, note(std::string(3000, 'x')));
      if (added) continue;
      const bool same = journal.value()->entries(Reader::A).size() == before;
      const rlimit room{RLIM_INFINITY, RLIM_INFINITY};
      setrlimit(RLIMIT_FSIZE, &room);
      const bool goesOn = journal.value()->add(VaultId::Ours, PartnerId::A, note("there is room again")).ok();
      return before > 5 && same && goesOn && added.error().kind == ErrorKind::DiskFull;
    }
    return false;
  });
  CHECK(said);
  const auto journal = desk.open();
  CHECK(journal->verify().sound());
  CHECK(journal->entries(Reader::A).front().body == note("there is room again"));
}

TEST_CASE("A passphrase that finds the disk full changes nothing", "[disk]") {
  Desk desk;
  {
    const auto journal = desk.create();
    for (int i = 0; i < 60; ++i) REQUIRE(journal->begin(VaultId::A, begun(SittingMode::OwnLook)).ok());
  }
  const bool said = inChild([&desk] {
    signal(SIGXFSZ, SIG_IGN);
    auto journal = desk.shelf().openSealed(desk.file());
    const rlimit limit{30 * 1024, RLIM_INFINITY};
    if (!journal || setrlimit(RLIMIT_FSIZE, &limit) != 0) return false;
    const auto refused = journal.value()->protect(PartnerId::A, secret(kAlex));
    return !refused && refused.error().kind == ErrorKind::DiskFull &&
           journal.value()->door(VaultId::A) == DoorState::Open && journal.value()->entries(Reader::A).size() == 60;
  });
  CHECK(said);
  const auto journal = desk.open();
  CHECK(journal->door(VaultId::A) == DoorState::Open);
  CHECK(journal->entries(Reader::A).size() == 60);
}
