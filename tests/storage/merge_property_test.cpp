// SPDX-License-Identifier: GPL-3.0-or-later
// Two copies diverge by whatever can be done to a journal; then they are joined in both directions.
#include <filesystem>
#include <random>
#include <set>

#include "catch.h"
#include "domain/exchange.h"
#include "storage/desk.h"
#include "storage/samples.h"
#include "storage/two_copies.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

constexpr std::array kReaders{Reader::OursAlone, Reader::A, Reader::B};

/// Does one thing after another to a journal; the same seed does the same things.
class RandomHand {
 public:
  explicit RandomHand(unsigned seed) : m_random(seed) {}

  void use(SealedJournal& journal, int times) {
    for (int i = 0; i < times; ++i) act(journal);
  }

 private:
  std::size_t below(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most - 1)(m_random); }
  VaultId vault() { return static_cast<VaultId>(below(3) + 1); }
  std::string words() { return "words " + std::to_string(m_random()); }
  EntryBody body() { return body(below(3) == 0); }
  EntryBody body(bool isViewing) {
    if (isViewing) {
      Viewing watched = viewing();
      watched.title = words();
      return watched;
    }
    Agreement agreed = agreement();
    agreed.what = words();
    return agreed;
  }
  std::optional<Entry> any(SealedJournal& journal) {
    std::vector<Entry> entries;
    for (const Reader reader : {Reader::A, Reader::B}) {
      for (Entry& entry : journal.entries(reader)) entries.push_back(std::move(entry));
    }
    std::erase_if(entries, [](const Entry& entry) { return std::holds_alternative<LaneEvent>(entry.body); });
    if (entries.empty()) return std::nullopt;
    return entries[below(entries.size())];
  }
  std::optional<SittingSummary> anySitting(SealedJournal& journal) {
    auto sittings = journal.sittings(below(2) == 0 ? Reader::A : Reader::B);
    if (sittings.empty()) return std::nullopt;
    return sittings[below(sittings.size())];
  }

  void act(SealedJournal& journal) {
    switch (below(9)) {
      case 0:
      case 1: {
        const VaultId to = vault();
        REQUIRE(journal.add(to, ownerOf(to), body()).ok());
        return;
      }
      case 2:
      case 3:
        if (const auto entry = any(journal))
          static_cast<void>(journal.revise(entry->id, body(std::holds_alternative<Viewing>(entry->body))));
        return;
      case 4:
        if (const auto entry = any(journal)) remove(journal, *entry);
        return;
      case 5:
        REQUIRE(journal.putDraft(vault(), "page " + std::to_string(below(3)), words()).ok());
        return;
      case 6:
        begin(journal);
        return;
      default:
        goOn(journal);
    }
  }

  void remove(SealedJournal& journal, const Entry& entry) {
    switch (below(3)) {
      case 0:
        REQUIRE(journal.remove(entry.id).ok());
        return;
      case 1:
        REQUIRE(journal.remove(entry.id).ok());
        REQUIRE(journal.restore(entry.id).ok());
        return;
      default:
        REQUIRE(journal.removeForGood(entry.id).ok());
    }
  }

  void begin(SealedJournal& journal) {
    const PartnerId who = below(2) == 0 ? PartnerId::A : PartnerId::B;
    const auto looks = std::pair(anySitting(journal), anySitting(journal));
    if (below(3) == 0 && looks.first && looks.second && looks.first->begunIn == VaultId::A &&
        looks.second->begunIn == VaultId::B) {
      Begun joint = begun(SittingMode::JointLook);
      joint.lookOfA = looks.first->id;
      joint.lookOfB = looks.second->id;
      REQUIRE(journal.begin(VaultId::Ours, joint).ok());
    } else if (below(2) == 0) {
      REQUIRE(journal.begin(vaultOf(who), begun(SittingMode::OwnLook, who)).ok());
    } else {
      REQUIRE(journal.begin(VaultId::Ours, begun(SittingMode::Together, who)).ok());
    }
  }

  void goOn(SealedJournal& journal) {
    const auto sitting = anySitting(journal);
    if (!sitting) return;
    const bool isAlone = sitting->begunIn != VaultId::Ours;
    const VaultId lane = isAlone ? sitting->begunIn : vault();
    if (below(6) == 0 && !isAlone) {
      const LineId line{step("s1"), std::nullopt};
      static_cast<void>(journal.takeBack(sitting->id, PartnerId::A, {line}));
      return;
    }
    const LineId line{step("s1"), std::nullopt};
    std::vector<SittingEvent> events{Answered{step("s1"), WrittenAnswer{words()}}};
    if (lane == VaultId::Ours) events = {Revealed{step("r"), {{PartnerId::A, line, WrittenAnswer{words()}}}}};
    REQUIRE(journal.append(sitting->id, lane, events).ok());
  }

  std::mt19937 m_random;
};

/// All that a journal says to everybody.
struct Said {
  std::vector<std::string> exports;
  std::vector<std::vector<Entry>> entries;
  std::vector<std::vector<std::string>> drafts;
  std::vector<Lanes> lanes;
  bool operator==(const Said&) const = default;
};

