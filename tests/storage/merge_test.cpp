// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "catch.h"
#include "domain/exchange.h"
#include "storage/desk.h"
#include "storage/samples.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

TEST_CASE("Two copies of one journal become one, losing neither", "[merge]") {
  Desk desk;
  Copies copies(desk);
  const EntryId common = copies.base->add(VaultId::Ours, PartnerId::A, note("before"))->id;
  copies.part();
  REQUIRE(copies.a->add(VaultId::Ours, PartnerId::A, note("only here")).ok());
  REQUIRE(copies.b->add(VaultId::Ours, PartnerId::B, note("only there")).ok());
  REQUIRE(copies.b->revise(common, note("after")).ok());
  REQUIRE(copies.b->putDraft(VaultId::B, "page", "half a").ok());
  const std::string there = copies.bytesOfB();
  const TakenIn taken = copies.mergeBIntoA();
  CHECK(taken == TakenIn{2, 0, 0, {}, {}});
  CHECK(copies.bytesOfB() == there);
  const auto entries = copies.a->entries(Reader::OursAlone);
  REQUIRE(entries.size() == 3);
  CHECK(copies.a->find(common, Reader::A)->body == note("after"));
  CHECK(copies.a->history(common, Reader::A)->size() == 2);
  CHECK(copies.a->findDraft(VaultId::B, "page") == "half a");
  CHECK(copies.a->verify().sound());
  CHECK(copies.mergeBIntoA() == TakenIn{});
}

TEST_CASE("Half-written words of both copies stay until they are written on or thrown away", "[merge][draft]") {
  Desk desk;
  Copies copies(desk);
  copies.part();
  REQUIRE(copies.a->putDraft(VaultId::A, "page", "here, and longer").ok());
  REQUIRE(copies.b->putDraft(VaultId::A, "page", "there").ok());
  copies.mergeBIntoA();
  const std::vector<std::string> both{"here, and longer", "there"};
  CHECK(copies.a->draftsAt(VaultId::A, "page") == both);
  CHECK(copies.a->findDraft(VaultId::A, "page") == both.front());
  CHECK(copies.a->draftsAt(VaultId::Ours, "page").empty());
  copies.reopenA();
  CHECK(copies.a->draftsAt(VaultId::A, "page") == both);
  SECTION("written on") {
    REQUIRE(copies.a->putDraft(VaultId::A, "page", "here and there").ok());
    CHECK(copies.a->draftsAt(VaultId::A, "page") == std::vector<std::string>{"here and there"});
    copies.reopenA();
    CHECK(copies.a->draftsAt(VaultId::A, "page") == std::vector<std::string>{"here and there"});
  }
  SECTION("thrown away") {
    REQUIRE(copies.a->clearDraft(VaultId::A, "page").ok());
    CHECK(copies.a->draftsAt(VaultId::A, "page").empty());
    copies.reopenA();
    CHECK(copies.a->draftsAt(VaultId::A, "page").empty());
  }
  CHECK(copies.a->verify().sound());
}

TEST_CASE("A merge keeps the joint lane that was moved when somebody new came, beside an own lane", "[merge]") {
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
  const SittingId sitting = copies.base->begin(VaultId::Ours, begun(SittingMode::Together)).value();
  std::vector<SittingEvent> events = everyEvent();
  std::erase_if(events, [](const SittingEvent& event) { return std::holds_alternative<Begun>(event); });
  REQUIRE(copies.base->append(sitting, VaultId::A, events).ok());
  REQUIRE(copies.base->append(sitting, VaultId::Ours, events).ok());
  REQUIRE(copies.base->erase(PartnerId::B).ok());
  REQUIRE(copies.base->join(name("Kim")).ok());
  const auto said = [](const SealedJournal& journal) {
    REQUIRE(journal.sittings(Reader::A).size() == 1);
    return journal.sittings(Reader::A).front().lanes;
  };
  const Lanes before = said(*copies.base);
  copies.part({kAlex, nullptr});
  REQUIRE(copies.a->add(VaultId::A, PartnerId::A, note("here")).ok());
  REQUIRE(copies.b->add(VaultId::A, PartnerId::A, note("there")).ok());
  CHECK(copies.mergeBIntoA() == TakenIn{1, 0, 0, {}, {}});
  CHECK(said(*copies.a) == before);
  copies.reopenA({kAlex, nullptr});
  CHECK(said(*copies.a) == before);
  CHECK(copies.a->verify().sound());
}

