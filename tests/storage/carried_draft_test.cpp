// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "catch.h"
#include "storage/desk.h"
#include "storage/full_disk.h"

using namespace footbridge;
using namespace footbridge::storage::test;

namespace {

constexpr const char* kPlace = "sitting/7/page";

}  // namespace

TEST_CASE("A draft that the disk did not take is carried, sealed, to the next process", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  const auto sealed = journal->sealDraft(VaultId::A, kPlace, "half a line about the kettle");
  REQUIRE(sealed.ok());
  CHECK(sealed->find("kettle") == std::string::npos);
  CHECK(sealed->find("page") == std::string::npos);
  CHECK_FALSE(journal->findDraft(VaultId::A, kPlace));

  journal.reset();
  journal = desk.open();
  REQUIRE(journal->takeDraft(*sealed).ok());
  CHECK_FALSE(journal->findDraft(VaultId::A, kPlace));  // its vault is locked
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(journal->findDraft(VaultId::A, kPlace) == "half a line about the kettle");

  journal.reset();
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(journal->findDraft(VaultId::A, kPlace) == "half a line about the kettle");  // the file has it now
  for (const auto& found : journal->verify().vaults) CHECK_FALSE(found.problem);
}

TEST_CASE("A carried draft is newer than the one in the file", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->putDraft(VaultId::Ours, kPlace, "before").ok());
  const auto sealed = journal->sealDraft(VaultId::Ours, kPlace, "after");
  REQUIRE(sealed.ok());
  journal.reset();
  journal = desk.open();
  REQUIRE(journal->takeDraft(*sealed).ok());
  CHECK(journal->findDraft(VaultId::Ours, kPlace) == "after");
}

TEST_CASE("A page that was emptied is a draft like any other, in the file and carried", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->putDraft(VaultId::Ours, kPlace, "before").ok());
  const bool carried = GENERATE(false, true);
  if (carried) {
    const auto sealed = journal->sealDraft(VaultId::Ours, kPlace, "");
    REQUIRE(sealed.ok());
    journal.reset();
    journal = desk.open();
    REQUIRE(journal->takeDraft(*sealed).ok());
  } else {
    REQUIRE(journal->putDraft(VaultId::Ours, kPlace, "").ok());
  }
  CHECK(journal->draftsAt(VaultId::Ours, kPlace) == std::vector<std::string>{""});
  journal.reset();
  journal = desk.open();
  CHECK(journal->draftsAt(VaultId::Ours, kPlace) == std::vector<std::string>{""});
  REQUIRE(journal->clearDraft(VaultId::Ours, kPlace).ok());
  CHECK_FALSE(journal->findDraft(VaultId::Ours, kPlace));
}

TEST_CASE("Words that came into the file while others were carried stay, beside those", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  const bool hadWords = GENERATE(false, true);
  if (hadWords) REQUIRE(journal->putDraft(VaultId::Ours, kPlace, "half").ok());
  const auto sealed = journal->sealDraft(VaultId::Ours, kPlace, "half a note");
  REQUIRE(sealed.ok());
  journal.reset();
  // Behind the cover the file is nobody's: another window writes in it.
  journal = desk.open();
  REQUIRE(journal->putDraft(VaultId::Ours, kPlace, "half, and a good deal more").ok());
  journal.reset();

  const std::vector<std::string> both{"half, and a good deal more", "half a note"};
  journal = desk.open();
  SECTION("at once") {
    REQUIRE(journal->takeDraft(*sealed).ok());
  }
  SECTION("when the disk takes it") {
    {
      const FullDisk full;
      REQUIRE(journal->takeDraft(*sealed).ok());
      CHECK(journal->draftsAt(VaultId::Ours, kPlace) == both);
      CHECK(journal->waitingDrafts().size() == 1);
      journal->settleDrafts();
    }
    journal->settleDrafts();
  }
  SECTION("once, however often it comes") {
    REQUIRE(journal->takeDraft(*sealed).ok());
    REQUIRE(journal->takeDraft(*sealed).ok());
  }
  CHECK(journal->draftsAt(VaultId::Ours, kPlace) == both);
  CHECK(journal->waitingDrafts().empty());
  journal.reset();
  journal = desk.open();
  CHECK(journal->draftsAt(VaultId::Ours, kPlace) == both);
  for (const auto& found : journal->verify().vaults) CHECK_FALSE(found.problem);
}

