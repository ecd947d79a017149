// SPDX-License-Identifier: GPL-3.0-or-later
// upgrade_gate FIXTURES [calls=N]
// Takes every journal of every format that shipped to the format after the newest one (a step of this gate's own), and
// kills the process at each point that an upgrade passes, and at calls to the disk: the file is whole in the old
// format, or whole in the new one with everything sealed as it was; and a second try goes through. calls=0 takes every
// call.
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "gates/instead/once_derived.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"
#include "gates/parts/watched_vfs.h"
#include "storage/fixture_journals.h"
#include "storage/upgrading.h"

using namespace footbridge;
using namespace footbridge::gates;
namespace fs = std::filesystem;

namespace {

constexpr int kPoints = static_cast<int>(storage::UpgradePoint::Replaced) + 1;
constexpr const char* kNext =
    "CREATE TABLE place (id INTEGER PRIMARY KEY, box BLOB NOT NULL) STRICT;"
    "ALTER TABLE partner ADD COLUMN greeting TEXT;";

enum Count : std::size_t { Kills, Old, New, NotKilled, Lost, Corrupt, LeftBeside, Kinds };

struct Fixture {
  fs::path file;
  std::map<std::string, std::string> secrets;  ///< "both A passphrase" and the like
  [[nodiscard]] std::string name() const { return file.stem().string(); }
};

std::vector<Fixture> fixturesIn(const fs::path& folder) {
  std::vector<Fixture> fixtures;
  for (const auto& each : fs::recursive_directory_iterator(folder)) {
    if (each.path().extension() != ".footbridge") continue;
    Fixture fixture{each.path(), {}};
    std::ifstream stream(each.path().parent_path() / "secrets.txt");
    for (std::string journal, partner, kind, words; stream >> journal >> partner >> kind;) {
      std::getline(stream >> std::ws, words);
      fixture.secrets[journal + ' ' + partner + ' ' + kind] = words;
    }
    fixtures.push_back(std::move(fixture));
  }
  std::ranges::sort(fixtures, {}, &Fixture::file);
  return fixtures;
}

/// The first column of every row; nothing where the file cannot be read.
std::vector<std::string> column(const std::string& file, const char* sql) {
  std::vector<std::string> values;
  sqlite3* connection = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_open_v2(file.c_str(), &connection, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
      sqlite3_prepare_v2(connection, sql, -1, &statement, nullptr) == SQLITE_OK) {
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, 0));
      values.emplace_back(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
    }
  }
  sqlite3_finalize(statement);
  sqlite3_close(connection);
  return values;
}

std::vector<std::string> boxesIn(const std::string& file) {
  return column(file, "SELECT box FROM rec UNION ALL SELECT box FROM head UNION ALL SELECT box FROM draft");
}

storage::MigrationSteps stepsBeyond() {
  static const std::vector<const char*> steps = [] {
    const auto shipped = storage::shippedSteps();
    std::vector<const char*> all(shipped.begin(), shipped.end());
    all.push_back(kNext);
    return all;
  }();
  return steps;
}

bool holdsWhatItHeld(const std::string& file, const Fixture& fixture) {
  auto shelf = forgetfulShelf();
  const auto journal = shelf.openSealed(file);
  if (!journal) return false;
  for (const PartnerId partner : {PartnerId::A, PartnerId::B}) {
    const auto found = fixture.secrets.find(fixture.name() + (partner == PartnerId::A ? " A" : " B") + " passphrase");
    if (found != fixture.secrets.end() && !journal.value()->unlock(partner, secret(found->second))) return false;
  }
  std::size_t compared = 0;
  for (const Reader reader : {Reader::OursAlone, Reader::A, Reader::B}) {
    const auto& lines = storage::test::fixtureLines(fixture.name(), reader);
    if (lines.empty()) continue;
    ++compared;
    if (storage::test::linesOf(*journal.value(), reader) != lines) return false;
  }
  return compared > 0 && journal.value()->verify().sound();
}

/// Kills the process at one call to the disk.
class Killer : public Watcher {
 public:
  explicit Killer(std::uint64_t at) : m_at(at) {}
  [[nodiscard]] Outcome before(const Call&) override {
    if (m_seen++ == m_at) kill(getpid(), SIGKILL);
    return {};
  }
  [[nodiscard]] std::uint64_t seen() const { return m_seen; }

