// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_file.h"

#include <utility>

#include "storage/damaged.h"
#include "storage/migrations.h"
#include "storage/placing.h"
#include "storage/upgrading.h"
#include "storage/vault.h"
#include "system/platform.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNotAFile = "not a regular file";
constexpr std::uintmax_t kSmallestFile = 512;  // no SQLite database is smaller

Error withFile(Error error, const fs::path& file) {
  if (error.subject.empty()) error.subject = file.string();
  return error;
}

/// A journal never has one of its own, and SQLite would take the file to be in a mode that nobody may open here.
bool isForeignLog(const fs::path& file) {
  std::error_code missing;
  const std::uintmax_t size = fs::file_size(file, missing);
  return !missing && size > 0;
}

/// SQLite opens by itself what bears one of these names. A pipe, say, would keep it waiting for ever.
Result<void> checkBeside(const fs::path& file) {
  for (const char* const ending : kSideEndings) {
    const fs::path other = beside(file, ending);
    const auto type = typeOf(other);
    if (!type) return namedFor(type.error(), other, file);
    if (type.value() != fs::file_type::not_found && type.value() != fs::file_type::regular)
      return errorAt(ErrorKind::NotAJournal, other, kInTheWay);
  }
  const fs::path log = beside(file, "-wal");
  return isForeignLog(log) ? Result<void>(errorAt(ErrorKind::NotAJournal, log, kInTheWay)) : Result<void>();
}

Result<void> checkPlace(const fs::path& file) {
  std::error_code problem;
  const fs::file_status status = fs::symlink_status(file, problem);
  if (status.type() == fs::file_type::not_found) return errorAt(ErrorKind::NotFound, file);
  if (problem) return errorAt(ErrorKind::DiskFailed, file, "stat", problem.value());
  if (status.type() == fs::file_type::symlink) return errorAt(ErrorKind::NotAJournal, file, "symbolic link");
  if (status.type() != fs::file_type::regular) return errorAt(ErrorKind::NotAJournal, file, kNotAFile);
  const std::uintmax_t size = fs::file_size(file, problem);
  if (problem || size < kSmallestFile) return errorAt(ErrorKind::NotAJournal, file, "too small");
  return checkBeside(file);
}

/// That a program which ended badly left a rollback journal with old pages in it, and may have been about to purge the
/// file. Asked before that is opened: SQLite may put the pages back and remove the journal.
bool wasCutShort(const fs::path& file) {
  std::error_code none;
  const std::uintmax_t left = fs::file_size(beside(file, "-journal"), none);
  return !none && left > 0;
}

/// Where there is no room for it, in memory or on the disk, that keeps nobody from their words.
Result<void> makeUpForPurge(Database& database) {
  if (database.readOnly()) return {};
  const auto purged = database.purge();
  return purged || !database.failure() ? Result<void>() : purged;
}

Result<JournalFile> readJournalFile(std::unique_ptr<Database> database) {
  auto contents = readContents(*database);
  if (!contents) return contents.error();
  return JournalFile{std::move(database), contents->mark, std::move(contents->keyring)};
}

Result<void> insertMark(Database& database, const JournalMark& mark) {
  auto insert = database.prepare("INSERT INTO meta (uuid, format) VALUES (?, ?)");
  if (!insert) return insert.error();
  return insert->bind(1, BytesView(mark.uuid)).bind(2, static_cast<std::int64_t>(mark.format)).run();
}

/// Keys, slots and empty vaults for everybody.
Result<void> furnish(Database& database, const JournalMark& mark, const std::vector<Partner>& partners) {
  Keyring keyring(mark, partners);
  const Key shared = Key::random();
  Head oursHead;
  for (const Partner& partner : partners) {
    const PersonalKeys keys{Key::random(), {Key::random(), shared.copy(), Key::random()}};
    oursHead.publicKeys[placeInHead(partner.id)] = keys.keys.publicKey();
    if (auto done = keyring.putOpen(partner.id, keys); !done) return done;
    const VaultKeys vault(keys.keys.vault.copy());
    if (auto done = writeHead(database, mark, vault, vaultOf(partner.id), {}); !done) return done;
  }
  if (auto done = keyring.putOpenShared(shared); !done) return done;
  if (auto done = writeHead(database, mark, VaultKeys(shared.copy()), VaultId::Ours, oursHead); !done) return done;
  return keyring.save(database);
}

Result<void> fill(Database& database, const std::vector<Partner>& partners) {
  JournalMark mark{{}, currentFormat()};
  fillRandom(mark.uuid);
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  if (auto done = migrate(database, 0); !done) return done;
  if (auto done = insertMark(database, mark); !done) return done;
  if (auto done = furnish(database, mark, partners); !done) return done;
  return transaction->commit();
}

Result<void> fillFile(const fs::path& file, const std::vector<Partner>& partners) {
  auto database = Database::open(file, Access::ReadWrite);
  if (!database) return database.error();
  return fill(*database.value(), partners);
}

}  // namespace

Result<void> checkLocal(const fs::path& file) {
  if (platform::fileSystemOf(file.parent_path()) == platform::FileSystemKind::Network)
    return errorAt(ErrorKind::NetworkFileSystem, file);
  return {};
}

