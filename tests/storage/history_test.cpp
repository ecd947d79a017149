// SPDX-License-Identifier: GPL-3.0-or-later
// What an entry was before, what comes back, and what is gone for good.
#include "catch.h"
#include "storage/desk.h"
#include "storage/raw_file.h"
#include "storage/samples.h"
#include "storage/traces.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

std::vector<std::string> texts(const Result<std::vector<Entry>>& revisions) {
  REQUIRE(revisions.ok());
  std::vector<std::string> all;
  for (const Entry& entry : revisions.value()) all.push_back(std::get<Note>(entry.body).text);
  return all;
}

const LineId kLine{step("s1"), std::nullopt};
const LineId kOtherLine{step("s2"), std::nullopt};

/// A sitting in which both opened two lines.
SittingId revealedIn(SealedJournal& journal) {
  const auto sitting = journal.begin(VaultId::Ours, begun(SittingMode::Together));
  REQUIRE(sitting.ok());
  std::vector<OpenedLine> lines;
  for (const PartnerId writer : {PartnerId::A, PartnerId::B}) {
    for (const LineId& line : {kLine, kOtherLine}) lines.push_back({writer, line, WrittenAnswer{"opened words"}});
  }
  REQUIRE(journal.append(*sitting, VaultId::Ours, {CameTogether{}, Revealed{step("r"), lines}, Left{}}).ok());
  return *sitting;
}

std::vector<OpenedLine> openedIn(const SealedJournal& journal, SittingId sitting) {
  const auto lanes = journal.load(sitting);
  REQUIRE(lanes.ok());
  REQUIRE(lanes->joint->size() == 4);
  return std::get<Revealed>((*lanes->joint)[2]).lines;
}

}  // namespace

TEST_CASE("Ten revisions are kept, newest first, for who may read them", "[history]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  const EntryId id = journal->add(VaultId::A, PartnerId::A, note("0"))->id;
  for (int i = 1; i < 13; ++i) REQUIRE(journal->revise(id, note(std::to_string(i))).ok());
  const std::vector<std::string> expected{"12", "11", "10", "9", "8", "7", "6", "5", "4", "3"};
  CHECK(texts(journal->history(id, Reader::A)) == expected);
  CHECK(kindOf(journal->history(id, Reader::OursAlone)) == ErrorKind::NotFound);
  CHECK(kindOf(journal->history(id, Reader::B)) == ErrorKind::NotFound);
  CHECK(kindOf(journal->history(*EntryId::from(5), Reader::A)) == ErrorKind::NotFound);
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(texts(journal->history(id, Reader::A)) == expected);
  CHECK(journal->history(id, Reader::A)->front().revision == 13);
}

TEST_CASE("What was removed comes back as it was", "[history]") {
  Desk desk;
  auto journal = desk.create();
  const EntryId id = journal->add(VaultId::Ours, PartnerId::B, note("first"))->id;
  REQUIRE(journal->revise(id, note("second")).ok());
  CHECK(kindOf(journal->restore(id)) == ErrorKind::NotAllowed);
  REQUIRE(journal->remove(id).ok());
  CHECK_FALSE(journal->find(id, Reader::OursAlone).has_value());
  CHECK(kindOf(journal->history(id, Reader::OursAlone)) == ErrorKind::NotFound);
  journal = nullptr;
  journal = desk.open();
  const auto back = journal->restore(id);
  REQUIRE(back.ok());
  CHECK(std::get<Note>(back->body).text == "second");
  CHECK(back->author == PartnerId::B);
  CHECK(back->revision == 4);
  CHECK(journal->entries(Reader::OursAlone).size() == 1);
  CHECK(texts(journal->history(id, Reader::OursAlone)) == std::vector<std::string>{"second", "second", "first"});
  CHECK(journal->verify().sound());
}

TEST_CASE("What was deleted is listed for whoever may bring it back, what went last first", "[history]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  CHECK_FALSE(journal->anyDeleted(Reader::A));
  const EntryId mine = journal->add(VaultId::A, PartnerId::A, note("first"))->id;
  REQUIRE(journal->revise(mine, note("mine")).ok());
  const EntryId agreed = journal->add(VaultId::Ours, std::nullopt, agreement())->id;
  const EntryId ofSam = journal->add(VaultId::Ours, PartnerId::B, note("of Sam"))->id;
  const EntryId takenBack = journal->add(VaultId::Ours, PartnerId::A, note("taken back"))->id;
  REQUIRE(journal->add(VaultId::A, PartnerId::A, note("stays")).ok());
  for (const EntryId id : {mine, ofSam, agreed}) REQUIRE(journal->remove(id).ok());
  REQUIRE(journal->removeForGood(takenBack).ok());
  journal = nullptr;
  journal = desk.open();

  const auto ids = [&journal](Reader reader) {
    const auto deleted = journal->deleted(reader);
    REQUIRE(deleted.ok());
    CHECK(journal->anyDeleted(reader) == !deleted->empty());
    std::vector<EntryId> all;
    for (const Entry& entry : *deleted) all.push_back(entry.id);
    return all;
  };
  CHECK(ids(Reader::A) == std::vector{agreed});  // Alex's own part is locked
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(ids(Reader::A) == std::vector{agreed, mine});
  CHECK(ids(Reader::B) == std::vector{agreed, ofSam});
  CHECK(ids(Reader::OursAlone) == std::vector{agreed});
  const Entry listed = journal->deleted(Reader::A)->back();
  CHECK(listed.body == note("mine"));
  CHECK(listed.changed > listed.made);

  REQUIRE(journal->restore(agreed).ok());
  REQUIRE(journal->removeForGood(mine).ok());
  CHECK(ids(Reader::A).empty());
  CHECK(journal->find(agreed, Reader::A)->body == EntryBody(agreement()));
}

