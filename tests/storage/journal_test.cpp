// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal.h"

#include "catch.h"
#include "storage/desk.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

TEST_CASE("A journal begins empty and open, with two partners", "[journal]") {
  Desk desk;
  const auto journal = desk.create();
  CHECK(journal->entries(Reader::A).empty());
  CHECK(journal->partners().size() == 2);
  CHECK(journal->partners()[1].name.text() == "Sam");
  for (const VaultId vault : {VaultId::A, VaultId::B, VaultId::Ours}) CHECK(journal->door(vault) == DoorState::Open);
  CHECK_FALSE(journal->readOnly());
}

TEST_CASE("What was added is there tomorrow, newest first", "[journal]") {
  Desk desk;
  std::vector<Entry> written;
  {
    const auto journal = desk.create();
    for (const char* text : {"first", "second", "third"}) {
      auto entry = journal->add(VaultId::Ours, PartnerId::B, note(text));
      REQUIRE(entry.ok());
      written.insert(written.begin(), entry.value());
    }
    CHECK(journal->entries(Reader::A) == written);
  }
  CHECK(desk.open()->entries(Reader::OursAlone) == written);
}

TEST_CASE("A revision takes the place of the one before and keeps its place in the list", "[journal]") {
  Desk desk;
  const auto journal = desk.create();
  const Entry first = journal->add(VaultId::Ours, std::nullopt, note("one")).value();
  const Entry second = journal->add(VaultId::Ours, std::nullopt, note("two")).value();
  const Entry revised = journal->revise(first.id, note("one, again")).value();
  CHECK(revised.revision == 2);
  CHECK(revised.made == first.made);
  CHECK(revised.changed > first.changed);
  CHECK(journal->entries(Reader::A) == std::vector{second, revised});
  CHECK(journal->find(first.id, Reader::A) == revised);
}

TEST_CASE("Only the last ten revisions are kept", "[journal]") {
  Desk desk;
  auto journal = desk.create();
  const EntryId id = journal->add(VaultId::Ours, std::nullopt, note("0")).value().id;
  for (int i = 1; i <= 25; ++i) REQUIRE(journal->revise(id, note(std::to_string(i))).ok());
  CHECK(journal->verify().sound());
  journal.reset();
  journal = desk.open();
  CHECK(journal->find(id, Reader::A)->revision == 26);
  CHECK(journal->find(id, Reader::A)->body == note("25"));
}

TEST_CASE("Unlocking opens one's own vault and ours", "[journal]") {
  Desk desk;
  {
    const auto journal = desk.create();
    REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
    REQUIRE(journal->add(VaultId::A, PartnerId::A, note("for me alone")).ok());
    REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("for us")).ok());
  }
  const auto journal = desk.open();
  CHECK(journal->door(VaultId::A) == DoorState::Locked);
  CHECK(journal->entries(Reader::A).size() == 1);
  CHECK(kindOf(journal->unlock(PartnerId::A, secret("not the passphrase"))) == ErrorKind::WrongPassphrase);
  CHECK(journal->entries(Reader::A).size() == 1);
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(journal->entries(Reader::A).size() == 2);
  CHECK(journal->entries(Reader::B).size() == 1);
  CHECK(journal->entries(Reader::OursAlone).size() == 1);
}

TEST_CASE("A journal in memory does all of it and leaves no file", "[journal]") {
  Desk desk;
  auto made = desk.shelf().createInMemory(name("Robin"), name("Jo"));
  REQUIRE(made.ok());
  Journal& journal = *made.value();
  CHECK(journal.path().empty());
  REQUIRE(journal.protect(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(journal.add(VaultId::A, PartnerId::A, note("rehearsed")).ok());
  REQUIRE(journal.putDraft(VaultId::Ours, "p", "x").ok());
  CHECK(journal.entries(Reader::A).size() == 1);
  CHECK(std::filesystem::is_empty(desk.folder()));
}