TEST_CASE("Of several drafts that were carried for one place the last counts", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->putDraft(VaultId::Ours, kPlace, "a").ok());
  const std::vector<std::string> sealed{*journal->sealDraft(VaultId::Ours, kPlace, "ab"),
                                        *journal->sealDraft(VaultId::Ours, kPlace, "abc")};
  const bool wroteElsewhere = GENERATE(false, true);
  if (wroteElsewhere) REQUIRE(journal->putDraft(VaultId::Ours, kPlace, "something else").ok());
  journal.reset();
  journal = desk.open();
  const bool wasFull = GENERATE(false, true);
  if (wasFull) {
    const FullDisk full;
    for (const std::string& draft : sealed) REQUIRE(journal->takeDraft(draft).ok());
  } else {
    for (const std::string& draft : sealed) REQUIRE(journal->takeDraft(draft).ok());
  }
  const auto wanted =
      wroteElsewhere ? std::vector<std::string>{"something else", "abc"} : std::vector<std::string>{"abc"};
  CHECK(journal->draftsAt(VaultId::Ours, kPlace) == wanted);
  journal->settleDrafts();
  CHECK(journal->draftsAt(VaultId::Ours, kPlace) == wanted);
  CHECK(journal->waitingDrafts().empty());
  journal.reset();
  journal = desk.open();
  CHECK(journal->draftsAt(VaultId::Ours, kPlace) == wanted);
  for (const auto& found : journal->verify().vaults) CHECK_FALSE(found.problem);
}

TEST_CASE("A change of keys takes carried words along, and they wait no longer", "[draft][key]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  std::vector<std::string> carried{*journal->sealDraft(VaultId::A, kPlace, "half a line of Alex")};
  {
    Desk other;
    carried.push_back(*other.create()->sealDraft(VaultId::A, kPlace, "of another journal"));
  }
  journal.reset();
  journal = desk.open();
  {
    const FullDisk full;
    for (const std::string& draft : carried) REQUIRE(journal->takeDraft(draft).ok());
    REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
    CHECK(journal->waitingDrafts() == carried);
  }
  SECTION("of a passphrase") {
    REQUIRE(journal->protect(PartnerId::A, secret(kOther)).ok());
    CHECK(journal->waitingDrafts() == std::vector{carried[1]});
    journal.reset();
    journal = desk.open();
    REQUIRE(journal->unlock(PartnerId::A, secret(kOther)).ok());
    CHECK(journal->findDraft(VaultId::A, kPlace) == "half a line of Alex");
  }
  SECTION("and whoever goes takes their words along") {
    REQUIRE(journal->erase(PartnerId::A).ok());
    CHECK(journal->waitingDrafts() == std::vector{carried[1]});
  }
}

TEST_CASE("Words carried for somebody who was readmitted come back with their part", "[draft][key][readmit]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  const std::string code(journal->protect(PartnerId::B, secret(kSam))->text.text());
  REQUIRE(journal->putDraft(VaultId::B, kPlace, "half").ok());
  const std::vector<std::string> carried{*journal->sealDraft(VaultId::B, kPlace, "half a line of Sam"),
                                         *journal->sealDraft(VaultId::B, kPlace, "half a line of Sam and more")};
  journal.reset();
  journal = desk.open();
  for (const std::string& draft : carried) REQUIRE(journal->takeDraft(draft).ok());
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(journal->readmit(PartnerId::B, secret(kOther)).ok());
  CHECK(journal->ownDraftsWait());  // under keys that nobody has here
  std::vector<std::string> wanted{"half a line of Sam and more"};
  const bool wroteSince = GENERATE(false, true);
  if (wroteSince) {
    REQUIRE(journal->putDraft(VaultId::B, kPlace, "written since then, and longer by far").ok());
    wanted.insert(wanted.begin(), "written since then, and longer by far");
  }
  REQUIRE(journal->recover(PartnerId::B, secret(code), secret(kNewest)).ok());
  CHECK(journal->waitingDrafts().empty());
  CHECK(journal->draftsAt(VaultId::B, kPlace) == wanted);
  journal.reset();
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::B, secret(kNewest)).ok());
  CHECK(journal->draftsAt(VaultId::B, kPlace) == wanted);
  for (const auto& found : journal->verify().vaults) CHECK_FALSE(found.problem);
}

