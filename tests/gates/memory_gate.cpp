// SPDX-License-Identifier: GPL-3.0-or-later
// memory_gate [cycles=N]
// Looks from outside into the memory of a process that keeps a journal open, for words, passphrases and keys. While it
// is unlocked they must be found, or the gate is blind; after it has locked, which is restarting, none may be. The
// process is this program itself, started again as the keeper; no window is part of it.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <iostream>

#include "gates/parts/canaries.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"
#include "storage/journal_file.h"
#include "storage/keyring.h"
#include "system/platform.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

// ---- the keeper: does what it is told on stdin, a line each, and says "done" after each

void keepUnlocked(storage::SealedJournal& journal, PartnerId who, const std::string& passphrase) {
  auto typed = passphrase;
  if (!journal.unlock(who, *Passphrase::from(std::move(typed)))) return;
  // What a window does with it: lists, searches, and half a line of writing.
  static std::vector<Entry> shown;
  shown = journal.entries(readerOf(who));
  static_cast<void>(journal.search("canary", readerOf(who)));
  static std::string draft;
  draft = journal.findDraft(vaultOf(who), "here").value_or("");
}

int keeper(const std::string& file) {
  platform::forbidMemoryDumps();
  auto shelf = forgetfulShelf();
  auto journal = shelf.openSealed(file);
  if (!journal) return 1;
  std::cout << "done" << std::endl;
  for (std::optional<std::string> line; (line = platform::readLine(STDIN_FILENO));) {
    if (*line == "lock") {
      journal.value().reset();
      static_cast<void>(platform::restartInPlace({"keeper", file}, {}));
      return 1;
    }
    keepUnlocked(*journal.value(), line->front() == 'a' ? PartnerId::A : PartnerId::B, line->substr(2));
    std::cout << "done" << std::endl;
  }
  return 0;
}

// ---- the scanner

class Keeper {
 public:
  explicit Keeper(const std::string& file) {
    int in[2];
    int out[2];
    if (pipe(in) != 0 || pipe(out) != 0) return;
    m_process = fork();
    if (m_process == 0) {
      dup2(in[0], STDIN_FILENO);
      dup2(out[1], STDOUT_FILENO);
      for (const int end : {in[0], in[1], out[0], out[1]}) close(end);
      const std::string self = platform::executablePath().string();
      execl(self.c_str(), self.c_str(), "keeper", file.c_str(), nullptr);
      _exit(1);
    }
    close(in[0]);
    close(out[1]);
    m_in = in[1];
    m_out = out[0];
    m_alive = answered();
  }
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;
  ~Keeper() {
    close(m_in);
    close(m_out);
    waitpid(m_process, nullptr, 0);
  }
  void tell(const std::string& line) {
    const std::string whole = line + "\n";
    m_alive = m_alive && write(m_in, whole.data(), whole.size()) == static_cast<ssize_t>(whole.size()) && answered();
  }
  [[nodiscard]] std::uint64_t holds(const std::vector<std::string>& wanted) const {
    return foundInProcess(m_process, wanted);
  }
  [[nodiscard]] bool alive() const { return m_alive; }

 private:
  [[nodiscard]] bool answered() const { return platform::readLine(m_out) == "done"; }
  pid_t m_process = -1;
  int m_in = -1;
  int m_out = -1;
  bool m_alive = false;
};

/// What belongs to one partner: words in every form, the passphrase, and the keys that it leads to.
struct Secrets {
  std::vector<std::string> words;
  std::vector<std::string> keys;
};

std::vector<std::string> keysOf(const std::string& file, PartnerId who, const std::string& passphrase) {
  const auto opened = storage::openJournalFile(file);
  const auto keys = opened.value().keyring.open(who, storage::SlotKind::Passphrase, passphrase);
  if (!keys) return {};
  std::vector<std::string> bytes;
  for (const storage::Key* key : {&keys->personal, &keys->keys.vault, &keys->keys.shared, &keys->keys.boxSecret})
    bytes.emplace_back(storage::textOf(key->bytes()));
  return bytes;
}

void addForms(std::vector<std::string>& all, const std::string& words) {
  for (std::string& form : formsOf(words)) all.push_back(std::move(form));
}

