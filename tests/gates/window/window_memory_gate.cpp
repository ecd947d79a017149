// SPDX-License-Identifier: GPL-3.0-or-later
// window_memory_gate [cycles=N] [cores=N]
// Looks from outside into the memory of the whole program with its window, for words that were kept, words that are
// being typed, passphrases and keys. While it is unlocked they must be found; after it has locked none may be; nor any
// of A's while B's vault is open. In the first `cores` cycles also in the core files that gcore (of gdb) makes, where
// it is installed: of all memory, that which is kept out of core files as well. The window is drawn without a display,
// so neither a compositor nor an input method is part of it.
#include <algorithm>
#include <cstdlib>

#include "gates/parts/canaries.h"
#include "gates/parts/canary_journal.h"
#include "gates/parts/gate.h"
#include "gates/parts/told_process.h"
#include "gates/window/canary_window.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

constexpr const char* kRole = "FOOTBRIDGE_GATE_WINDOW";

enum Count : std::size_t { Cycles, WordsUnlocked, KeysUnlocked, Blind, Locked, OfAWhileB, Cores, InCores, BlindCores };

class Watch {
 public:
  Watch(ToldProcess& window, const Scratch& scratch, std::array<Secrets, 2> secrets)
      : m_window(window), m_scratch(scratch), m_secrets(std::move(secrets)) {}

  void cycle(bool withCores) {
    const auto& [a, b] = m_secrets;
    ++counts[Cycles];
    unlock('a');
    const std::uint64_t words = holds(wordsOf(a));
    const std::uint64_t keys = holds(a.keys);
    counts[WordsUnlocked] += words;
    counts[KeysUnlocked] += keys;
    if (words == 0 || keys == 0) ++counts[Blind];
    if (withCores && (coreHolds(wordsOf(a)) == 0 || coreHolds(a.keys) == 0)) ++counts[BlindCores];
    m_window.tell("lock");
    std::vector<std::string> all = wordsOf(a);
    for (const auto* more : {&a.keys, &b.words, &b.keys}) all.insert(all.end(), more->begin(), more->end());
    counts[Locked] += holds(all);
    if (withCores) counts[InCores] += coreHolds(all);
    const std::vector<std::string> typedByA = formsOf(m_typed);
    unlock('b');
    if (holds(wordsOf(b)) == 0) ++counts[Blind];
    counts[OfAWhileB] += holds(a.words) + holds(typedByA) + holds(a.keysOfTheirsAlone());
    m_window.tell("lock");
  }

  std::vector<std::uint64_t> counts = std::vector<std::uint64_t>(BlindCores + 1, 0);

 private:
  void unlock(char who) {
    m_typed = freshCanary("half a line ");
    std::string secret = m_secrets[who == 'a' ? 0 : 1].passphrase;
    std::ranges::replace(secret, ' ', '_');
    m_window.tell(std::string(1, who) + ' ' + secret + ' ' + m_typed);
  }
  [[nodiscard]] std::vector<std::string> wordsOf(const Secrets& secrets) const {
    std::vector<std::string> words = secrets.words;
    for (std::string& form : formsOf(m_typed)) words.push_back(std::move(form));
    return words;
  }
  [[nodiscard]] std::uint64_t holds(const std::vector<std::string>& wanted) const {
    return m_window.alive() ? foundInProcess(m_window.number(), wanted) : 0;
  }
  [[nodiscard]] std::uint64_t coreHolds(const std::vector<std::string>& wanted) {
    const std::string core = m_scratch.file("core");
    const std::string number = std::to_string(m_window.number());
    if (std::system(("gcore -a -o " + core + ' ' + number + " >/dev/null 2>&1").c_str()) != 0) return 0;
    ++counts[Cores];
    const std::uint64_t found = foundInFile(core + '.' + number, wanted);
    std::filesystem::remove(core + '.' + number);
    return found;
  }

  ToldProcess& m_window;
  const Scratch& m_scratch;
  std::array<Secrets, 2> m_secrets;
  std::string m_typed;
};

constexpr std::uint64_t kCoresACycle = 3;

std::string saidOfCores(const Counts& counts, std::uint64_t wanted, bool hasGcore) {
  if (wanted == 0) return "no core files asked for";
  if (!hasGcore) return "no gcore here, so core files were not looked at";
  return said(counts[Cores], " of ", wanted, " core files made, ", counts[BlindCores],
              " times none in that of an open ", "one, ", counts[InCores], " in those of a locked one");
}

/// What the window is started with: no display, and settings and state of its own.
void prepare(const Scratch& scratch) {
  setenv(kRole, "1", 1);
  setenv("QT_QPA_PLATFORM", "offscreen", 1);
  for (const char* variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
    setenv(variable, scratch.file("home").c_str(), 1);
}

}  // namespace

int main(int argc, char** argv) {
  if (std::getenv(kRole)) return runCanaryWindow(argc, argv);
  const Sizes sizes(argc, argv, {{"cycles", 1}, {"cores", 0}});
  const Scratch scratch;
  const std::string file = scratch.file("us.footbridge");
  auto secrets = writeCanaryJournal(file);
  prepare(scratch);
  ToldProcess window({file});
  const bool hasGcore = std::system("command -v gcore >/dev/null 2>&1") == 0;
  const std::uint64_t withCores = std::min(sizes["cores"], sizes["cycles"]);
  Watch watch(window, scratch, std::move(secrets));
  for (std::uint64_t i = 0; i < sizes["cycles"] && window.alive(); ++i) watch.cycle(hasGcore && i < withCores);
  const auto& counts = watch.counts;
  const std::string seen =
      said(counts[Cycles], " cycles: unlocked ", counts[WordsUnlocked], " copies of words and ", counts[KeysUnlocked],
           " of keys (", counts[Blind], " times none), locked ", counts[Locked], ", of A while B is open ",
           counts[OfAWhileB], "; ", saidOfCores(counts, kCoresACycle * withCores, hasGcore));
  const bool allCores = !hasGcore || counts[Cores] == kCoresACycle * withCores;
  const bool met = window.alive() && allCores && counts[Cycles] == sizes["cycles"] &&
                   counts[Blind] + counts[Locked] + counts[OfAWhileB] + counts[InCores] + counts[BlindCores] == 0;
  return answer({"memory (window)", "> 0 unlocked, 0 locked", seen, met});
}
