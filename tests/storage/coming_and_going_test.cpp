// SPDX-License-Identifier: GPL-3.0-or-later
// Who may join, be readmitted or go, and what becomes of sittings and lines by it.
#include "catch.h"
#include "storage/desk.h"
#include "storage/erasing.h"
#include "storage/journal_file.h"
#include "storage/raw_file.h"
#include "storage/samples.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

using Lane = std::vector<SittingEvent>;

Answered answered(const char* words) {
  return {step("s1"), WrittenAnswer{words}};
}

OpenedLine opened(PartnerId writer, const char* words) {
  return {writer, {step("s1"), std::nullopt}, WrittenAnswer{words}};
}

Answered close() {
  return {step("close"), CloseAnswer{{"A heard", "B heard"}, {"A thanks", "B thanks"}}};
}

/// A whole sitting with something in all three lanes.
SittingId sitTogether(SealedJournal& journal) {
  const SittingId sitting = journal.begin(VaultId::Ours, begun(SittingMode::Together)).value();
  REQUIRE(journal.append(sitting, VaultId::A, {TurnBegun{}, answered("of A"), TurnEnded{}}).ok());
  REQUIRE(journal.append(sitting, VaultId::B, {TurnBegun{}, answered("of B"), TurnEnded{}}).ok());
  const Revealed revealed{step("r"), {opened(A, "of A"), opened(B, "of B")}};
  REQUIRE(journal.append(sitting, VaultId::Ours, {CameTogether{}, revealed, close()}, {.added = {agreement()}}).ok());
  return sitting;
}

SittingSummary onlySitting(const SealedJournal& journal, Reader reader) {
  const auto sittings = journal.sittings(reader);
  REQUIRE(sittings.size() == 1);
  return sittings[0];
}

}  // namespace

TEST_CASE("Somebody joins only a vault that is open behind a passphrase", "[join]") {
  Desk desk;
  auto journal = desk.createAlone();
  CHECK(kindOf(journal->join(name("Sam"))) == ErrorKind::NotProtected);
  REQUIRE(journal->protect(A, secret(kAlex)).ok());
  REQUIRE(journal->add(VaultId::A, A, note("alone")).ok());
  journal = nullptr;
  journal = desk.open();
  CHECK(kindOf(journal->join(name("Sam"))) == ErrorKind::Locked);
  CHECK(journal->partners().size() == 1);
  REQUIRE(journal->unlock(A, secret(kAlex)).ok());
  REQUIRE(journal->join(name("Sam")).ok());
  CHECK(kindOf(journal->join(name("Robin"))) == ErrorKind::NotAllowed);
  REQUIRE(journal->partners().size() == 2);
  CHECK((journal->partners()[1] == Partner{B, name("Sam"), PartnerColour::Lagoon}));
  CHECK(journal->door(VaultId::B) == DoorState::Open);
  CHECK(journal->door(VaultId::Ours) == DoorState::Open);
  CHECK(journal->entries(Reader::B).empty());
  CHECK(journal->entries(Reader::A).size() == 1);
  sitTogether(*journal);
  CHECK(journal->verify().sound());
}

TEST_CASE("A colour that is taken is not given again", "[join]") {
  Desk desk;
  const auto journal = desk.createAlone();
  REQUIRE(journal->protect(A, secret(kAlex)).ok());
  REQUIRE(journal->change({A, name("Alex"), PartnerColour::Lagoon}).ok());
  REQUIRE(journal->join(name("Sam")).ok());
  CHECK(journal->partners()[1].colour == PartnerColour::Ember);
}

TEST_CASE("Only somebody locked out is readmitted, and only by the other", "[readmit]") {
  Desk desk;
  auto journal = desk.create();
  CHECK(kindOf(journal->readmit(A, secret(kOther))) == ErrorKind::NotAllowed);
  protectBoth(*journal);
  CHECK(kindOf(journal->readmit(A, secret(kOther))) == ErrorKind::NotAllowed);
  journal = nullptr;
  journal = desk.open();
  CHECK(kindOf(journal->readmit(A, secret(kOther))) == ErrorKind::Locked);
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  CHECK(kindOf(journal->readmit(A, secret("Alex"))) == ErrorKind::WeakPassphrase);
  CHECK_FALSE(journal->hasPutAside(A));
  REQUIRE(journal->readmit(A, secret(kOther)).ok());
  CHECK(journal->hasPutAside(A));
  CHECK_FALSE(journal->hasPutAside(B));
  CHECK(journal->door(VaultId::A) == DoorState::Unlocked);
  journal = nullptr;
  const auto alone = desk.shelf().createSealed(desk.file("alone.footbridge"), name("Alex"), std::nullopt);
  CHECK(kindOf(alone.value()->readmit(B, secret(kOther))) == ErrorKind::NotFound);
}

