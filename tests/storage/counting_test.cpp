// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever shares a journal can write any number in it. None may keep the other from writing, deleting or leaving.
#include "storage/counting.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "domain/exchange.h"
#include "storage/desk.h"
#include "storage/joining.h"
#include "storage/journal_file.h"
#include "storage/samples.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

using nlohmann::json;

constexpr std::uint64_t kCounters[] = {kCounterEnd - 1, INT64_MAX, UINT64_MAX - 1, UINT64_MAX};

/// *Ours* of a journal without passphrases, as somebody with the key and a program of their own writes in it.
class Forger {
 public:
  explicit Forger(const std::string& file)
      : m_file(openJournalFile(file, {})), m_keys(m_file->keyring.openShared().value()), m_head(readHead().value()) {}

  void setCounter(std::uint64_t counter) {
    m_head.counter = counter - 1;
    save({});
  }
  /// Every entry gets one more revision, of this number.
  void revise(std::uint32_t revision) {
    VaultUnion rows;
    const auto all = readRows(*m_file->database, m_file->mark, VaultId::Ours, m_keys);
    for (const RecordIndex::Row& row : all.value()) {
      rows.added.push_back({randomId(), row.record});
      rows.added.back().record.on = {row.id};
      rows.added.back().record.entry.revision = revision;
    }
    save(rows);
  }
  struct Made {
    std::int64_t row;
    std::uint32_t revision;
    std::vector<std::int64_t> on;
    bool unproven = false;
  };
  /// Further revisions of the only entry.
  void add(const std::vector<Made>& all) {
    const auto before = readRows(*m_file->database, m_file->mark, VaultId::Ours, m_keys);
    VaultUnion rows;
    for (const Made& one : all) {
      rows.added.push_back({one.row, before.value().front().record});
      Record& record = rows.added.back().record;
      record.entry.revision = one.revision;
      record.unproven = one.unproven;
      record.on = one.on;
    }
    save(rows);
  }
  std::int64_t onlyRow() { return readRows(*m_file->database, m_file->mark, VaultId::Ours, m_keys).value().front().id; }
  /// An entry that stands behind all that will ever be.
  void addAt(std::uint64_t order) {
    Entry entry{*EntryId::from(randomId()), 1, VaultId::Ours, A, {}, {}, note("at the end")};
    VaultUnion rows;
    rows.added.push_back({randomId(), {std::move(entry), {order, 0}}});
    save(rows);
  }

 private:
  [[nodiscard]] Result<Head> readHead() const {
    return storage::readHead(*m_file->database, m_file->mark, VaultId::Ours, m_keys);
  }
  void save(const VaultUnion& rows) {
    ++m_head.counter;
    auto transaction = Transaction::begin(*m_file->database);
    REQUIRE(writeUnion(*m_file->database, m_file->mark, VaultId::Ours, m_keys, rows, m_head).ok());
    REQUIRE(writeHead(*m_file->database, m_file->mark, m_keys, VaultId::Ours, m_head).ok());
    REQUIRE(transaction->commit().ok());
  }

  Result<JournalFile> m_file;
  VaultKeys m_keys;
  Head m_head;
};

std::string textOf(const SealedJournal& journal, EntryId id) {
  const auto entry = journal.find(id, Reader::OursAlone);
  return entry ? std::get<Note>(entry->body).text : "(none)";
}

std::vector<std::string> textsIn(const SealedJournal& journal) {
  std::vector<std::string> texts;
  for (const Entry& entry : journal.entries(Reader::OursAlone)) texts.push_back(std::get<Note>(entry.body).text);
  return texts;
}

std::string put(const Desk& desk, const json& document) {
  const std::string file = desk.file("edited.json");
  putBytes(file, document.dump());
  return file;
}

/// An export of *ours* in which every entry was revised once more, as revision number `revision`.
json revisedExport(SealedJournal& journal, std::int64_t revision) {
  json document =
      json::parse(journal.exchange()->exported({ExportFormat::Json, Reader::OursAlone, ExportPart::Ours, {}}).value());
  std::int64_t row = 4242;
  for (json& entry : document["entries"]) {
    json next = entry["revisions"][0];
    next["on"] = json::array({next["row"]});
    next["row"] = std::to_string(row++);
    next["revision"] = revision;
    next["text"] = "as the file has it";
    entry["revisions"].push_back(next);
  }
  return document;
}

}  // namespace

