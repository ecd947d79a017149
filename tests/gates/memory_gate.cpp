// SPDX-License-Identifier: GPL-3.0-or-later
// memory_gate [cycles=N]
// Looks from outside into the memory of a process that keeps a journal open, for words, passphrases and keys. While it
// is unlocked they must be found, or the gate is blind; after it has locked, which is restarting, none may be. The
// process is this program itself, started again as the keeper; no window is part of it.
#include <unistd.h>

#include "gates/parts/canaries.h"
#include "gates/parts/canary_journal.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"
#include "gates/parts/told_process.h"
#include "system/platform.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

void keepUnlocked(storage::SealedJournal& journal, PartnerId who, std::string passphrase) {
  if (!journal.unlock(who, *Passphrase::from(std::move(passphrase)))) return;
  // What a window does with it: lists, searches, and half a line of writing.
  static std::vector<Entry> shown;
  shown = journal.entries(readerOf(who));
  static_cast<void>(journal.search("canary", readerOf(who)));
  static std::string draft;
  draft = journal.findDraft(vaultOf(who), kDraftPlace).value_or("");
}

int keeper(const std::string& file) {
  platform::forbidMemoryDumps();
  auto shelf = forgetfulShelf();
  auto journal = shelf.openSealed(file);
  if (!journal) return 1;
  sayDone();
  for (std::optional<std::string> line; (line = platform::readLine(STDIN_FILENO));) {
    if (*line == "lock") {
      journal.value().reset();
      static_cast<void>(platform::restartInPlace({"keeper", file}, {}));
      return 1;
    }
    keepUnlocked(*journal.value(), line->front() == 'a' ? PartnerId::A : PartnerId::B, line->substr(2));
    sayDone();
  }
  return 0;
}

enum Count : std::size_t { Cycles, WordsUnlocked, KeysUnlocked, Blind, Locked, OfAWhileB, Kinds };

void cycle(ToldProcess& keeper, const std::array<Secrets, 2>& secrets, Counts& counts) {
  const auto& [a, b] = secrets;
  const auto holds = [&keeper](const auto& wanted) { return foundInProcess(keeper.number(), wanted); };
  ++counts[Cycles];
  keeper.tell("a " + a.passphrase);
  const std::uint64_t words = holds(a.words);
  const std::uint64_t keys = holds(a.keys);
  counts[WordsUnlocked] += words;
  counts[KeysUnlocked] += keys;
  if (words == 0 || keys == 0) ++counts[Blind];
  keeper.tell("lock");
  for (const auto* wanted : {&a.words, &a.keys, &b.words, &b.keys}) counts[Locked] += holds(*wanted);
  keeper.tell("b " + b.passphrase);
  if (holds(b.words) == 0 || holds(b.keys) == 0) ++counts[Blind];
  counts[OfAWhileB] += holds(a.words) + holds(a.keysOfTheirsAlone());
  keeper.tell("lock");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "keeper") return keeper(argv[2]);
  const Sizes sizes(argc, argv, {{"cycles", 4}});
  const Scratch scratch;
  const std::string file = scratch.file("us.footbridge");
  const auto secrets = writeCanaryJournal(file);
  if (secrets[0].keys.empty() || secrets[1].keys.empty())
    return answer({"memory (store)", "> 0 unlocked, 0 locked", "the keys could not be derived", false});
  ToldProcess keeper({"keeper", file});
  Counts counts(Kinds, 0);
  for (std::uint64_t i = 0; i < sizes["cycles"] && keeper.alive(); ++i) cycle(keeper, secrets, counts);
  const std::string seen = said(counts[Cycles], " cycles: unlocked ", counts[WordsUnlocked], " copies of words and ",
                                counts[KeysUnlocked], " of keys (", counts[Blind], " times none), locked ",
                                counts[Locked], ", of A while B is open ", counts[OfAWhileB]);
  const bool met =
      keeper.alive() && counts[Cycles] == sizes["cycles"] && counts[Blind] + counts[Locked] + counts[OfAWhileB] == 0;
  return answer({"memory (store)", "> 0 unlocked, 0 locked", seen, met});
}
