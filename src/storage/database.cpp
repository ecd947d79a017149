// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <sqlite3.h>

#include <cerrno>
#include <utility>

#include "storage/guarded_disk.h"
#include "storage/rollback_journal.h"

namespace footbridge::storage {
namespace {

constexpr int kLargestBox = 64 * 1024 * 1024;
constexpr int kPatience = 250;  // milliseconds for somebody else to finish opening or closing

std::optional<platform::FileHold> holdOf(const std::filesystem::path& file, Access access) {
  using Way = platform::FileHold::Way;
  return platform::FileHold::take(file, access == Access::ReadOnly ? Way::Shared : Way::Alone);
}

/// A sync that failed is never just a full disk: nobody knows what of it was written.
bool meansFull(int extended, int systemError) {
  return extended == SQLITE_FULL ||
         (extended == SQLITE_IOERR_WRITE && (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG));
}

/// A write that a power cut ended is to be taken back first, and this connection may only read.
bool meansNotClosed(int extended) {
  return extended == SQLITE_READONLY_ROLLBACK || extended == SQLITE_READONLY_RECOVERY;
}

ErrorKind kindOf(int extended, int systemError) {
  if (meansFull(extended, systemError)) return ErrorKind::DiskFull;
  if (extended == SQLITE_READONLY_DBMOVED) return ErrorKind::NotFound;
  switch (extended & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorKind::InUse;
    case SQLITE_READONLY:
      return ErrorKind::ReadOnly;
    case SQLITE_NOTADB:
      return ErrorKind::NotAJournal;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
    case SQLITE_PERM:
      return ErrorKind::DiskFailed;
    default:
      return ErrorKind::Damaged;
  }
}

/// What the system last said about one of SQLite's files.
int lastErrorOf(sqlite3* connection, int whichFile) {
  sqlite3_file* file = nullptr;
  int error = 0;
  sqlite3_file_control(connection, "main", whichFile, &file);
  if (file && file->pMethods) file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
  return error;
}

/// By the time SQLite has rolled back, errno is often another's; the files remember their own.
int systemErrorOf(sqlite3* connection) {
  for (const int file : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
    if (const int error = lastErrorOf(connection, file); error != 0) return error;
  }
  return sqlite3_system_errno(connection);
}

}  // namespace

// ---- Statement

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::note(int code) {
  if (m_bindCode == SQLITE_OK) m_bindCode = code;
}

Statement& Statement::bind(int at, std::int64_t value) {
  note(sqlite3_bind_int64(m_statement.get(), at, value));
  return *this;
}
Statement& Statement::bind(int at, BytesView value) {
  // Bytes without any have no address either, which SQLite would take for NULL.
  if (value.empty())
    note(sqlite3_bind_zeroblob(m_statement.get(), at, 0));
  else
    note(sqlite3_bind_blob64(m_statement.get(), at, value.data(), value.size(), SQLITE_TRANSIENT));
  return *this;
}
Statement& Statement::bind(int at, std::string_view value) {
  note(sqlite3_bind_text64(m_statement.get(), at, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Result<bool> Statement::step() {
  if (m_bindCode != SQLITE_OK) return m_database->errorOf(m_bindCode);
  const int code = sqlite3_step(m_statement.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) return m_database->errorOf(code);
  if (sqlite3_stmt_readonly(m_statement.get()) == 0) m_database->noteOurs();
  return false;
}

Result<void> Statement::run() {
  Result<bool> more = true;
  do more = step();
  while (more.ok() && more.value());
  if (!more) return more.error();
  sqlite3_reset(m_statement.get());
  sqlite3_clear_bindings(m_statement.get());
  return {};
}

int Statement::columns() const {
  return sqlite3_column_count(m_statement.get());
}
ValueKind Statement::kind(int column) const {
  switch (sqlite3_column_type(m_statement.get(), column)) {
    case SQLITE_INTEGER:
      return ValueKind::Integer;
    case SQLITE_FLOAT:
      return ValueKind::Real;
    case SQLITE_TEXT:
      return ValueKind::Text;
    case SQLITE_BLOB:
      return ValueKind::Blob;
    default:
      return ValueKind::Null;
  }
}
std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(m_statement.get(), column);
}
bool Statement::isNull(int column) const {
  return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}
BytesView Statement::blob(int column) const {
  const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(m_statement.get(), column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}
std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
  if (!bytes) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

// ---- Database

void Database::Close::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

Database::Database(sqlite3* connection, std::string file, Access access)
    : m_connection(connection), m_file(std::move(file)), m_access(access) {}

Database::~Database() {
  if (m_owesPurge && !m_failure && checkThere().ok()) static_cast<void>(purge());
}

Result<FileHeader> Database::readHeader(const std::filesystem::path& path) {
  std::array<unsigned char, FileHeader::kSize> bytes{};
  const FirstRead first = readFirst(path.string(), bytes);
  if (first.opened != SQLITE_OK) return Error{kindOf(first.opened, errno), path.string(), {}, "open", errno};
  if (first.read == SQLITE_IOERR_SHORT_READ) return FileHeader{};
  if (first.read != SQLITE_OK) return Error{ErrorKind::DiskFailed, path.string(), {}, "read", errno};
  const FileHeader header = FileHeader::from(bytes);
  if (header.application == kApplicationId) return header;
  // When the power went while these bytes were written, they may be anything, and SQLite is about to put them back.
  const auto before = firstPageBefore(path);
  return before ? FileHeader::from(*before) : header;
}

Result<std::unique_ptr<Database>> Database::connect(const std::string& file, int flags, Access access) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &raw, flags | SQLITE_OPEN_EXRESCODE, guardedDisk());
  std::unique_ptr<Database> database(new Database(raw, file, access));
  if (code != SQLITE_OK) return database->errorOf(code);
  if (auto done = database->harden(); !done) return done.error();
  return database;
}

// Nothing here parses the name as a URI: it is absolute, so it never begins with "file:".
Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Access access) {
  // Before SQLite looks at the file: what another writes just now would look to it like something cut short.
  auto hold = holdOf(file, access);
  if (!hold) return Error{ErrorKind::InUse, file.string(), {}, "held"};
  const int mode = access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  auto database = connect(file.string(), mode | SQLITE_OPEN_NOFOLLOW, access);
  if (!database) return database;
  database.value()->m_hold.emplace(*std::move(hold));
  if (auto done = database.value()->takeLock(); !done) return done.error();
  return database;
}

Result<std::unique_ptr<Database>> Database::inMemory() {
  return connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, Access::ReadWrite);
}

