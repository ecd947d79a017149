// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "storage/desk.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

std::vector<std::string> textsOf(const std::vector<Entry>& entries) {
  std::vector<std::string> texts;
  for (const Entry& entry : entries) texts.push_back(std::get<Note>(entry.body).text);
  return texts;
}

}  // namespace

TEST_CASE("A private line needs its writer's passphrase first", "[entry]") {
  Desk desk;
  const auto journal = desk.create();
  const auto refused = journal->add(VaultId::A, PartnerId::A, note("mine"));
  CHECK(kindOf(refused) == ErrorKind::NotProtected);
  CHECK(refused.error().subject == "Alex");
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  CHECK(journal->add(VaultId::A, PartnerId::A, note("mine")).ok());
  CHECK(kindOf(journal->add(VaultId::B, PartnerId::B, note("theirs"))) == ErrorKind::NotProtected);
  CHECK(kindOf(journal->add(VaultId::A, PartnerId::B, note("theirs"))) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->add(VaultId::Ours, PartnerId::A, LaneEvent{*SittingId::from(1), 0, Left{}})) ==
        ErrorKind::NotAllowed);
}

TEST_CASE("A deleted entry is gone, today and tomorrow", "[entry]") {
  Desk desk;
  auto journal = desk.create();
  const EntryId id = journal->add(VaultId::Ours, PartnerId::A, note("regret")).value().id;
  REQUIRE(journal->remove(id).ok());
  for (int opened = 0; opened < 2; ++opened) {
    CHECK(journal->entries(Reader::A).empty());
    CHECK_FALSE(journal->find(id, Reader::A).has_value());
    CHECK(journal->search("regret", Reader::A).empty());
    CHECK(kindOf(journal->remove(id)) == ErrorKind::NotFound);
    CHECK(kindOf(journal->revise(id, note("back"))) == ErrorKind::NotFound);
    CHECK(journal->verify().sound());
    journal.reset();
    journal = desk.open();
  }
}

TEST_CASE("Several entries are added together or not at all", "[entry]") {
  Desk desk;
  auto journal = desk.create();
  const std::vector<EntryBody> good{note("first"), note("second")};
  const auto added = journal->addAll(VaultId::Ours, PartnerId::A, good);
  REQUIRE(added.ok());
  CHECK(textsOf(added.value()) == std::vector<std::string>{"first", "second"});
  const std::vector<EntryBody> bad{note("third"), LaneEvent{*SittingId::from(1), 0, Left{}}};
  CHECK(kindOf(journal->addAll(VaultId::Ours, PartnerId::A, bad)) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->addAll(VaultId::A, PartnerId::A, good)) == ErrorKind::NotProtected);
  CHECK(journal->addAll(VaultId::Ours, PartnerId::A, {}).ok());
  journal.reset();
  journal = desk.open();
  CHECK(textsOf(journal->entries(Reader::B)) == std::vector<std::string>{"second", "first"});
}

TEST_CASE("An entry stays what it is", "[entry]") {
  Desk desk;
  const auto journal = desk.create();
  const EntryId id = journal->add(VaultId::Ours, std::nullopt, agreement()).value().id;
  CHECK(kindOf(journal->revise(id, note("now a note"))) == ErrorKind::Invalid);
  Agreement kept = agreement();
  kept.state = AgreementState::Kept;
  REQUIRE(journal->revise(id, kept).ok());
  CHECK(journal->find(id, Reader::B)->body == EntryBody(kept));
}

TEST_CASE("One's own entries and those of both make one list, in the order they were made", "[entry]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  const auto ours = [&](const char* text) { REQUIRE(journal->add(VaultId::Ours, PartnerId::B, note(text)).ok()); };
  const auto own = [&](const char* text) { REQUIRE(journal->add(VaultId::A, PartnerId::A, note(text)).ok()); };
  ours("1");
  own("2");
  own("3");
  ours("4");
  journal.reset();
  journal = desk.open();
  ours("5");  // while A's vault is locked
  ours("6");
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  own("7");
  ours("8");
  CHECK(textsOf(journal->entries(Reader::A)) == std::vector<std::string>{"8", "7", "6", "5", "4", "3", "2", "1"});
  CHECK(textsOf(journal->entries(Reader::B)) == std::vector<std::string>{"8", "6", "5", "4", "1"});
  journal.reset();
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(textsOf(journal->entries(Reader::A)) == std::vector<std::string>{"8", "7", "6", "5", "4", "3", "2", "1"});
}

