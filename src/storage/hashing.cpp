// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/hashing.h"

#include <cerrno>
#include <fstream>
#include <vector>

#include "storage/placing.h"

namespace footbridge::storage {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 18;

void addValue(Hasher& hasher, const Statement& row, int column) {
  const ValueKind kind = row.kind(column);
  hasher.add(static_cast<std::uint64_t>(kind));
  if (kind == ValueKind::Integer) {
    hasher.add(static_cast<std::uint64_t>(row.number(column)));
  } else if (kind != ValueKind::Null) {
    const BytesView bytes = row.blob(column);
    hasher.add(bytes.size());
    hasher.add(bytes);
  }
}

Result<void> addRows(Hasher& hasher, Database& database, const std::string& query) {
  auto rows = database.prepare(query);
  if (!rows) return rows.error();
  const int columns = rows->columns();
  std::uint64_t count = 0;
  for (;; ++count) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!row.value()) break;
    for (int column = 0; column < columns; ++column) addValue(hasher, *rows, column);
  }
  hasher.add(count);
  return {};
}

std::string quoted(const std::string& name) {
  std::string text = "\"";
  for (const char c : name) text.append(c == '"' ? 2 : 1, c);
  return text + '"';
}

/// In an order that follows from the values alone.
Result<std::string> queryOf(Database& database, const std::string& table) {
  std::string query = "SELECT * FROM " + quoted(table);
  auto probe = database.prepare(query);
  if (!probe) return probe.error();
  for (int column = 1; column <= probe->columns(); ++column)
    query += (column == 1 ? " ORDER BY " : ", ") + std::to_string(column);
  return query;
}

Result<std::vector<std::string>> tablesOf(Database& database) {
  auto rows = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  if (!rows) return rows.error();
  std::vector<std::string> names;
  for (;;) {
    auto row = rows->step();
    if (!row) return row.error();
    if (!row.value()) return names;
    names.emplace_back(rows->text(0));
  }
}

Result<Digest> digestWithout(Database& database, std::string_view leftOut) {
  Hasher hasher(sizeof(Digest));
  auto format = database.number("PRAGMA user_version");
  if (!format) return format.error();
  hasher.add(static_cast<std::uint64_t>(format.value()));
  auto tables = tablesOf(database);
  if (!tables) return tables.error();
  for (const std::string& table : tables.value()) {
    if (table == leftOut) continue;
    hasher.add(table.size());
    hasher.add(bytesOf(table));
    auto query = queryOf(database, table);
    if (!query) return query.error();
    if (auto done = addRows(hasher, database, query.value()); !done) return done.error();
  }
  return hasher.take<sizeof(Digest)>();
}

}  // namespace

Hasher::Hasher(std::size_t size) {
  crypto_generichash_init(&m_state, nullptr, 0, size);
}
void Hasher::add(BytesView bytes) {
  crypto_generichash_update(&m_state, bytes.data(), bytes.size());
}
void Hasher::add(std::uint64_t number) {
  std::array<unsigned char, 8> bytes{};
  for (unsigned char& byte : bytes) {
    byte = static_cast<unsigned char>(number);
    number >>= 8;
  }
  add(BytesView(bytes));
}
void Hasher::finish(std::span<unsigned char> hash) {
  crypto_generichash_final(&m_state, hash.data(), hash.size());
}

FileHash hashOf(BytesView bytes) {
  Hasher hasher(sizeof(FileHash));
  hasher.add(bytes);
  return hasher.take<sizeof(FileHash)>();
}

Result<FileHash> hashOf(const std::filesystem::path& file) {
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return errno == ENOENT ? errorAt(ErrorKind::NotFound, file) : diskError(file, "read", errno);
  Hasher hasher(sizeof(FileHash));
  std::vector<char> piece(kPiece);
  while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())), stream.gcount() > 0)
    hasher.add(bytesOf({piece.data(), static_cast<std::size_t>(stream.gcount())}));
  if (stream.bad()) return diskError(file, "read", errno);
  return hasher.take<sizeof(FileHash)>();
}

Result<Digest> digestOfAll(Database& database) {
  return digestWithout(database, {});
}
Result<Digest> digestOfHeads(Database& database) {
  return digestWithout(database, "rec");
}

Result<Digest> digestOfBoxes(Database& database) {
  Hasher hasher(sizeof(Digest));
  for (const char* query :
       {"SELECT uuid, format FROM meta", "SELECT vault, box FROM head ORDER BY vault",
        "SELECT id, vault, box FROM rec ORDER BY id", "SELECT place, vault, box FROM draft ORDER BY place, vault",
        "SELECT id, box FROM slot ORDER BY id", "SELECT id, vault, head, way, note FROM waiting ORDER BY id",
        "SELECT part, id, box FROM waiting_row ORDER BY part, id",
        "SELECT part, place, box FROM waiting_draft ORDER BY part, place"}) {
    if (auto done = addRows(hasher, database, query); !done) return done.error();
  }
  return hasher.take<sizeof(Digest)>();
}

std::string toHex(BytesView bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

}  // namespace footbridge::storage