Result<std::unique_ptr<Database>> Database::fromBytes(Bytes file) {
  auto database = inMemory();
  if (!database) return database;
  Database& loaded = *database.value();
  loaded.m_bytes = std::move(file);
  loaded.m_access = Access::ReadOnly;
  const auto size = static_cast<sqlite3_int64>(loaded.m_bytes.size());
  const int code = sqlite3_deserialize(loaded.m_connection.get(), "main", loaded.m_bytes.data(), size, size,
                                       SQLITE_DESERIALIZE_READONLY);
  if (code != SQLITE_OK) return loaded.errorOf(code);
  return database;
}

Result<void> Database::harden() {
  sqlite3* const connection = m_connection.get();
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, kLargestBox);
  sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 1);  // VACUUM attaches its copy
  return run(
      "PRAGMA synchronous = EXTRA; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
      " PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;");
}

// Only when it is ours do we say that it is to be kept. A connection that keeps its locks also keeps the lesser one
// that it gets on the way, and when two open the file at once, each would stand in the other's way until both gave up.
Result<void> Database::takeLock() {
  sqlite3_busy_timeout(m_connection.get(), kPatience);
  if (auto done = run("BEGIN EXCLUSIVE; PRAGMA locking_mode = EXCLUSIVE"); !done) return done;
  if (auto done = number("SELECT count(*) FROM sqlite_schema"); !done) return done.error();
  if (auto done = run("COMMIT"); !done) return done;
  if (readOnly()) return {};
  return run("PRAGMA journal_mode = DELETE");
}

Error Database::errorOf(int code) {
  sqlite3* const connection = m_connection.get();
  const int extended = connection ? sqlite3_extended_errcode(connection) : code;
  const int systemError = connection ? systemErrorOf(connection) : 0;
  Error error{kindOf(extended, systemError), m_file, {}, sqlite3_errstr(extended), systemError};
  if (meansNotClosed(extended)) error.detail = kNotClosed;
  const bool untrusted = error.kind == ErrorKind::DiskFailed && (code & 0xff) == SQLITE_IOERR;
  if (untrusted) error.place = kReopen;
  if (untrusted && !m_failure) m_failure = error;
  m_ours.reset();  // what a full disk left half written SQLite takes back the next time
  return error;
}

bool Database::inTransaction() const {
  return sqlite3_get_autocommit(m_connection.get()) == 0;
}

