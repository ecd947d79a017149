// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for somebody from a copy that anybody could write in: it only ever adds to what is here.
#include <filesystem>
#include <fstream>

#include "catch.h"
#include "domain/came_in.h"
#include "domain/exchange.h"
#include "storage/desk.h"
#include "storage/doors.h"
#include "storage/entry_book.h"
#include "storage/journal_file.h"
#include "storage/samples.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

Agreement agreed(const char* what) {
  Agreement made = agreement();
  made.what = what;
  return made;
}

/// A journal that Alex has protected since, and a copy from before. Sam joins that one in; then Alex comes.
class Before {
 public:
  Before() : copies(m_desk) {
    kept = copies.base->add(VaultId::A, A, agreed("ring my sister"))->id;
    look = copies.base->begin(VaultId::A, begun(SittingMode::OwnLook)).value();
    REQUIRE(copies.base->append(look, VaultId::A, {Answered{step("note"), WrittenAnswer{"original"}}}).ok());
    REQUIRE(copies.base->putDraft(VaultId::A, "page", "mine").ok());
    copies.part();
    protectBoth(*copies.a);
    copies.reopenA({nullptr, kSam});
    was = entriesOfAlex();
  }

  void mergeAsSam() {
    copies.b.reset();
    copies.reopenA({nullptr, kSam});
    REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {}).ok());
  }
  void comeIn() { copies.reopenA({kAlex, nullptr}); }
  void joinIt() {
    mergeAsSam();
    comeIn();
    CHECK(copies.a->verify().sound());
  }

  [[nodiscard]] std::vector<Entry> entriesOfAlex() {
    copies.reopenA({kAlex, kSam});
    auto entries = copies.a->entries(Reader::A);
    copies.reopenA({nullptr, kSam});
    return entries;
  }
  /// All that stood here stands as it did; what else is in the lists is marked.
  void checkNothingChanged() {
    auto entries = copies.a->entries(Reader::A);
    for (const Entry& entry : entries) CHECK(entry.unproven == (std::ranges::count(was, entry.id, &Entry::id) == 0));
    std::erase_if(entries, [](const Entry& entry) { return entry.unproven; });
    CHECK(entries == was);
  }
  [[nodiscard]] std::size_t told() const { return cameIn(*copies.a, A); }

 private:
  Desk m_desk;

 public:
  Copies copies;
  EntryId kept = *EntryId::from(1);
  SittingId look = *SittingId::from(1);
  std::vector<Entry> was;
};

/// By a program of somebody's own, which asks nobody whether a vault is locked.
void inventNote(const std::string& path, const char* text) {
  auto file = openJournalFile(path);
  REQUIRE(file.ok());
  JournalState state{std::move(file->database),
                     file->mark,
                     path,
                     std::move(file->keyring),
                     LastSeen({}, file->mark, path),
                     [] { return Moment{}; },
                     kCheap,
                     {},
                     {}};
  REQUIRE(openUnprotected(state).ok());
  std::vector<NewRecord> records;
  records.push_back(freshRecord(state, VaultId::A, A, Note{text}));
  REQUIRE(writeRecords(state, std::move(records)).ok());
}

}  // namespace

TEST_CASE("Answers that somebody changed in a copy that was not locked change none here", "[merge][tamper]") {
  Before at;
  REQUIRE(at.copies.b->append(at.look, VaultId::A, {Answered{step("note"), WrittenAnswer{"forged"}}}).ok());
  at.joinIt();
  const auto lane = at.copies.a->load(at.look)->a;
  REQUIRE(lane->size() == 2);
  CHECK(std::get<Answered>(lane->back()).answer == Answer(WrittenAnswer{"original"}));
  at.checkNothingChanged();
  CHECK(at.told() == 1);
  // They are there to be read, once, however often that copy is joined.
  const auto entries = at.copies.a->entries(Reader::A);
  CHECK(entries.size() == at.was.size() + 1);
  CHECK(std::ranges::all_of(entries, [](const Entry& entry) { return !entry.unproven || entry.conflict; }));
  REQUIRE(at.copies.a->clearDraft(VaultId::A, kCameInPlace).ok());
  at.joinIt();
  CHECK(at.copies.a->entries(Reader::A) == entries);
  CHECK(at.told() == 0);
}

TEST_CASE("Nothing here goes because it was deleted in a copy that was not locked", "[merge][tamper]") {
  Before at;
  const bool isForGood = GENERATE(true, false);
  const auto gone = isForGood ? at.copies.b->removeForGood(at.kept) : at.copies.b->remove(at.kept);
  REQUIRE(gone.ok());
  at.joinIt();
  at.checkNothingChanged();
  CHECK(at.told() == 0);
  // Nor later, when it is joined again or into another copy of today.
  at.joinIt();
  at.checkNothingChanged();
}

