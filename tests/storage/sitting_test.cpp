// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "storage/desk.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

SittingEvent answered(const char* text) {
  return Answered{step("s1"), WrittenAnswer{text}};
}

/// One exercise together, with both turns done.
SittingId together(SealedJournal& journal) {
  const SittingId sitting = journal.begin(VaultId::Ours, begun(SittingMode::Together)).value();
  REQUIRE(journal.append(sitting, VaultId::A, {TurnBegun{}, answered("from A"), TurnEnded{}}).ok());
  REQUIRE(journal.append(sitting, VaultId::B, {TurnBegun{}, answered("from B"), TurnEnded{}}).ok());
  REQUIRE(journal.append(sitting, VaultId::Ours, {CameTogether{}}).ok());
  return sitting;
}

}  // namespace

TEST_CASE("A sitting comes back with its three lanes", "[sitting]") {
  Desk desk;
  auto journal = desk.create();
  const SittingId sitting = together(*journal);
  const Lanes lanes = journal->load(sitting).value();
  CHECK((lanes.a == std::vector<SittingEvent>{TurnBegun{}, answered("from A"), TurnEnded{}}));
  CHECK((lanes.b == std::vector<SittingEvent>{TurnBegun{}, answered("from B"), TurnEnded{}}));
  CHECK((lanes.joint == std::vector<SittingEvent>{begun(SittingMode::Together), CameTogether{}}));
  journal.reset();
  CHECK((desk.open()->load(sitting).value() == lanes));
}

TEST_CASE("Every event can be kept in a lane", "[sitting]") {
  Desk desk;
  auto journal = desk.create();
  const SittingId sitting = journal->begin(VaultId::B, begun(SittingMode::Alone, PartnerId::B)).value();
  std::vector<SittingEvent> events = everyEvent();
  std::erase_if(events, [](const SittingEvent& event) { return std::holds_alternative<Begun>(event); });
  REQUIRE(journal->append(sitting, VaultId::B, events).ok());
  journal.reset();
  events.insert(events.begin(), begun(SittingMode::Alone, PartnerId::B));
  CHECK((desk.open()->load(sitting)->b == events));
}

