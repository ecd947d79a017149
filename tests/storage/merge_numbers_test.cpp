// SPDX-License-Identifier: GPL-3.0-or-later
// One entry may have come into two copies by different ways; and no number may come to mean another thing.
#include <filesystem>
#include <nlohmann/json.hpp>

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

using nlohmann::json;

RecordIndex::Row rowOf(std::int64_t row, std::int64_t entry, EntryBody body) {
  return {row, {{*EntryId::from(entry), 1, VaultId::Ours, A, {}, {}, std::move(body)}}};
}

RecordIndex::Row nextOf(std::int64_t row, std::int64_t entry, EntryBody body, std::int64_t on) {
  RecordIndex::Row next = rowOf(row, entry, std::move(body));
  next.record.entry.revision = 2;
  next.record.on = {on};
  return next;
}

LaneEvent moment(std::uint32_t sequence = 0) {
  return {*SittingId::from(7), sequence, sequence == 0 ? SittingEvent(begun(SittingMode::Together)) : Left{}};
}

Result<RowUnion> joinedInOurs(Rows mine, Rows theirs) {
  PerVault<TwoCopies> copies;
  copies[VaultId::Ours] = TwoCopies{std::move(mine), std::move(theirs)};
  return unionOf(copies);
}

std::string exportOf(SealedJournal& journal, Reader reader, ExportPart part = ExportPart::Everything) {
  return journal.exchange()->exported({ExportFormat::Json, reader, part, nullptr}).value();
}

std::string put(const Desk& desk, const json& document) {
  const std::string file = desk.file("edited.json");
  putBytes(file, document.dump());
  return file;
}

/// The entry of an export that is of this kind.
json& entryOf(json& document, const char* kind) {
  for (json& entry : document["entries"]) {
    if (entry["revisions"][0]["kind"] == kind) return entry;
  }
  FAIL("no " << kind);
  return document;
}

}  // namespace

TEST_CASE("What an export brought into a copy is the same there, and the two can still be joined",
          "[merge][exchange]") {
  Desk desk;
  Copies copies(desk);
  copies.part();
  const EntryId id = copies.a->add(VaultId::Ours, A, note("first words"))->id;
  const std::string file = put(desk, json::parse(exportOf(*copies.a, Reader::OursAlone)));
  REQUIRE(copies.b->add(VaultId::Ours, B, note("there meanwhile")).ok());
  REQUIRE(copies.b->exchange()->importFrom(file, Reader::OursAlone).ok());
  const bool isDeleted = GENERATE(true, false);
  SealedJournal& later = GENERATE(true, false) ? *copies.a : *copies.b;
  if (isDeleted)
    REQUIRE(later.remove(id).ok());
  else
    REQUIRE(later.revise(id, note("later words")).ok());
  copies.a.reset();
  copies.b.reset();
  std::vector<std::string> said;
  for (const bool isIntoA : {true, false}) {
    const std::string into = desk.file(isIntoA ? "one.footbridge" : "other.footbridge");
    std::filesystem::copy_file(isIntoA ? copies.pathOfA() : copies.pathOfB(), into);
    auto journal = copies.open(into);
    const auto taken = journal->exchange()->mergeFrom(isIntoA ? copies.pathOfB() : copies.pathOfA(), {});
    REQUIRE(taken.ok());
    CHECK(taken->conflicts == 0);
    said.push_back(exportOf(*journal, Reader::OursAlone));
    CHECK(journal->verify().sound());
    CHECK(journal->exchange()->mergeFrom(isIntoA ? copies.pathOfB() : copies.pathOfA(), {}).value() == TakenIn{});
    journal.reset();
    journal = copies.open(into);
    CHECK(exportOf(*journal, Reader::OursAlone) == said.back());
    CHECK(journal->entries(Reader::OursAlone).size() == (isDeleted ? 1 : 2));
  }
  CHECK(said[0] == said[1]);
}

TEST_CASE("What waits is joined as well with what an export brought here before", "[merge][exchange]") {
  Desk desk;
  Copies copies(desk);
  protectBoth(*copies.base);
  copies.part({kAlex, kSam});
  const EntryId id = copies.b->add(VaultId::A, A, note("first words"))->id;
  const std::string file = put(desk, json::parse(exportOf(*copies.b, Reader::A, ExportPart::Own)));
  REQUIRE(copies.b->revise(id, note("later words")).ok());
  for (int i = 0; i < 3; ++i) REQUIRE(copies.a->add(VaultId::A, A, note("here meanwhile")).ok());
  REQUIRE(copies.a->exchange()->importFrom(file, Reader::A).ok());
  copies.b.reset();
  copies.reopenA({nullptr, kSam});
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {}).ok());
  copies.reopenA({kAlex, kSam});
  REQUIRE(copies.a->find(id, Reader::A).has_value());
  CHECK(copies.a->find(id, Reader::A)->body == note("later words"));
  CHECK_FALSE(copies.a->find(id, Reader::A)->conflict);
  CHECK(copies.a->verify().sound());
}

