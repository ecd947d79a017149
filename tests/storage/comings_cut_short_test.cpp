// SPDX-License-Identifier: GPL-3.0-or-later
// What takes words or people out, on a full disk and in a process that ends in the middle: all of it, or nothing.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

#include "catch.h"
#include "domain/owed_code.h"
#include "storage/desk.h"
#include "storage/fate.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

const LineId kLine{step("s1"), std::nullopt};

/// Something that B does, and whether it was done.
struct LeavingDeed {
  const char* name;
  std::function<bool(SealedJournal&)> does;
};

EntryId firstNote(const SealedJournal& journal) {
  for (const Entry& entry : journal.entries(Reader::OursAlone)) {
    if (std::holds_alternative<Note>(entry.body)) return entry.id;
  }
  return *EntryId::from(1);
}

const std::vector<LeavingDeed> kLeavingDeeds{
    {"delete for good", [](SealedJournal& journal) { return journal.removeForGood(firstNote(journal)).ok(); }},
    {"take back",
     [](SealedJournal& journal) {
       return journal.takeBack(journal.sittings(Reader::OursAlone).front().id, B, {kLine}).ok();
     }},
    {"readmit", [](SealedJournal& journal) { return journal.readmit(A, secret(kOther)).ok(); }},
    {"erase", [](SealedJournal& journal) { return journal.erase(B).ok(); }},
};

/// Both protected, with so much in every vault.
void prepare(Desk& desk, std::size_t lines) {
  const auto journal = desk.create();
  const SittingId sitting = journal->begin(VaultId::Ours, begun(SittingMode::Together)).value();
  REQUIRE(journal->append(sitting, VaultId::Ours, {Revealed{step("r"), {{B, kLine, WrittenAnswer{"opened"}}}}}).ok());
  for (std::size_t i = 0; i < lines; ++i) {
    const PartnerId who = i % 2 == 0 ? A : B;
    REQUIRE(journal->add(VaultId::Ours, who, note(std::string(1500, 'x'))).ok());
    REQUIRE(journal->begin(vaultOf(who), begun(SittingMode::OwnLook, who)).ok());
  }
  REQUIRE(journal->protect(A, secret(kAlex)).ok());
  REQUIRE(journal->protect(B, secret(kSam)).ok());
}

constexpr int kWasKilled = -1;
constexpr std::size_t kLines = 4;

