// SPDX-License-Identifier: GPL-3.0-or-later
// hostile_gate [stride=N]
// Somebody with a database tool takes rows out, puts old ones back, swaps, copies and alters them, in every column of
// every table, one at a time and whole tables together, in a journal where something was put aside and something waits.
// Whatever changes the file is reported: when it is opened, when its vaults are unlocked and what waited is taken in,
// when all of it is verified, or when what was put aside comes back.
#include <sqlite3.h>

#include <set>

#include "gates/instead/once_derived.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

const std::vector<std::string> kTables{"meta", "partner", "vault",   "slot",        "head",
                                       "rec",  "draft",   "waiting", "waiting_row", "waiting_draft"};
/// Known by what is in them, and not by a number of the row.
const std::set<std::string> kWithoutNumber{"draft", "waiting_row", "waiting_draft"};

/// The file as a database tool sees it, its checks put aside.
class Tool {
 public:
  explicit Tool(const std::string& file) {
    sqlite3_open_v2(file.c_str(), &m_connection, SQLITE_OPEN_READWRITE, nullptr);
    run("PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF");
  }
  Tool(const Tool&) = delete;
  Tool& operator=(const Tool&) = delete;
  ~Tool() { sqlite3_close(m_connection); }

  /// False when the database itself refuses the deed.
  bool run(const std::string& sql) {
    return sqlite3_exec(m_connection, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  }
  /// The first column of every row.
  [[nodiscard]] std::vector<std::string> column(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(m_connection, sql.c_str(), -1, &statement, nullptr);
    std::vector<std::string> values;
    while (statement && sqlite3_step(statement) == SQLITE_ROW) {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, 0));
      values.emplace_back(bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
    }
    sqlite3_finalize(statement);
    return values;
  }
  [[nodiscard]] std::vector<std::string> columnsOf(const std::string& table) {
    return column("SELECT name FROM pragma_table_info('" + table + "')");
  }
  /// All that the tables hold, in one text.
  [[nodiscard]] std::string everything() {
    std::string all;
    for (const std::string& table : kTables) {
      std::string list = kWithoutNumber.contains(table) ? "''" : "rowid";
      for (const std::string& name : columnsOf(table)) list += " || '|' || quote(\"" + name + "\")";
      for (const std::string& row : column("SELECT " + list + " FROM " + table + " ORDER BY 1"))
        all += table + row + "\n";
    }
    return all;
  }

 private:
  sqlite3* m_connection = nullptr;
};

class Deeds {
 public:
  Deeds(const std::string& file, std::string old) : m_old(std::move(old)) {
    Tool tool(file);
    for (const std::string& table : kTables) addFor(tool, table);
    addWholes();
    addOldTables();
  }
  /// What is done once to each row, column, or choice of tables.
  [[nodiscard]] const std::vector<std::string>& many() const { return m_many; }
  /// What has no like among those.
  [[nodiscard]] const std::vector<std::string>& few() const { return m_few; }

 private:
  [[nodiscard]] std::string attached() const { return "ATTACH '" + m_old + "' AS old; "; }