TEST_CASE("What was put aside waits for its code, whoever else comes and goes", "[readmit]") {
  Desk desk;
  auto journal = desk.create();
  const std::string code(journal->protect(A, secret(kAlex))->text.text());
  REQUIRE(journal->protect(B, secret(kSam)).ok());
  const SittingId old = sitTogether(*journal);
  REQUIRE(journal->putDraft(VaultId::A, "page", "half a line").ok());
  REQUIRE(journal->putDraft(VaultId::A, "long page", "long ago").ok());
  REQUIRE(journal->putDraft(VaultId::A, "other page", "older").ok());
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  REQUIRE(journal->readmit(A, secret(kOther)).ok());
  // Their own lane of what was before is unknown, not empty, and nobody can go on with it.
  CHECK_FALSE(journal->load(old)->a.has_value());
  CHECK(journal->load(old)->b->size() == 3);
  CHECK(onlySitting(*journal, Reader::A).closed);
  CHECK(kindOf(journal->append(old, VaultId::A, {TurnBegun{}})) == ErrorKind::NotAllowed);
  const SittingId fresh = journal->begin(VaultId::Ours, begun(SittingMode::Together)).value();
  CHECK((journal->load(fresh)->a == Lane()));
  REQUIRE(journal->append(fresh, VaultId::A, {TurnBegun{}}).ok());
  REQUIRE(journal->putDraft(VaultId::A, "page", "since then").ok());
  REQUIRE(journal->putDraft(VaultId::A, "long page", "much more since then").ok());
  journal = nullptr;

  journal = desk.open();
  const auto tooEarly = journal->recover(A, secret(code), secret(kAlex));
  CHECK(kindOf(tooEarly) == ErrorKind::Locked);
  CHECK(kindOf(journal->recover(A, secret("no code at all"), secret(kAlex))) == ErrorKind::WrongCode);
  CHECK(kindOf(journal->recover(B, secret(code), secret(kAlex))) == ErrorKind::WrongCode);
  const VerifyReport report = journal->verify();
  REQUIRE(report.vaults.size() == 4);
  CHECK(report.vaults[3].aside);
  CHECK(report.vaults[3].check == VaultCheck::NotChecked);
  REQUIRE(journal->unlock(A, secret(kOther)).ok());
  REQUIRE(journal->change({A, name("Alexis"), PartnerColour::Plum}).ok());
  REQUIRE(journal->recover(A, secret(code), secret("seven teapots under the stairs")).ok());
  CHECK_FALSE(journal->hasPutAside(A));
  CHECK(journal->load(old)->a->size() == 3);
  CHECK((journal->load(fresh)->a == Lane{TurnBegun{}}));
  for (const SittingSummary& sitting : journal->sittings(Reader::A)) CHECK_FALSE(sitting.closed);
  REQUIRE(journal->append(old, VaultId::A, {TurnBegun{}}).ok());
  const auto checkDrafts = [&] {
    CHECK((journal->draftsAt(VaultId::A, "page") == std::vector<std::string>{"half a line", "since then"}));
    CHECK((journal->draftsAt(VaultId::A, "long page") == std::vector<std::string>{"much more since then", "long ago"}));
    CHECK(journal->findDraft(VaultId::A, "other page") == "older");
    CHECK(journal->verify().sound());
  };
  checkDrafts();
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(A, secret("seven teapots under the stairs")).ok());
  checkDrafts();
}

