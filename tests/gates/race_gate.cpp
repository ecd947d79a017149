// SPDX-License-Identifier: GPL-3.0-or-later
// race_gate [races=N] [runners=N]
// Two processes open one journal at the same moment, again and again: one gets it, the other is told that it is in
// use, and what the winner then saves is there.
#include <sys/wait.h>
#include <unistd.h>

#include "gates/parts/gate.h"
#include "gates/parts/script.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

enum Count : std::size_t { Races, OneWinner, NoWinner, MoreWinners, WrongWords, Lost, Kinds };
enum Ending : int { Won = 10, InUse = 11, Other = 12 };

/// A pipe; what waits to read from it goes on when the other end is closed everywhere.
struct Pipe {
  Pipe() {
    if (pipe(ends) != 0) complain("no pipe");
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(ends[0]);
    closeWriting();
  }
  void closeWriting() {
    if (ends[1] >= 0) close(ends[1]);
    ends[1] = -1;
  }
  [[nodiscard]] bool tell() const { return write(ends[1], "x", 1) == 1; }
  [[nodiscard]] bool hears() const {
    char byte = 0;
    return read(ends[0], &byte, 1) == 1;
  }
  int ends[2]{-1, -1};
};

struct Signals {
  Pipe ready, start, tried, end;
};

/// Waits for the start, opens, and holds on to what it got until all have tried.
int runner(const std::string& file, Signals& signals) {
  signals.start.closeWriting();
  signals.end.closeWriting();
  auto shelf = forgetfulShelf();
  if (!signals.ready.tell() || signals.start.hears()) return Other;
  auto journal = shelf.openSealed(file);
  if (!signals.tried.tell()) return Other;
  if (!journal) return journal.error().kind == ErrorKind::InUse ? InUse : Other;
  const bool kept = journal.value()->add(VaultId::Ours, PartnerId::A, Note{"mine"}).ok();
  return signals.end.hears() || !kept ? Other : Won;
}

class Race {
 public:
  explicit Race(std::uint64_t runners) : m_runners(runners) {
    auto shelf = forgetfulShelf();
    createFor(shelf, file()).value().reset();
  }

  void run(Counts& counts) {
    ++counts[Races];
    std::uint64_t won = 0;
    for (const int ending : endings()) {
      if (ending == Won) ++won;
      if (ending != Won && ending != InUse) ++counts[WrongWords];
    }
    ++counts[won == 1 ? OneWinner : won == 0 ? NoWinner : MoreWinners];
    m_kept += won;
    auto shelf = forgetfulShelf();
    const auto journal = shelf.openSealed(file());
    if (!journal || journal.value()->entries(Reader::A).size() != m_kept) ++counts[Lost];
  }

 private:
  [[nodiscard]] std::string file() const { return m_scratch.file("us.footbridge"); }

  [[nodiscard]] std::vector<int> endings() {
    Signals signals;
    std::vector<pid_t> children;
    for (std::uint64_t i = 0; i < m_runners; ++i) {
      const pid_t child = fork();
      if (child == 0) _exit(runner(file(), signals));
      children.push_back(child);
    }
    awaitAll(signals.ready);
    signals.start.closeWriting();
    awaitAll(signals.tried);
    signals.end.closeWriting();
    std::vector<int> codes;
    for (const pid_t child : children) {
      int status = 0;
      waitpid(child, &status, 0);
      codes.push_back(WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    }
    return codes;
  }

  void awaitAll(const Pipe& pipe) const {
    for (std::uint64_t i = 0; i < m_runners; ++i) {
      if (!pipe.hears()) complain("a runner is not there");
    }
  }

  Scratch m_scratch;
  std::uint64_t m_runners;
  std::uint64_t m_kept = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {{"races", 100}, {"runners", 2}});
  Race race(sizes["runners"]);
  Counts counts(Kinds, 0);
  for (std::uint64_t i = 0; i < sizes["races"]; ++i) race.run(counts);
  const std::string seen =
      said(counts[Races], " races: ", counts[OneWinner], " with one winner, ", counts[NoWinner], " with none, ",
           counts[MoreWinners], " with more, ", counts[WrongWords], " wrong answers, ", counts[Lost], " lost");
  return answer(
      {"races", "one winner each", seen, counts[OneWinner] == counts[Races] && counts[WrongWords] + counts[Lost] == 0});
}
