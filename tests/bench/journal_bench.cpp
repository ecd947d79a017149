// SPDX-License-Identifier: GPL-3.0-or-later
// journal_bench [FOLDER]: milliseconds to open, search and save, for journals of 3,000 and 100,000 records.
// Beyond the key derivation: the journals have no passphrase. FOLDER is where they are made; it must be on a real disk
// for the figures of saving to mean anything.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "domain/backups.h"
#include "storage/shelf.h"

using namespace footbridge;
using namespace footbridge::storage;

namespace {

/// What a piece of work took: by the clock on the wall, and by the processor (which says more on a busy machine).
struct Took {
  double wall = 0;
  double cpu = 0;
};

template <typename Work>
Took timeOf(Work work) {
  const auto wall = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  work();
  return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - wall).count(),
          1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

template <typename Work>
Took medianOf(int rounds, Work work) {
  std::vector<double> walls;
  std::vector<double> cpus;
  for (int i = 0; i < rounds; ++i) {
    const Took took = timeOf(work);
    walls.push_back(took.wall);
    cpus.push_back(took.cpu);
  }
  std::ranges::sort(walls);
  std::ranges::sort(cpus);
  return {walls[walls.size() / 2], cpus[cpus.size() / 2]};
}

void print(const char* what, Took took) {
  std::printf("  %-24s %8.2f ms, cpu %8.2f\n", what, took.wall, took.cpu);
}

/// About 600 bytes of plain words, each entry another.
std::string textOf(int number) {
  static const char* const kWords[] = {"we",    "walked", "along", "the",    "river",   "after",   "supper", "and",
                                       "heard", "each",   "other", "out",    "without", "fixing",  "it",     "kindly",
                                       "slow",  "work",   "tired", "kettle", "window",  "promise", "rain",   "light"};
  std::string text = "entry " + std::to_string(number);
  unsigned seed = static_cast<unsigned>(number) * 2654435761U + 1;
  while (text.size() < 600) {
    seed = seed * 1664525U + 1013904223U;
    (text += ' ') += kWords[(seed >> 16) % std::size(kWords)];
  }
  return text;
}

std::unique_ptr<SealedJournal> fill(FileShelf& shelf, const std::string& file, int records) {
  auto journal = shelf.createSealed(file, *PartnerName::from("Alex"), *PartnerName::from("Sam"));
  if (!journal) return nullptr;
  const Begun begun{.exercise = *ExerciseId::from("bench"),
                    .fingerprint = {},
                    .source = {},
                    .lookOfA = std::nullopt,
                    .lookOfB = std::nullopt};
  const SittingId sitting = journal.value()->begin(VaultId::Ours, begun).value();
  constexpr int kBatch = 1000;
  for (int done = 0; done < records;) {
    std::vector<EntryBody> notes;
    for (int i = 0; i < kBatch && done < records; ++i) notes.emplace_back(Note{textOf(done++)});
    if (!journal.value()->append(sitting, VaultId::Ours, {}, {.added = std::move(notes)})) return nullptr;
  }
  return std::move(journal).value();
}

void measureSearch(const SealedJournal& journal) {
  print("first search", timeOf([&] { static_cast<void>(journal.search("entry 1234", Reader::A)); }));
  print("search, some found", medianOf(7, [&] { static_cast<void>(journal.search("entry 1234", Reader::A)); }));
  print("search, none found", medianOf(7, [&] { static_cast<void>(journal.search("nowhere", Reader::A)); }));
  print("search, most found", medianOf(7, [&] { static_cast<void>(journal.search("river", Reader::A)); }));
}

void measureCommits(SealedJournal& journal) {
  std::vector<double> times;
  const auto save = [&journal](int i) {
    static_cast<void>(journal.add(VaultId::Ours, PartnerId::A, Note{textOf(i)}).ok());
  };
  for (int i = 0; i < 500; ++i) times.push_back(timeOf([&] { save(i); }).wall);
  std::ranges::sort(times);
  std::printf("  commit p50 / p99 / max   %8.2f / %.2f / %.2f ms\n", times[250], times[495], times.back());
}

void measureBackups(SealedJournal& journal) {
  Backups& backups = *journal.backups();
  print("backup", medianOf(3, [&] { static_cast<void>(backups.backUpNow().ok()); }));
  print("drill", medianOf(3, [&] { static_cast<void>(backups.drill().ok()); }));
  print("backup, nothing to do", medianOf(7, [&] { static_cast<void>(backups.keepUp(BackupPace::AfterUse).ok()); }));
}

bool measure(FileShelf& shelf, const std::string& file, int records) {
  if (!fill(shelf, file, records)) return false;
  std::printf("%d records, %.1f MB\n", records, static_cast<double>(std::filesystem::file_size(file)) / 1e6);
  print("open", medianOf(5, [&] { static_cast<void>(shelf.openSealed(file).ok()); }));
  auto journal = shelf.openSealed(file);
  if (!journal) return false;
  print("list all", medianOf(5, [&] { static_cast<void>(journal.value()->entries(Reader::A)); }));
  measureSearch(*journal.value());
  measureCommits(*journal.value());
  measureBackups(*journal.value());
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path folder =
      (argc > 1 ? std::filesystem::path(argv[1]) : std::filesystem::temp_directory_path()) / "footbridge-bench";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  FileShelf shelf({std::nullopt, folder / "state", {}, folder / "backups"});
  const bool done = measure(shelf, (folder / "small.footbridge").string(), 3'000) &&
                    measure(shelf, (folder / "large.footbridge").string(), 100'000);
  std::filesystem::remove_all(folder);
  return done ? 0 : 1;
}