TEST_CASE("No copy puts another thing in the place of an entry", "[merge][tamper]") {
  const auto isRefused = [](const Rows& mine, const Rows& theirs) {
    return kindOf(joinedInOurs(mine, theirs)) == ErrorKind::Damaged &&
           kindOf(joinedInOurs(theirs, mine)) == ErrorKind::Damaged;
  };
  const RecordIndex::Row words = rowOf(1, 10, note("dear words"));
  SECTION("a moment of a sitting over a note") {
    CHECK(isRefused({words}, {nextOf(2, 10, moment(), 1)}));
    CHECK(isRefused({words}, {words, nextOf(2, 10, moment(), 1)}));
  }
  SECTION("a tombstone over a moment of a sitting") {
    RecordIndex::Row stone = nextOf(3, 11, note(""), 2);
    stone.record.gone = true;
    CHECK(isRefused({rowOf(2, 11, moment())}, {stone}));
  }
  SECTION("a number of a row that is another's") {
    CHECK(isRefused({words}, {rowOf(1, 12, note("other words"))}));
  }
}

TEST_CASE("A link to a row of another entry takes nothing away", "[merge][tamper]") {
  const Rows mine{rowOf(1, 10, note("dear words")), rowOf(2, 11, moment(0)), rowOf(3, 12, moment(1))};
  for (const std::int64_t named : {1, 2, 3}) {
    const auto joined = joinedInOurs(mine, {nextOf(4, 13, note("claims to come from elsewhere"), named)});
    REQUIRE(joined.ok());
    const VaultUnion& ours = *joined->vaults[VaultId::Ours];
    CHECK(ours.dropped.empty());
    CHECK(ours.rewritten.empty());
    CHECK(ours.added.size() == 1);
  }
}

TEST_CASE("An edited export puts nothing else in the place of what is here", "[exchange][tamper]") {
  Desk desk;
  auto journal = desk.create();
  const EntryId id = journal->add(VaultId::Ours, A, note("dear words"))->id;
  REQUIRE(journal->add(VaultId::Ours, B, agreement()).ok());
  REQUIRE(journal->begin(VaultId::Ours, begun(SittingMode::Together)).ok());
  const std::string before = exportOf(*journal, Reader::OursAlone);
  json edited = json::parse(before);
  json entry = entryOf(edited, "note");
  const json on = json::array({entry["revisions"][0]["row"]});
  const auto becomes = [&](const char* kind) {
    json revision = entryOf(edited, kind)["revisions"][0];
    revision.update({{"row", "4242"}, {"revision", 2}, {"on", on}});
    entry["revisions"] = json::array({revision});
  };
  SECTION("a moment of a sitting") {
    becomes("event");
    entry["revisions"][0]["sitting"] = "777";
  }
  SECTION("an agreement") {
    becomes("agreement");
  }
  SECTION("words of the other") {
    becomes("note");
    entry["author"] = "B";
  }
  SECTION("of another time") {
    becomes("note");
    entry["made"] = "2020-01-01T00:00:00.000Z";
  }
  SECTION("a moment of a sitting over what was deleted") {
    REQUIRE(journal->removeForGood(id).ok());
    becomes("event");
  }
  const std::string now = exportOf(*journal, Reader::OursAlone);
  edited["entries"] = json::array({entry});
  CHECK(kindOf(journal->exchange()->importFrom(put(desk, edited), Reader::OursAlone)) == ErrorKind::BadImport);
  CHECK(exportOf(*journal, Reader::OursAlone) == now);
  CHECK(journal->verify().sound());
}

TEST_CASE("An edited export with a moment of a sitting that is deleted is refused", "[exchange][tamper]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->begin(VaultId::Ours, begun(SittingMode::Together)).ok());
  json edited = json::parse(exportOf(*journal, Reader::OursAlone));
  json& revisions = entryOf(edited, "event")["revisions"];
  revisions.push_back({{"row", "77"},
                       {"revision", 2},
                       {"on", {revisions[0]["row"]}},
                       {"changed", revisions[0]["changed"]},
                       {"kind", "deleted"},
                       {"forGood", false}});
  auto elsewhere = desk.shelf().createSealed(desk.file("new.footbridge"), name("Alex"), name("Sam"));
  REQUIRE(elsewhere.ok());
  CHECK(kindOf((*elsewhere)->exchange()->importFrom(put(desk, edited), Reader::OursAlone)) == ErrorKind::BadImport);
}

TEST_CASE("An export in which the other went on with what one began is taken in by both", "[exchange]") {
  Desk desk;
  Copies copies(desk);
  protectBoth(*copies.base);
  const EntryId id = copies.base->add(VaultId::Ours, A, agreement())->id;
  copies.part({kAlex, kSam});
  copies.reopenA({nullptr, kSam});
  Agreement other = agreement();
  other.what = "walk on Thursday";
  REQUIRE(copies.a->revise(id, other).ok());
  REQUIRE_FALSE(copies.a->find(id, Reader::B)->author.has_value());
  const std::string there = put(desk, json::parse(exportOf(*copies.a, Reader::OursAlone)));
  REQUIRE(copies.b->exchange()->importFrom(there, Reader::OursAlone).ok());
  CHECK(copies.b->find(id, Reader::A)->body == EntryBody(other));
  CHECK_FALSE(copies.b->find(id, Reader::A)->conflict);
}
