// SPDX-License-Identifier: GPL-3.0-or-later
// What one copy deleted, however often the other changed it since; and what a merge says has gone.
#include <algorithm>
#include <filesystem>

#include "catch.h"
#include "domain/exchange.h"
#include "storage/desk.h"
#include "storage/row_union.h"
#include "storage/samples.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

void reviseOften(SealedJournal& journal, EntryId id, int times, const std::string& words) {
  for (int i = 1; i <= times; ++i) REQUIRE(journal.revise(id, note(words + std::to_string(i))).ok());
}

std::vector<std::string> noteTexts(const std::vector<Entry>& entries) {
  std::vector<std::string> texts;
  for (const Entry& entry : entries) texts.push_back(std::get<Note>(entry.body).text);
  return texts;
}

/// One revision after another of a note, as files of before have them: each says the one before it and no more.
RecordIndex::Row revisionOf(std::int64_t row, std::uint32_t revision, std::vector<std::int64_t> on, bool gone = false) {
  Record record{{*EntryId::from(5), revision, VaultId::Ours, A, {}, {}, gone ? note("") : note("words")}};
  record.gone = gone;
  record.on = std::move(on);
  return {row, record};
}

/// The last ten of `revisions`, and a tombstone after them or none.
std::vector<RecordIndex::Row> cutChain(std::uint32_t revisions, bool deleted = false) {
  std::vector<RecordIndex::Row> rows;
  for (std::uint32_t revision = revisions - 9; revision <= revisions; ++revision)
    rows.push_back(revisionOf(100 + revision, revision, {99 + revision}));
  if (!deleted) return rows;
  rows.erase(rows.begin());
  rows.push_back(revisionOf(101 + revisions, revisions + 1, {100 + revisions}, true));
  return rows;
}

}  // namespace

TEST_CASE("What one copy deleted and the other changed any number of times since keeps all its words", "[merge]") {
  Desk desk;
  Copies copies(desk);
  const EntryId id = copies.base->add(VaultId::Ours, A, note("old words"))->id;
  copies.part();
  const int times = GENERATE(1, 9, 10, 11, 12, 40);
  const bool isDeletedHere = GENERATE(true, false);
  CAPTURE(times, isDeletedHere);
  reviseOften(isDeletedHere ? *copies.b : *copies.a, id, times, "new words ");
  REQUIRE((isDeletedHere ? *copies.a : *copies.b).remove(id).ok());
  CHECK(copies.mergeBIntoA().conflicts == 1);
  copies.reopenA();
  const auto entries = copies.a->entries(Reader::OursAlone);
  REQUIRE(entries.size() == 1);
  CHECK(std::get<Note>(entries[0].body).text == "new words " + std::to_string(times));
  CHECK(copies.a->history(id, Reader::A)->size() == static_cast<std::size_t>(std::min(times + 1, 10)));
  CHECK(copies.a->verify().sound());
}

TEST_CASE("What both changed and then deleted comes back with the words of both", "[merge]") {
  Desk desk;
  Copies copies(desk);
  const EntryId id = copies.base->add(VaultId::Ours, A, note("old words"))->id;
  copies.part();
  REQUIRE(copies.a->revise(id, note("words of here")).ok());
  REQUIRE(copies.b->revise(id, note("words of there")).ok());
  REQUIRE(copies.a->remove(id).ok());
  REQUIRE(copies.b->remove(id).ok());
  CHECK(copies.mergeBIntoA() == TakenIn{});
  CHECK(copies.a->entries(Reader::OursAlone).empty());
  REQUIRE(copies.a->restore(id).ok());
  const auto texts = noteTexts(*copies.a->history(id, Reader::A));
  for (const char* each : {"old words", "words of here", "words of there"}) CHECK(std::ranges::count(texts, each) > 0);
}

TEST_CASE("A copy that only lagged brings no old words back, however often they changed since", "[merge]") {
  Desk desk;
  Copies copies(desk);
  const EntryId id = copies.base->add(VaultId::Ours, A, note("old words"))->id;
  copies.part();
  const std::string old = desk.file("old.json");
  REQUIRE(copies.b->exchange()->exportTo(old, {ExportFormat::Json, Reader::OursAlone}).ok());
  reviseOften(*copies.a, id, GENERATE(9, 10, 25), "new words ");
  const auto before = copies.a->entries(Reader::OursAlone);
  SECTION("joined here") {
    CHECK(copies.mergeBIntoA() == TakenIn{});
    CHECK(copies.a->entries(Reader::OursAlone) == before);
  }
  SECTION("joined there") {
    copies.a.reset();
    CHECK(copies.b->exchange()->mergeFrom(copies.pathOfA(), {})->conflicts == 0);
    CHECK(copies.b->entries(Reader::OursAlone) == before);
    CHECK(copies.b->history(id, Reader::A)->size() == 10);
  }
  SECTION("or an old export, taken in here") {
    CHECK(copies.a->exchange()->importFrom(old, Reader::OursAlone).value() == TakenIn{});
    CHECK(copies.a->entries(Reader::OursAlone) == before);
  }
}

