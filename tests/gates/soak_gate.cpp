// SPDX-License-Identifier: GPL-3.0-or-later
// soak_gate [actions=N]
// Reads, searches, revises, drafts, locks and unlocks without end in one process, on a journal that stays the same
// size. Its memory and its open files must do so too.
#include <random>

#include "gates/instead/once_derived.h"
#include "gates/parts/footprint.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

constexpr int kNotes = 40;
constexpr std::uint64_t kBetweenLocks = 250;

class Evening {
 public:
  explicit Evening(std::string file) : m_file(std::move(file)) {
    auto made = createFor(m_shelf, m_file);
    m_journal = std::move(made).value();
    if (!m_journal->protect(PartnerId::A, secret(kAlex))) complain("not protected");
    for (int i = 0; i < kNotes; ++i) {
      const auto note = m_journal->add(VaultId::A, PartnerId::A, Note{"at first"});
      if (note) m_notes.push_back(note->id);
    }
  }

  [[nodiscard]] bool act(std::mt19937_64& random) {
    const EntryId note = m_notes[random() % m_notes.size()];
    switch (random() % 8) {
      case 0:
      case 1:
        return m_journal->revise(note, Note{std::string(random() % 900, 'w')}).ok();
      case 2:
        return m_journal->putDraft(VaultId::A, "here", std::string(random() % 500, 'd')).ok();
      case 3:
        return m_journal->clearDraft(VaultId::A, "here").ok();
      case 4:
        return m_journal->search("www", Reader::A).size() <= m_notes.size();
      case 5:
        return m_journal->entries(Reader::A).size() == m_notes.size();
      case 6:
        return m_journal->find(note, Reader::A).has_value() && !m_journal->find(note, Reader::B);
      default:
        return m_journal->verify().sound();
    }
  }

  [[nodiscard]] bool lockAndUnlock() {
    m_journal.reset();
    auto journal = m_shelf.openSealed(m_file);
    if (!journal || !journal.value()->unlock(PartnerId::A, secret(kAlex))) return false;
    m_journal = std::move(journal).value();
    return true;
  }

 private:
  std::string m_file;
  storage::FileShelf m_shelf = forgetfulShelf();
  std::unique_ptr<storage::SealedJournal> m_journal;
  std::vector<EntryId> m_notes;
};

}  // namespace

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {{"actions", 20'000}, {"seed", 7}});
  deriveEachKeyOnce();
  const Scratch scratch;
  Evening evening(scratch.file("us.footbridge"));
  std::mt19937_64 random(sizes["seed"]);
  std::uint64_t failed = 0;
  Footprint warm;
  Footprint now;
  for (std::uint64_t done = 0; done < sizes["actions"]; ++done) {
    if (!evening.act(random)) ++failed;
    if (done % kBetweenLocks != kBetweenLocks - 1) continue;
    if (!evening.lockAndUnlock()) ++failed;
    now = footprint();
    if (done < sizes["actions"] / 4) warm = now;
  }
  const std::string seen = said(sizes["actions"], " actions, ", failed, " failed; memory ", warm.kib, " to ", now.kib,
                                " KiB, open files ", warm.files, " to ", now.files);
  const bool met = failed == 0 && now.isLike(warm);
  return answer({"soak (store)", "growth < 5 %, files flat", seen, met});
}
