// SPDX-License-Identifier: GPL-3.0-or-later
// backup_flip_gate [flips=N]
// Flips one bit of a backup after another, cuts it, and adds to it: its hash, which is its name, tells every time, and
// nothing is restored from it. flips=0 takes every bit.
#include <fcntl.h>
#include <unistd.h>

#include "domain/backups.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"
#include "storage/backup_folder.h"
#include "storage/backup_shelf.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

/// So many flips are only checked for each one from which it is tried to restore as well, which takes longer.
constexpr std::uint64_t kBetweenRestores = 200;

enum Count : std::size_t { Changes, Reported, Restores, Restored, Failed, Kinds };

/// A journal with a backup; answers the backup.
std::filesystem::path backUp(const Scratch& scratch) {
  storage::FileShelf shelf({.cost = storage::KdfCost::least(),
                            .stateFolder = scratch.folder() / "state",
                            .now = {},
                            .backupsFolder = scratch.folder() / "backups"});
  auto journal = createFor(shelf, scratch.file("us.footbridge"));
  for (int step = 0; step < 8; ++step) {
    if (!save(*journal.value(), step)) complain("a save failed by itself");
  }
  const auto made = journal.value()->backups()->backUpNow();
  return made ? std::filesystem::path(made->file) : std::filesystem::path();
}

/// The backup once more, for one process to spoil.
class Spoiled {
 public:
  explicit Spoiled(const std::filesystem::path& sound)
      : m_name(*storage::BackupName::from(sound.filename().string())), m_folder(m_scratch.folder()) {
    putBytes(file(), bytesIn(sound));
    m_descriptor = open(file().c_str(), O_RDWR | O_CLOEXEC);
  }
  Spoiled(const Spoiled&) = delete;
  Spoiled& operator=(const Spoiled&) = delete;
  ~Spoiled() { close(m_descriptor); }

  void flip(std::uint64_t bit) {
    char byte = 0;
    const auto at = static_cast<off_t>(bit / 8);
    const bool read = pread(m_descriptor, &byte, 1, at) == 1;
    byte = static_cast<char>(byte ^ (1 << (bit % 8)));
    if (!read || pwrite(m_descriptor, &byte, 1, at) != 1) complain("a bit could not be flipped");
  }
  void resize(std::uint64_t bytes) { std::filesystem::resize_file(file(), bytes); }

  [[nodiscard]] bool isReported() const {
    const auto checked = m_folder.check(m_name);
    return !checked && checked.error().kind == ErrorKind::Damaged;
  }
  [[nodiscard]] bool canBeRestored() const {
    storage::FileBackupShelf shelf(m_scratch.folder(), m_scratch.folder() / "state");
    const std::string to = m_scratch.file("restored.footbridge");
    const bool restored = shelf.restore(file().string(), to).ok() || std::filesystem::exists(to);
    std::filesystem::remove(to);
    return restored;
  }

 private:
  [[nodiscard]] std::filesystem::path file() const { return m_folder.fileOf(m_name); }

  Scratch m_scratch;
  storage::BackupName m_name;
  storage::BackupFolder m_folder;
  int m_descriptor = -1;
};

void count(const Spoiled& spoiled, Counts& counts) {
  ++counts[Changes];
  if (spoiled.isReported()) ++counts[Reported];
}

void countRestore(const Spoiled& spoiled, Counts& counts) {
  ++counts[Restores];
  if (spoiled.canBeRestored()) ++counts[Restored];
}

/// Ends that are missing, and ends that nobody wrote.
void changeSize(Spoiled& spoiled, std::uint64_t size, Counts& counts) {
  for (const std::uint64_t other : {std::uint64_t{0}, size / 2, size - 4096, size - 1, size + 1, size + 4096}) {
    spoiled.resize(other);
    count(spoiled, counts);
    countRestore(spoiled, counts);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {{"flips", 3000}});
  const Scratch scratch;
  const auto backup = backUp(scratch);
  if (backup.empty() || Spoiled(backup).isReported() || !Spoiled(backup).canBeRestored())
    return answer({"bit flips of backups", "all reported", "a sound one is not found sound", false});
  const std::uint64_t size = std::filesystem::file_size(backup);
  const std::uint64_t stride = sizes["flips"] == 0 ? 1 : strideFor(size * 8, sizes["flips"]);
  std::unique_ptr<Spoiled> spoiled;
  Shared done = shareOut(size * 8 / stride, Kinds, [&](std::uint64_t index, Counts& counts) {
    if (!spoiled) spoiled = std::make_unique<Spoiled>(backup);
    spoiled->flip(index * stride);
    count(*spoiled, counts);
    if (index % kBetweenRestores == 0) countRestore(*spoiled, counts);
    spoiled->flip(index * stride);
    if (index % kBetweenRestores == 0 && spoiled->isReported()) ++counts[Failed];
  });
  Counts& counts = done.counts;
  Spoiled last(backup);
  changeSize(last, size, counts);
  const std::string seen = said(counts[Changes], " changes to ", size * 8, " bits: ", counts[Reported], " reported; ",
                                counts[Restores], " tries to restore one, ", counts[Restored], " went through");
  const bool met = !done.lost && counts[Reported] == counts[Changes] && counts[Restored] + counts[Failed] == 0;
  return answer({"bit flips of backups", "all reported", seen, met});
}