TEST_CASE("A locked lane is unknown and never empty", "[sitting]") {
  Desk desk;
  auto journal = desk.create();
  const SittingId sitting = together(*journal);
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  journal.reset();
  journal = desk.open();
  const Lanes lanes = journal->load(sitting).value();
  CHECK_FALSE(lanes.a.has_value());
  CHECK(lanes.b->size() == 3);
  CHECK(lanes.joint->size() == 2);
  CHECK(kindOf(journal->append(sitting, VaultId::A, {Left{}})) == ErrorKind::Locked);
  REQUIRE(journal->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(journal->load(sitting)->a->size() == 3);
}

TEST_CASE("Nobody sees the other's lane in the list of sittings", "[sitting]") {
  Desk desk;
  const auto journal = desk.create();
  const SittingId both = together(*journal);
  const SittingId ofA = journal->begin(VaultId::A, begun(SittingMode::OwnLook, PartnerId::A)).value();
  const SittingId ofB = journal->begin(VaultId::B, begun(SittingMode::OwnLook, PartnerId::B)).value();
  const auto forA = journal->sittings(Reader::A);
  REQUIRE(forA.size() == 2);
  CHECK(forA[0].id == ofA);
  CHECK(forA[0].begunIn == VaultId::A);
  CHECK(forA[1].id == both);
  CHECK(forA[1].lanes.a->size() == 3);
  CHECK_FALSE(forA[1].lanes.b.has_value());
  const auto forB = journal->sittings(Reader::B);
  REQUIRE(forB.size() == 2);
  CHECK(forB[0].id == ofB);
  CHECK_FALSE(forB[1].lanes.a.has_value());
  const auto forOurs = journal->sittings(Reader::OursAlone);
  REQUIRE(forOurs.size() == 1);
  CHECK_FALSE(forOurs[0].lanes.a.has_value());
  CHECK_FALSE(forOurs[0].lanes.b.has_value());
}

TEST_CASE("The reveal of two looks begins with the lanes of both", "[sitting]") {
  Desk desk;
  const auto journal = desk.create();
  const SittingId ofA = journal->begin(VaultId::A, begun(SittingMode::OwnLook, PartnerId::A)).value();
  const SittingId ofB = journal->begin(VaultId::B, begun(SittingMode::OwnLook, PartnerId::B)).value();
  REQUIRE(journal->append(ofA, VaultId::A, {answered("look of A")}).ok());
  Begun joint = begun(SittingMode::JointLook);
  CHECK(kindOf(journal->begin(VaultId::Ours, joint)) == ErrorKind::Invalid);
  joint.lookOfA = ofA;
  joint.lookOfB = ofB;
  const SittingId sitting = journal->begin(VaultId::Ours, joint).value();
  REQUIRE(journal->append(sitting, VaultId::A, {LookedOver{step("r"), {}}}).ok());
  const Lanes lanes = journal->load(sitting).value();
  CHECK((lanes.a == std::vector<SittingEvent>{begun(SittingMode::OwnLook, PartnerId::A), answered("look of A"),
                                              LookedOver{step("r"), {}}}));
  CHECK((lanes.b == std::vector<SittingEvent>{begun(SittingMode::OwnLook, PartnerId::B)}));
  CHECK((lanes.joint == std::vector<SittingEvent>{joint}));
}

TEST_CASE("What the two agreed on is kept with the moment they did", "[sitting]") {
  Desk desk;
  const auto journal = desk.create();
  const SittingId sitting = together(*journal);
  Agreement agreed = agreement();
  agreed.from = sitting;
  REQUIRE(journal->append(sitting, VaultId::Ours, {Left{}}, {.added = {agreed}}).ok());
  const Entry entry = journal->entries(Reader::B).front();
  CHECK(entry.body == EntryBody(agreed));
  CHECK_FALSE(entry.author.has_value());
  CHECK(kindOf(journal->append(sitting, VaultId::Ours, {Left{}}, {.added = {note("bad \xFF")}})) == ErrorKind::Invalid);
  CHECK(journal->load(sitting)->joint->size() == 3);
}

TEST_CASE("What a moment adds, changes and takes away is kept with it, or not at all", "[sitting]") {
  Desk desk;
  auto journal = desk.create();
  const SittingId sitting = together(*journal);
  const Entry tea = journal->add(VaultId::Ours, std::nullopt, agreement()).value();
  const Entry walk = journal->add(VaultId::Ours, std::nullopt, agreement()).value();
  Agreement kept = agreement();
  kept.state = AgreementState::Kept;
  const std::size_t before = journal->load(sitting)->joint->size();
  SECTION("all") {
    REQUIRE(journal->append(sitting, VaultId::Ours, {Left{}},
                            {.added = {note("a third")}, .revised = {{tea.id, kept}}, .removed = {walk.id}}));
    journal.reset();
    journal = desk.open();
    CHECK(journal->load(sitting)->joint->size() == before + 1);
    CHECK(journal->find(tea.id, Reader::A)->body == EntryBody(kept));
    CHECK_FALSE(journal->find(walk.id, Reader::A));
    CHECK(journal->search("a third", Reader::A).size() == 1);
  }
  SECTION("nothing, where one of them cannot be") {
    EntryChanges changes{.added = {note("a third")}, .revised = {{tea.id, kept}}, .removed = {}};
    SECTION("a change of what is gone") {
      REQUIRE(journal->remove(walk.id));
      changes.revised.emplace_back(walk.id, kept);
    }
    SECTION("a change into something else") {
      changes.revised.emplace_back(walk.id, note("no agreement"));
    }
    SECTION("gone twice") {
      REQUIRE(journal->remove(walk.id));
      changes.removed.push_back(walk.id);
    }
    SECTION("bytes that are no text") {
      changes.added.emplace_back(note("bad \xFF"));
    }
    CHECK_FALSE(journal->append(sitting, VaultId::Ours, {Left{}}, changes));
    CHECK(journal->load(sitting)->joint->size() == before);
    CHECK(journal->find(tea.id, Reader::A)->body == EntryBody(agreement()));
    CHECK(journal->search("a third", Reader::A).empty());
  }
}

TEST_CASE("A lane takes only what belongs there", "[sitting]") {
  Desk desk;
  const auto journal = desk.create();
  CHECK(kindOf(journal->begin(VaultId::A, begun(SittingMode::Together))) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->begin(VaultId::Ours, begun(SittingMode::Alone))) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->begin(VaultId::B, begun(SittingMode::OwnLook, PartnerId::A))) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->load(*SittingId::from(1))) == ErrorKind::NotFound);
  CHECK(kindOf(journal->append(*SittingId::from(1), VaultId::A, {Left{}})) == ErrorKind::NotFound);
  const SittingId look = journal->begin(VaultId::A, begun(SittingMode::OwnLook)).value();
  CHECK(kindOf(journal->append(look, VaultId::B, {Left{}})) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->append(look, VaultId::A, {begun(SittingMode::OwnLook)})) == ErrorKind::NotAllowed);
  const EntryId event = journal->entries(Reader::A).front().id;
  CHECK(kindOf(journal->remove(event)) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->revise(event, note("x"))) == ErrorKind::NotAllowed);
}

TEST_CASE("Alone, everything is kept in one's own vault", "[sitting]") {
  Desk desk;
  const auto journal = desk.createAlone();
  CHECK(journal->partners().size() == 1);
  CHECK(kindOf(journal->add(VaultId::Ours, PartnerId::A, note("x"))) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->add(VaultId::B, std::nullopt, note("x"))) == ErrorKind::NotFound);
  CHECK(kindOf(journal->begin(VaultId::Ours, begun(SittingMode::Together))) == ErrorKind::NotAllowed);
  const SittingId sitting = journal->begin(VaultId::A, begun(SittingMode::Alone)).value();
  REQUIRE(journal->append(sitting, VaultId::A, {Left{}}, {.added = {agreement()}}).ok());
  CHECK(journal->entries(Reader::A).front().vault == VaultId::A);
  CHECK(journal->load(sitting)->a->size() == 2);
  CHECK(journal->load(sitting)->b->empty());
  REQUIRE(journal->protect(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(journal->add(VaultId::A, PartnerId::A, note("mine")).ok());
  CHECK(journal->verify().sound());
}