/// Without any right to write, even for the administrator: its owner meant it to be looked at.
Access accessOf(const fs::path& file) {
  constexpr auto kAnyWrite = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  std::error_code ignored;
  const fs::perms perms = fs::symlink_status(file, ignored).permissions();
  // A save needs the folder as well: the rollback journal is made there.
  const bool may =
      (perms & kAnyWrite) != fs::perms::none && platform::mayWrite(file) && platform::mayWrite(file.parent_path());
  return may ? Access::ReadWrite : Access::ReadOnly;
}

/// Says no to foreign files before SQLite could roll back a journal of theirs or take a lock.
Result<std::int64_t> formatOf(const fs::path& file) {
  if (auto fits = checkPlace(file); !fits) return fits.error();
  auto header = Database::readHeader(file);
  if (!header) return header.error();
  if (!header->isSqlite || header->application != kApplicationId) return errorAt(ErrorKind::NotAJournal, file);
  if (header->format > currentFormat()) return errorAt(ErrorKind::NewerFormat, file, "", header->format);
  if (header->format < 1 || !header->rollbackJournal) return errorAt(ErrorKind::Damaged, file, "header");
  return header->format;
}

Result<JournalMark> readMark(Database& database) {
  auto format = database.number("PRAGMA user_version");
  if (!format) return format.error();
  auto rows = database.prepare("SELECT uuid, format FROM meta");
  if (!rows) return rows.error();
  auto row = rows->step();
  if (!row) return row.error();
  JournalMark mark;
  const bool fits = row.value() && rows->blob(0).size() == mark.uuid.size() && rows->number(1) >= 1 &&
                    rows->number(1) <= format.value();
  if (!fits) return damaged("meta");
  mark.uuid = ByteReader(rows->blob(0)).raw<sizeof mark.uuid>();
  mark.format = static_cast<std::uint32_t>(rows->number(1));
  auto second = rows->step();
  if (!second) return second.error();
  if (second.value()) return damaged("meta");
  return mark;
}

Result<JournalContents> readContents(Database& database) {
  if (auto sound = database.checkIntegrity(); !sound) return sound.error();
  if (auto sound = checkSchema(database); !sound) return sound.error();
  auto mark = readMark(database);
  if (!mark) return mark.error();
  auto keyring = Keyring::load(database, mark.value());
  if (!keyring) return keyring.error();
  return JournalContents{mark.value(), std::move(keyring).value()};
}

Result<fs::path> placeOf(const std::string& path) {
  std::error_code problem;
  const fs::path whole = fs::absolute(path, problem);
  if (problem || path.empty()) return errorAt(ErrorKind::NotFound, path);
  if (!whole.has_filename())
    return fs::is_directory(whole, problem) ? errorAt(ErrorKind::NotAJournal, path, kNotAFile)
                                            : errorAt(ErrorKind::NotFound, path);
  const fs::path folder = fs::canonical(whole.parent_path(), problem);
  if (problem) return errorAt(ErrorKind::NotFound, path, "folder");
  return folder / whole.filename();
}

Result<JournalMark> markOf(const fs::path& file) {
  if (const auto format = formatOf(file); !format) return format.error();
  auto database = Database::open(file, Access::ReadOnly);
  if (!database) return database.error();
  return readMark(*database.value());
}

Result<JournalFile> openToRead(const fs::path& file) {
  const auto format = formatOf(file);
  if (!format) return format.error();
  if (auto fits = checkLocal(file); !fits) return fits.error();
  if (format.value() < currentFormat()) return errorAt(ErrorKind::NotAllowed, file, "older format");
  auto database = Database::open(file, Access::ReadOnly);
  if (!database) return database.error();
  auto journal = readJournalFile(std::move(database).value());
  if (!journal) return withFile(journal.error(), file);
  return journal;
}

Result<JournalFile> openJournalFile(const fs::path& file, const fs::path& backups) {
  const auto format = formatOf(file);
  if (!format) return format.error();
  if (auto fits = checkLocal(file); !fits) return fits.error();
  if (format.value() < currentFormat()) {
    if (auto done = upgradeJournalFile(file, backups); !done) return done.error();
  }
  const bool cutShort = wasCutShort(file);
  auto database = Database::open(file, accessOf(file));
  if (!database) return database.error();
  auto journal = readJournalFile(std::move(database).value());
  if (!journal) return withFile(journal.error(), file);
  if (!cutShort) return journal;
  if (auto done = makeUpForPurge(*journal->database); !done) return withFile(done.error(), file);
  return journal;
}

Result<JournalFile> journalInMemory(const std::vector<Partner>& partners) {
  auto database = Database::inMemory();
  if (!database) return database.error();
  if (auto done = fill(*database.value(), partners); !done) return done.error();
  return readJournalFile(std::move(database).value());
}

Result<void> createJournalFile(const fs::path& file, const std::vector<Partner>& partners) {
  if (auto free = checkFree(file); !free) return free;
  if (auto fits = checkLocal(file); !fits) return fits.error();
  const Scrap made(placeToMake(file));
  auto done = touch(made.file());
  if (done) done = fillFile(made.file(), partners);
  if (done) done = giveName(made.file(), file);
  if (!done) return namedFor(done.error(), made.file(), file);
  return {};
}

}  // namespace footbridge::storage