TEST_CASE("Search finds every word, whatever its case and marks", "[entry]") {
  Desk desk;
  const auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("The Café by the river")).ok());
  REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("river walk, STRASSE")).ok());
  REQUIRE(journal->add(VaultId::A, PartnerId::A, note("my river")).ok());
  REQUIRE(journal->add(VaultId::Ours, std::nullopt, agreement()).ok());
  const SittingId sitting = journal->begin(VaultId::Ours, begun(SittingMode::Together)).value();
  REQUIRE(
      journal->append(sitting, VaultId::B, {Answered{step("s"), AskAnswer{"the boiler", "cold", "call them"}}}).ok());
  const std::vector<std::tuple<const char*, Reader, std::size_t>> searches{{"river", Reader::A, 3},
                                                                           {"river", Reader::B, 2},
                                                                           {"RIVER cafe", Reader::A, 1},
                                                                           {"straße", Reader::OursAlone, 1},
                                                                           {"boiler", Reader::B, 1},
                                                                           {"boiler", Reader::A, 0},
                                                                           {"wednesday supper", Reader::A, 1},
                                                                           {"", Reader::A, 0},
                                                                           {"  \n", Reader::A, 0},
                                                                           {"nowhere", Reader::A, 0}};
  for (const auto& [words, reader, count] : searches) {
    INFO(words);
    CHECK(journal->search(words, reader).size() == count);
  }
}

TEST_CASE("Drafts are replaced, cleared, kept over night and out of the lists", "[draft]") {
  Desk desk;
  auto journal = desk.create();
  CHECK_FALSE(journal->findDraft(VaultId::Ours, "note").has_value());
  REQUIRE(journal->putDraft(VaultId::Ours, "note", "half a sen").ok());
  REQUIRE(journal->putDraft(VaultId::Ours, "note", "half a sentence\xFF").ok());
  REQUIRE(journal->putDraft(VaultId::B, "note", "B's own").ok());
  REQUIRE(journal->putDraft(VaultId::A, "sitting:4", "").ok());
  CHECK(journal->entries(Reader::A).empty());
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  journal.reset();
  journal = desk.open();
  CHECK(journal->findDraft(VaultId::Ours, "note") == "half a sentence\xFF");
  CHECK(journal->findDraft(VaultId::A, "sitting:4") == "");
  CHECK_FALSE(journal->findDraft(VaultId::B, "note").has_value());
  CHECK(kindOf(journal->putDraft(VaultId::B, "note", "x")) == ErrorKind::Locked);
  REQUIRE(journal->unlock(PartnerId::B, secret(kSam)).ok());
  CHECK(journal->findDraft(VaultId::B, "note") == "B's own");
  REQUIRE(journal->clearDraft(VaultId::B, "note").ok());
  REQUIRE(journal->clearDraft(VaultId::B, "note").ok());
  CHECK_FALSE(journal->findDraft(VaultId::B, "note").has_value());
}

TEST_CASE("A new name and colour are kept, and the passphrase and code still open", "[partner]") {
  Desk desk;
  auto journal = desk.create();
  const RecoveryCode code = journal->protect(PartnerId::B, secret(kSam)).value();
  const Partner renamed{PartnerId::B, name("Samira"), PartnerColour::Moss};
  REQUIRE(journal->change(renamed).ok());
  CHECK(kindOf(journal->change({PartnerId::B, name("S"), PartnerColour::Ember})) == ErrorKind::Invalid);
  journal.reset();
  journal = desk.open();
  CHECK(journal->partners()[1] == renamed);
  CHECK(kindOf(journal->change({PartnerId::B, name("S"), PartnerColour::Plum})) == ErrorKind::Locked);
  REQUIRE(journal->unlock(PartnerId::B, secret(kSam)).ok());
  REQUIRE(journal->change({PartnerId::A, name("Al"), PartnerColour::Slate}).ok());
  journal.reset();
  journal = desk.open();
  CHECK(journal->partners()[0].name.text() == "Al");
  CHECK(journal->recover(PartnerId::B, code.text, secret(kOther)).ok());
}

TEST_CASE("A line of one stays theirs, whoever goes on with it", "[entry]") {
  Desk desk;
  auto journal = desk.create();
  const EntryId line = journal->add(VaultId::Ours, PartnerId::A, note("of Alex"))->id;
  const EntryId agreed = journal->add(VaultId::Ours, PartnerId::A, agreement())->id;
  protectBoth(*journal);
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::B, secret(kSam)).ok());
  REQUIRE(journal->revise(line, note("changed")).ok());
  REQUIRE(journal->revise(agreed, agreement()).ok());
  CHECK(journal->find(line, Reader::B)->author == PartnerId::A);
  CHECK_FALSE(journal->find(agreed, Reader::B)->author.has_value());
}