TEST_CASE("What was put aside is held against its head like everything else", "[readmit][tamper]") {
  Desk desk;
  auto journal = desk.create();
  const std::string code(journal->protect(A, secret(kAlex))->text.text());
  REQUIRE(journal->protect(B, secret(kSam)).ok());
  for (const char* text : {"one", "two"}) REQUIRE(journal->add(VaultId::A, A, note(text)).ok());
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  REQUIRE(journal->readmit(A, secret(kOther)).ok());
  journal = nullptr;
  const std::string sound = bytesIn(desk.file());
  const auto tryBack = [&] {
    const auto again = desk.open();
    const auto told = again->unlock(A, secret(kOther));
    if (!told) {
      REQUIRE(isLeftOut(told.error()));
      REQUIRE(again->accept(told.error()).ok());
      REQUIRE(again->unlock(A, secret(kOther)).ok());
    }
    return again->recover(A, secret(code), secret("seven teapots under the stairs"));
  };
  for (const std::string& deed :
       std::vector<std::string>{"DELETE FROM rec WHERE id = (SELECT max(id) FROM rec WHERE vault = 4)",
                                "UPDATE rec SET box = zeroblob(length(box)) WHERE vault = 4"}) {
    INFO(deed);
    putBytes(desk.file(), sound);
    RawFile(desk.file()).run(deed);
    CHECK(kindOf(tryBack()) == ErrorKind::Damaged);
    std::filesystem::remove_all(desk.folder() / "state");  // it has seen what came of that
  }
  putBytes(desk.file(), sound);
  CHECK(tryBack().ok());
}

TEST_CASE("A vault that was older than last seen when it was put aside says so when it comes back",
          "[readmit][tamper]") {
  Desk desk;
  auto journal = desk.create();
  const std::string code(journal->protect(A, secret(kAlex))->text.text());
  REQUIRE(journal->protect(B, secret(kSam)).ok());
  REQUIRE(journal->add(VaultId::A, A, note("one")).ok());
  journal = nullptr;
  std::filesystem::copy_file(desk.file(), desk.file("old.footbridge"));
  journal = desk.open();
  REQUIRE(journal->unlock(A, secret(kAlex)).ok());
  REQUIRE(journal->add(VaultId::A, A, note("two")).ok());
  journal = nullptr;
  RawFile(desk.file())
      .run("ATTACH '" + desk.file("old.footbridge") +
           "' AS old; DELETE FROM rec WHERE vault = 1; DELETE FROM head WHERE vault = 1;"
           "INSERT INTO rec SELECT id, 1, box FROM old.rec WHERE vault = 1;"
           "INSERT INTO head SELECT 1, box FROM old.head WHERE vault = 1");
  journal = desk.open();
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  REQUIRE(journal->readmit(A, secret(kOther)).ok());
  const auto back = [&] { return journal->recover(A, secret(code), secret("seven teapots under the stairs")); };
  const auto refused = back();
  CHECK(kindOf(refused) == ErrorKind::RolledBack);
  REQUIRE(journal->accept(refused.error()).ok());
  CHECK(back().ok());
}

TEST_CASE("The ways to a vault put aside lead to nothing else", "[readmit][tamper]") {
  Desk desk;
  auto journal = desk.create();
  protectBoth(*journal);
  REQUIRE(journal->add(VaultId::Ours, B, note("before")).ok());
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  REQUIRE(journal->readmit(A, secret(kOther)).ok());
  journal = nullptr;
  // Somebody with a database tool puts it back where it was: its passphrase is right again, and its key of *ours* old.
  RawFile raw(desk.file());
  for (const char* table : {"slot", "rec", "head", "draft"}) {
    raw.run(std::string("DELETE FROM ") + table + " WHERE vault = 1");
    raw.run(std::string("UPDATE ") + table + " SET vault = 1 WHERE vault = 4");
  }
  raw.run("DELETE FROM vault WHERE id = 4");
  std::filesystem::remove_all(desk.folder() / "state");
  journal = desk.open();
  CHECK(kindOf(journal->unlock(A, secret(kAlex))) == ErrorKind::Damaged);
  CHECK(journal->entries(Reader::A).empty());
}

