// SPDX-License-Identifier: GPL-3.0-or-later
// What takes words or people out, on a full disk and in a process that ends in the middle: all of it, or nothing.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <random>

#include "catch.h"
#include "domain/owed_code.h"
#include "storage/desk.h"
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

/// Both protected, and enough in every vault that a deed takes a while.
void prepare(Desk& desk) {
  const auto journal = desk.create();
  const SittingId sitting = journal->begin(VaultId::Ours, begun(SittingMode::Together)).value();
  REQUIRE(journal->append(sitting, VaultId::Ours, {Revealed{step("r"), {{B, kLine, WrittenAnswer{"opened"}}}}}).ok());
  for (int i = 0; i < 40; ++i) {
    const PartnerId who = i % 2 == 0 ? A : B;
    REQUIRE(journal->add(VaultId::Ours, who, note(std::string(1500, 'x'))).ok());
    REQUIRE(journal->begin(vaultOf(who), begun(SittingMode::OwnLook, who)).ok());
  }
  REQUIRE(journal->protect(A, secret(kAlex)).ok());
  REQUIRE(journal->protect(B, secret(kSam)).ok());
}

/// Runs with B unlocked in a process of its own, and answers what `then` says.
int inChild(Desk& desk, const std::function<bool(SealedJournal&)>& then, int killAfterMicroseconds = 0) {
  const pid_t child = fork();
  if (child == 0) {
    auto journal = desk.shelf().openSealed(desk.file());
    if (!journal || !journal.value()->unlock(B, secret(kSam)).ok()) _exit(2);
    _exit(then(*journal.value()) ? 0 : 1);
  }
  if (killAfterMicroseconds > 0) {
    usleep(static_cast<useconds_t>(killAfterMicroseconds));
    kill(child, SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
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
  prepare(desk);
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
  std::minstd_rand random(Catch::rngSeed() + 1);
  Desk original;
  prepare(original);
  const std::string bytes = bytesIn(original.file());
  for (const LeavingDeed& deed : {kLeavingDeeds[2], kLeavingDeeds[3]}) {
    for (int round = 0; round < 4; ++round) {
      INFO(deed.name << ", round " << round);
      Desk desk;
      putBytes(desk.file(), bytes);
      inChild(desk, deed.does, 60'000 + static_cast<int>(random() % 200'000));
      const auto journal = desk.open();
      CHECK(bytesIn(desk.file() + "-journal").empty());
      if (journal->partners().size() == 2) {
        REQUIRE(journal->unlock(B, secret(kSam)).ok());
        CHECK(journal->entries(Reader::B).size() == 62);
      } else {
        REQUIRE(journal->unlock(A, secret(kAlex)).ok());
        CHECK(journal->entries(Reader::A).size() == 42);
      }
      CHECK(journal->verify().sound());
    }
  }
}

TEST_CASE("A process that ends while keys change leaves the old ones, or word that a code is owed", "[crash]") {
  std::minstd_rand random(Catch::rngSeed() + 2);
  Desk original;
  prepare(original);
  {
    const auto journal = original.open();
    REQUIRE(journal->unlock(B, secret(kSam)).ok());
    REQUIRE(journal->clearDraft(VaultId::B, kOwedCodePlace).ok());
  }
  const std::string bytes = bytesIn(original.file());
  const auto change = [](SealedJournal& journal) { return journal.protect(B, secret(kOther)).ok(); };
  for (int round = 0; round < 8; ++round) {
    INFO("round " << round);
    Desk desk;
    putBytes(desk.file(), bytes);
    const bool isWhole = round == 0;  // all but the showing of the code
    inChild(desk, change, isWhole ? 0 : 40'000 + static_cast<int>(random() % 200'000));
    const auto journal = desk.open();
    const bool isNew = journal->unlock(B, secret(kOther)).ok();
    CHECK((isNew || (!isWhole && journal->unlock(B, secret(kSam)).ok())));
    CHECK(journal->findDraft(VaultId::B, kOwedCodePlace).has_value() == isNew);
    CHECK(journal->verify().sound());
  }
}