TEST_CASE("A note that somebody made up in a copy that was not locked comes in marked, and is told",
          "[merge][tamper]") {
  Before at;
  at.copies.b.reset();
  inventNote(at.copies.pathOfB(), "forged note");
  at.joinIt();
  at.checkNothingChanged();
  const auto entries = at.copies.a->entries(Reader::A);
  const auto forged = std::ranges::find(entries, true, &Entry::unproven);
  REQUIRE(forged != entries.end());
  CHECK(forged->body == note("forged note"));
  CHECK(at.told() == 1);
  // It is its owner's to throw away, and stays away.
  REQUIRE(at.copies.a->remove(forged->id).ok());
  at.joinIt();
  at.checkNothingChanged();
  CHECK(at.copies.a->entries(Reader::A) == at.was);
  // Until they have been told.
  CHECK(at.told() == 1);
}

TEST_CASE("What was changed in a copy that was not locked stands beside what is here, and never before it",
          "[merge][tamper]") {
  Before at;
  for (const char* text : {"forged", "forged again"}) REQUIRE(at.copies.b->revise(at.kept, agreed(text)).ok());
  REQUIRE(at.copies.b->putDraft(VaultId::A, "page", "forged, and longer than that").ok());
  REQUIRE(at.copies.b->putDraft(VaultId::A, kOwedCodePlace, "").ok());
  at.joinIt();
  CHECK(at.copies.a->find(at.kept, Reader::A)->body == EntryBody(agreed("ring my sister")));
  CHECK(at.copies.a->findDraft(VaultId::A, "page") == "mine");
  CHECK(at.copies.a->draftsAt(VaultId::A, "page").size() == 2);
  CHECK(at.told() == 1);
  auto revisions = *at.copies.a->history(at.kept, Reader::A);
  REQUIRE(revisions.size() == 2);
  CHECK(revisions.front().body == EntryBody(agreed("ring my sister")));
  CHECK(revisions.back().unproven);
  SECTION("until the next change settles it") {
    REQUIRE(at.copies.a->revise(at.kept, agreed("ring her on Monday")).ok());
    const auto entry = at.copies.a->find(at.kept, Reader::A);
    CHECK_FALSE(entry->conflict);
    CHECK_FALSE(entry->unproven);
    at.joinIt();
    CHECK(at.copies.a->find(at.kept, Reader::A) == entry);
  }
  SECTION("and is not what comes back of an entry that was deleted") {
    REQUIRE(at.copies.a->remove(at.kept).ok());
    CHECK(at.copies.a->restore(at.kept)->body == EntryBody(agreed("ring my sister")));
  }
  SECTION("until its owner protects that copy and joins it as theirs") {
    at.copies.b = at.copies.open(at.copies.pathOfB());
    REQUIRE(at.copies.b->protect(A, secret(kOther)).ok());
    at.copies.b.reset();
    const Passphrase alex = secret(kOther);
    REQUIRE(at.copies.a->exchange()->mergeFrom(at.copies.pathOfB(), {&alex, nullptr}).ok());
    const auto entry = at.copies.a->find(at.kept, Reader::A);
    CHECK(entry->body == EntryBody(agreed("forged again")));
    CHECK_FALSE(entry->conflict);
    CHECK_FALSE(entry->unproven);
    at.comeIn();
    CHECK(at.copies.a->verify().sound());
  }
}

TEST_CASE("A look that is not here at all comes in from a copy that was not locked, and is told", "[merge]") {
  Before at;
  const SittingId other = at.copies.b->begin(VaultId::A, begun(SittingMode::OwnLook)).value();
  REQUIRE(at.copies.b->append(other, VaultId::A, {Answered{step("note"), WrittenAnswer{"there"}}}).ok());
  at.joinIt();
  at.checkNothingChanged();
  CHECK(at.copies.a->load(other)->a->size() == 2);
  CHECK(at.told() == 1);
  // It can be gone on with.
  REQUIRE(at.copies.a->append(other, VaultId::A, {Passed{step("s2")}}).ok());
  at.comeIn();
  CHECK(at.copies.a->load(other)->a->size() == 3);
}

TEST_CASE("What waits under the key of today is its owner's, and deletes what they deleted", "[merge]") {
  Desk desk;
  Copies copies(desk);
  const EntryId id = copies.base->add(VaultId::A, A, agreed("ring my sister"))->id;
  protectBoth(*copies.base);
  copies.part({nullptr, kSam});
  REQUIRE(copies.b->unlock(A, secret(kAlex)).ok());
  REQUIRE(copies.b->removeForGood(id).ok());
  copies.b.reset();
  REQUIRE(copies.a->exchange()->mergeFrom(copies.pathOfB(), {}).ok());
  REQUIRE(copies.a->unlock(A, secret(kAlex)).ok());
  CHECK_FALSE(copies.a->find(id, Reader::A));
  CHECK(cameIn(*copies.a, A) == 0);
}