TEST_CASE("Whoever goes takes their part, and leaves the other's", "[erase]") {
  Desk desk;
  auto journal = desk.create();
  const SittingId sitting = sitTogether(*journal);
  const EntryId mine = journal->add(VaultId::Ours, A, note("by A"))->id;
  const EntryId removed = journal->add(VaultId::Ours, A, note("by A, removed"))->id;
  REQUIRE(journal->remove(removed).ok());
  const EntryId theirs = journal->add(VaultId::Ours, B, note("by B"))->id;
  protectBoth(*journal);
  REQUIRE(journal->putDraft(VaultId::Ours, "page", "whose?").ok());
  journal = nullptr;
  journal = desk.open();
  CHECK(kindOf(journal->erase(A)) == ErrorKind::Locked);
  REQUIRE(journal->unlock(A, secret(kAlex)).ok());
  CHECK(kindOf(journal->erase(B)) == ErrorKind::Locked);
  REQUIRE(journal->erase(A).ok());
  REQUIRE(journal->partners().size() == 1);
  CHECK(journal->partners()[0].name.text() == "Sam");
  CHECK(journal->door(VaultId::Ours) == DoorState::Locked);
  CHECK(journal->entries(Reader::A).empty());
  CHECK(kindOf(journal->unlock(A, secret(kAlex))) == ErrorKind::NotFound);
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  CHECK_FALSE(journal->find(mine, Reader::B).has_value());
  CHECK(kindOf(journal->restore(mine)) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->restore(removed)) == ErrorKind::NotAllowed);
  CHECK(journal->find(theirs, Reader::B).has_value());
  CHECK_FALSE(journal->findDraft(VaultId::Ours, "page").has_value());
  const Lanes lanes = journal->load(sitting).value();
  CHECK_FALSE(lanes.a.has_value());
  CHECK(lanes.b->size() == 3);
  REQUIRE(lanes.joint->size() == 4);
  const auto& lines = std::get<Revealed>((*lanes.joint)[2]).lines;
  CHECK((lines == std::vector<OpenedLine>{{A, lines[0].line, std::monostate{}}, opened(B, "of B")}));
  CHECK((std::get<Answered>((*lanes.joint)[3]).answer == Answer(CloseAnswer{{"", "B heard"}, {"", "B thanks"}})));
  CHECK(onlySitting(*journal, Reader::B).closed);
  CHECK(journal->search("of A", Reader::B).empty());
  CHECK(kindOf(journal->append(sitting, VaultId::Ours, {Left{}})) == ErrorKind::NotAllowed);
  CHECK(kindOf(journal->erase(B)) == ErrorKind::NotAllowed);
  CHECK(journal->verify().sound());
}

TEST_CASE("What both said stays when one goes, whoever typed it", "[erase]") {
  Desk desk;
  auto journal = desk.create();
  const Day day = std::chrono::year{2026} / 11 / 23;
  Viewing seen{"A film", A, day, day, std::nullopt, {{std::nullopt, "One talk", day}, {std::nullopt, "More", day}}};
  const EntryId watched = journal->add(VaultId::Ours, A, seen)->id;
  const EntryId wanted = journal->add(VaultId::Ours, A, Viewing{"Another", A, day, {}, {}, {}})->id;
  const EntryId began = journal->add(VaultId::Ours, A, Viewing{"A third", A, day, {}, {}, {}})->id;
  Begun about = begun(SittingMode::Together);
  about.about = began;
  REQUIRE(journal->begin(VaultId::Ours, about).ok());
  const EntryId agreed = journal->add(VaultId::Ours, A, agreement())->id;
  const EntryId revised = journal->add(VaultId::Ours, std::nullopt, note("by A"))->id;
  const EntryId ofA = journal->add(VaultId::Ours, A, note("of A"))->id;
  const EntryId takenAway = journal->add(VaultId::Ours, A, note("by A, then by B, then gone"))->id;
  protectBoth(*journal);
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  REQUIRE(journal->revise(revised, note("and by B")).ok());
  REQUIRE(journal->revise(ofA, note("of A, gone on with by B")).ok());
  REQUIRE(journal->revise(takenAway, note("by B")).ok());
  REQUIRE(journal->remove(takenAway).ok());
  REQUIRE(journal->unlock(A, secret(kAlex)).ok());
  REQUIRE(journal->erase(A).ok());
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  seen.suggestedBy.reset();
  REQUIRE(journal->find(watched, Reader::B).has_value());
  CHECK(journal->find(watched, Reader::B)->body == EntryBody(seen));
  CHECK_FALSE(journal->find(watched, Reader::B)->author.has_value());
  CHECK_FALSE(journal->find(wanted, Reader::B).has_value());
  CHECK(journal->find(began, Reader::B).has_value());
  REQUIRE(journal->find(agreed, Reader::B).has_value());
  CHECK(journal->find(agreed, Reader::B)->body == EntryBody(agreement()));
  REQUIRE(journal->find(revised, Reader::B).has_value());
  CHECK(journal->find(revised, Reader::B)->body == EntryBody(note("and by B")));
  CHECK(journal->history(revised, Reader::B)->size() == 1);
  CHECK_FALSE(journal->find(ofA, Reader::B).has_value());
  CHECK(kindOf(journal->restore(takenAway)) == ErrorKind::NotAllowed);  // with what A wrote under it
  CHECK(journal->verify().sound());
}

