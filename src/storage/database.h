// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "domain/result.h"
#include "storage/bytes.h"
#include "storage/file_header.h"
#include "system/platform.h"

struct sqlite3;
struct sqlite3_stmt;

namespace footbridge::storage {

/// Footprint of a journal in an SQLite header: "Fbrg".
inline constexpr std::int32_t kApplicationId = 0x46627267;

enum class Access : std::uint8_t { ReadWrite, ReadOnly };

enum class ValueKind : std::uint8_t { Null, Integer, Real, Text, Blob };

class Database;

/// One prepared statement. Values are bound from 1, columns read from 0.
class Statement {
 public:
  Statement& bind(int at, std::int64_t value);
  /// No bytes are an empty blob and not NULL.
  Statement& bind(int at, BytesView value);
  Statement& bind(int at, std::string_view value);

  /// True while there is a row.
  [[nodiscard]] Result<bool> step();
  /// Runs to its end and makes it ready to be bound again.
  [[nodiscard]] Result<void> run();

  [[nodiscard]] int columns() const;
  [[nodiscard]] ValueKind kind(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] bool isNull(int column) const;
  /// These last until the next step.
  [[nodiscard]] BytesView blob(int column) const;
  [[nodiscard]] std::string_view text(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(Database& database, sqlite3_stmt* statement) : m_database(&database), m_statement(statement) {}
  void note(int code);

  Database* m_database;
  std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
  int m_bindCode = 0;
};

/// By what a file is known again: how long it is, and what it begins with, which SQLite counts its changes in.
struct FileMark {
  std::int64_t size = 0;
  std::array<unsigned char, FileHeader::kSize> first{};
  bool operator==(const FileMark&) const = default;
};

/// A connection that holds its file alone: the exclusive lock is taken when it is opened and kept until it goes. It
/// holds the file a second time, in a way that outlasts whatever else of this process opens and closes it.
class Database {
 public:
  /// What the first hundred bytes of the file say, or said before a transaction that was cut short. Read through
  /// SQLite's own file layer, which knows about the locks that this process may hold on the same file.
  [[nodiscard]] static Result<FileHeader> readHeader(const std::filesystem::path& file);

  /// InUse when somebody else has it. `file` is absolute, without symbolic links, and exists.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, Access access);
  [[nodiscard]] static Result<std::unique_ptr<Database>> inMemory();
  /// A database file as it was read, looked at in memory alone.
  [[nodiscard]] static Result<std::unique_ptr<Database>> fromBytes(Bytes file);

  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] Result<void> run(const std::string& sql);
  [[nodiscard]] Result<Statement> prepare(std::string_view sql);
  /// The single number that a query answers.
  [[nodiscard]] Result<std::int64_t> number(std::string_view sql);
  /// Damaged when SQLite finds a fault anywhere in the file.
  [[nodiscard]] Result<void> checkIntegrity();
  /// Leaves nothing of what was overwritten or deleted in the file or beside it. Where the disk has no room for that,
  /// it is tried once more before the file is closed.
  [[nodiscard]] Result<void> purge();
  /// Writes all that is in it into another file, which is there and empty. Not synced. The lock on its own file stays,
  /// and whatever happens to the copy, this connection may be written through as before.
  [[nodiscard]] Result<void> copyInto(const std::filesystem::path& empty);
  /// In a transaction: what was written in it goes to the disk, and can still be rolled back.
  [[nodiscard]] Result<void> flush();
  /// Empties a rollback journal left beside the file with old pages in it.
  [[nodiscard]] Result<void> emptyJournal();

  [[nodiscard]] bool inTransaction() const;
  [[nodiscard]] bool readOnly() const { return m_access == Access::ReadOnly; }
  /// Set once the disk failed while writing: SQLite's picture of the file can no longer be trusted, so nothing more is
  /// written through this connection.
  [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

 private:
  friend class Statement;
  friend class Transaction;
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  Database(sqlite3* connection, std::string file, Access access);
  [[nodiscard]] static Result<std::unique_ptr<Database>> connect(const std::string& file, int flags, Access access);
  [[nodiscard]] Result<void> harden();
  /// NotFound when the file was removed, moved or replaced since it was opened.
  [[nodiscard]] Result<void> checkThere();
  /// DiskFailed at kReopen when another program wrote into the same file since this connection last did. Our locks are
  /// asked for by programs that ask, and a copier does not.
  [[nodiscard]] Result<void> checkOurs() const;
  void noteOurs();
  /// None of a file in memory, of one that is only read, and where it cannot be read.
  [[nodiscard]] std::optional<FileMark> markNow() const;
  [[nodiscard]] Result<void> takeLock();
  [[nodiscard]] Error errorOf(int code);

  Bytes m_bytes;                             ///< of fromBytes(); goes after the connection
  std::optional<platform::FileHold> m_hold;  ///< goes after the connection, whose lock it would end
  std::unique_ptr<sqlite3, Close> m_connection;
  std::string m_file;
  Access m_access;
  std::optional<Error> m_failure;
  bool m_owesPurge = false;
  std::optional<FileMark> m_ours;  ///< the file as this connection left it
};

/// All or nothing: what is not committed is rolled back when it goes.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  /// Durable when it returns without an error.
  [[nodiscard]] Result<void> commit();

 private:
  explicit Transaction(Database& database) : m_database(&database) {}
  Database* m_database;
};

}  // namespace footbridge::storage