Result<void> Database::run(const std::string& sql) {
  if (auto ours = checkOurs(); !ours) return ours;
  const int code = sqlite3_exec(m_connection.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return errorOf(code);
  noteOurs();
  return {};
}

Result<void> Database::flush() {
  const int code = sqlite3_db_cacheflush(m_connection.get());
  if (code != SQLITE_OK) return errorOf(code);
  return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v2(m_connection.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
  Statement statement(*this, raw);
  if (code != SQLITE_OK) return errorOf(code);
  return statement;
}

Result<std::int64_t> Database::number(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return statement.error();
  auto row = statement->step();
  if (!row) return row.error();
  return row.value() ? statement->number(0) : 0;
}

// SQLite would go on writing into a file that has no name any more, and that goes when it is closed.
Result<void> Database::checkThere() {
  int moved = 0;
  sqlite3_file_control(m_connection.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (moved != 0) return Error{ErrorKind::NotFound, m_file, {}, kMoved};
  return {};
}

// What SQLite has read it keeps, since it holds the lock; written over the pages of another, that would leave neither.
Result<void> Database::checkOurs() const {
  const auto now = inTransaction() ? std::nullopt : markNow();
  if (!m_ours || !now || *now == *m_ours) return {};
  return Error{ErrorKind::DiskFailed, m_file, kReopen, kOverwritten};
}

void Database::noteOurs() {
  if (!inTransaction()) m_ours = markNow();
}

std::optional<FileMark> Database::markNow() const {
  sqlite3_file* file = nullptr;
  if (!m_hold || readOnly()) return std::nullopt;
  sqlite3_file_control(m_connection.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file == nullptr || file->pMethods == nullptr) return std::nullopt;
  FileMark mark;
  sqlite3_int64 size = 0;
  const int sized = file->pMethods->xFileSize(file, &size);
  const int read = file->pMethods->xRead(file, mark.first.data(), static_cast<int>(mark.first.size()), 0);
  if (sized != SQLITE_OK || (read != SQLITE_OK && read != SQLITE_IOERR_SHORT_READ)) return std::nullopt;
  mark.size = size;
  return mark;
}

Result<void> Database::checkIntegrity() {
  auto statement = prepare("PRAGMA integrity_check(1)");
  if (!statement) return statement.error();
  auto row = statement->step();
  if (!row) return row.error();
  if (!row.value() || statement->text(0) != "ok") return Error{ErrorKind::Damaged, m_file, {}, "integrity"};
  return {};
}

// The name is bound as a value, and is absolute, so that no part of it is taken for a URI.
Result<void> Database::copyInto(const std::filesystem::path& empty) {
  if (m_failure) return *m_failure;
  auto vacuum = prepare("VACUUM INTO ?");
  if (!vacuum) return vacuum.error();
  const auto copied = vacuum->bind(1, std::string_view(empty.string())).run();
  m_failure.reset();  // this file was only read
  if (copied) return {};
  Error error = copied.error();
  error.subject = empty.string();
  return error;
}

// With the lock held, DELETE mode only blanks the journal's header and leaves old pages behind it; TRUNCATE does not.
Result<void> Database::emptyJournal() {
  if (auto done = run("PRAGMA journal_mode = TRUNCATE"); !done) return done;
  auto format = number("PRAGMA user_version");
  if (!format) return format.error();
  if (auto done = run("PRAGMA user_version = " + std::to_string(format.value())); !done) return done;
  return run("PRAGMA journal_mode = DELETE");
}

Result<void> Database::purge() {
  const auto repacked = run("VACUUM");
  m_owesPurge = !repacked;
  auto emptied = emptyJournal();
  return repacked ? emptied : repacked;
}

// ---- Transaction

Result<Transaction> Transaction::begin(Database& database) {
  if (database.readOnly()) return Error{ErrorKind::ReadOnly, database.m_file};
  if (database.m_failure) return *database.m_failure;
  if (auto there = database.checkThere(); !there) return there.error();
  if (auto done = database.run("BEGIN EXCLUSIVE"); !done) return done.error();
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
  if (!m_database || sqlite3_get_autocommit(m_database->m_connection.get())) return;
  // Nothing is allocated on this way out, unless the disk fails as well.
  const int code = sqlite3_exec(m_database->m_connection.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  if (code != SQLITE_OK && !m_database->m_failure) m_database->m_failure = m_database->errorOf(code);
}

Result<void> Transaction::commit() {
  if (auto there = m_database->checkThere(); !there) return there;
  if (auto done = m_database->run("COMMIT"); !done) return done;
  m_database = nullptr;
  return {};
}

}  // namespace footbridge::storage