TEST_CASE("Copies from before and after somebody joined anew stay two, whichever is joined into which", "[merge]") {
  enum class Shared : std::uint8_t { Note, SittingAlone, OnlyErased };
  const Shared shared = GENERATE(Shared::Note, Shared::SittingAlone, Shared::OnlyErased);
  const bool isErasedInBoth = GENERATE(false, true);
  const bool isOlderInto = GENERATE(true, false);
  const bool isAlexHere = GENERATE(true, false);
  // Without a key nobody can tell whose the rest is; and where Alex is alone, nothing opens without them.
  if (!isAlexHere && (shared != Shared::Note || (isErasedInBoth && isOlderInto))) return;
  CAPTURE(static_cast<int>(shared), isErasedInBoth, isOlderInto, isAlexHere);
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
  if (shared == Shared::Note) REQUIRE(copies.base->add(VaultId::Ours, PartnerId::A, note("told to Sam")).ok());
  if (shared == Shared::SittingAlone) REQUIRE(copies.base->begin(VaultId::Ours, begun(SittingMode::Together)).ok());
  if (shared == Shared::OnlyErased) REQUIRE(copies.base->add(VaultId::Ours, PartnerId::B, note("of Sam")).ok());
  if (isErasedInBoth) REQUIRE(copies.base->erase(PartnerId::B).ok());
  copies.part({kAlex, nullptr});
  if (!isErasedInBoth) REQUIRE(copies.a->erase(PartnerId::B).ok());
  REQUIRE(copies.a->join(name("Sam")).ok());
  if (isOlderInto) std::swap(copies.a, copies.b);
  const std::string from = copies.b->path();
  copies.b.reset();
  if (!isAlexHere) {
    const std::string into = copies.a->path();
    copies.a.reset();
    copies.a = copies.open(into);
  }
  const std::string before = bytesIn(copies.a->path()), beforeFrom = bytesIn(from);
  const Passphrase alex = secret(kAlex);
  const auto taken = copies.a->exchange()->mergeFrom(from, {&alex, nullptr});
  REQUIRE_FALSE(taken.ok());
  CHECK(taken.error().kind == ErrorKind::NotAllowed);
  // A copy that has a partner more is told by that before.
  CHECK(taken.error().detail == (isErasedInBoth && isOlderInto ? "gone" : "begun anew"));
  CHECK(bytesIn(copies.a->path()) == before);
  CHECK(bytesIn(from) == beforeFrom);
  CHECK(copies.a->verify().sound());
}

TEST_CASE("What was shared with somebody who has gone does not come to whoever joins later", "[merge]") {
  enum class Here : std::uint8_t { NothingShared, SharedAgain, PutAside, Locked };
  const Here here = GENERATE(Here::NothingShared, Here::SharedAgain, Here::PutAside, Here::Locked);
  const bool isSameName = GENERATE(true, false);
  CAPTURE(static_cast<int>(here), isSameName);
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
  const bool isPutAside = here == Here::PutAside;
  if (isPutAside) REQUIRE(copies.base->add(VaultId::Ours, PartnerId::A, note("of both")).ok());
  copies.part({kAlex, nullptr});
  REQUIRE(copies.b->add(VaultId::Ours, PartnerId::A, note("for Sam alone")).ok());
  REQUIRE(copies.a->erase(PartnerId::B).ok());
  REQUIRE(copies.a->join(name(isSameName ? "Sam" : "Robin")).ok());
  if (!isSameName) REQUIRE(copies.b->erase(PartnerId::B).ok());
  if (here == Here::SharedAgain) REQUIRE(copies.a->add(VaultId::Ours, PartnerId::A, note("for you")).ok());
  if (isPutAside) {
    REQUIRE(copies.a->protect(PartnerId::B, secret(kSam)).ok());
    copies.reopenA({nullptr, kSam});
    REQUIRE(copies.a->readmit(PartnerId::A, secret(kAlex)).ok());
  }
  const std::string from = copies.b->path(), into = copies.a->path();
  copies.b.reset();
  if (here == Here::Locked) {
    copies.a.reset();
    copies.a = copies.open(into);
  }
  const std::string before = bytesIn(into);
  const Passphrase alex = secret(kAlex);
  const auto taken = copies.a->exchange()->mergeFrom(from, {&alex, nullptr});
  REQUIRE_FALSE(taken.ok());
  CHECK(taken.error().kind == ErrorKind::NotAllowed);
  CHECK(taken.error().detail == "begun anew");
  CHECK(bytesIn(into) == before);
}