TEST_CASE("Half-written words of ours that a full disk refused go with whoever goes, and wait for nobody who comes",
          "[draft][key][erase]") {
  Desk desk;
  SECTION("somebody joins") {
    auto journal = desk.createAlone();
    REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
    const std::string carried = *journal->sealDraft(VaultId::Ours, kPlace, "while I was alone");
    journal.reset();
    journal = desk.open();
    {
      const FullDisk full;
      REQUIRE(journal->takeDraft(carried).ok());
      REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
    }
    REQUIRE(journal->join(name("Sam")).ok());
    CHECK_FALSE(journal->findDraft(VaultId::Ours, kPlace));
    CHECK(journal->waitingDrafts().empty());
  }
  SECTION("somebody goes") {
    auto journal = desk.create();
    REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
    REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
    const std::string carried = *journal->sealDraft(VaultId::Ours, kPlace, "who knows whose");
    journal.reset();
    journal = desk.open();
    {
      const FullDisk full;
      REQUIRE(journal->takeDraft(carried).ok());
      REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
      REQUIRE(journal->unlock(PartnerId::B, secret(kSam)).ok());
    }
    REQUIRE(journal->erase(PartnerId::A).ok());
    CHECK_FALSE(journal->findDraft(VaultId::Ours, kPlace));
    CHECK(journal->waitingDrafts().empty());
  }
}

TEST_CASE("Words that a full disk refused are there still after a copy was joined", "[draft][merge]") {
  Desk desk;
  auto journal = desk.create();
  const std::string carried = *journal->sealDraft(VaultId::Ours, kPlace, "half a line");
  journal.reset();
  const std::string copy = desk.file("copy.footbridge");
  std::filesystem::copy_file(desk.file(), copy);
  {
    auto other = desk.shelf().openSealed(copy);
    REQUIRE(other.ok());
    REQUIRE((*other)->add(VaultId::Ours, PartnerId::A, note("only in the copy")).ok());
  }
  journal = desk.open();
  {
    const FullDisk full;
    REQUIRE(journal->takeDraft(carried).ok());
  }
  REQUIRE(journal->exchange()->mergeFrom(copy, {}).ok());
  CHECK(journal->findDraft(VaultId::Ours, kPlace) == "half a line");
}

TEST_CASE("What this journal did not seal is not taken for its own", "[draft]") {
  Desk desk;
  Desk other;
  auto journal = desk.create();
  auto stranger = other.create();
  const auto foreign = stranger->sealDraft(VaultId::Ours, kPlace, "not from here");
  REQUIRE(foreign.ok());
  REQUIRE(journal->takeDraft(*foreign).ok());
  CHECK_FALSE(journal->findDraft(VaultId::Ours, kPlace));

  auto sealed = journal->sealDraft(VaultId::Ours, kPlace, "mine");
  REQUIRE(sealed.ok());
  for (const std::size_t at : {std::size_t{1}, sealed->size() - 20, sealed->size() - 1}) {
    std::string altered = *sealed;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    REQUIRE(journal->takeDraft(altered).ok());
    CHECK_FALSE(journal->findDraft(VaultId::Ours, kPlace));
  }
  for (const std::string& shapeless :
       {std::string(), std::string("x"), std::string("\1short"), '\4' + sealed->substr(1),
        sealed->substr(0, sealed->size() - 1), *sealed + 'x'}) {
    const auto refused = journal->takeDraft(shapeless);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().kind == ErrorKind::Damaged);
  }
}