TEST_CASE("What is deleted for good leaves no byte in the file or beside it", "[history]") {
  Desk desk;
  auto journal = desk.create();
  const EntryId stays = journal->add(VaultId::Ours, PartnerId::A, note("stays"))->id;
  journal = nullptr;
  const auto before = boxesIn(desk.file(), "rec");
  journal = desk.open();
  const EntryId id = journal->add(VaultId::Ours, PartnerId::A, note("first"))->id;
  REQUIRE(journal->revise(id, note("second")).ok());
  if (GENERATE(false, true)) REQUIRE(journal->remove(id).ok());
  journal = nullptr;
  auto doomed = boxesIn(desk.file(), "rec");
  std::erase_if(doomed, [&](const std::string& box) { return std::ranges::count(before, box) != 0; });
  REQUIRE(doomed.size() >= 2);
  REQUIRE(tracesOf(doomed, desk.file()) == doomed.size());
  journal = desk.open();
  REQUIRE(journal->removeForGood(id).ok());
  CHECK(tracesOf(doomed, desk.file()) == 0);  // while it is held, its rollback journal may lie beside it
  CHECK(journal->entries(Reader::OursAlone).size() == 1);
  CHECK(kindOf(journal->restore(id)) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->removeForGood(id)) == ErrorKind::NotFound);
  CHECK(journal->verify().sound());
  journal = nullptr;
  CHECK(tracesOf(doomed, desk.file()) == 0);
  CHECK(boxesIn(desk.file(), "rec").size() == 2);  // the tombstone and what stays
  journal = desk.open();
  CHECK(kindOf(journal->restore(id)) == ErrorKind::NotAllowed);
  CHECK(journal->find(stays, Reader::OursAlone).has_value());
}

TEST_CASE("An event of a sitting is neither removed nor restored", "[history]") {
  Desk desk;
  const auto journal = desk.create();
  REQUIRE(journal->begin(VaultId::Ours, begun(SittingMode::Together)).ok());
  const EntryId event = journal->entries(Reader::OursAlone)[0].id;
  CHECK(kindOf(journal->removeForGood(event)) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->restore(event)) == ErrorKind::NotAllowed);
}

TEST_CASE("Several lines are taken back as one, though some of them went before", "[history]") {
  Desk desk;
  auto journal = desk.create();
  const SittingId sitting = revealedIn(*journal);
  const auto versions = [&] {
    std::uint32_t most = 0;
    for (const Entry& entry : journal->entries(Reader::OursAlone)) most = std::max(most, entry.revision);
    return most;
  };
  const std::uint32_t before = versions();
  if (GENERATE(false, true)) REQUIRE(journal->takeBack(sitting, PartnerId::A, {kOtherLine}).ok());
  const std::uint32_t then = versions();
  REQUIRE(journal->takeBack(sitting, PartnerId::A, {kLine, kOtherLine, kLine}).ok());
  CHECK(versions() == then + 1);
  CHECK(then <= before + 1);
  for (const OpenedLine& opened : openedIn(*journal, sitting))
    CHECK(std::holds_alternative<std::monostate>(opened.answer) == (opened.writer == PartnerId::A));
  CHECK(kindOf(journal->takeBack(sitting, PartnerId::A, {kLine, kOtherLine})) == ErrorKind::NotFound);
}

TEST_CASE("A line once opened is taken back by its writer alone, and no byte of it stays", "[history]") {
  Desk desk;
  auto journal = desk.create();
  const SittingId sitting = revealedIn(*journal);
  for (const PartnerId each : {PartnerId::A, PartnerId::B})
    REQUIRE(journal->protect(each, secret(each == PartnerId::A ? kAlex : kSam)).ok());
  journal = nullptr;
  const auto before = boxesIn(desk.file(), "rec");
  journal = desk.open();
  CHECK(kindOf(journal->takeBack(sitting, PartnerId::B, {kLine})) == ErrorKind::Locked);
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(kindOf(journal->takeBack(sitting, PartnerId::B, {kLine})) == ErrorKind::Locked);
  CHECK(kindOf(journal->takeBack(sitting, PartnerId::A, {{step("s9"), std::nullopt}})) == ErrorKind::NotFound);
  CHECK(kindOf(journal->takeBack(*SittingId::from(4), PartnerId::A, {kLine})) == ErrorKind::NotFound);
  REQUIRE(journal->takeBack(sitting, PartnerId::A, {kLine}).ok());
  CHECK(kindOf(journal->takeBack(sitting, PartnerId::A, {kLine})) == ErrorKind::NotFound);
  const auto check = [&] {
    for (const OpenedLine& opened : openedIn(*journal, sitting)) {
      const bool taken = opened.writer == PartnerId::A && opened.line == kLine;
      CHECK(std::holds_alternative<std::monostate>(opened.answer) == taken);
    }
    CHECK(journal->verify().sound());
  };
  check();
  std::filesystem::copy_file(desk.file(), desk.file("now.footbridge"));
  const auto after = boxesIn(desk.file("now.footbridge"), "rec");
  CHECK(after.size() == before.size());
  auto gone = before;
  std::erase_if(gone, [&](const std::string& box) { return std::ranges::count(after, box) != 0; });
  CHECK(gone.size() == 1);
  CHECK(tracesOf(gone, desk.file()) == 0);  // while it is held, too
  journal = nullptr;
  CHECK(tracesOf(gone, desk.file()) == 0);
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::B, secret(kSam)).ok());
  check();
  CHECK(journal->search("opened", Reader::B).size() == 1);
  REQUIRE(journal->append(sitting, VaultId::Ours, {CameTogether{}}).ok());
}