TEST_CASE("An export with a revision beyond those that are counted is refused", "[counting][exchange]") {
  Desk desk;
  const auto journal = desk.create();
  REQUIRE(journal->add(VaultId::Ours, A, note("one")).ok());
  for (const std::int64_t revision : {std::int64_t{UINT32_MAX} - 1, std::int64_t{kLastRevision} + 1}) {
    const auto refused =
        journal->exchange()->importFrom(put(desk, revisedExport(*journal, revision)), Reader::OursAlone);
    CHECK(kindOf(refused) == ErrorKind::BadImport);
  }
  CHECK(textsIn(*journal) == std::vector<std::string>{"one"});
}

TEST_CASE("An export in which revisions were made from each other is refused", "[counting][exchange]") {
  Desk desk;
  const auto journal = desk.create();
  REQUIRE(journal->add(VaultId::Ours, A, note("one")).ok());
  json document = revisedExport(*journal, kLastRevision);
  json& revisions = document["entries"][0]["revisions"];
  json other = revisions[1];
  other["row"] = "777";
  other["on"] = json::array({"4242"});
  revisions[1]["on"] = json::array({"777"});
  revisions.push_back(other);
  revisions.erase(0);
  const auto refused = journal->exchange()->importFrom(put(desk, document), Reader::OursAlone);
  CHECK(kindOf(refused) == ErrorKind::BadImport);
  CHECK(journal->verify().sound());
}

TEST_CASE("Behind the last revision that is counted a line is changed, deleted and undone, and goes out and in",
          "[counting]") {
  Desk desk;
  auto journal = desk.create();
  const EntryId id = journal->add(VaultId::Ours, A, note("one"))->id;
  SECTION("which an edited export brought") {
    const std::string file = put(desk, revisedExport(*journal, kLastRevision));
    const auto taken = journal->exchange()->importFrom(file, Reader::OursAlone);
    if (!taken) UNSCOPED_INFO(taken.error().place << ": " << taken.error().detail);
    REQUIRE(taken.ok());
  }
  SECTION("which was written in the file") {
    journal.reset();
    Forger(desk.file()).revise(UINT32_MAX);
    journal = desk.open();
  }
  for (const char* text : {"two", "three", "four", "five", "six"}) {
    REQUIRE(journal->revise(id, note(text)).ok());
    REQUIRE(journal->remove(id).ok());
    CHECK(textOf(*journal, id) == "(none)");
    REQUIRE(journal->restore(id).ok());
    journal.reset();
    journal = desk.open();
    REQUIRE(textOf(*journal, id) == text);
    CHECK_FALSE(journal->find(id, Reader::OursAlone)->conflict);
  }
  CHECK(journal->verify().sound());
  const auto history = journal->history(id, Reader::OursAlone);
  REQUIRE(history.ok());
  CHECK(std::get<Note>(history->back().body).text != "one");  // the oldest go, and not just any
  const std::string out =
      journal->exchange()->exported({ExportFormat::Json, Reader::OursAlone, ExportPart::Ours, {}}).value();
  CHECK(journal->exchange()->importFrom(put(desk, json::parse(out)), Reader::OursAlone).ok());
  REQUIRE(journal->removeForGood(id).ok());
  journal.reset();
  CHECK(textOf(*desk.open(), id) == "(none)");
}

TEST_CASE("Revisions in the file that were made from each other are damage, whoever they are said to be by",
          "[counting]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->add(VaultId::Ours, A, note("one")).ok());
  journal.reset();
  {
    Forger forger(desk.file());
    SECTION("two, beside a proven one") {
      const std::int64_t row = forger.onlyRow();
      forger.add({{71, kLastRevision, {72, row}, true}, {72, kLastRevision, {71}, true}});
    }
    SECTION("one, from itself") {
      forger.add({{71, kLastRevision, {71}}});
    }
  }
  CHECK(kindOf(desk.shelf().openSealed(desk.file())) == ErrorKind::Damaged);
}