Said saidBy(SealedJournal& journal) {
  Said said;
  for (const Reader reader : kReaders) {
    for (const ExportFormat format : {ExportFormat::Json, ExportFormat::Markdown, ExportFormat::Csv}) {
      auto text = journal.exchange()->exported({format, reader, ExportPart::Everything, nullptr});
      REQUIRE(text.ok());
      said.exports.push_back(std::move(*text));
    }
    said.entries.push_back(journal.entries(reader));
    for (const SittingSummary& sitting : journal.sittings(reader)) said.lanes.push_back(sitting.lanes);
  }
  for (const VaultId vault : {VaultId::A, VaultId::B, VaultId::Ours}) {
    for (const char* page : {"page 0", "page 1", "page 2"}) said.drafts.push_back(journal.draftsAt(vault, page));
  }
  return said;
}

/// A copy of a copy, joined with the other. Adds to `conflicts` how often both had put the same thing otherwise.
Said joined(Copies& copies, Desk& desk, const std::string& into, const std::string& from, const char* leaf,
            std::size_t& conflicts) {
  std::filesystem::copy_file(into, desk.file(leaf));
  auto journal = copies.open(desk.file(leaf));
  const auto first = journal->exchange()->mergeFrom(from, {});
  if (!first) UNSCOPED_INFO(first.error().detail << " " << first.error().place);
  REQUIRE(first.ok());
  conflicts += first->conflicts;
  CHECK(journal->verify().sound());
  Said said = saidBy(*journal);
  // Once more adds nothing.
  REQUIRE(journal->exchange()->mergeFrom(from, {}).ok());
  CHECK(saidBy(*journal) == said);
  journal.reset();
  CHECK(saidBy(*copies.open(desk.file(leaf))) == said);
  return said;
}

std::string saysOf(const Entry& entry) {
  if (const auto* agreed = std::get_if<Agreement>(&entry.body)) return agreed->what;
  const auto* const viewing = std::get_if<Viewing>(&entry.body);
  return viewing ? viewing->title : "event";
}

/// What the entry with its id says, in any of its versions that are shown.
std::set<std::pair<std::int64_t, std::string>> shown(const std::vector<Entry>& entries) {
  std::set<std::pair<std::int64_t, std::string>> all;
  for (const Entry& entry : entries) all.emplace(entry.id.number(), saysOf(entry));
  return all;
}

/// Nothing that either showed is missing, but for what both had at the parting and one deleted, or revised alone.
void checkNothingIsLost(const std::vector<Entry>& before, SealedJournal& other, const std::vector<Entry>& after,
                        Reader reader, const std::set<std::int64_t>& atParting) {
  const auto there = shown(after);
  std::set<std::int64_t> ids;
  for (const auto& [id, what] : there) ids.insert(id);
  for (const auto& [id, what] : shown(before)) {
    const bool isAtOther = other.find(*EntryId::from(id), reader).has_value();
    if (there.contains({id, what})) continue;
    CHECK(atParting.contains(id));
    if (!isAtOther && !ids.contains(id)) continue;
    // Revised in the other copy after they parted: then it is in the history there.
    const auto history = other.history(*EntryId::from(id), reader);
    REQUIRE(history.ok());
    bool isKnown = false;
    for (const Entry& entry : *history) isKnown = isKnown || saysOf(entry) == what;
    CHECK((isKnown || history->size() == 10));
  }
}

}  // namespace

TEST_CASE("Joined either way round, two copies read the same, and nothing is lost", "[merge][property]") {
  std::size_t conflicts = 0;
  for (unsigned seed = 1; seed <= 8; ++seed) {
    INFO("seed " << seed);
    Desk desk;
    Copies copies(desk);
    RandomHand(seed).use(*copies.base, 25);
    std::set<std::int64_t> atParting;
    for (const Reader reader : kReaders) {
      for (const Entry& entry : copies.base->entries(reader)) atParting.insert(entry.id.number());
    }
    copies.part();
    RandomHand(seed + 1000).use(*copies.a, 20);
    RandomHand(seed + 2000).use(*copies.b, 20);
    std::vector<std::vector<Entry>> ofA, ofB;
    for (const Reader reader : kReaders) {
      ofA.push_back(copies.a->entries(reader));
      ofB.push_back(copies.b->entries(reader));
    }
    copies.a.reset();
    copies.b.reset();
    const Said one = joined(copies, desk, copies.pathOfA(), copies.pathOfB(), "one.footbridge", conflicts);
    const Said other = joined(copies, desk, copies.pathOfB(), copies.pathOfA(), "other.footbridge", conflicts);
    CHECK(one.exports == other.exports);
    CHECK(one.entries == other.entries);
    CHECK(one.drafts == other.drafts);
    CHECK(one.lanes == other.lanes);
    copies.a = copies.open(copies.pathOfA());
    copies.b = copies.open(copies.pathOfB());
    for (std::size_t i = 0; i < kReaders.size(); ++i) {
      checkNothingIsLost(ofA[i], *copies.b, one.entries[i], kReaders[i], atParting);
      checkNothingIsLost(ofB[i], *copies.a, one.entries[i], kReaders[i], atParting);
    }
  }
  CHECK(conflicts > 10);
}