TEST_CASE("A draft is carried on until its own owner comes", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  std::vector<std::string> carried{*journal->sealDraft(VaultId::A, kPlace, "half a line of Alex"),
                                   *journal->sealDraft(VaultId::B, kPlace, "half a line of Sam")};
  const auto lockAndOpen = [&] {
    journal.reset();
    journal = desk.open();
    for (const std::string& draft : carried) REQUIRE(journal->takeDraft(draft).ok());
  };
  lockAndOpen();
  CHECK(journal->waitingDrafts() == carried);
  REQUIRE(journal->unlock(PartnerId::B, secret(kSam)).ok());
  CHECK(journal->findDraft(VaultId::B, kPlace) == "half a line of Sam");
  CHECK(journal->waitingDrafts() == std::vector{carried[0]});
  carried = journal->waitingDrafts();
  lockAndOpen();
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(journal->findDraft(VaultId::A, kPlace) == "half a line of Alex");
  CHECK(journal->waitingDrafts().empty());
}

TEST_CASE("A draft of another journal waits for that one", "[draft]") {
  Desk desk;
  Desk other;
  auto journal = desk.create();
  const auto sealed = journal->sealDraft(VaultId::Ours, kPlace, "words");
  auto stranger = other.create();
  REQUIRE(stranger->takeDraft(*sealed).ok());
  CHECK_FALSE(stranger->findDraft(VaultId::Ours, kPlace));
  CHECK(stranger->waitingDrafts() == std::vector{*sealed});
}

TEST_CASE("A journal tells what waits for its own file from what came from another, also from a copy of it",
          "[draft]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  const auto sealed = journal->sealDraft(VaultId::A, kPlace, "words");
  REQUIRE(sealed.ok());
  CHECK(sealed->find("words") == std::string::npos);
  journal.reset();
  std::filesystem::copy_file(desk.file(), desk.file("copy.footbridge"));

  journal = desk.open();
  CHECK_FALSE(journal->ownDraftsWait());
  REQUIRE(journal->takeDraft(*sealed).ok());
  CHECK(journal->ownDraftsWait());
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK_FALSE(journal->ownDraftsWait());

  auto copy = desk.shelf().openSealed(desk.file("copy.footbridge"));
  REQUIRE(copy.ok());
  REQUIRE((*copy)->takeDraft(*sealed).ok());
  CHECK_FALSE((*copy)->waitingDrafts().empty());
  CHECK_FALSE((*copy)->ownDraftsWait());
  // Where the first file is lost, a copy of it takes the words in.
  REQUIRE((*copy)->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK((*copy)->findDraft(VaultId::A, kPlace) == "words");
}

TEST_CASE("As long as the disk is full a draft stays carried, and what is newer takes its place", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  const auto sealed = journal->sealDraft(VaultId::Ours, kPlace, "carried");
  journal.reset();
  journal = desk.open();
  {
    const FullDisk full;
    REQUIRE(journal->takeDraft(*sealed).ok());
    CHECK(journal->findDraft(VaultId::Ours, kPlace) == "carried");
    CHECK(journal->waitingDrafts() == std::vector{*sealed});
  }
  SECTION("kept") {
    REQUIRE(journal->putDraft(VaultId::Ours, kPlace, "newer").ok());
  }
  SECTION("thrown away") {
    REQUIRE(journal->clearDraft(VaultId::Ours, kPlace).ok());
  }
  CHECK(journal->waitingDrafts().empty());
}

TEST_CASE("Nothing is sealed for a vault that is locked", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  journal.reset();
  journal = desk.open();
  const auto sealed = journal->sealDraft(VaultId::A, kPlace, "words");
  REQUIRE_FALSE(sealed.ok());
  CHECK(sealed.error().kind == ErrorKind::Locked);
}