TEST_CASE("A copy from before somebody joined takes in nothing from after", "[merge]") {
  const bool isBothJoined = GENERATE(false, true);
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
  copies.part({kAlex, nullptr});
  const auto joinAnew = [](SealedJournal& journal) {
    REQUIRE(journal.erase(PartnerId::B).ok());
    REQUIRE(journal.join(name("Sam")).ok());
  };
  joinAnew(*copies.b);
  if (isBothJoined) joinAnew(*copies.a);
  REQUIRE(copies.b->add(VaultId::Ours, PartnerId::A, note("for the new Sam")).ok());
  copies.b.reset();
  const Passphrase alex = secret(kAlex);
  const auto taken = copies.a->exchange()->mergeFrom(copies.pathOfB(), {&alex, nullptr});
  REQUIRE_FALSE(taken.ok());
  CHECK(taken.error().detail == "begun anew");
}

TEST_CASE("A copy of somebody alone joins the one in which a partner has come", "[merge]") {
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
  REQUIRE(copies.base->erase(PartnerId::B).ok());
  copies.part({kAlex, nullptr});
  REQUIRE(copies.b->add(VaultId::A, PartnerId::A, note("of Alex alone")).ok());
  REQUIRE(copies.a->join(name("Kim")).ok());
  REQUIRE(copies.a->add(VaultId::Ours, PartnerId::A, note("for Kim")).ok());
  copies.b.reset();
  const Passphrase alex = secret(kAlex);
  const auto taken = copies.a->exchange()->mergeFrom(copies.pathOfB(), {&alex, nullptr});
  REQUIRE(taken.ok());
  CHECK(*taken == TakenIn{1, 0, 0, {}, {}});
  CHECK(copies.a->entries(Reader::A).size() == 2);
}

TEST_CASE("Conflicting revisions are both shown until somebody settles them", "[merge]") {
  Desk desk;
  Copies copies(desk);
  const EntryId id = copies.base->add(VaultId::Ours, PartnerId::A, note("before"))->id;
  copies.part();
  REQUIRE(copies.a->revise(id, note("as A would")).ok());
  REQUIRE(copies.b->revise(id, note("as B would")).ok());
  CHECK(copies.mergeBIntoA().conflicts == 1);
  auto entries = copies.a->entries(Reader::OursAlone);
  REQUIRE(entries.size() == 2);
  for (const Entry& entry : entries) {
    CHECK(entry.id == id);
    CHECK(entry.conflict);
  }
  CHECK(entries[0].body != entries[1].body);
  CHECK(copies.a->search("would", Reader::OursAlone).size() == 2);
  CHECK(copies.a->history(id, Reader::A)->size() == 3);
  copies.reopenA();
  CHECK(copies.a->entries(Reader::OursAlone).size() == 2);
  REQUIRE(copies.a->revise(id, note("as both would")).ok());
  entries = copies.a->entries(Reader::OursAlone);
  REQUIRE(entries.size() == 1);
  CHECK_FALSE(entries[0].conflict);
  CHECK(copies.mergeBIntoA() == TakenIn{});
  CHECK(copies.a->entries(Reader::OursAlone).size() == 1);
}

TEST_CASE("A merge brings nothing back", "[merge]") {
  Desk desk;
  Copies copies(desk);
  const EntryId gone = copies.base->add(VaultId::Ours, PartnerId::A, note("gone"))->id;
  const EntryId burnt = copies.base->add(VaultId::Ours, PartnerId::A, note("burnt"))->id;
  const EntryId there = copies.base->add(VaultId::Ours, PartnerId::A, note("deleted there"))->id;
  const SittingId sitting = copies.base->begin(VaultId::Ours, begun(SittingMode::Together)).value();
  const LineId line{step("s1"), std::nullopt};
  const LineId other{step("s2"), std::nullopt};
  REQUIRE(copies.base
              ->append(sitting, VaultId::Ours,
                       {Revealed{step("r"),
                                 {{PartnerId::A, line, WrittenAnswer{"unsaid"}},
                                  {PartnerId::B, other, WrittenAnswer{"unsaid too"}}}}})
              .ok());
  copies.part();
  REQUIRE(copies.a->remove(gone).ok());
  REQUIRE(copies.a->removeForGood(burnt).ok());
  REQUIRE(copies.b->remove(there).ok());
  REQUIRE(copies.b->revise(burnt, note("written on")).ok());
  REQUIRE(copies.a->takeBack(sitting, PartnerId::A, {line}).ok());
  REQUIRE(copies.b->takeBack(sitting, PartnerId::B, {other}).ok());
  REQUIRE(copies.mergeBIntoA().conflicts == 0);
  for (const Entry& entry : copies.a->entries(Reader::OursAlone)) CHECK(std::holds_alternative<LaneEvent>(entry.body));
  const Lanes lanes = copies.a->load(sitting).value();
  for (const OpenedLine& opened : std::get<Revealed>(lanes.joint->back()).lines)
    CHECK(std::holds_alternative<std::monostate>(opened.answer));
  CHECK(copies.a->verify().sound());
  CHECK(copies.mergeBIntoA() == TakenIn{});
  CHECK(kindOf(copies.a->restore(burnt)) == ErrorKind::NotAllowed);
  CHECK(copies.a->restore(gone)->body == note("gone"));
}

