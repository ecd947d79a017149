// SPDX-License-Identifier: GPL-3.0-or-later
// Three copies of one journal go their ways, are written in, joined and given exports of each other in any order. After
// each step the file that was written opens again, is sound, and has every word that nobody took away.
#include <array>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include "catch.h"
#include "domain/exchange.h"
#include "storage/desk.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

constexpr std::array kWhoReads{Reader::OursAlone, Reader::A, Reader::B};
constexpr int kMoreThanAreKept = 12;

/// The words of an entry or event that say which it is; empty where there are none.
std::string wordsOf(const Entry& entry) {
  if (const auto* const agreed = std::get_if<Agreement>(&entry.body)) return agreed->what;
  const auto* const event = std::get_if<LaneEvent>(&entry.body);
  const auto* const answered = event ? std::get_if<Answered>(&event->event) : nullptr;
  const auto* const written = answered ? std::get_if<WrittenAnswer>(&answered->answer) : nullptr;
  return written ? written->text : std::string();
}

std::set<std::string> wordsIn(const SealedJournal& journal, Reader reader) {
  std::set<std::string> all;
  for (const Entry& entry : journal.entries(reader)) all.insert(wordsOf(entry));
  all.erase(std::string());
  return all;
}

std::string givenOut(SealedJournal& journal, Reader reader) {
  auto text = journal.exchange()->exported({ExportFormat::Json, reader, ExportPart::Everything, nullptr});
  REQUIRE(text.ok());
  return std::move(*text);
}

/// The same seed takes the same steps.
class Walk {
 public:
  explicit Walk(unsigned seed) : m_random(seed) {
    m_desk.create().reset();
    for (std::size_t i = 0; i < m_files.size(); ++i) {
      m_files.at(i) = m_desk.file(("copy" + std::to_string(i) + ".footbridge").c_str());
      std::filesystem::copy_file(m_desk.file(), m_files.at(i));
    }
  }

  void step() {
    const std::size_t at = below(m_files.size());
    auto journal = open(m_files.at(at));
    act(*journal, at);
    journal.reset();
    check(*open(m_files.at(at)), at);
  }

  /// Whichever is joined into which, the same comes of it, and joining once more changes nothing.
  void joinBothWays(std::size_t one, std::size_t other) {
    std::array<std::vector<std::string>, 2> said;
    for (const bool isSwapped : {false, true}) {
      const std::string scratch = m_desk.file("scratch.footbridge");
      std::filesystem::remove_all(m_desk.folder() / "state");
      std::filesystem::copy_file(m_files.at(isSwapped ? other : one), scratch,
                                 std::filesystem::copy_options::overwrite_existing);
      auto journal = open(scratch);
      const std::string& from = m_files.at(isSwapped ? one : other);
      REQUIRE(journal->exchange()->mergeFrom(from, {}).ok());
      for (const Reader reader : kWhoReads) said.at(isSwapped).push_back(givenOut(*journal, reader));
      CHECK(journal->exchange()->mergeFrom(from, {}).value() == TakenIn{});
      journal.reset();
      journal = open(scratch);
      CHECK(journal->verify().sound());
      for (std::size_t i = 0; i < kWhoReads.size(); ++i)
        CHECK(givenOut(*journal, kWhoReads.at(i)) == said.at(isSwapped).at(i));
    }
    CHECK(said.at(0) == said.at(1));
  }

