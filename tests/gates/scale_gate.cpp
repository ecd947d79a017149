// SPDX-License-Identifier: GPL-3.0-or-later
// scale_gate [records=N] [slack=PERCENT]
// A protected journal of many records in the working folder (so that saving meets a real disk): how long it takes to
// unlock beyond the key derivation, to search and to save, and what it takes of memory. The targets are those of
// 100,000 records; a smaller journal gets its share of them, times `slack` for slow builds and busy machines. What it
// is held to stands in the line.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>

#include "gates/instead/once_derived.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

/// What a piece of work took of the processor, in milliseconds: that does not depend on who else is at work here.
template <typename Work>
std::uint64_t cpuOf(Work work) {
  const std::clock_t before = std::clock();
  work();
  return static_cast<std::uint64_t>(1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
}

std::string wordsOf(std::uint64_t number) {
  static const char* const kWords[] = {"we", "walked", "along", "the", "river", "after", "supper", "and", "heard"};
  std::string text = said("entry ", number);
  for (std::uint64_t seed = number * 2654435761U + 1; text.size() < 600; seed = seed * 1664525U + 1013904223U)
    (text += ' ') += kWords[(seed >> 16) % std::size(kWords)];
  return text;
}

bool fill(storage::SealedJournal& journal, std::uint64_t records) {
  const Begun begun{.exercise = *ExerciseId::from("scale"),
                    .fingerprint = {},
                    .source = {},
                    .lookOfA = std::nullopt,
                    .lookOfB = std::nullopt};
  const auto sitting = journal.begin(VaultId::Ours, begun);
  for (std::uint64_t done = 0; sitting && done < records;) {
    std::vector<EntryBody> notes;
    while (notes.size() < 1000 && done < records) notes.emplace_back(Note{wordsOf(done++)});
    if (!journal.append(sitting.value(), VaultId::Ours, {}, {.added = std::move(notes)})) return false;
  }
  return sitting.ok() && journal.protect(PartnerId::A, secret(kAlex)).ok() &&
         journal.protect(PartnerId::B, secret(kSam)).ok();
}

/// Saves one after another, by the clock on the wall; the 99th of a hundred, in microseconds.
std::uint64_t saveP99(storage::SealedJournal& journal) {
  std::vector<std::int64_t> times;
  for (std::uint64_t i = 0; i < 500; ++i) {
    const auto before = std::chrono::steady_clock::now();
    if (!journal.add(VaultId::Ours, PartnerId::A, Note{wordsOf(i)})) return ~std::uint64_t{0};
    const auto took = std::chrono::steady_clock::now() - before;
    times.push_back(std::chrono::duration_cast<std::chrono::microseconds>(took).count());
  }
  std::ranges::sort(times);
  return static_cast<std::uint64_t>(times[times.size() * 99 / 100]);
}

std::uint64_t residentMB() {
  std::ifstream stream("/proc/self/statm");
  std::uint64_t all = 0;
  std::uint64_t resident = 0;
  stream >> all >> resident;
  return resident * 4096 / 1'000'000;
}

}  // namespace

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {{"records", 5'000}, {"slack", 400}});
  deriveEachKeyOnce();
  const std::uint64_t records = sizes["records"];
  const Scratch scratch(std::filesystem::current_path());
  const std::string file = scratch.file("us.footbridge");
  auto shelf = stillShelf(scratch.folder() / "state");
  const bool made = inChild([&] {
                      auto journal = createFor(shelf, file);
                      return journal && fill(*journal.value(), records) ? 0 : 1;
                    }) == 0;
  if (!made) return answer({"scale", "", "the journal could not be made", false});
  // The first time derives the key, which the second then takes from memory.
  static_cast<void>(shelf.openSealed(file).value()->unlock(PartnerId::A, secret(kAlex)).ok());
  const auto journal = shelf.openSealed(file);
  const auto unlock = cpuOf([&] { static_cast<void>(journal.value()->unlock(PartnerId::A, secret(kAlex)).ok()); });
  const std::string words = said("entry ", records / 2);
  std::size_t found = 0;
  const auto first = cpuOf([&] { found = journal.value()->search(words, Reader::A).size(); });
  const auto search = cpuOf([&] { static_cast<void>(journal.value()->search(words, Reader::A)); });
  const std::uint64_t memory = residentMB();
  const std::uint64_t save = saveP99(*journal.value());
  const auto share = [&](std::uint64_t most) {
    return std::max<std::uint64_t>(most * records / 100'000, 1) * sizes["slack"] / 100;
  };
  const std::uint64_t mostUnlock = share(1500), mostSearch = share(1000);
  const std::uint64_t mostSave = 20 * std::max<std::uint64_t>(sizes["slack"] / 100, 1);
  const bool met = found > 0 && unlock <= mostUnlock && first <= mostSearch && save <= 1000 * mostSave && memory <= 400;
  const std::string target = said("unlock <= ", mostUnlock, " ms, search <= ", mostSearch,
                                  " ms, save p99 <= ", mostSave, " ms, memory <= 400 MB");
  const std::string seen =
      said(records, " records: unlock ", unlock, " ms of CPU beyond the key, search ", first, " ms at first and ",
           search, " ms then, save p99 ", save, " us, memory ", memory, " MB");
  return answer({"scale", target, seen, met});
}