TEST_CASE("What one copy deleted and the other wrote on is kept and shown, until somebody settles it", "[merge]") {
  Desk desk;
  Copies copies(desk);
  const EntryId id = copies.base->add(VaultId::Ours, PartnerId::A, note("before"))->id;
  copies.part();
  const bool isDeletedHere = GENERATE(true, false);
  REQUIRE((isDeletedHere ? copies.a : copies.b)->remove(id).ok());
  SealedJournal& writer = isDeletedHere ? *copies.b : *copies.a;
  REQUIRE(writer.revise(id, note("a first try")).ok());
  REQUIRE(writer.revise(id, note("a page of new words")).ok());
  CHECK(copies.mergeBIntoA().conflicts == 1);
  const auto check = [&] {
    const auto entries = copies.a->entries(Reader::OursAlone);
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].body == note("a page of new words"));
    CHECK(entries[0].conflict);
    CHECK(copies.a->history(id, Reader::A)->size() == 3);
    CHECK(copies.a->verify().sound());
  };
  check();
  copies.reopenA();
  check();
  CHECK(copies.mergeBIntoA() == TakenIn{});
  check();
  SECTION("by deleting it") {
    REQUIRE(copies.a->remove(id).ok());
    CHECK(copies.a->entries(Reader::OursAlone).empty());
    CHECK(copies.mergeBIntoA() == TakenIn{});
    CHECK(copies.a->entries(Reader::OursAlone).empty());
    CHECK(copies.a->restore(id)->body == note("a page of new words"));
  }
  SECTION("by writing on") {
    REQUIRE(copies.a->revise(id, note("settled")).ok());
    CHECK(copies.mergeBIntoA() == TakenIn{});
    const auto entries = copies.a->entries(Reader::OursAlone);
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].body == note("settled"));
    CHECK_FALSE(entries[0].conflict);
  }
}

TEST_CASE("What was deleted does not come back from a copy that only lagged behind", "[merge]") {
  Desk desk;
  Copies copies(desk);
  const EntryId id = copies.base->add(VaultId::Ours, PartnerId::A, note("before"))->id;
  REQUIRE(copies.base->revise(id, note("and then")).ok());
  copies.part();
  // So often that the deletion no longer knows how it came from what the other copy has.
  for (int i = 0; i < 15; ++i) REQUIRE(copies.a->revise(id, note("again " + std::to_string(i))).ok());
  REQUIRE(copies.a->remove(id).ok());
  SECTION("joined here") {
    CHECK(copies.mergeBIntoA() == TakenIn{});
    CHECK(copies.a->entries(Reader::OursAlone).empty());
  }
  SECTION("joined there") {
    copies.a.reset();
    CHECK(copies.b->exchange()->mergeFrom(copies.pathOfA(), {})->conflicts == 0);
    CHECK(copies.b->entries(Reader::OursAlone).empty());
    CHECK(copies.b->restore(id)->body == note("again 14"));
  }
  SECTION("taken in there from an export, which leaves out deleted words") {
    REQUIRE(copies.a->exchange()->exportTo(desk.file("a.json"), {ExportFormat::Json, Reader::OursAlone}).ok());
    REQUIRE(copies.b->exchange()->importFrom(desk.file("a.json"), Reader::OursAlone).ok());
    CHECK(copies.b->entries(Reader::OursAlone).empty());
  }
}

