// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/verified_copy.h"

#include "storage/damaged.h"
#include "storage/hashing.h"
#include "storage/journal_file.h"
#include "storage/migrations.h"
#include "storage/placing.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

Error withFile(Error error, const fs::path& file) {
  if (error.subject.empty()) error.subject = file.string();
  return error;
}

/// Of an older format no more is known here than its schema and its mark; the steps that lead on from it look further.
Result<Soundness> checkOlder(Database& database, std::size_t format) {
  if (auto sound = database.checkIntegrity(); !sound) return sound.error();
  if (auto sound = checkSchema(database, shippedSteps().first(format)); !sound) return sound.error();
  auto mark = readMark(database);
  if (!mark) return mark.error();
  return Soundness{mark.value(), static_cast<std::int64_t>(format), {}, {}};
}

Result<Soundness> checkCurrent(Database& database) {
  auto contents = readContents(database);
  if (!contents) return contents.error();
  return Soundness{contents->mark, currentFormat(), contents->keyring.partners(), {}};
}

}  // namespace

Result<Soundness> checkSound(Database& database) {
  const auto format = database.number("PRAGMA user_version");
  if (!format) return format.error();
  if (format.value() > currentFormat()) return Error{ErrorKind::NewerFormat, {}, {}, {}, format.value()};
  if (format.value() < 1) return damaged("header");
  auto sound = format.value() == currentFormat() ? checkCurrent(database)
                                                 : checkOlder(database, static_cast<std::size_t>(format.value()));
  if (!sound) return sound;
  const auto all = digestOfAll(database);
  if (!all) return all.error();
  sound->all = all.value();
  return sound;
}

Result<Soundness> checkSound(const fs::path& file) {
  if (const auto format = formatOf(file); !format) return format.error();
  auto database = Database::open(file, Access::ReadOnly);
  if (!database) return database.error();
  auto sound = checkSound(*database.value());
  if (!sound) return withFile(sound.error(), file);
  return sound;
}

Result<Soundness> makeVerifiedCopy(Database& database, const fs::path& to) {
  if (auto made = touch(to); !made) return made.error();
  if (auto copied = database.copyInto(to); !copied) return copied.error();
  auto copy = checkSound(to);
  if (!copy) return copy;
  const auto all = digestOfAll(database);
  if (!all) return all.error();
  if (copy->all != all.value()) return errorAt(ErrorKind::Damaged, to, "copy");
  if (auto synced = sync(to); !synced) return synced.error();
  return copy;
}

}  // namespace footbridge::storage
