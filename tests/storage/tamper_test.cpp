// SPDX-License-Identifier: GPL-3.0-or-later
#include "catch.h"
#include "domain/owed_code.h"
#include "storage/desk.h"
#include "storage/raw_file.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

/// A journal with entries in every vault, B's protected, and an older copy of it beside.
void prepare(Desk& desk) {
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  for (const char* text : {"one", "two", "three"}) {
    REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note(text)).ok());
    REQUIRE(journal->add(VaultId::B, PartnerId::B, note(text)).ok());
    REQUIRE(journal->begin(VaultId::A, begun(SittingMode::OwnLook)).ok());
  }
  REQUIRE(journal->clearDraft(VaultId::B, kOwedCodePlace).ok());
  REQUIRE(journal->putDraft(VaultId::B, "p", "draft").ok());
  journal.reset();
  std::filesystem::copy_file(desk.file(), desk.file("old.footbridge"));
  journal = desk.open();
  REQUIRE(journal->unlock(PartnerId::B, secret(kSam)).ok());
  REQUIRE(journal->revise(journal->entries(Reader::OursAlone)[1].id, note("two, again")).ok());
  for (const VaultId vault : {VaultId::B, VaultId::Ours}) REQUIRE(journal->add(vault, PartnerId::B, note("four")).ok());
  REQUIRE(journal->putDraft(VaultId::B, "p", "draft, gone on with").ok());
}

/// What opening and unlocking says to it, or nothing.
std::optional<ErrorKind> complaint(Desk& desk) {
  auto journal = desk.shelf().openSealed(desk.file());
  if (!journal) return journal.error().kind;
  const auto unlocked = journal.value()->unlock(PartnerId::B, secret(kSam));
  if (!unlocked) return unlocked.error().kind;
  return std::nullopt;
}

}  // namespace

TEST_CASE("The untouched file opens", "[tamper]") {
  Desk desk;
  prepare(desk);
  CHECK_FALSE(complaint(desk).has_value());
}

