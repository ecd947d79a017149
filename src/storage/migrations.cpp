// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include <string>

#include "storage/migrations_sql.h"

namespace footbridge::storage {
namespace {

Result<std::string> schemaText(Database& database) {
  auto rows = database.prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY name");
  if (!rows) return rows.error();
  std::string text;
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!row.value()) return text;
    for (int column = 0; column < 4; ++column) (text += rows->text(column)) += '\n';
  }
}

Result<std::string> schemaOf(MigrationSteps steps) {
  auto empty = Database::inMemory();
  if (!empty) return empty.error();
  if (auto done = migrate(*empty.value(), 0, steps); !done) return done.error();
  return schemaText(*empty.value());
}

/// Made once: it is the same for every file that is opened.
const Result<std::string>& currentSchema() {
  static const auto schema = schemaOf(shippedSteps());
  return schema;
}

}  // namespace

MigrationSteps shippedSteps() {
  return kMigrations;
}

std::uint32_t currentFormat() {
  return static_cast<std::uint32_t>(std::size(kMigrations));
}

Result<void> migrate(Database& database, std::uint32_t from, MigrationSteps steps) {
  for (std::size_t step = from; step < steps.size(); ++step) {
    if (auto done = database.run(steps[step]); !done) return done;
  }
  if (auto done = database.run("PRAGMA application_id = " + std::to_string(kApplicationId)); !done) return done;
  return database.run("PRAGMA user_version = " + std::to_string(steps.size()));
}

Result<void> checkSchema(Database& database, MigrationSteps steps) {
  const bool current = steps.data() == kMigrations && steps.size() == std::size(kMigrations);
  const Result<std::string> expected = current ? currentSchema() : schemaOf(steps);
  if (!expected) return expected.error();
  const auto found = schemaText(database);
  if (!found) return found.error();
  if (found.value() != expected.value()) return Error{ErrorKind::Damaged, {}, {}, "schema"};
  return {};
}

}  // namespace footbridge::storage
