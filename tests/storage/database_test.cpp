// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <string>

#include "catch.h"
#include "storage/desk.h"

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