/// Writes the journal, and answers what must not be found: of A, and of B.
std::array<Secrets, 2> writeJournal(const std::string& file, const std::array<std::string, 2>& passphrases) {
  std::array<Secrets, 2> secrets;
  auto shelf = forgetfulShelf();
  auto journal = createFor(shelf, file);
  std::size_t at = 0;
  for (const PartnerId who : {PartnerId::A, PartnerId::B}) {
    const std::string& passphrase = passphrases[at];
    if (!journal.value()->protect(who, secret(passphrase))) complain("not protected");
    for (const char* beginning : {"canary in a note ", "canary in a draft "}) {
      const std::string canary = freshCanary(beginning);
      addForms(secrets[at].words, canary);
      const bool isDraft = std::strstr(beginning, "draft") != nullptr;
      const bool kept = isDraft ? journal.value()->putDraft(vaultOf(who), "here", canary).ok()
                                : journal.value()->add(vaultOf(who), who, Note{canary}).ok();
      if (!kept) complain("a canary was not kept");
    }
    addForms(secrets[at].words, passphrase);
    ++at;
  }
  journal.value().reset();
  secrets[0].keys = keysOf(file, PartnerId::A, passphrases[0]);
  secrets[1].keys = keysOf(file, PartnerId::B, passphrases[1]);
  return secrets;
}

enum Count : std::size_t { Cycles, WordsUnlocked, KeysUnlocked, Blind, Locked, OfAWhileB, Failed, Kinds };

void cycle(Keeper& keeper, const std::array<Secrets, 2>& secrets, const std::array<std::string, 2>& passphrases,
           Counts& counts) {
  const auto& [a, b] = secrets;
  ++counts[Cycles];
  keeper.tell("a " + passphrases[0]);
  const std::uint64_t words = keeper.holds(a.words);
  const std::uint64_t keys = keeper.holds(a.keys);
  counts[WordsUnlocked] += words;
  counts[KeysUnlocked] += keys;
  if (words == 0 || keys == 0) ++counts[Blind];
  keeper.tell("lock");
  for (const auto* wanted : {&a.words, &a.keys, &b.words, &b.keys}) counts[Locked] += keeper.holds(*wanted);
  keeper.tell("b " + passphrases[1]);
  if (keeper.holds(b.words) == 0) ++counts[Blind];
  counts[OfAWhileB] += keeper.holds(a.words);
  // B's keys hold the one of *ours*, which A's do as well.
  const std::vector<std::string> ofAAlone{a.keys[0], a.keys[1], a.keys[3]};
  counts[OfAWhileB] += keeper.holds(ofAAlone);
  keeper.tell("lock");
  if (!keeper.alive()) ++counts[Failed];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "keeper") return keeper(argv[2]);
  const Sizes sizes(argc, argv, {{"cycles", 4}});
  const Scratch scratch;
  const std::string file = scratch.file("us.footbridge");
  // Made here and now: what is written in the program lies in the memory of each process that runs it.
  const std::array passphrases{freshCanary("first passphrase "), freshCanary("second passphrase ")};
  const auto secrets = writeJournal(file, passphrases);
  if (secrets[0].keys.size() != 4 || secrets[1].keys.size() != 4)
    return answer({"memory (store)", "0 when locked", "the keys could not be derived", false});
  Keeper keeper(file);
  Counts counts(Kinds, 0);
  for (std::uint64_t i = 0; i < sizes["cycles"] && keeper.alive(); ++i) cycle(keeper, secrets, passphrases, counts);
  const std::string seen = said(counts[Cycles], " cycles: unlocked ", counts[WordsUnlocked], " copies of words and ",
                                counts[KeysUnlocked], " of keys (", counts[Blind], " times none), locked ",
                                counts[Locked], ", of A while B is open ", counts[OfAWhileB]);
  const bool met =
      counts[Cycles] == sizes["cycles"] && counts[Failed] + counts[Blind] + counts[Locked] + counts[OfAWhileB] == 0;
  return answer({"memory (store)", "> 0 unlocked, 0 locked", seen, met});
}