TEST_CASE("Whatever is done to rows and heads is reported", "[tamper]") {
  const std::string attach = "ATTACH '{old}' AS old; ";
  const std::vector<std::string> deeds{
      "DELETE FROM rec WHERE id = (SELECT max(id) FROM rec WHERE vault = 3)",
      "DELETE FROM rec WHERE id = (SELECT max(id) FROM rec WHERE vault = 2)", "DELETE FROM rec WHERE vault = 1",
      "DELETE FROM rec",
      // a row under another number, twice, or with another's box
      "UPDATE rec SET id = id - 1 WHERE id = (SELECT min(id) FROM rec WHERE vault = 3)",
      "INSERT INTO rec SELECT 7, vault, box FROM rec WHERE vault = 3 LIMIT 1",
      "CREATE TEMP TABLE t AS SELECT id, box FROM rec WHERE vault = 3 ORDER BY id LIMIT 2;"
      "UPDATE rec SET box = (SELECT box FROM t WHERE t.id <> rec.id) WHERE id IN (SELECT id FROM t)",
      // into another vault
      "UPDATE rec SET vault = 3 WHERE id = (SELECT max(id) FROM rec WHERE vault = 2)",
      "UPDATE rec SET vault = 2 WHERE id = (SELECT max(id) FROM rec WHERE vault = 3)",
      "UPDATE rec SET vault = 1 WHERE id = (SELECT max(id) FROM rec WHERE vault = 3)",
      "UPDATE rec SET vault = 4 - vault WHERE vault IN (1, 3)",
      // an altered, shorter or empty box
      "UPDATE rec SET box = zeroblob(length(box)) WHERE id = (SELECT max(id) FROM rec WHERE vault = 3)",
      "UPDATE rec SET box = substr(box, 1, length(box) - 1) WHERE id = (SELECT max(id) FROM rec WHERE vault = 3)",
      "UPDATE rec SET box = x'' WHERE vault = 3",
      // heads
      "DELETE FROM head WHERE vault = 3", "DELETE FROM head WHERE vault = 2", "DELETE FROM head",
      "UPDATE head SET box = zeroblob(length(box)) WHERE vault = 3",
      "UPDATE head SET vault = 9 WHERE vault = 1; UPDATE head SET vault = 1 WHERE vault = 3;"
      "UPDATE head SET vault = 3 WHERE vault = 9",
      // things of the old copy put back
      attach + "UPDATE head SET box = (SELECT box FROM old.head WHERE vault = 3) WHERE vault = 3",
      attach + "UPDATE head SET box = (SELECT box FROM old.head WHERE vault = 2) WHERE vault = 2",
      attach + "DELETE FROM rec WHERE vault = 3; INSERT INTO rec SELECT * FROM old.rec WHERE vault = 3",
      attach + "DELETE FROM rec WHERE vault = 2; INSERT INTO rec SELECT * FROM old.rec WHERE vault = 2",
      // names, kinds, other tables
      "UPDATE partner SET name = 'Alec' WHERE id = 1", "UPDATE partner SET name = 'Pam' WHERE id = 2",
      "UPDATE partner SET colour = 5 WHERE id = 2", "UPDATE partner SET name = '' WHERE id = 2",
      "DELETE FROM partner WHERE id = 2", "DELETE FROM partner", "UPDATE vault SET owner = 1 WHERE id = 2",
      "UPDATE vault SET owner = 1 WHERE id = 3", "UPDATE vault SET name = 'Sam', colour = 1 WHERE id = 2",
      "INSERT INTO vault VALUES (4, 2, 'Sam', 1)", "INSERT INTO vault VALUES (4, NULL, NULL, NULL)",
      "UPDATE rec SET vault = 4 WHERE id = (SELECT max(id) FROM rec WHERE vault = 3)", "DELETE FROM vault WHERE id = 1",
      "DELETE FROM meta", "INSERT INTO meta SELECT * FROM meta", "UPDATE meta SET uuid = zeroblob(16)",
      "UPDATE meta SET format = 2", "PRAGMA user_version = 0",
      "UPDATE draft SET box = zeroblob(length(box)) WHERE vault = 2",
      attach + "DELETE FROM draft; INSERT INTO draft SELECT * FROM old.draft", "DELETE FROM draft WHERE vault = 2",
      "UPDATE draft SET place = zeroblob(16) WHERE vault = 2", "UPDATE draft SET vault = 3 WHERE vault = 2",
      // the schema
      "CREATE TABLE more (x)", "CREATE INDEX byVault ON rec (vault)",
      "CREATE TRIGGER t AFTER INSERT ON rec BEGIN DELETE FROM rec; END", "CREATE VIEW v AS SELECT * FROM rec",
      "ALTER TABLE rec ADD COLUMN more INTEGER", "DROP TABLE draft"};
  Desk desk;
  prepare(desk);
  const std::string sound = bytesIn(desk.file());
  for (const std::string& deed : deeds) {
    INFO(deed);
    std::string sql = deed;
    if (const auto at = sql.find("{old}"); at != std::string::npos) sql.replace(at, 5, desk.file("old.footbridge"));
    putBytes(desk.file(), sound);
    RawFile(desk.file()).run("PRAGMA ignore_check_constraints = ON;" + sql);
    const std::string touched = bytesIn(desk.file());
    CHECK(complaint(desk) == ErrorKind::Damaged);
    CHECK(bytesIn(desk.file()) == touched);
  }
}

TEST_CASE("A slot that was edited is damage, and costs no memory to refuse", "[tamper]") {
  const std::vector<std::string> deeds{
      "UPDATE slot SET mem = 4398046511104 WHERE kind = 2",
      "UPDATE slot SET mem = 1073741825 WHERE kind = 2",
      "UPDATE slot SET mem = 67108863 WHERE kind = 2",
      "UPDATE slot SET mem = -1 WHERE kind = 3",
      "UPDATE slot SET ops = 0 WHERE kind = 2",
      "UPDATE slot SET ops = 21 WHERE kind = 2",
      "UPDATE slot SET ops = 2 WHERE kind = 2",
      "UPDATE slot SET ops = 1, mem = 67108864 WHERE kind = 1",
      "UPDATE slot SET salt = zeroblob(16) WHERE kind = 2",
      "UPDATE slot SET salt = zeroblob(15) WHERE kind = 2",
      "UPDATE slot SET \"check\" = zeroblob(32) WHERE kind = 3",
      "UPDATE slot SET box = zeroblob(length(box)) WHERE kind = 2",
      "UPDATE slot SET box = zeroblob(10) WHERE kind = 2",
      "UPDATE slot SET box = CAST(box || zeroblob(80) AS BLOB) WHERE kind = 2",
      "UPDATE slot SET id = id - 1 WHERE kind = 2",
      "UPDATE slot SET kind = 5 - kind WHERE kind IN (2, 3)",
      "UPDATE slot SET kind = 1 WHERE kind = 2",
      "UPDATE slot SET vault = 1 WHERE kind = 2",
      "UPDATE slot SET vault = 3 WHERE kind = 2",
      "UPDATE slot SET vault = 4 WHERE kind = 2",
      "UPDATE slot SET vault = 3 - vault WHERE vault < 3",
      "DELETE FROM slot WHERE kind = 2",
      "DELETE FROM slot WHERE kind = 3",
      "DELETE FROM slot WHERE vault = 3",
      "DELETE FROM slot WHERE vault = 1",
      "INSERT INTO slot SELECT 5, vault, kind, salt, ops, mem, \"check\", box FROM slot WHERE kind = 1 LIMIT 1"};
  Desk desk;
  prepare(desk);
  const std::string sound = bytesIn(desk.file());
  for (const std::string& deed : deeds) {
    INFO(deed);
    putBytes(desk.file(), sound);
    RawFile(desk.file()).run("PRAGMA ignore_check_constraints = ON;" + deed);
    CHECK(complaint(desk) == ErrorKind::Damaged);
  }
}