  void addFor(Tool& tool, const std::string& table) {
    const auto rows = tool.column("SELECT CAST(rowid AS TEXT) FROM " + table + " ORDER BY rowid");
    const auto columns = tool.columnsOf(table);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string where = " WHERE rowid = " + rows[i];
      m_many.push_back("DELETE FROM " + table + where);
      addCopy(table, columns, where);
      m_many.push_back(attached() + "DELETE FROM " + table + where + "; INSERT OR REPLACE INTO " + table +
                       " SELECT * FROM old." + table + where);
      for (const std::string& name : columns) addFor(table, "\"" + name + "\"", rows, i);
    }
    m_few.push_back("DELETE FROM " + table);
  }

  void addFor(const std::string& table, const std::string& name, const std::vector<std::string>& rows, std::size_t i) {
    const std::string where = " WHERE rowid = " + rows[i];
    const std::string set = "UPDATE " + table + " SET " + name + " = ";
    for (const char* value : {"NULL", "zeroblob(length(\1))", "x''", "CAST(substr(\1, 1, length(\1) - 1) AS BLOB)",
                              "CAST(\1 || x'00' AS BLOB)", "\1 + 1", "\1 - 1", "0", "\1 || 'x'", "'Sam'"}) {
      std::string with = value;
      for (std::size_t at = 0; (at = with.find('\1', at)) != std::string::npos;) with.replace(at, 1, name);
      m_many.push_back(set + with + where);
    }
    m_many.push_back(attached() + set + "(SELECT " + name + " FROM old." + table + where + ")" + where);
    for (std::size_t other = 0; other < rows.size(); ++other) {
      if (other == i || (other > i + 3 && other + 1 != rows.size())) continue;
      const std::string there = " WHERE rowid = " + rows[other];
      m_many.push_back(set + "(SELECT " + name + " FROM " + table + there + ")" + where);
      m_many.push_back("CREATE TEMP TABLE t AS SELECT rowid AS r, " + name + " AS v FROM " + table + ";" + set +
                       "(SELECT v FROM t WHERE r = " + rows[other] + ")" + where + ";" + set +
                       "(SELECT v FROM t WHERE r = " + rows[i] + ")" + there);
    }
  }

  /// The row once more, under a number of its own.
  void addCopy(const std::string& table, const std::vector<std::string>& columns, const std::string& where) {
    std::string names;
    std::string values;
    for (const std::string& name : columns) {
      names += (names.empty() ? "\"" : ", \"") + name + "\"";
      values += (values.empty() ? "" : ", ") + (name == "id" ? std::string("5") : "\"" + name + "\"");
    }
    for (const char* vault : {"1", "2", "3", "4"}) {
      std::string moved = values;
      if (const auto at = moved.find("\"vault\""); at != std::string::npos) moved.replace(at, 7, vault);
      m_many.push_back("INSERT OR REPLACE INTO " + table + " (" + names + ") SELECT " + moved + " FROM " + table +
                       where);
    }
  }

  /// All of what was put aside, and all that waits, as if it had never been there.
  void addWholes() {
    std::string aside;
    for (const char* table : {"rec", "draft", "head", "slot"})
      aside += said("DELETE FROM ", table, " WHERE vault = 4;");
    m_few.push_back(aside + "DELETE FROM vault WHERE id = 4");
    m_few.emplace_back("DELETE FROM waiting; DELETE FROM waiting_row; DELETE FROM waiting_draft");
  }

  /// Every choice of tables as they were before.
  void addOldTables() {
    for (unsigned choice = 1; choice < 1U << kTables.size(); ++choice) {
      std::string sql = attached();
      for (std::size_t i = 0; i < kTables.size(); ++i) {
        if (choice & (1U << i))
          sql += "DELETE FROM main." + kTables[i] + "; INSERT INTO main." + kTables[i] + " SELECT * FROM old." +
                 kTables[i] + ";";
      }
      m_many.push_back(std::move(sql));
    }
    for (const char* vault : {"1", "2", "3", "4"}) {
      std::string sql = attached();
      for (const char* table : {"rec", "head", "draft"})
        sql += said("DELETE FROM main.", table, " WHERE vault = ", vault, "; INSERT INTO main.", table,
                    " SELECT * FROM old.", table, " WHERE vault = ", vault, ";");
      m_few.push_back(std::move(sql));
    }
  }

  std::string m_old;
  std::vector<std::string> m_many;
  std::vector<std::string> m_few;
};

/// A journal of two, one of whom has forgotten their passphrase once. What Alex wrote in another copy waits for them.
class Prepared {
 public:
  Prepared(storage::FileShelf& shelf, std::string file, std::string old)
      : m_shelf(shelf), m_file(std::move(file)), m_old(std::move(old)) {}

  [[nodiscard]] bool run() {
    if (!begin()) return false;
    for (int round = 0; round < 2; ++round) {
      if (!write(round) || !letWait()) return false;
      if (round == 0) putBytes(m_old, bytesIn(m_file));
    }
    return true;
  }

  /// Whoever opens it all, one after another, is told that something is wrong with it.
  [[nodiscard]] bool isReported() const {
    auto journal = m_shelf.openSealed(m_file);
    if (!journal) return true;
    const auto a = journal.value()->unlock(PartnerId::A, secret(kAlex));
    const auto b = journal.value()->unlock(PartnerId::B, secret(kNewSam));
    // Where a way to the keys was taken for another, all that can be said is that the passphrase is wrong.
    if (!a || !b || !journal.value()->verify().sound()) return true;
    const auto back = journal.value()->recover(PartnerId::B, secret(m_codeOfSam), secret(kSam));
    return !back && back.error().kind != ErrorKind::WrongCode;
  }

 private:
  static constexpr const char* kNewSam = "eleven umbrellas went missing";