TEST_CASE("A sitting that both went on with keeps one version whole, and the other to be read", "[merge]") {
  Desk desk;
  Copies copies(desk);
  const auto answer = [](const char* text) { return SittingEvent(Answered{step("s1"), WrittenAnswer{text}}); };
  const SittingId sitting = copies.base->begin(VaultId::Ours, begun(SittingMode::Together)).value();
  REQUIRE(copies.base->append(sitting, VaultId::A, {TurnBegun{}}).ok());
  copies.part();
  REQUIRE(copies.a->append(sitting, VaultId::A, {answer("one"), answer("two"), answer("three")}).ok());
  REQUIRE(copies.b->append(sitting, VaultId::A, {answer("other"), TurnEnded{}}).ok());
  REQUIRE(copies.b->append(sitting, VaultId::B, {TurnBegun{}, TurnEnded{}}).ok());
  REQUIRE(copies.b->append(sitting, VaultId::Ours, {CameTogether{}}).ok());
  CHECK(copies.mergeBIntoA().aside == 3);
  const Lanes lanes = copies.a->load(sitting).value();
  CHECK((lanes.a == std::vector<SittingEvent>{TurnBegun{}, answer("other"), TurnEnded{}}));
  CHECK((lanes.b == std::vector<SittingEvent>{TurnBegun{}, TurnEnded{}}));
  CHECK(lanes.joint->size() == 2);
  std::size_t aside = 0;
  for (const Entry& entry : copies.a->entries(Reader::A)) aside += entry.conflict ? 1 : 0;
  CHECK(aside == 3);
  CHECK(copies.mergeBIntoA() == TakenIn{});
  // The version that stands goes on; the copy goes on with it too.
  REQUIRE(copies.a->append(sitting, VaultId::Ours, {Left{}}).ok());
  copies.reopenA();
  CHECK(copies.a->load(sitting)->joint->size() == 3);
}

TEST_CASE("Only another copy of the same journal can be joined", "[merge]") {
  Desk desk;
  Copies copies(desk);
  copies.part();
  copies.b.reset();
  const auto strange = desk.shelf().createSealed(desk.file("strange.footbridge"), name("Alex"), name("Sam"));
  REQUIRE(strange.ok());
  Exchange& exchange = *copies.a->exchange();
  CHECK(kindOf(exchange.mergeFrom(desk.file("strange.footbridge"), {})) == ErrorKind::InUse);
  std::filesystem::copy_file(desk.file("strange.footbridge"), desk.file("s2.footbridge"));
  CHECK(kindOf(exchange.mergeFrom(desk.file("s2.footbridge"), {})) == ErrorKind::AnotherJournal);
  CHECK(kindOf(exchange.mergeFrom(copies.a->path(), {})) == ErrorKind::NotAllowed);
  std::filesystem::create_hard_link(copies.a->path(), desk.file("link.footbridge"));
  CHECK(kindOf(exchange.mergeFrom(desk.file("link.footbridge"), {})) == ErrorKind::NotAllowed);
  CHECK(kindOf(exchange.mergeFrom(desk.file("nothing"), {})) == ErrorKind::NotFound);
  CHECK(copies.a->add(VaultId::Ours, PartnerId::A, note("still held alone")).ok());
  CHECK(kindOf(desk.shelf().openSealed(copies.a->path())) == ErrorKind::InUse);
}

TEST_CASE("What is locked waits in the file until its owner comes", "[merge]") {
  Desk desk;
  Copies copies(desk);
  copies.protectBoth();
  copies.part({kAlex, kSam});
  REQUIRE(copies.b->add(VaultId::B, PartnerId::B, note("of Sam")).ok());
  REQUIRE(copies.b->add(VaultId::Ours, PartnerId::B, note("for both")).ok());
  REQUIRE(copies.a->add(VaultId::B, PartnerId::B, note("of Sam, here")).ok());
  copies.reopenA({kAlex, nullptr});
  const TakenIn taken = copies.mergeBIntoA();
  CHECK(taken.added == 1);
  CHECK(taken.waiting == std::vector{PartnerId::B});
  // In between the other one may change keys; what waits is not theirs to lose.
  REQUIRE(copies.a->protect(PartnerId::A, secret(kOther)).ok());
  copies.reopenA({kOther, nullptr});
  CHECK(copies.a->entries(Reader::A).size() == 1);
  copies.reopenA({nullptr, kSam});
  CHECK(copies.a->entries(Reader::B).size() == 3);
  CHECK_FALSE(copies.a->exchange()->waitsForOtherPassphrase(PartnerId::B));
  CHECK(copies.a->verify().sound());
}

