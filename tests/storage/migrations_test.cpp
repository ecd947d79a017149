// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include <memory>
#include <utility>

#include "catch.h"

using namespace footbridge;
using namespace footbridge::storage;

namespace {

std::unique_ptr<Database> migrated() {
  auto database = Database::inMemory();
  REQUIRE(database);
  REQUIRE(migrate(*database.value(), 0));
  return std::move(database.value());
}

}  // namespace

TEST_CASE("What the shipped steps make is the schema that is written down", "[migrations]") {
  const auto database = migrated();
  INFO("kCurrentSchema is now " << schemaHash(*database).value());
  CHECK(checkSchema(*database));
}

TEST_CASE("One letter more in the schema is damage", "[migrations]") {
  const auto database = migrated();
  REQUIRE(database->run("CREATE INDEX extra ON head (box)"));
  const auto checked = checkSchema(*database);
  REQUIRE_FALSE(checked);
  CHECK(checked.error().kind == ErrorKind::Damaged);
}