TEST_CASE("A journal whose counter was set near its end is joined, and gone on with, at once", "[counting]") {
  Desk desk;
  auto journal = desk.create();
  const std::uint64_t left = GENERATE(1U, 2U, 3U, 4U, 5U);
  journal.reset();
  Forger(desk.file()).setCounter(kCounterEnd - left);
  journal = desk.open();
  REQUIRE(journal->protect(A, secret(kAlex)).ok());
  REQUIRE(journal->erase(B).ok());
  REQUIRE(journal->join(name("Chris")).ok());
  const auto sitting = journal->begin(VaultId::Ours, begun(SittingMode::Together));
  REQUIRE(sitting.ok());
  CHECK(journal->append(*sitting, VaultId::B, {TurnBegun{}}).ok());
  REQUIRE(journal->protect(B, secret(kOther)).ok());
  const auto line = journal->add(VaultId::B, B, note("new here"));
  REQUIRE(line.ok());
  CHECK_FALSE(journal->find(line->id, Reader::B)->ofBefore);
}

TEST_CASE("Whatever revision a line was given, its writer can leave, and somebody can join", "[counting][erase]") {
  Desk desk;
  auto journal = desk.create();
  for (const PartnerId writer : {A, B}) REQUIRE(journal->add(VaultId::Ours, writer, note("one")).ok());
  const std::uint32_t revision = GENERATE(std::uint32_t{kLastRevision}, UINT32_MAX - 1, UINT32_MAX);
  journal.reset();
  Forger(desk.file()).revise(revision);
  journal = desk.open();
  REQUIRE(journal->protect(A, secret(kAlex)).ok());
  REQUIRE(journal->erase(B).ok());
  REQUIRE(journal->join(name("Chris")).ok());
  CHECK(journal->verify().sound());
  CHECK(journal->entries(Reader::A).size() == 1);
}

TEST_CASE("Of two copies in which a line was changed behind the last revision, both changes stay",
          "[counting][merge]") {
  Desk desk;
  Copies copies(desk);
  const EntryId id = copies.base->add(VaultId::Ours, A, note("one"))->id;
  copies.base.reset();
  Forger(desk.file()).revise(UINT32_MAX);
  copies.part();
  REQUIRE(copies.a->revise(id, note("here")).ok());
  REQUIRE(copies.b->revise(id, note("there")).ok());
  CHECK(copies.mergeBIntoA().conflicts == 1);
  REQUIRE(copies.a->revise(id, note("settled")).ok());
  copies.reopenA();
  CHECK(textOf(*copies.a, id) == "settled");
  CHECK_FALSE(copies.a->find(id, Reader::OursAlone)->conflict);
}

TEST_CASE("A counter near its end keeps nobody from writing, and the order goes on", "[counting]") {
  const std::uint64_t counter = GENERATE(from_range(std::begin(kCounters), std::end(kCounters)));
  Desk desk;
  desk.create().reset();
  Forger(desk.file()).setCounter(counter);
  auto journal = desk.open();
  for (const char* text : {"one", "two", "three"}) {
    REQUIRE(journal->add(VaultId::Ours, A, note(text)).ok());
    journal.reset();
    journal = desk.open();
  }
  CHECK(textsIn(*journal).front() == "three");
  CHECK(textsIn(*journal)[1] == "two");
  REQUIRE(journal->protect(A, secret(kAlex)).ok());
  REQUIRE(journal->erase(B).ok());
  REQUIRE(journal->join(name("Chris")).ok());
  const auto sitting = journal->begin(VaultId::Ours, begun(SittingMode::Together));
  REQUIRE(sitting.ok());
  CHECK(journal->append(*sitting, VaultId::Ours, {CameTogether{}}).ok());
  CHECK(journal->verify().sound());
}

TEST_CASE("A counter near its end in another copy does not come over", "[counting][merge]") {
  const std::uint64_t counter = GENERATE(from_range(std::begin(kCounters), std::end(kCounters)));
  Desk desk;
  Copies copies(desk);
  REQUIRE(copies.base->add(VaultId::Ours, A, note("one")).ok());
  copies.part();
  copies.b.reset();
  SECTION("by its head") {
    Forger(copies.pathOfB()).setCounter(counter);
  }
  SECTION("by an entry") {
    Forger(copies.pathOfB()).addAt(std::min<std::uint64_t>(counter, INT64_MAX));
  }
  copies.mergeBIntoA();
  for (const char* text : {"two", "three", "four"}) {
    REQUIRE(copies.a->add(VaultId::Ours, A, note(text)).ok());
    copies.reopenA();
  }
  const auto texts = textsIn(*copies.a);
  const auto at = [&texts](const char* text) { return std::ranges::find(texts, text) - texts.begin(); };
  CHECK(at("four") < at("three"));
  CHECK(at("three") < at("one"));
  CHECK(copies.a->verify().sound());
}
