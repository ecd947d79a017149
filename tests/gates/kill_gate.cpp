// SPDX-License-Identifier: GPL-3.0-or-later
// kill_gate [runs=N] [seed=N] [longest=MICROSECONDS]
// A process saves without end and says so through a pipe after each call has returned; it is killed at random. What it
// said must be there. Every so often it is killed while it sets a passphrase instead.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>

#include "gates/parts/gate.h"
#include "gates/parts/script.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

enum Count : std::size_t { Runs, Acknowledged, HotJournals, NewKeys, Lost, Corrupt, Kinds };

constexpr int kStepsAJournal = 200;  // then a new one is begun, so that opening it stays quick

/// One journal that is killed again and again.
class Victim {
 public:
  explicit Victim(const std::vector<ContentMark>& contents) : m_contents(contents) { beginAnew(); }

  void killOnce(std::mt19937_64& random, useconds_t longest, Counts& counts) {
    ++counts[Runs];
    const int told = saveUntilKilled(static_cast<useconds_t>(random() % longest));
    counts[Acknowledged] += static_cast<std::uint64_t>(told);
    if (isHot()) ++counts[HotJournals];
    const int atLeast = m_step + told;
    auto journal = m_shelf.openSealed(file());
    if (!journal) {
      ++counts[Corrupt];
      complain("does not open after a kill: " + journal.error().detail);
      return beginAnew();
    }
    settle(markOf(*journal.value()), atLeast, counts);
    journal.value().reset();
    if (m_step >= kStepsAJournal) beginAnew();
  }

  void killProtecting(std::mt19937_64& random, Counts& counts) {
    ++counts[Runs];
    const ContentMark before = markOf(*m_shelf.openSealed(file()).value());
    if (m_protectingTakes == 0) m_protectingTakes = timeProtecting();
    const auto latest = static_cast<std::uint64_t>(m_protectingTakes) * 5 / 4;
    static_cast<void>(
        killAfter(static_cast<useconds_t>(random() % latest), [](auto& journal, int) { protect(journal); }));
    if (isHot()) ++counts[HotJournals];
    checkKeys(before, counts);
    beginAnew();
  }

 private:
  [[nodiscard]] std::string file() const { return m_scratch->file("us.footbridge"); }
  [[nodiscard]] bool isHot() const {
    const std::string bytes = bytesIn(file() + "-journal");
    return !bytes.empty() && bytes.front() != '\0';
  }

  void beginAnew() {
    m_scratch = std::make_unique<Scratch>();
    m_step = 0;
    if (!createFor(m_shelf, file())) complain("no journal could be made");
  }

  static void protect(storage::SealedJournal& journal) {
    static_cast<void>(journal.protect(PartnerId::A, secret(kAlex)).ok());
  }

  /// On a journal of its own; how long it takes depends on what else the machine does.
  [[nodiscard]] useconds_t timeProtecting() {
    const Scratch scratch;
    auto journal = createFor(m_shelf, scratch.file("timed.footbridge"));
    const auto before = std::chrono::steady_clock::now();
    if (journal) protect(*journal.value());
    const auto took = std::chrono::steady_clock::now() - before;
    return static_cast<useconds_t>(std::chrono::duration_cast<std::chrono::microseconds>(took).count() + 1);
  }

  static void tell(int pipe) {
    const char told = 's';
    if (write(pipe, &told, 1) != 1) _exit(1);
  }

  /// Kills a process that works on the journal, so long after it had opened it; how often it told of something.
  template <typename Work>
  [[nodiscard]] int killAfter(useconds_t microseconds, Work work) {
    int ends[2];
    if (pipe(ends) != 0) return 0;
    const pid_t child = fork();
    if (child == 0) {
      auto journal = m_shelf.openSealed(file());
      if (journal) tell(ends[1]);
      if (journal) work(*journal.value(), ends[1]);
      _exit(0);
    }
    close(ends[1]);
    char byte = 0;
    if (read(ends[0], &byte, 1) == 1) usleep(microseconds);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    int told = 0;
    while (read(ends[0], &byte, 1) == 1) ++told;
    close(ends[0]);
    return told;
  }

  [[nodiscard]] int saveUntilKilled(useconds_t after) {
    return killAfter(after, [step = m_step](auto& journal, int pipe) mutable {
      while (save(journal, step++)) tell(pipe);
    });
  }

  void settle(ContentMark content, int atLeast, Counts& counts) {
    for (int kept = atLeast; kept <= atLeast + 1; ++kept) {
      if (static_cast<std::size_t>(kept) >= m_contents.size()) return beginAnew();
      if (content != m_contents[static_cast<std::size_t>(kept)]) continue;
      m_step = kept;
      return;
    }
    ++counts[Lost];
    complain(said("after step ", m_step, " something acknowledged is not there"));
    beginAnew();
  }

  void checkKeys(ContentMark before, Counts& counts) {
    auto journal = m_shelf.openSealed(file());
    if (journal && journal.value()->door(VaultId::A) == DoorState::Locked) {
      ++counts[NewKeys];
      if (!journal.value()->unlock(PartnerId::A, secret(kAlex))) journal = Error{ErrorKind::Damaged};
    }
    if (!journal)
      ++counts[Corrupt];
    else if (markOf(*journal.value()) != before)
      ++counts[Lost];
    else if (!bytesIn(file() + "-journal").empty())
      ++counts[Corrupt];  // old pages were left beside it
  }

  const std::vector<ContentMark>& m_contents;
  storage::FileShelf m_shelf = forgetfulShelf();
  std::unique_ptr<Scratch> m_scratch;
  int m_step = 0;
  useconds_t m_protectingTakes = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {{"runs", 100}, {"seed", 20261123}, {"longest", 6000}});
  constexpr int kMostSaves = 2000;  // more than can be saved before the last kill of a journal
  const std::vector<ContentMark> contents = expectedContents(kMostSaves);
  std::unique_ptr<Victim> victim;
  const Shared done = shareOut(sizes["runs"], Kinds, [&](std::uint64_t run, Counts& counts) {
    if (!victim) victim = std::make_unique<Victim>(contents);
    std::mt19937_64 random(sizes["seed"] * 7919 + run);
    if (run % 25 == 24)
      victim->killProtecting(random, counts);
    else
      victim->killOnce(random, static_cast<useconds_t>(sizes["longest"]), counts);
  });
  const Counts& counts = done.counts;
  const std::string seen =
      said(counts[Runs], " kills, ", counts[Acknowledged], " acknowledged, ", counts[HotJournals], " hot journals, ",
           counts[NewKeys], " with new keys: ", counts[Lost], " lost, ", counts[Corrupt], " corrupt");
  // So few runs may meet neither.
  const bool isHard = counts[Runs] < 1000 || (counts[HotJournals] > 0 && counts[NewKeys] > 0);
  const bool met = !done.lost && counts[Lost] + counts[Corrupt] == 0 && counts[Acknowledged] > counts[Runs] && isHard;
  return answer({"kill", "0 acknowledged lost", seen, met});
}