/// Runs with B unlocked in a process of its own, and answers what `then` says.
int inChild(Desk& desk, const std::function<bool(SealedJournal&)>& then) {
  const pid_t child = fork();
  if (child == 0) {
    auto journal = desk.shelf().openSealed(desk.file());
    if (!journal) _exit(2);
    const bool isLocked = journal.value()->door(VaultId::B) == DoorState::Locked;
    if (isLocked && !journal.value()->unlock(B, secret(kSam)).ok()) _exit(2);
    _exit(then(*journal.value()) ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : kWasKilled;
}

/// The deed killed at every third step of its way to the disk, until it comes through. `look` answers, of the journal
/// as it is opened next, whether the deed was done.
void killAlong(const std::string& bytes, const std::function<bool(SealedJournal&)>& does,
               const std::function<bool(SealedJournal&)>& look) {
  int undone = 0, done = 0;
  for (int steps = 0;; steps += 3) {
    INFO("killed after " << steps << " steps");
    REQUIRE(steps < 2000);
    Desk desk;
    putBytes(desk.file(), bytes);
    const int answer = inChild(desk, [&](SealedJournal& journal) {
      meet(Fate::Killed, steps);
      return does(journal);
    });
    const auto journal = desk.open();
    CHECK(bytesIn(desk.file() + "-journal").empty());
    ++(look(*journal) ? done : undone);
    CHECK(journal->verify().sound());
    if (answer == kWasKilled) continue;
    CHECK(answer == 0);
    break;
  }
  CHECK(undone > 3);
  CHECK(done > 1);  // some were killed on the way out, when old pages are swept up
}

/// What B can read, as long as B is in it.
std::vector<Entry> readByB(Desk& desk) {
  const auto journal = desk.open();
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  CHECK(journal->verify().sound());
  return journal->entries(Reader::B);
}

}  // namespace

TEST_CASE("A full disk refuses to take anything out, and nothing has changed", "[disk]") {
  Desk desk;
  prepare(desk, 40);
  const auto before = readByB(desk);
  for (const LeavingDeed& deed : kLeavingDeeds) {
    INFO(deed.name);
    const int answer = inChild(desk, [&](SealedJournal& journal) {
      signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{4096, RLIM_INFINITY};
      if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return false;
      const bool done = deed.does(journal);
      return !done && journal.partners().size() == 2 && journal.entries(Reader::B) == before &&
             journal.door(VaultId::A) == DoorState::Locked;
    });
    CHECK(answer == 0);
    CHECK((readByB(desk) == before));
  }
}

TEST_CASE("A process that ends while somebody goes leaves all of it or nothing", "[crash]") {
  Desk original;
  prepare(original, kLines);
  const auto ofB = readByB(original);
  const std::string bytes = bytesIn(original.file());
  SECTION("readmitted by the other") {
    killAlong(bytes, kLeavingDeeds[2].does, [&](SealedJournal& journal) {
      const bool isReadmitted = journal.unlock(A, secret(kOther)).ok();
      if (!isReadmitted) {
        REQUIRE(journal.unlock(A, secret(kAlex)).ok());
        CHECK(journal.entries(Reader::A).size() == ofB.size());
      }
      REQUIRE(journal.unlock(B, secret(kSam)).ok());
      CHECK((journal.entries(Reader::B) == ofB));
      return isReadmitted;
    });
  }
  SECTION("gone with all of their part") {
    killAlong(bytes, kLeavingDeeds[3].does, [&](SealedJournal& journal) {
      const bool isGone = journal.partners().size() == 1;
      if (!isGone) {
        REQUIRE(journal.unlock(B, secret(kSam)).ok());
        CHECK((journal.entries(Reader::B) == ofB));
      }
      REQUIRE(journal.unlock(A, secret(kAlex)).ok());
      const std::size_t linesOfB = kLines / 2;
      CHECK(journal.entries(Reader::A).size() == ofB.size() - (isGone ? linesOfB : 0));
      return isGone;
    });
  }
}

TEST_CASE("A process that ends while keys change leaves the old ones, or word that a code is owed", "[crash]") {
  Desk original;
  prepare(original, kLines);
  {
    const auto journal = original.open();
    REQUIRE(journal->unlock(B, secret(kSam)).ok());
    REQUIRE(journal->clearDraft(VaultId::B, kOwedCodePlace).ok());
  }
  const auto ofB = readByB(original);
  const auto change = [](SealedJournal& journal) { return journal.protect(B, secret(kOther)).ok(); };
  killAlong(bytesIn(original.file()), change, [&](SealedJournal& journal) {
    const bool isNew = journal.unlock(B, secret(kOther)).ok();
    if (!isNew) REQUIRE(journal.unlock(B, secret(kSam)).ok());
    CHECK(journal.findDraft(VaultId::B, kOwedCodePlace).has_value() == isNew);
    CHECK((journal.entries(Reader::B) == ofB));
    return isNew;
  });
}

TEST_CASE("A process that ends while the first passphrase is set leaves it open, or with every line behind it",
          "[crash]") {
  Desk original;
  {
    const auto journal = original.create();
    for (int i = 0; i < 8; ++i) REQUIRE(journal->begin(VaultId::B, begun(SittingMode::OwnLook, B)).ok());
  }
  const auto deed = [](SealedJournal& journal) { return journal.protect(B, secret(kSam)).ok(); };
  killAlong(bytesIn(original.file()), deed, [](SealedJournal& journal) {
    const bool isProtected = journal.door(VaultId::B) == DoorState::Locked;
    if (isProtected) REQUIRE(journal.unlock(B, secret(kSam)).ok());
    CHECK(journal.entries(Reader::B).size() == 8);
    return isProtected;
  });
}