TEST_CASE("What its owner did with a line that was not proven takes no word of it along once it is",
          "[merge][tamper]") {
  Before at;
  const EntryId id = at.copies.b->add(VaultId::A, A, agreed("first"))->id;
  for (const char* text : {"second", "third"}) REQUIRE(at.copies.b->revise(id, agreed(text)).ok());
  at.joinIt();
  REQUIRE(at.copies.a->find(id, Reader::A)->unproven);
  const bool isRemoved = GENERATE(true, false);
  if (isRemoved)
    REQUIRE(at.copies.a->remove(id).ok());
  else
    REQUIRE(at.copies.a->revise(id, agreed("fourth")).ok());
  at.copies.b = at.copies.open(at.copies.pathOfB());
  REQUIRE(at.copies.b->protect(A, secret(kOther)).ok());
  const Passphrase there = secret(kOther), here = secret(kAlex);
  const bool isIntoIt = GENERATE(true, false);
  CAPTURE(isRemoved, isIntoIt);
  SealedJournal* joined = at.copies.a.get();
  if (isIntoIt) {
    at.copies.b.reset();
    REQUIRE(at.copies.a->exchange()->mergeFrom(at.copies.pathOfB(), {&there, nullptr}).ok());
  } else {
    at.copies.a.reset();
    REQUIRE(at.copies.b->exchange()->mergeFrom(at.copies.pathOfA(), {&here, nullptr}).ok());
    joined = at.copies.b.get();
  }
  CHECK(joined->verify().sound());
  if (isRemoved) {
    CHECK_FALSE(joined->find(id, Reader::A));
    REQUIRE(joined->restore(id).ok());
  }
  const auto entry = joined->find(id, Reader::A);
  REQUIRE(entry);
  CHECK(entry->body == EntryBody(agreed(isRemoved ? "third" : "fourth")));
  CHECK_FALSE(entry->unproven);
  std::vector<std::string> kept;
  const auto history = joined->history(id, Reader::A);
  REQUIRE(history.ok());
  for (const Entry& revision : *history) kept.push_back(std::get<Agreement>(revision.body).what);
  for (const char* text : {"first", "second", "third"}) CHECK(std::ranges::count(kept, text) != 0);
}

TEST_CASE("An import proves nothing of what is here, and changes no word of it", "[merge][exchange][tamper]") {
  Before at;
  const EntryId id = at.copies.b->add(VaultId::A, A, agreed("forged"))->id;
  REQUIRE(at.copies.b->revise(at.kept, agreed("also forged")).ok());
  at.joinIt();
  const auto before = at.copies.a->entries(Reader::A);
  REQUIRE(at.copies.a->find(id, Reader::A)->unproven);
  std::string text =
      *at.copies.a->exchange()->exported({ExportFormat::Json, Reader::A, ExportPart::Everything, nullptr});
  REQUIRE(text.find("\"unproven\": true") != std::string::npos);
  const bool isEdited = GENERATE(false, true);
  if (isEdited) {
    for (const auto& [from, to] : {std::pair<std::string, std::string>("\"unproven\": true,", ""),
                                   std::pair<std::string, std::string>("\"forged\"", "\"EDITED\"")}) {
      for (std::size_t place = text.find(from); place != std::string::npos; place = text.find(from, place))
        text.replace(place, from.size(), to);
    }
  }
  const std::string file = at.copies.pathOfB() + ".json";
  std::ofstream(file) << text;
  CHECK((at.copies.a->exchange()->importFrom(file, Reader::A).ok() || isEdited));
  CHECK(at.copies.a->entries(Reader::A) == before);
  CHECK(at.copies.a->verify().sound());
}

TEST_CASE("What came in is told, too, once a part that was put aside meanwhile is brought back", "[merge]") {
  Before at;
  at.copies.b.reset();
  inventNote(at.copies.pathOfB(), "forged note");
  at.joinIt();
  REQUIRE(at.told() == 1);
  const std::string code(at.copies.a->protect(A, secret(kOther))->text.text());
  at.copies.reopenA({nullptr, kSam});
  REQUIRE(at.copies.a->readmit(A, secret(kAlex)).ok());
  CHECK(at.told() == 0);
  REQUIRE(at.copies.a->recover(A, secret(code.c_str()), secret(kAlex)).ok());
  CHECK(at.told() == 1);
}
