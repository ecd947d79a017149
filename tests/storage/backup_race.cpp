// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup_race.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <new>
#include <random>
#include <string>

#include "domain/backups.h"
#include "storage/backup_folder.h"
#include "storage/shelf.h"

namespace footbridge::storage::test {
namespace {

namespace fs = std::filesystem;

/// Shared by the two processes.
struct Seen {
  std::atomic<std::uint64_t> backups{0}, wrong{0}, looks{0}, halfFiles{0}, opened{0};
  std::atomic<bool> done{false}, letGo{false};
};

ShelfOptions optionsFor(const fs::path& folder, Moment& now) {
  ShelfOptions options;
  options.cost = KdfCost::least();
  options.stateFolder = folder / "state";
  options.backupsFolder = folder / "backups";
  // Each backup bears another day, so that thinning out is at work too.
  options.now = [&now] { return now; };
  return options;
}

/// One of the things that people keep; nothing on failure.
bool keep(Journal& journal, std::mt19937& random) {
  const std::string text(random() % 900, 'w');
  if (random() % 4 == 0) return journal.putDraft(VaultId::Ours, "page", text).ok();
  const auto newest = journal.entries(Reader::OursAlone);
  if (random() % 4 == 0 && !newest.empty()) return journal.revise(newest.front().id, Note{text}).ok();
  return journal.add(VaultId::Ours, PartnerId::A, Note{text}).ok();
}

bool holdsExactly(FileShelf& shelf, const std::string& file, const Journal& live) {
  const auto back = shelf.open(file);
  return back && back.value()->entries(Reader::OursAlone) == live.entries(Reader::OursAlone) &&
         back.value()->findDraft(VaultId::Ours, "page") == live.findDraft(VaultId::Ours, "page");
}

void writeAndBackUp(const fs::path& folder, std::uint64_t backups, Seen& seen) {
  Moment now{std::chrono::sys_days(std::chrono::year(2026) / 1 / 1) + std::chrono::hours(12)};
  FileShelf shelf(optionsFor(folder, now));
  const std::string file = (folder / "us.footbridge").string();
  const std::string back = (folder / "back.footbridge").string();
  auto live = shelf.open(file);
  std::mt19937 random(20261123);
  for (std::uint64_t i = 0; i < backups && live; ++i) {
    now += std::chrono::hours(12);
    bool right = true;
    for (std::uint64_t writes = random() % 4; writes > 0; --writes) right = keep(*live.value(), random) && right;
    const auto made = live.value()->backups()->backUpNow();
    right = made && right && live.value()->backups()->restore(*made, back) && holdsExactly(shelf, back, *live.value());
    fs::remove(back);
    ++seen.backups;
    if (!right) ++seen.wrong;
  }
  while (live && !seen.letGo) usleep(500);  // held until nobody looks on any more
}

/// A backup may go between being listed and being read; what is there under its name is whole.
void lookAtBackups(const fs::path& backups, Seen& seen) {
  std::error_code none;
  for (fs::recursive_directory_iterator at(backups, none), end; !none && at != end; at.increment(none)) {
    const BackupFolder folder(at->path());
    for (const BackupName& name : folder.names()) {
      const auto whole = folder.check(name);
      if (!whole && whole.error().kind != ErrorKind::NotFound) ++seen.halfFiles;
    }
    ++seen.looks;
  }
}

[[noreturn]] void lookOn(const fs::path& folder, Seen& seen) {
  Moment now{};
  FileShelf shelf(optionsFor(folder, now));
  while (!seen.done) {
    lookAtBackups(folder / "backups", seen);
    if (shelf.open((folder / "us.footbridge").string())) ++seen.opened;
    usleep(2000);
  }
  _exit(0);
}

}  // namespace

BackupRace runBackupsDuringWrites(const fs::path& folder, std::uint64_t backups) {
  fs::create_directories(folder);
  void* const shared = mmap(nullptr, sizeof(Seen), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  Seen& seen = *new (shared) Seen;
  Moment now{};
  {
    const auto made =
        FileShelf(optionsFor(folder, now))
            .create((folder / "us.footbridge").string(), *PartnerName::from("Alex"), PartnerName::from("Sam"));
    if (!made) return {};
  }
  // The one that holds the journal begins first.
  const pid_t writer = fork();
  if (writer == 0) {
    writeAndBackUp(folder, backups, seen);
    _exit(0);
  }
  while (seen.backups == 0 && waitpid(writer, nullptr, WNOHANG) == 0) usleep(500);
  const pid_t watcher = fork();
  if (watcher == 0) lookOn(folder, seen);
  while (seen.backups < backups && kill(writer, 0) == 0 && waitpid(writer, nullptr, WNOHANG) == 0) usleep(500);
  seen.done = true;
  waitpid(watcher, nullptr, 0);
  seen.letGo = true;
  waitpid(writer, nullptr, 0);
  const BackupRace race{seen.backups, seen.wrong, seen.looks, seen.halfFiles, seen.opened};
  munmap(shared, sizeof(Seen));
  fs::remove_all(folder);
  return race;
}

}  // namespace footbridge::storage::test