  static bool unlockBoth(storage::SealedJournal& journal) {
    return journal.unlock(PartnerId::A, secret(kAlex)) && journal.unlock(PartnerId::B, secret(kNewSam));
  }

  [[nodiscard]] bool begin() {
    auto journal = createFor(m_shelf, m_file);
    if (!journal || !journal.value()->protect(PartnerId::A, secret(kAlex))) return false;
    const auto code = journal.value()->protect(PartnerId::B, secret(kSam));
    if (!code || !journal.value()->add(VaultId::B, PartnerId::B, Note{"put aside"}) ||
        !journal.value()->putDraft(VaultId::B, "there", "half a line"))
      return false;
    m_codeOfSam = code->text.text();
    journal.value().reset();
    journal = m_shelf.openSealed(m_file);
    return journal && journal.value()->unlock(PartnerId::A, secret(kAlex)) &&
           journal.value()->readmit(PartnerId::B, secret(kNewSam));
  }

  [[nodiscard]] bool write(int round) const {
    auto journal = m_shelf.openSealed(m_file);
    if (!journal || !unlockBoth(*journal.value())) return false;
    for (int step = 0; step < 10; ++step) {
      if (!save(*journal.value(), step)) return false;
    }
    for (const PartnerId who : {PartnerId::A, PartnerId::B}) {
      if (!journal.value()->add(vaultOf(who), who, Note{"mine"}) ||
          !journal.value()->putDraft(vaultOf(who), "here", said("half a line ", round)))
        return false;
    }
    return true;
  }

  [[nodiscard]] bool letWait() const {
    const std::string copy = m_file + ".copy";
    putBytes(copy, bytesIn(m_file));
    auto there = m_shelf.openSealed(copy);
    if (!there || !there.value()->unlock(PartnerId::A, secret(kAlex)) ||
        !there.value()->add(VaultId::A, PartnerId::A, Note{"of the copy"}) ||
        !there.value()->putDraft(VaultId::A, "there", "half a line of the copy"))
      return false;
    there.value().reset();
    auto here = m_shelf.openSealed(m_file);
    if (!here || !here.value()->unlock(PartnerId::B, secret(kNewSam))) return false;
    const auto taken = here.value()->exchange()->mergeFrom(copy, {});
    return taken && taken->waiting == std::vector{PartnerId::A};
  }

  storage::FileShelf& m_shelf;
  std::string m_file;
  std::string m_old;
  std::string m_codeOfSam;  ///< of then
};

/// The last-seen counters as they were, whatever the deed before did to them.
class State {
 public:
  explicit State(std::filesystem::path folder) : m_folder(std::move(folder)) {
    for (const auto& each : std::filesystem::directory_iterator(m_folder / "seen"))
      m_files[each.path()] = bytesIn(each.path());
  }
  void putBack() const {
    for (const auto& [file, bytes] : m_files) putBytes(file, bytes);
  }

 private:
  std::filesystem::path m_folder;
  std::map<std::filesystem::path, std::string> m_files;
};

}  // namespace

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {{"stride", 1}});
  deriveEachKeyOnce();
  const Scratch scratch;
  const std::string file = scratch.file("us.footbridge");
  const std::string old = scratch.file("old.footbridge");
  auto shelf = stillShelf(scratch.folder() / "state");
  Prepared journal(shelf, file, old);
  const Figure unprepared{"hostile rows", "100 % reported", "the journal could not be prepared", false};
  if (!journal.run()) return answer(unprepared);
  const State state(scratch.folder() / "state");
  const std::string sound = bytesIn(file);
  if (journal.isReported()) return answer(unprepared);
  putBytes(file, sound);
  const std::string before = Tool(file).everything();
  const Deeds deeds(file, old);
  std::uint64_t done = 0;
  std::uint64_t reported = 0;
  const auto attempt = [&](const std::string& deed) {
    putBytes(file, sound);
    state.putBack();
    if (!Tool(file).run(deed) || Tool(file).everything() == before) return;
    ++done;
    if (journal.isReported())
      ++reported;
    else
      complain("not reported: " + deed);
  };
  for (std::size_t i = 0; i < deeds.many().size(); i += sizes["stride"]) attempt(deeds.many()[i]);
  for (const std::string& deed : deeds.few()) attempt(deed);
  const std::string seen = said(reported, " of ", done, " deeds reported");
  return answer({"hostile rows", "100 % reported", seen, done > 0 && reported == done});
}