TEST_CASE("What needs no key in the copy waits here with its key, for its owner alone", "[merge]") {
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
  copies.part({kAlex, nullptr});
  REQUIRE(copies.a->protect(PartnerId::B, secret(kSam)).ok());
  const SittingId sitting = copies.b->begin(VaultId::B, begun(SittingMode::OwnLook, PartnerId::B)).value();
  REQUIRE(copies.b->append(sitting, VaultId::B, {Answered{step("s1"), WrittenAnswer{"of Sam"}}}).ok());
  REQUIRE(copies.b->putDraft(VaultId::B, "page", "half a line").ok());
  copies.reopenA({kAlex, nullptr});
  CHECK(copies.mergeBIntoA().waiting == std::vector{PartnerId::B});
  CHECK(copies.a->sittings(Reader::B).empty());
  copies.reopenA({nullptr, kSam});
  REQUIRE(copies.a->load(sitting)->b.has_value());
  CHECK(copies.a->load(sitting)->b->size() == 2);
  CHECK(copies.a->findDraft(VaultId::B, "page") == "half a line");
  CHECK_FALSE(copies.a->exchange()->waitsForOtherPassphrase(PartnerId::B));
  CHECK(copies.a->verify().sound());
}

TEST_CASE("What waits is within reach of the recovery code after its owner was readmitted", "[merge][readmit]") {
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
  std::string code;
  const bool needsNoKey = GENERATE(true, false);
  if (!needsNoKey) code = copies.base->protect(PartnerId::B, secret(kSam))->text.text();
  copies.part({kAlex, needsNoKey ? nullptr : kSam});
  if (needsNoKey) code = copies.a->protect(PartnerId::B, secret(kSam))->text.text();
  const SittingId sitting = copies.b->begin(VaultId::B, begun(SittingMode::OwnLook, PartnerId::B)).value();
  REQUIRE(copies.b->append(sitting, VaultId::B, {Answered{step("s1"), WrittenAnswer{"of Sam"}}}).ok());
  REQUIRE(copies.a->add(VaultId::B, PartnerId::B, note("put aside")).ok());
  copies.reopenA({kAlex, nullptr});
  REQUIRE(copies.mergeBIntoA().waiting == std::vector{PartnerId::B});
  REQUIRE(copies.a->readmit(PartnerId::B, secret(kOther)).ok());
  copies.reopenA({nullptr, kOther});
  CHECK(copies.a->exchange()->waitsForOtherPassphrase(PartnerId::B) == needsNoKey);
  REQUIRE(copies.a->recover(PartnerId::B, secret(code), secret(kOther)).ok());
  const auto check = [&] {
    REQUIRE(copies.a->load(sitting).ok());
    CHECK(copies.a->load(sitting)->b->size() == 2);
    CHECK(copies.a->search("put aside", Reader::B).size() == 1);
    CHECK_FALSE(copies.a->exchange()->waitsForOtherPassphrase(PartnerId::B));
    CHECK(copies.a->verify().sound());
  };
  check();
  copies.reopenA({nullptr, kOther});
  check();
}

TEST_CASE("What other keys lead to stays put aside in the other copy, and is said to", "[merge][readmit]") {
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
  const std::string code(copies.base->protect(PartnerId::B, secret(kSam))->text.text());
  copies.part({kAlex, nullptr});
  const bool isEmpty = GENERATE(true, false);
  if (!isEmpty) {
    copies.b.reset();
    copies.b = copies.open(copies.pathOfB(), {nullptr, kSam});
    REQUIRE(copies.b->add(VaultId::B, PartnerId::B, note("of Sam")).ok());
    copies.b.reset();
    copies.b = copies.open(copies.pathOfB(), {kAlex, nullptr});
  }
  REQUIRE(copies.b->readmit(PartnerId::B, secret(kOther)).ok());
  copies.reopenA({kAlex, kSam});
  REQUIRE(copies.a->protect(PartnerId::B, secret("nineteen quiet herons by noon")).ok());
  copies.reopenA({kAlex, nullptr});
  const std::string there = copies.bytesOfB();
  const Passphrase ofAlex = secret(kAlex);
  const auto merge = [&] { return copies.a->exchange()->mergeFrom(copies.pathOfB(), {&ofAlex, nullptr}); };
  REQUIRE(merge().ok());
  CHECK(merge()->staying == std::vector{PartnerId::B});
  CHECK(copies.bytesOfB() == there);
  copies.b = copies.open(copies.pathOfB(), {nullptr, kOther});
  REQUIRE(copies.b->recover(PartnerId::B, secret(code), secret(kOther)).ok());
  copies.b.reset();
  REQUIRE(merge().ok());
  CHECK(merge()->staying.empty());
}

