// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody joins, and two copies become one: ended at every step on the way to the disk, or with a disk that is full
// from that step on. It is as before or as after, and nothing is lost.
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

#include "catch.h"
#include "storage/desk.h"
#include "storage/fate.h"
#include "storage/samples.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

constexpr int kMostSteps = 400;

struct JoiningDeed {
  const char* name;
  std::function<std::unique_ptr<SealedJournal>()> open;  ///< the journal, with who is needed here
  std::function<bool(SealedJournal&)> does;
};

/// What can be read, and by how many.
using Content = std::pair<std::size_t, std::vector<Entry>>;
Content contentOf(const SealedJournal& journal) {
  return {journal.partners().size(), journal.entries(Reader::A)};
}

/// In a process of its own; true when the deed came through without meeting its fate or in spite of it.
bool cameThrough(const JoiningDeed& deed, Fate which, int afterSteps, const Content& before) {
  const pid_t child = fork();
  if (child == 0) {
    std::unique_ptr<SealedJournal> journal;
    try {
      journal = deed.open();
    } catch (...) {
      _exit(2);  // a failed requirement must not go on with the other tests in this process
    }
    meet(which, afterSteps);
    const bool done = deed.does(*journal);
    const bool metFate = hasMetFate();
    const bool holds = done || contentOf(*journal) == before;
    _exit(!holds ? 2 : metFate ? 1 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status)) CHECK(WEXITSTATUS(status) != 2);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Takes the deed through every step; `file` is put back before each.
void walk(const JoiningDeed& deed, const std::string& file, Fate which) {
  INFO(deed.name << (which == Fate::Killed ? ", killed" : ", disk full"));
  const std::string bytes = bytesIn(file);
  const auto state = std::filesystem::path(file).parent_path() / "state";
  std::filesystem::remove_all(state);
  const Content before = contentOf(*deed.open());
  int kept = 0;
  int steps = 0;
  for (; steps < kMostSteps; ++steps) {
    INFO("step " << steps);
    std::filesystem::remove(file + "-journal");
    std::filesystem::remove_all(state);  // it knows of the copy that is after
    putBytes(file, bytes);
    const bool whole = cameThrough(deed, which, steps, before);
    const auto journal = deed.open();
    CHECK(journal->verify().sound());
    const Content now = contentOf(*journal);
    if (now == before)
      ++kept;
    else
      CHECK((now.first > before.first || now.second.size() > before.second.size()));
    for (Entry entry : before.second) {
      entry.ofBefore = now.first > before.first;  // somebody has joined since
      CHECK(journal->find(entry.id, Reader::A) == entry);
    }
    if (whole) break;
  }
  putBytes(file, bytes);
  CHECK(steps < kMostSteps);
  CHECK(kept > 3);
  CHECK(kept <= steps);
}

}  // namespace

TEST_CASE("Two copies that become one, ended or stopped at any step, lose nothing", "[crash][disk][merge]") {
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->add(VaultId::Ours, A, note("before")).ok());
  copies.part();
  for (int i = 0; i < 3; ++i) {
    REQUIRE(copies.a->add(VaultId::Ours, A, note("here")).ok());
    REQUIRE(copies.b->add(VaultId::Ours, A, note(std::string(2000, 'x'))).ok());
  }
  copies.a.reset();
  copies.b.reset();
  const JoiningDeed merge{
      "merge", [&] { return copies.open(copies.pathOfA()); },
      [&](SealedJournal& journal) { return journal.exchange()->mergeFrom(copies.pathOfB(), {}).ok(); }};
  const std::string other = bytesIn(copies.pathOfB());
  for (const Fate which : {Fate::Killed, Fate::DiskFull}) walk(merge, copies.pathOfA(), which);
  CHECK(bytesIn(copies.pathOfB()) == other);
}

TEST_CASE("Somebody who joins, ended or stopped at any step, is there or is not", "[crash][disk][join]") {
  Desk desk;
  {
    const auto journal = desk.createAlone();
    REQUIRE(journal->add(VaultId::A, std::nullopt, agreement()).ok());
    REQUIRE(journal->protect(A, secret(kAlex)).ok());
    REQUIRE(journal->add(VaultId::A, A, note("mine")).ok());
  }
  const auto open = [&] {
    auto journal = desk.open();
    REQUIRE(journal->unlock(A, secret(kAlex)).ok());
    return journal;
  };
  const JoiningDeed join{"join", open, [](SealedJournal& journal) { return journal.join(name("Sam")).ok(); }};
  for (const Fate which : {Fate::Killed, Fate::DiskFull}) walk(join, desk.file(), which);
}