TEST_CASE("Of what both had a hand in, no earlier wording of whoever goes stays", "[erase]") {
  Desk desk;
  auto journal = desk.create();
  const Day day = std::chrono::year{2026} / 11 / 23;
  const Viewing first{"A film", B, day, {}, {}, {{std::nullopt, "Said by Sam alone", day}}};
  Viewing second = first;
  second.talks[0].text = "We both liked it";
  Agreement promised = agreement();
  promised.what = "Put by Sam alone";
  const EntryId watched = journal->add(VaultId::Ours, B, first)->id;
  const EntryId agreed = journal->add(VaultId::Ours, B, promised)->id;
  const EntryId named = journal->add(VaultId::Ours, std::nullopt, Viewing{"B found it", B, day, {}, {}, {}})->id;
  protectBoth(*journal);
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(A, secret(kAlex)).ok());
  REQUIRE(journal->revise(watched, second).ok());
  REQUIRE(journal->revise(agreed, agreement()).ok());
  REQUIRE_FALSE(journal->find(watched, Reader::A)->author.has_value());
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  REQUIRE(journal->erase(B).ok());
  second.suggestedBy.reset();
  CHECK(journal->find(watched, Reader::A)->body == EntryBody(second));
  CHECK(journal->find(agreed, Reader::A)->body == EntryBody(agreement()));
  CHECK_FALSE(std::get<Viewing>(journal->find(named, Reader::A)->body).suggestedBy.has_value());
  for (const EntryId id : {watched, agreed, named}) CHECK(journal->history(id, Reader::A)->size() == 1);
  CHECK(journal->verify().sound());
}

TEST_CASE("Of what the other changed apart in two copies both stay when one goes, and not how it was begun",
          "[erase][merge]") {
  Desk desk;
  Copies copies(desk);
  Agreement words = agreement();
  const auto put = [&words](const char* text) { return words.what = text, words; };
  const EntryId id = copies.base->add(VaultId::Ours, B, put("by Sam alone"))->id;
  copies.protectBoth();
  copies.part({kAlex, nullptr});
  REQUIRE(copies.a->revise(id, put("here")).ok());
  REQUIRE(copies.b->revise(id, put("there")).ok());
  REQUIRE(copies.mergeBIntoA().conflicts == 1);
  REQUIRE(copies.a->unlock(B, secret(kSam)).ok());
  const EntryBody stood = copies.a->find(id, Reader::A)->body;
  REQUIRE(copies.a->erase(B).ok());
  CHECK(copies.a->find(id, Reader::A)->body == stood);
  CHECK(copies.a->find(id, Reader::A)->conflict);
  const auto history = copies.a->history(id, Reader::A);
  REQUIRE(history->size() == 2);
  for (const Entry& each : *history) CHECK(std::get<Agreement>(each.body).what != "by Sam alone");
  copies.reopenA({kAlex, nullptr});
  CHECK(copies.a->find(id, Reader::A)->body == stood);
}