 private:
  std::uint64_t m_at;
  std::uint64_t m_seen = 0;
};

/// A fixture on its way to the next format, in a folder of its own.
class Attempt {
 public:
  explicit Attempt(const Fixture& fixture) : m_fixture(fixture) { putBytes(file(), bytesIn(fixture.file)); }

  [[nodiscard]] bool upgrade(std::function<void(storage::UpgradePoint)> passed = nullptr) const {
    return storage::upgradeJournalFile(file(), m_scratch.folder() / "backups", {stepsBeyond(), std::move(passed)}).ok();
  }
  [[nodiscard]] std::uint64_t callsToTheDisk() const {
    Killer counting(~std::uint64_t{0});
    watchDisk(&counting);
    const bool done = upgrade();
    watchDisk(nullptr);
    return done ? counting.seen() : 0;
  }

  /// At a point, or from kPoints on at a call to the disk.
  void killAt(std::uint64_t moment, Counts& counts) const {
    const pid_t child = fork();
    if (child == 0) {
      Killer killer(moment - kPoints);  // wraps round to never for a point
      watchDisk(&killer);
      static_cast<void>(upgrade([moment](storage::UpgradePoint point) {
        if (static_cast<std::uint64_t>(point) == moment) kill(getpid(), SIGKILL);
      }));
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ++counts[WIFSIGNALED(status) ? Kills : NotKilled];
  }

  void check(Counts& counts) const {
    if (isNew()) {
      ++counts[New];
      if (leftBeside()) ++counts[LeftBeside];
    } else {
      ++counts[Old];
      if (!holdsWhatItHeld(file(), m_fixture)) return ++counts[Lost], complain("lost: " + m_fixture.file.string());
      if (!upgrade() || !isNew()) ++counts[Corrupt];
      if (leftBeside()) ++counts[LeftBeside];
    }
    if (boxesIn(file()) != boxesIn(m_fixture.file.string())) ++counts[Lost];
    if (column(file(), "PRAGMA integrity_check") != std::vector<std::string>{"ok"}) ++counts[Corrupt];
  }

 private:
  [[nodiscard]] std::string file() const { return m_scratch.file("us.footbridge"); }
  [[nodiscard]] bool isNew() const {
    const auto number = column(file(), "SELECT CAST(user_version AS TEXT) FROM pragma_user_version");
    return number == std::vector{std::to_string(stepsBeyond().size())};
  }
  [[nodiscard]] bool leftBeside() const {
    return std::ranges::any_of(fs::directory_iterator(m_scratch.folder()), [](const auto& each) {
      const std::string leaf = each.path().filename().string();
      return leaf != "us.footbridge" && leaf != "backups";
    });
  }

  const Fixture& m_fixture;
  Scratch m_scratch;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const Sizes sizes(argc - 1, argv + 1, {{"calls", 25}});
  deriveEachKeyOnce();
  Counts all(Kinds, 0);
  bool lost = false;
  const auto fixtures = fixturesIn(argv[1]);
  for (const Fixture& fixture : fixtures) {
    const std::uint64_t calls = Attempt(fixture).callsToTheDisk();
    const std::uint64_t stride = sizes["calls"] == 0 ? 1 : strideFor(calls, sizes["calls"]);
    const Shared done = shareOut(kPoints + calls / stride, Kinds, [&](std::uint64_t index, Counts& counts) {
      const Attempt attempt(fixture);
      attempt.killAt(index < kPoints ? index : kPoints + (index - kPoints) * stride, counts);
      attempt.check(counts);
    });
    lost = lost || done.lost || calls == 0;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] += done.counts[i];
  }
  const std::string seen = said(fixtures.size(), " journals, ", all[Kills], " kills: ", all[Old], " old and whole, ",
                                all[New], " new and whole, ", all[Lost], " lost, ", all[Corrupt], " corrupt, ",
                                all[LeftBeside], " with something left beside");
  const bool met = !lost && !fixtures.empty() && all[Old] > 0 && all[New] > 0 &&
                   all[Lost] + all[Corrupt] + all[LeftBeside] + all[NotKilled] == 0;
  return answer({"upgrade under kill", "old or new, whole", seen, met});
}