 private:
  std::size_t below(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most - 1)(m_random); }

  std::unique_ptr<SealedJournal> open(const std::string& path) {
    auto journal = m_desk.shelf().openSealed(path);
    if (!journal) UNSCOPED_INFO(journal.error().place << " " << journal.error().detail);
    REQUIRE(journal.ok());
    return std::move(journal).value();
  }

  std::string fresh(std::size_t at) {
    std::string words = "words " + std::to_string(++m_written);
    m_has.at(at).insert(words);
    return words;
  }

  Agreement agreed(std::size_t at) {
    Agreement body = agreement();
    body.what = fresh(at);
    return body;
  }

  void act(SealedJournal& journal, std::size_t at) {
    const std::size_t what = below(20);
    if (what < 4)
      add(journal, at);
    else if (what < 8)
      change(journal, at);
    else if (what < 12)
      goOn(journal, at);
    else if (what < 14)
      takeExport(journal, at);
    else
      join(journal, at);
  }

  void add(SealedJournal& journal, std::size_t at) {
    const VaultId vault = std::array{VaultId::A, VaultId::B, VaultId::Ours}.at(below(3));
    const Agreement body = agreed(at);
    const auto entry = journal.add(vault, ownerOf(vault), body);
    REQUIRE(entry.ok());
    m_entries.emplace(body.what, entry->id);
  }

  void change(SealedJournal& journal, std::size_t at) {
    std::vector<Entry> entries = journal.entries(kWhoReads.at(below(3)));
    std::erase_if(entries, [](const Entry& entry) { return std::holds_alternative<LaneEvent>(entry.body); });
    if (entries.empty()) return;
    const EntryId id = entries.at(below(entries.size())).id;
    const std::size_t what = below(6);
    if (what == 0) {
      REQUIRE(journal.removeForGood(id).ok());
      m_burnt.insert(id);
      return;
    }
    for (const Entry& entry : entries) {
      if (entry.id == id) m_past.insert(wordsOf(entry));
    }
    if (what <= 2) {
      REQUIRE(journal.remove(id).ok());
      if (what == 2) REQUIRE(journal.restore(id).ok());
      return;
    }
    const Agreement body = agreed(at);
    m_entries.emplace(body.what, id);
    const int times = what == 3 ? kMoreThanAreKept : 1;
    for (int i = 0; i < times; ++i) REQUIRE(journal.revise(id, body).ok());
  }

  void goOn(SealedJournal& journal, std::size_t at) {
    const PartnerId who = below(2) == 0 ? A : B;
    const auto sittings = journal.sittings(readerOf(who));
    if (sittings.empty() || below(4) == 0) {
      const bool isAlone = below(2) == 0;
      const auto begin = begun(isAlone ? SittingMode::OwnLook : SittingMode::Together, who);
      REQUIRE(journal.begin(isAlone ? vaultOf(who) : VaultId::Ours, begin).ok());
      return;
    }
    const SittingSummary& sitting = sittings.at(below(sittings.size()));
    const VaultId lane = sitting.begunIn == VaultId::Ours ? vaultOf(who) : sitting.begunIn;
    REQUIRE(journal.append(sitting.id, lane, {Answered{test::step("s1"), WrittenAnswer{fresh(at)}}}).ok());
  }

  void takeExport(SealedJournal& journal, std::size_t at) {
    const std::size_t from = below(m_files.size());
    if (from == at) return;
    const Reader reader = kWhoReads.at(below(3));
    const auto there = open(m_files.at(from));
    putBytes(m_desk.file("out.json"), givenOut(*there, reader));
    const auto taken = journal.exchange()->importFrom(m_desk.file("out.json"), reader);
    if (!taken) UNSCOPED_INFO(taken.error().place << " " << taken.error().detail);
    REQUIRE(taken.ok());
    m_has.at(at).merge(wordsIn(*there, reader));
  }

  void join(SealedJournal& journal, std::size_t at) {
    const std::size_t from = below(m_files.size());
    if (from == at) return;
    const auto taken = journal.exchange()->mergeFrom(m_files.at(from), {});
    if (!taken) UNSCOPED_INFO(taken.error().place << " " << taken.error().detail);
    REQUIRE(taken.ok());
    m_has.at(at).insert(m_has.at(from).begin(), m_has.at(from).end());
  }

  void check(SealedJournal& journal, std::size_t at) {
    CHECK(journal.verify().sound());
    std::set<std::string> all;
    for (const Reader reader : kWhoReads) all.merge(wordsIn(journal, reader));
    for (const std::string& words : m_has.at(at)) {
      const auto entry = m_entries.find(words);
      const bool isTaken = m_past.contains(words) || (entry != m_entries.end() && m_burnt.contains(entry->second));
      if (isTaken || all.contains(words)) continue;
      FAIL_CHECK("lost: " << words << " in copy " << at);
    }
  }

  Desk m_desk;
  std::mt19937 m_random;
  std::array<std::string, 3> m_files;
  std::array<std::set<std::string>, 3> m_has;
  std::map<std::string, EntryId> m_entries;
  std::set<std::string> m_past;  ///< changed or deleted since, in any copy
  std::set<EntryId> m_burnt;     ///< deleted for good, in any copy
  int m_written = 0;
};

}  // namespace

TEST_CASE("Copies that are written in and joined in any order stay sound and lose nothing", "[merge][property]") {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    Walk walk(seed);
    for (std::size_t step = 0; step < 60; ++step) {
      INFO("seed " << seed << " step " << step);
      walk.step();
      if (step % 10 == 9) walk.joinBothWays(step / 10 % 3, (step / 10 + 1) % 3);
    }
  }
}