TEST_CASE("Who joins after somebody left reads nothing of before", "[erase][join]") {
  Desk desk;
  auto journal = desk.create();
  const SittingId sitting = sitTogether(*journal);
  REQUIRE(journal->add(VaultId::Ours, B, note("by B")).ok());
  protectBoth(*journal);
  REQUIRE(journal->erase(A).ok());
  const auto before = journal->load(sitting).value();
  REQUIRE(journal->join(name("Robin")).ok());
  CHECK((journal->partners()[0] == Partner{A, name("Robin"), PartnerColour::Ember}));
  CHECK(journal->entries(Reader::A).empty());
  CHECK(journal->entries(Reader::OursAlone).empty());
  CHECK(journal->sittings(Reader::A).empty());
  const auto check = [&] {
    CHECK((journal->load(sitting).value() == before));
    CHECK(onlySitting(*journal, Reader::B).closed);
    CHECK(onlySitting(*journal, Reader::B).begunIn == VaultId::Ours);
    CHECK(kindOf(journal->append(sitting, VaultId::Ours, {Left{}})) == ErrorKind::NotAllowed);
    CHECK(kindOf(journal->append(sitting, VaultId::B, {Left{}})) == ErrorKind::NotAllowed);
    CHECK(kindOf(journal->append(sitting, VaultId::A, {Left{}})) == ErrorKind::NotAllowed);
    for (const Entry& entry : journal->entries(Reader::B)) CHECK(entry.vault == VaultId::B);
    CHECK(journal->verify().sound());
  };
  check();
  journal = nullptr;
  journal = desk.open();
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  check();
  const SittingId fresh = sitTogether(*journal);
  CHECK(journal->load(fresh)->a->size() == 3);
}

TEST_CASE("Without any key a partner's rows go, and the rest is a journal", "[erase]") {
  Desk desk;
  auto journal = desk.create();
  sitTogether(*journal);
  const bool bIsProtected = GENERATE(false, true);
  REQUIRE(journal->protect(A, secret(kAlex)).ok());
  if (bIsProtected) REQUIRE(journal->protect(B, secret(kSam)).ok());
  REQUIRE(journal->add(VaultId::A, A, note("by A")).ok());
  const PartnerId gone = GENERATE(PartnerId::A, PartnerId::B);
  const PartnerId left = otherOf(gone);
  journal = nullptr;
  {
    const auto file = openJournalFile(desk.file());
    REQUIRE(file.ok());
    auto transaction = Transaction::begin(*file->database);
    REQUIRE(erasePartner(*file->database, gone).ok());
    CHECK(kindOf(erasePartner(*file->database, gone)) == ErrorKind::NotFound);
    CHECK(kindOf(erasePartner(*file->database, left)) == ErrorKind::NotAllowed);
    REQUIRE(transaction->commit().ok());
    REQUIRE(file->database->purge().ok());
  }
  RawFile raw(desk.file());
  for (const char* table : {"rec", "slot", "head", "draft"}) {
    const std::string theirs = std::to_string(static_cast<int>(gone));
    CHECK(raw.column(std::string("SELECT vault FROM ") + table + " WHERE vault = " + theirs).empty());
  }
  journal = desk.open();
  REQUIRE(journal->partners().size() == 1);
  const bool leftIsProtected = left == PartnerId::A || bIsProtected;
  CHECK(journal->door(VaultId::Ours) == (leftIsProtected ? DoorState::Locked : DoorState::Open));
  if (leftIsProtected) REQUIRE(journal->unlock(left, secret(left == A ? kAlex : kSam)).ok());
  CHECK(journal->entries(readerOf(left)).size() == (left == A ? 9 : 8));
  CHECK(journal->verify().sound());
}

TEST_CASE("What can only be read is left as it is", "[erase][join][readmit]") {
  Desk desk;
  auto journal = desk.create();
  sitTogether(*journal);
  protectBoth(*journal);
  journal = nullptr;
  std::filesystem::permissions(desk.file(), std::filesystem::perms::owner_read);
  journal = desk.open();
  REQUIRE(journal->unlock(B, secret(kSam)).ok());
  const auto before = journal->entries(Reader::B);
  CHECK(kindOf(journal->readmit(A, secret(kOther))) == ErrorKind::ReadOnly);
  CHECK(kindOf(journal->erase(B)) == ErrorKind::ReadOnly);
  CHECK(journal->partners().size() == 2);
  CHECK((journal->entries(Reader::B) == before));
  CHECK(journal->verify().sound());
}
