// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <string>

#include "catch.h"
#include "storage/desk.h"
#include "storage/raw_file.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

TEST_CASE("A journal's file is open with the settings that keep what is written", "[database]") {
  Desk desk;
  desk.create().reset();
  const auto database = Database::open(desk.file(), Access::ReadWrite);
  REQUIRE(database.ok());
  struct Setting {
    const char* name;
    std::int64_t value;
  };
  for (const auto& [name, value] : {Setting{"synchronous", 3},
                                    {"cell_size_check", 1},
                                    {"mmap_size", 0},
                                    {"temp_store", 2},
                                    {"secure_delete", 1},
                                    {"trusted_schema", 0}}) {
    CAPTURE(name);
    const auto found = (*database)->number(std::string("PRAGMA ") + name);
    REQUIRE(found.ok());
    CHECK(*found == value);
  }
  for (const auto& [name, value] : {std::pair{"locking_mode", "exclusive"}, {"journal_mode", "delete"}}) {
    CAPTURE(name);
    auto asked = (*database)->prepare(std::string("PRAGMA ") + name);
    REQUIRE(asked.ok());
    REQUIRE(asked->step().value());
    CHECK(asked->text(0) == value);
  }
}

TEST_CASE("A file can make its connection run nothing, and nothing in it can be made another thing", "[database]") {
  const auto database = Database::inMemory();
  REQUIRE(database.ok());
  Database& open = **database;
  REQUIRE(open.run("CREATE TABLE t(x); CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END;"
                   " CREATE VIEW v AS SELECT x FROM t; INSERT INTO t VALUES (1)")
              .ok());
  CHECK(open.number("SELECT count(*) FROM t").value() == 1);  // the trigger did not run
  CHECK_FALSE(open.number("SELECT count(*) FROM v").ok());
  CHECK_FALSE(open.number("SELECT \"no such column\" FROM t").ok());  // is no text
  CHECK_FALSE(open.number("SELECT length(zeroblob(70000000))").ok());
  CHECK_FALSE(open.run("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE t(y)'").ok());
}

namespace {

constexpr const char* kOld = "words that went, under a key of before";

/// Leaves old bytes in pages that nothing refers to, as a sweep that was cut short does.
void leaveOldBytes(const std::string& file) {
  RawFile raw(file);
  raw.run("PRAGMA secure_delete = OFF; CREATE TABLE swept(x)");
  for (int i = 0; i < 300; ++i) raw.run(std::string("INSERT INTO swept VALUES ('") + kOld + "' || hex(zeroblob(2000)))");
  raw.run("DROP TABLE swept");
}

bool hasOldBytes(const std::string& file) {
  return bytesIn(file).find(kOld) != std::string::npos;
}

}  // namespace

TEST_CASE("A sweep that was cut short is made up for when the journal is next opened", "[database]") {
  Desk desk;
  desk.create().reset();
  leaveOldBytes(desk.file());
  REQUIRE(hasOldBytes(desk.file()));
  SECTION("as the rollback journal tells, which the ended program left") {
    putBytes(desk.file() + "-journal", std::string(512, '\0'));
    desk.open().reset();
    CHECK_FALSE(hasOldBytes(desk.file()));
    CHECK_FALSE(std::filesystem::exists(desk.file() + "-journal"));
  }
  SECTION("as a hot one tells, whose pages go back before anything else is done") {
    std::filesystem::rename(desk.file(), desk.file("whole"));
    copyCutShort(desk.file("whole"), desk.file());
    REQUIRE(std::filesystem::file_size(desk.file() + "-journal") > 0);
    REQUIRE(hasOldBytes(desk.file()));
    desk.open().reset();
    CHECK_FALSE(hasOldBytes(desk.file()));
  }
  SECTION("and not where nothing tells of one") {
    desk.open().reset();
    CHECK(hasOldBytes(desk.file()));  // the control
  }
}

TEST_CASE("A sweep that was not possible is tried once more before the file is closed", "[database]") {
  Desk desk;
  desk.create().reset();
  leaveOldBytes(desk.file());
  {
    const auto database = Database::open(desk.file(), Access::ReadWrite);
    REQUIRE(database.ok());
    REQUIRE((*database)->run("BEGIN").ok());
    CHECK_FALSE((*database)->purge().ok());  // not in the middle of a transaction
    REQUIRE((*database)->run("COMMIT").ok());
    CHECK(hasOldBytes(desk.file()));
  }
  CHECK_FALSE(hasOldBytes(desk.file()));
}