TEST_CASE("What was put aside before the copies parted is in both, and stays in neither alone", "[merge][readmit]") {
  Desk desk;
  Copies copies(desk);
  copies.protectBoth();
  copies.base.reset();
  copies.base = copies.open(desk.file(), {kAlex, nullptr});
  REQUIRE(copies.base->readmit(PartnerId::B, secret(kOther)).ok());
  copies.part({kAlex, nullptr});
  CHECK(copies.mergeBIntoA() == TakenIn{0, 0, 0, {PartnerId::B}, {}});
}

TEST_CASE("What the code of the copy alone opens is taken in with it", "[merge]") {
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->protect(PartnerId::A, secret(kAlex)).ok());
  const std::string code(copies.base->protect(PartnerId::B, secret(kSam))->text.text());
  copies.part({kAlex, kSam});
  REQUIRE(copies.b->add(VaultId::B, PartnerId::B, note("of Sam, old keys")).ok());
  REQUIRE(copies.a->protect(PartnerId::B, secret(kOther)).ok());
  copies.b.reset();
  copies.reopenA({kAlex, nullptr});
  const Passphrase ofAlex = secret(kAlex);
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {&ofAlex, nullptr}).ok());
  copies.reopenA({nullptr, kOther});
  Exchange& exchange = *copies.a->exchange();
  REQUIRE(exchange.waitsForOtherPassphrase(PartnerId::B));
  CHECK(kindOf(exchange.takeInWaiting(PartnerId::B, secret("0000-0000-0000-0000-0000-0000-00"))) ==
        ErrorKind::WrongPassphrase);
  CHECK(exchange.takeInWaiting(PartnerId::B, secret(code))->added == 1);
  CHECK_FALSE(exchange.waitsForOtherPassphrase(PartnerId::B));
}

TEST_CASE("A copy with other keys asks for its own passphrase", "[merge]") {
  Desk desk;
  Copies copies(desk);
  copies.protectBoth();
  copies.part({kAlex, kSam});
  REQUIRE(copies.b->add(VaultId::A, PartnerId::A, note("old keys")).ok());
  REQUIRE(copies.b->add(VaultId::B, PartnerId::B, note("of Sam, old keys")).ok());
  REQUIRE(copies.a->protect(PartnerId::A, secret(kOther)).ok());
  REQUIRE(copies.a->protect(PartnerId::B, secret("nineteen quiet herons by noon")).ok());
  copies.reopenA({kOther, nullptr});
  copies.b.reset();
  Exchange& exchange = *copies.a->exchange();
  const auto refused = exchange.mergeFrom(copies.pathOfB(), {});
  CHECK(kindOf(refused) == ErrorKind::OtherPassphrase);
  CHECK(refused.error().subject == "Alex");
  const Passphrase wrong = secret(kOther), right = secret(kAlex), sams = secret(kSam);
  CHECK(kindOf(exchange.mergeFrom(copies.pathOfB(), {&wrong, nullptr})) == ErrorKind::WrongPassphrase);
  const auto taken = exchange.mergeFrom(copies.pathOfB(), {&right, nullptr});
  REQUIRE(taken.ok());
  CHECK(taken->added == 1);
  CHECK(copies.a->entries(Reader::A).size() == 1);
  // Sam's part needs the passphrase that Sam had then.
  copies.reopenA({nullptr, "nineteen quiet herons by noon"});
  Exchange& later = *copies.a->exchange();
  REQUIRE(later.waitsForOtherPassphrase(PartnerId::B));
  CHECK(kindOf(later.takeInWaiting(PartnerId::B, wrong)) == ErrorKind::WrongPassphrase);
  CHECK(later.takeInWaiting(PartnerId::B, sams)->added == 1);
  CHECK_FALSE(later.waitsForOtherPassphrase(PartnerId::B));
  CHECK(copies.a->entries(Reader::B).size() == 1);
}
