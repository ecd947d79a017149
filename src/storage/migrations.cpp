// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include <string>
#include <string_view>

#include "storage/damaged.h"
#include "storage/hashing.h"
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

/// Of schemaText() after every shipped step. Written down, since running the steps takes longer than reading a journal;
/// whoever adds a step finds the new one in the message of the test.
constexpr std::string_view kCurrentSchema = "3fe512fea1c08c2b8d1fa4325acc92c7";

Result<bool> isSchema(const std::string& text, MigrationSteps steps) {
  const bool current = steps.data() == kMigrations && steps.size() == std::size(kMigrations);
  if (current) return toHex(hashOf(bytesOf(text))) == kCurrentSchema;
  const auto made = schemaOf(steps);
  if (!made) return made.error();
  return made.value() == text;
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

Result<std::string> schemaHash(Database& database) {
  const auto text = schemaText(database);
  if (!text) return text.error();
  return toHex(hashOf(bytesOf(text.value())));
}

Result<void> checkSchema(Database& database, MigrationSteps steps) {
  const auto found = schemaText(database);
  if (!found) return found.error();
  const auto same = isSchema(found.value(), steps);
  if (!same) return same.error();
  return same.value() ? Result<void>{} : damaged("schema");
}

}  // namespace footbridge::storage
