// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"

namespace footbridge::storage::test {

/// The file as somebody with a database tool sees it. Not while a journal holds it.
class RawFile {
 public:
  explicit RawFile(const std::string& file) {
    REQUIRE(sqlite3_open_v2(file.c_str(), &m_connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) ==
            SQLITE_OK);
  }
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;
  ~RawFile() { sqlite3_close(m_connection); }

  void run(const std::string& sql) {
    char* problem = nullptr;
    const int code = sqlite3_exec(m_connection, sql.c_str(), nullptr, nullptr, &problem);
    INFO(sql << ": " << (problem ? problem : ""));
    REQUIRE(code == SQLITE_OK);
  }

  /// The first column of every row, as bytes.
  [[nodiscard]] std::vector<std::string> column(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(m_connection, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    std::vector<std::string> values;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, 0));
      values.emplace_back(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
    }
    sqlite3_finalize(statement);
    return values;
  }

 private:
  sqlite3* m_connection = nullptr;
};

/// A copy of a journal as a power cut leaves it: in the middle of a write, with its rollback journal beside it.
inline void copyCutShort(const std::string& file, const std::string& copy) {
  RawFile raw(file);
  raw.run("PRAGMA cache_size = 1; BEGIN; INSERT INTO draft VALUES (randomblob(16), 1, randomblob(400000))");
  std::filesystem::copy_file(file, copy);
  std::filesystem::copy_file(file + "-journal", copy + "-journal");
  raw.run("ROLLBACK");
}

}  // namespace footbridge::storage::test
