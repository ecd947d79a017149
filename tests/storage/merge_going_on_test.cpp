// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever joined two copies goes on in the file as if there had never been another.
#include <filesystem>

#include "catch.h"
#include "domain/exchange.h"
#include "storage/desk.h"
#include "storage/record_index.h"
#include "storage/samples.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

SittingEvent answer(const char* words) {
  return Answered{step("s1"), WrittenAnswer{words}};
}

std::vector<std::string> wordsOf(const SealedJournal& journal, SittingId sitting, VaultId lane) {
  const Lanes lanes = journal.load(sitting).value();
  std::vector<std::string> words;
  for (const SittingEvent& event : lane == VaultId::A ? *lanes.a : *lanes.b) {
    const auto* const answered = std::get_if<Answered>(&event);
    if (answered) words.push_back(std::get<WrittenAnswer>(answered->answer).text);
  }
  return words;
}

/// A row of a lane, as it was written when *ours* had counted so far.
RecordIndex::Row rowAt(std::uint32_t sequence, Order order) {
  const LaneEvent event{*SittingId::from(7), sequence,
                        sequence == 0 ? SittingEvent(begun(SittingMode::OwnLook)) : answer("words")};
  Record record{{*EntryId::from(100 + sequence), 1, VaultId::A, PartnerId::A, {}, {}, event}};
  record.order = order;
  return {1000 + sequence, record};
}

}  // namespace

TEST_CASE("A sitting that came in from a copy is gone on with, and the file opens again", "[merge][sitting]") {
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->add(VaultId::Ours, A, note("of before")).ok());
  copies.part();
  // *Ours* counts further there than it ever did here.
  REQUIRE(copies.a->add(VaultId::Ours, B, note("here")).ok());
  copies.a.reset();
  REQUIRE(copies.b->exchange()->mergeFrom(copies.pathOfA(), {}).ok());
  const SittingId look = copies.b->begin(VaultId::A, begun(SittingMode::OwnLook, A)).value();
  REQUIRE(copies.b->append(look, VaultId::A, {answer("one")}).ok());
  copies.reopenA();
  copies.mergeBIntoA();
  REQUIRE(copies.a->append(look, VaultId::A, {answer("two"), answer("three")}).ok());
  CHECK(copies.a->verify().sound());
  copies.reopenA();
  const std::vector<std::string> all{"one", "two", "three"};
  CHECK(wordsOf(*copies.a, look, VaultId::A) == all);
  copies.a.reset();
  copies.b = copies.open(copies.pathOfB());
  CHECK(copies.b->exchange()->mergeFrom(copies.pathOfA(), {})->added == 2);
  CHECK(wordsOf(*copies.b, look, VaultId::A) == all);
  CHECK(copies.b->verify().sound());
}

TEST_CASE("A look from a copy with a newer passphrase is gone on with, and its owner comes in again",
          "[merge][sitting]") {
  Desk desk;
  Copies copies(desk);
  protectBoth(*copies.base);
  REQUIRE(copies.base->add(VaultId::A, A, note("a line for me")).ok());
  copies.part({kAlex, nullptr});
  REQUIRE(copies.b->protect(A, secret(kOther)).ok());
  const SittingId look = copies.b->begin(VaultId::A, begun(SittingMode::OwnLook, A)).value();
  REQUIRE(copies.b->append(look, VaultId::A, {answer("one")}).ok());
  copies.b.reset();
  const Passphrase there = secret(kOther);
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {&there, nullptr}).ok());
  REQUIRE(copies.a->append(look, VaultId::A, {answer("two")}).ok());
  copies.reopenA({kAlex, kSam});
  CHECK(wordsOf(*copies.a, look, VaultId::A) == std::vector<std::string>{"one", "two"});
  CHECK(copies.a->verify().sound());
}

TEST_CASE("What is written after a merge stands after what came in, in one's own part and for both", "[merge]") {
  Desk desk;
  Copies copies(desk);
  protectBoth(*copies.base);
  copies.part({kAlex, nullptr});
  // *Ours* counts further there, and has nothing new to say.
  for (const char* words : {kNewest, kOther}) REQUIRE(copies.b->protect(A, secret(words)).ok());
  const EntryId there = copies.b->add(VaultId::A, A, note("there"))->id;
  copies.b.reset();
  const Passphrase other = secret(kOther);
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {&other, nullptr}).ok());
  const EntryId own = copies.a->add(VaultId::A, A, note("here"))->id;
  const EntryId both = copies.a->add(VaultId::Ours, A, note("for both"))->id;
  const auto check = [&] {
    const auto entries = copies.a->entries(Reader::A);
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].id == both);
    CHECK(entries[1].id == own);
    CHECK(entries[2].id == there);
  };
  check();
  copies.reopenA({kAlex, nullptr});
  check();
}

TEST_CASE("A lane goes by its own numbers, in whatever order copies counted them", "[sitting]") {
  std::vector<RecordIndex::Row> rows{rowAt(0, {9, 1}), rowAt(1, {9, 2}), rowAt(2, {4, 7})};
  auto index = RecordIndex::from(rows);
  REQUIRE(index.ok());
  const auto* const lane = index->lane(*SittingId::from(7));
  REQUIRE(lane != nullptr);
  REQUIRE(lane->size() == 3);
  for (std::uint32_t i = 0; i < 3; ++i) CHECK(index->eventAt(lane->at(i)).sequence == i);
  SECTION("a gap is damage") {
    rows.erase(rows.begin() + 1);
    CHECK(kindOf(RecordIndex::from(rows)) == ErrorKind::Damaged);
  }
  SECTION("a number that is there twice is damage") {
    rows.push_back(rowAt(1, {9, 9}));
    rows.back().id = 2000;
    rows.back().record.entry.id = *EntryId::from(200);
    CHECK(kindOf(RecordIndex::from(rows)) == ErrorKind::Damaged);
  }
}

TEST_CASE("What the next reading would call damaged is not taken", "[sitting]") {
  auto index = RecordIndex::from({rowAt(0, {1, 1}), rowAt(1, {1, 2})});
  REQUIRE(index.ok());
  const Record next = rowAt(2, {1, 3}).record, afterNext = rowAt(3, {1, 4}).record;
  CHECK(index->takes(next, 0));
  CHECK_FALSE(index->takes(next, 1));
  CHECK_FALSE(index->takes(afterNext, 0));
  CHECK(index->takes(afterNext, 1));
  Record again = rowAt(1, {1, 2}).record;
  CHECK_FALSE(index->takes(again, 0));
  again.entry.revision = 2;
  CHECK_FALSE(index->takes(again, 0));
  again.on = {1001};
  CHECK(index->takes(again, 0));
  SECTION("elsewhere among the others") {
    again.order = {1, 3};
    CHECK_FALSE(index->takes(again, 0));
  }
  SECTION("elsewhere in the sitting") {
    std::get<LaneEvent>(again.entry.body).sequence = 0;
    CHECK_FALSE(index->takes(again, 0));
  }
  SECTION("as something else") {
    again.entry.body = note("words");
    CHECK_FALSE(index->takes(again, 0));
  }
}
