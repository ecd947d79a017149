// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fixture_journals.h"

#include <fstream>
#include <map>
#include <memory>
#include <utility>

#include "storage/samples.h"
#include "storage/shelf.h"

namespace footbridge::storage::test {
namespace {

namespace fs = std::filesystem;

/// Goes on from step to step until one fails.
class Making {
 public:
  explicit Making(fs::path folder) : m_folder(std::move(folder)), m_secrets(m_folder / "secrets.txt") {
    ShelfOptions options;
    options.cost = KdfCost::least();
    options.stateFolder = m_folder / ".state";
    options.now = [this] { return m_now += std::chrono::minutes(1); };
    m_shelf = std::make_unique<FileShelf>(std::move(options));
  }
  ~Making() { fs::remove_all(m_folder / ".state"); }
  Making(const Making&) = delete;
  Making& operator=(const Making&) = delete;

  std::string problem;

  void begin(const std::string& name, const char* a, const char* b) {
    m_name = name;
    const std::string file = (m_folder / (name + ".footbridge")).string();
    auto made = m_shelf->create(file, *PartnerName::from(a), b ? PartnerName::from(b) : std::nullopt);
    if (keep("create", made)) m_journal = std::move(made).value();
  }
  void protect(PartnerId partner, const char* passphrase) {
    if (!m_journal) return;
    const auto code = m_journal->protect(partner, *Passphrase::from(passphrase));
    if (!keep("protect", code)) return;
    m_secrets << m_name << ' ' << (partner == PartnerId::A ? 'A' : 'B') << " code " << code->text.text() << '\n';
    m_secrets << m_name << ' ' << (partner == PartnerId::A ? 'A' : 'B') << " passphrase " << passphrase << '\n';
  }
  void add(VaultId vault, std::optional<PartnerId> by, EntryBody body) {
    if (!m_journal) return;
    const auto added = m_journal->add(vault, by, std::move(body));
    if (keep("add", added)) m_last = added->id;
  }
  void revise(EntryBody body) {
    if (m_journal && m_last) keep("revise", m_journal->revise(*m_last, std::move(body)));
  }
  void remove() {
    if (m_journal && m_last) keep("remove", m_journal->remove(*m_last));
  }
  void sit(VaultId lane, SittingMode mode) {
    if (!m_journal) return;
    const auto sitting = m_journal->begin(lane, begun(mode, ownerOf(lane).value_or(PartnerId::A)));
    if (keep("begin", sitting)) keep("append", m_journal->append(*sitting, lane, {Passed{step("s1")}, Left{}}));
  }
  void draft(VaultId vault, const char* text) {
    if (m_journal) keep("draft", m_journal->putDraft(vault, "page", text));
  }
  void end() { m_journal.reset(); }

 private:
  template <typename Thing>
  bool keep(const char* what, const Result<Thing>& result) {
    if (result) return true;
    if (problem.empty()) problem = m_name + ": " + what + ": " + result.error().subject + " " + result.error().detail;
    m_journal.reset();
    return false;
  }

  fs::path m_folder;
  std::ofstream m_secrets;
  Moment m_now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(12)};
  std::unique_ptr<FileShelf> m_shelf;
  std::string m_name;
  std::unique_ptr<Journal> m_journal;
  std::optional<EntryId> m_last;
};

void makeBoth(Making& making) {
  making.begin("both", "Alex", "Zoë");
  making.add(VaultId::Ours, PartnerId::A, Note{"the café by the river"});
  making.protect(PartnerId::A, kFixtureAlex);
  making.add(VaultId::A, PartnerId::A, Note{"only mine"});
  making.protect(PartnerId::B, kFixtureSam);
  making.add(VaultId::B, PartnerId::B, Note{"mine alone"});
  making.add(VaultId::Ours, std::nullopt, agreement());
  making.add(VaultId::Ours, PartnerId::B, Note{"first"});
  making.revise(Note{"second"});
  making.add(VaultId::Ours, PartnerId::A, Note{"taken back"});
  making.remove();
  making.sit(VaultId::A, SittingMode::OwnLook);
  making.sit(VaultId::Ours, SittingMode::Together);
  making.draft(VaultId::B, "half a li");
  making.end();
}

void makeSolo(Making& making) {
  making.begin("solo", "Jo", nullptr);
  making.protect(PartnerId::A, kFixtureJo);
  making.add(VaultId::A, PartnerId::A, Note{"begun alone"});
  making.draft(VaultId::A, "half a li");
  making.end();
}

void makeOpen(Making& making) {
  making.begin("open", "Kim", "Kim");
  making.add(VaultId::Ours, PartnerId::A, Note{"nothing is locked yet"});
  making.sit(VaultId::B, SittingMode::OwnLook);
  making.end();
}

std::string wordsOf(const EntryBody& body) {
  if (const auto* note = std::get_if<Note>(&body)) return "note " + note->text;
  if (const auto* agreed = std::get_if<Agreement>(&body)) return "agreement " + agreed->what;
  return "event";
}

}  // namespace

std::string makeFixtureJournals(const fs::path& folder) {
  fs::create_directories(folder);
  Making making(folder);
  makeBoth(making);
  makeSolo(making);
  makeOpen(making);
  return making.problem;
}

std::vector<std::string> linesOf(const Journal& journal, Reader reader) {
  std::vector<std::string> lines;
  for (const Entry& entry : journal.entries(reader)) {
    const char vault = entry.vault == VaultId::Ours ? 'O' : entry.vault == VaultId::A ? 'A' : 'B';
    const char by = !entry.author ? '-' : entry.author == PartnerId::A ? 'A' : 'B';
    lines.push_back(std::string(1, vault) + ' ' + by + ' ' + std::to_string(entry.revision) + ' ' +
                    wordsOf(entry.body));
  }
  return lines;
}

const std::vector<std::string>& fixtureLines(const std::string& journal, Reader reader) {
  static const std::map<std::pair<std::string, Reader>, std::vector<std::string>> lines{
      {{"both", Reader::A},
       {"O - 1 event", "O - 1 event", "O - 1 event", "A A 1 event", "A A 1 event", "A A 1 event", "O B 2 note second",
        "O - 1 agreement walk on Wednesday 🌧", "A A 1 note only mine", "O A 1 note the café by the river"}},
      {{"both", Reader::B},
       {"O - 1 event", "O - 1 event", "O - 1 event", "O B 2 note second", "O - 1 agreement walk on Wednesday 🌧",
        "B B 1 note mine alone", "O A 1 note the café by the river"}},
      {{"solo", Reader::A}, {"A A 1 note begun alone"}},
      {{"open", Reader::OursAlone}, {"O A 1 note nothing is locked yet"}},
      {{"open", Reader::B}, {"B B 1 event", "B B 1 event", "B B 1 event", "O A 1 note nothing is locked yet"}},
  };
  static const std::vector<std::string> none;
  const auto found = lines.find({journal, reader});
  return found == lines.end() ? none : found->second;
}

}  // namespace footbridge::storage::test