TEST_CASE("Where links are cut short, nothing that may be newer is hidden by a tombstone", "[merge]") {
  // Revised twelve times here; the tombstone is of the first words, of which these rows know nothing any more.
  auto rows = cutChain(13);
  rows.push_back(revisionOf(900, 2, {101}, true));
  auto index = RecordIndex::from(rows);
  REQUIRE(index.ok());
  CHECK_FALSE(index->find(*EntryId::from(5))->newest.gone);
  // And these may be the words that were deleted in the end.
  rows = cutChain(13, true);
  rows.push_back(revisionOf(101, 1, {}));
  index = RecordIndex::from(rows);
  REQUIRE(index.ok());
  CHECK(index->find(*EntryId::from(5))->newest.gone);
}

TEST_CASE("A tombstone that can be undone takes no row away where links are cut short", "[merge]") {
  PerVault<TwoCopies> copies;
  copies[VaultId::Ours] = TwoCopies{cutChain(13), {revisionOf(101, 1, {}), revisionOf(900, 2, {101}, true)}};
  const auto one = unionOf(copies);
  REQUIRE(one.ok());
  CHECK(one->vaults[VaultId::Ours]->dropped.empty());
  std::swap(copies[VaultId::Ours]->mine, copies[VaultId::Ours]->theirs);
  const auto other = unionOf(copies);
  REQUIRE(other.ok());
  CHECK(other->vaults[VaultId::Ours]->added.size() == 10);
  CHECK(other->vaults[VaultId::Ours]->dropped.empty());
}

TEST_CASE("A merge says what went because it was deleted there, and whether it can be brought back", "[merge]") {
  Desk desk;
  Copies copies(desk);
  const EntryId undone = copies.base->add(VaultId::Ours, A, note("can come back"))->id;
  const EntryId burnt = copies.base->add(VaultId::Ours, A, note("cannot"))->id;
  const EntryId known = copies.base->add(VaultId::Ours, A, note("deleted here before"))->id;
  REQUIRE(copies.base->remove(known).ok());
  copies.part();
  REQUIRE(copies.b->remove(undone).ok());
  REQUIRE(copies.b->removeForGood(burnt).ok());
  REQUIRE(copies.b->removeForGood(known).ok());
  const EntryId brief = copies.b->add(VaultId::Ours, A, note("never seen here"))->id;
  REQUIRE(copies.b->remove(brief).ok());
  const TakenIn taken = copies.mergeBIntoA();
  CHECK(taken.added == 0);
  const auto wentOf = [&](EntryId id) { return std::ranges::find(taken.removed, id, &Removed::id); };
  REQUIRE(taken.removed.size() == 2);
  REQUIRE(wentOf(undone) != taken.removed.end());
  REQUIRE(wentOf(burnt) != taken.removed.end());
  CHECK_FALSE(wentOf(undone)->forGood);
  CHECK(wentOf(burnt)->forGood);
  CHECK(copies.a->restore(undone).ok());
  CHECK(kindOf(copies.a->restore(burnt)) == ErrorKind::NotAllowed);
  CHECK(copies.mergeBIntoA() == TakenIn{});
}

TEST_CASE("What waited says what went with it, as a merge does", "[merge]") {
  Desk desk;
  Copies copies(desk);
  protectBoth(*copies.base);
  const EntryId id = copies.base->add(VaultId::A, A, note("a line for me"))->id;
  copies.part({nullptr, kSam});
  REQUIRE(copies.b->unlock(A, secret(kAlex)).ok());
  REQUIRE(copies.b->remove(id).ok());
  REQUIRE(copies.b->protect(A, secret(kOther)).ok());
  copies.b.reset();
  copies.reopenA({nullptr, kSam});
  const Passphrase sam = secret(kSam);
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {nullptr, &sam}).ok());
  REQUIRE(copies.a->unlock(A, secret(kAlex)).ok());
  const auto taken = copies.a->exchange()->takeInWaiting(A, secret(kOther));
  REQUIRE(taken.ok());
  CHECK(taken->added == 0);
  CHECK(taken->removed == std::vector<Removed>{{id, VaultId::A, false}});
}