TEST_CASE("Damage in a locked vault is not guessed at", "[tamper]") {
  Desk desk;
  prepare(desk);
  RawFile(desk.file()).run("DELETE FROM rec WHERE id = (SELECT max(id) FROM rec WHERE vault = 2)");
  const auto journal = desk.open();
  const VerifyReport report = journal->verify();
  CHECK(report.sound());
  REQUIRE(report.vaults.size() == 3);
  CHECK(report.vaults[0].check == VaultCheck::Sound);
  CHECK(report.vaults[1].check == VaultCheck::NotChecked);
  CHECK(report.vaults[2].check == VaultCheck::Sound);
  const auto refused = journal->unlock(PartnerId::B, secret(kSam));
  CHECK(kindOf(refused) == ErrorKind::Damaged);
  CHECK(refused.error().place == "b");
  CHECK(journal->door(VaultId::B) == DoorState::Locked);
  CHECK(journal->entries(Reader::A).size() == 7);
}

namespace {

/// Everything that can be read; nothing when something was reported instead.
using Content = std::tuple<std::vector<Entry>, std::vector<Partner>, std::optional<std::string>>;
std::optional<Content> contentOf(Desk& desk, bool unlocks) {
  auto journal = desk.shelf().openSealed(desk.file());
  if (!journal || (unlocks && !journal.value()->unlock(PartnerId::B, secret(kSam)))) return std::nullopt;
  std::vector<Entry> entries = journal.value()->entries(Reader::A);
  for (Entry& entry : journal.value()->entries(Reader::B)) entries.push_back(std::move(entry));
  return Content(entries, journal.value()->partners(), journal.value()->findDraft(VaultId::B, "p"));
}

void putByte(const std::string& file, std::size_t place, char byte) {
  std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
  stream.seekp(static_cast<std::streamoff>(place));
  stream.put(byte);
  REQUIRE(stream.flush());
}

/// Flips bits all over the file, one at a time; answers how many were reported.
std::size_t flipBits(Desk& desk, std::size_t flips, bool unlocks) {
  const std::string sound = bytesIn(desk.file());
  const auto reference = contentOf(desk, unlocks);
  REQUIRE(reference.has_value());
  std::size_t reported = 0;
  for (std::size_t flip = 1; flip <= flips; ++flip) {
    const std::size_t bit = (flip * 2654435761U) % (sound.size() * 8);
    putByte(desk.file(), bit / 8, static_cast<char>(sound[bit / 8] ^ (1 << (bit % 8))));
    const auto content = contentOf(desk, unlocks);
    INFO("bit " << bit);
    if (content)
      REQUIRE((*content == *reference));
    else
      ++reported;
    putByte(desk.file(), bit / 8, sound[bit / 8]);
  }
  CHECK(bytesIn(desk.file()) == sound);
  return reported;
}

}  // namespace

TEST_CASE("Bits that flip are never read as something else", "[tamper]") {
  Desk desk;
  {
    const auto journal = desk.create();
    for (int i = 0; i < 12; ++i) {
      REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note(std::string(static_cast<std::size_t>(i) * 60, 'x'))).ok());
      REQUIRE(journal->begin(VaultId::B, begun(SittingMode::OwnLook, PartnerId::B)).ok());
    }
    REQUIRE(journal->putDraft(VaultId::B, "p", "draft").ok());
  }
  CHECK(flipBits(desk, 600, false) > 60);
}

TEST_CASE("Bits that flip in a protected journal are never read as something else", "[tamper]") {
  Desk desk;
  prepare(desk);
  CHECK(flipBits(desk, 60, true) > 0);
}
