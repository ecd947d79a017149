// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdlib>

#include "catch.h"
#include "practice/privacy_account.h"
#include "practice/random_exercise.h"
#include "practice/random_player.h"
#include "practice/samples.h"
#include "practice/today.h"

namespace footbridge::practice {
namespace {

using samples::Dice;
using samples::PrivacyAccount;
using samples::RandomPlayer;

/// Who plays, and what must come of it.
struct Table {
  Table(Dice& chance, Exercise played) : dice(chance), exercise(std::move(played)) {}
  Dice& dice;
  const Exercise exercise;
  RandomPlayer player{dice, exercise};
  PrivacyAccount account{exercise};
  std::vector<Sitting> earlier;  ///< of the same exercise, done before
};

/// One exercise played by chance, with everything that must hold checked after each action.
class Run {
 public:
  Run(Table& table, Sitting sitting)
      : m_dice(table.dice),
        m_exercise(table.exercise),
        m_player(table.player),
        m_account(table.account),
        m_earlier(table.earlier),
        m_sitting(std::move(sitting)) {}

  void play(int actions) {
    checkState();
    for (int i = 0; i < actions; ++i) {
      const Screen screen = screenOf(m_exercise, m_sitting);
      act(screen, m_dice.percent(25) ? m_player.any(screen) : m_player.likely(screen));
      if (m_dice.percent(5)) leave();
      if (m_dice.percent(5)) takeBack();
    }
    checkReaders();
    checkEnds();
  }

  /// By passing, taking turns and moving on alone.
  void finish() {
    for (int i = 0; i < bound(); ++i) {
      const Screen screen = screenOf(m_exercise, m_sitting);
      if (isEnd(screen)) return;
      act(screen, onward(screen));
    }
    FAIL("no end within " << bound() << " actions");
  }

  [[nodiscard]] const Sitting& sitting() const { return m_sitting; }

 private:
  void act(const Screen& screen, const Action& action) {
    const auto recorded = decide(m_exercise, m_sitting, action);
    if (!recorded) {
      const ErrorKind kind = recorded.error().kind;
      REQUIRE((kind == ErrorKind::NotAllowed || kind == ErrorKind::Invalid));
      REQUIRE(screenOf(m_exercise, m_sitting) == screen);
      return;
    }
    m_account.took(screen, action, *recorded);
    m_sitting = after(std::move(m_sitting), *recorded);
    checkState();
  }

  /// Anybody, at any moment: it is as if nothing had happened.
  void leave() {
    const Screen screen = screenOf(m_exercise, m_sitting);
    auto& lane = m_sitting.lanes.of(static_cast<VaultId>(1 + m_dice.roll(3)));
    if (lane->empty()) return;
    lane->emplace_back(Left{});
    REQUIRE(replay(m_exercise, m_sitting.lanes).ok());
    REQUIRE(screenOf(m_exercise, m_sitting) == screen);
    checkState();
  }

  /// As the store does it: where the line stood is a line without an answer.
  void takeBack() {
    std::vector<OpenedLine*> lines;
    for (SittingEvent& event : *m_sitting.lanes.joint) {
      auto* const revealed = std::get_if<Revealed>(&event);
      if (!revealed) continue;
      for (OpenedLine& line : revealed->lines) lines.push_back(&line);
    }
    if (lines.empty()) return;
    OpenedLine& line = *lines[static_cast<std::size_t>(m_dice.roll(static_cast<int>(lines.size())))];
    line.answer = std::monostate{};
    m_account.tookBack(line.writer, line.line);
    checkState();
  }

  void checkState() {
    const Screen screen = screenOf(m_exercise, m_sitting);
    REQUIRE(m_account.wrongOn(screen) == "");
    std::vector<Lanes> kept{m_sitting.lanes};
    for (const Sitting& sitting : m_earlier) kept.push_back(sitting.lanes);
    REQUIRE(m_account.lostFrom(kept) == 0);
    REQUIRE(screen.stepIndex <= m_exercise.steps.size());
    const auto again = replay(m_exercise, m_sitting.lanes);
    REQUIRE(again.ok());
    REQUIRE(*again == m_sitting);
    REQUIRE(screenOf(m_exercise, *again) == screen);
    if (m_dice.percent(20)) checkWithLocks(screen);
    if (m_dice.percent(20)) checkReaders();
  }

  /// The day after: what each may read again, and nothing that depends on a vault which is not theirs, even where its
  /// lane is at hand.
  void checkReaders() const {
    Exercise gone = m_exercise;
    gone.steps.clear();
    for (const Reader reader : {Reader::A, Reader::B, Reader::OursAlone}) {
      const Lanes theirs = readBy(reader, m_sitting.lanes);
      const auto parts = transcriptOf(m_exercise, m_sitting.lanes, reader);
      REQUIRE(m_account.wrongIn(parts, reader) == "");
      REQUIRE(parts == transcriptOf(m_exercise, theirs, reader));
      for (const TranscriptPart& part : transcriptOf(gone, m_sitting.lanes, reader)) {
        for (const TranscriptLine& line : part.lines) REQUIRE(m_account.wrongWords(line.text, reader) == "");
      }
      checkStory(reader);
    }
  }

  void checkStory(Reader reader) const {
    const std::vector<Entry> entries = somethingOfEach();
    const std::vector<SittingSummary> all = summaries();
    std::vector<Entry> entriesRead;
    for (const Entry& entry : entries) {
      if (mayRead(reader, entry.vault)) entriesRead.push_back(entry);
    }
    std::vector<SittingSummary> read;
    for (SittingSummary sitting : all) {
      if (!mayRead(reader, sitting.begunIn)) continue;
      sitting.lanes = readBy(reader, std::move(sitting.lanes));
      read.push_back(std::move(sitting));
    }
    const FindExercise find = [this](const ExerciseId&) { return &m_exercise; };
    const auto story = storyOf(reader, entries, all, find);
    for (const StoryItem& item : story) {
      REQUIRE(mayRead(reader, item.vault));
      REQUIRE(m_account.wrongWords(item.line, reader) == "");
      REQUIRE(m_account.wrongWords(item.agreed.value_or(""), reader) == "");
    }
    REQUIRE(story == storyOf(reader, entriesRead, read, find));
    const Today today = todayFor(reader, entries, all, find, m_sitting.begun.day);
    if (today.appreciation) REQUIRE(m_account.wrongWords(today.appreciation->text, reader) == "");
    for (const Entry& agreed : today.agreements) REQUIRE(mayRead(reader, agreed.vault));
    REQUIRE(today == todayFor(reader, entriesRead, read, find, m_sitting.begun.day));
  }

  static Lanes readBy(Reader reader, Lanes lanes) {
    if (!mayRead(reader, VaultId::A)) lanes.a.reset();
    if (!mayRead(reader, VaultId::B)) lanes.b.reset();
    return lanes;
  }

  /// A note and an agreement in each vault.
  static std::vector<Entry> somethingOfEach() {
    std::vector<Entry> entries;
    for (const VaultId vault : {VaultId::A, VaultId::B, VaultId::Ours}) {
      const std::string words = vault == VaultId::A ? "A0" : vault == VaultId::B ? "B0" : "J0";
      const Agreement agreed{.what = words, .when = {}, .review = {}, .from = {}};
      for (const EntryBody& body : {EntryBody(Note{words}), EntryBody(agreed)}) {
        const auto id = EntryId::from(static_cast<std::int64_t>(entries.size()) + 1);
        entries.push_back({.id = *id, .vault = vault, .author = ownerOf(vault), .body = body});
      }
    }
    return entries;
  }

  /// Newest first; the earlier looks bear the numbers that a joint one names.
  [[nodiscard]] std::vector<SittingSummary> summaries() const {
    std::vector<SittingSummary> all;
    const auto add = [&all](const Sitting& sitting) {
      const bool apart = sitting.begun.mode == SittingMode::Alone || sitting.begun.mode == SittingMode::OwnLook;
      all.insert(all.begin(), {.id = *SittingId::from(static_cast<std::int64_t>(all.size()) + 1),
                               .begun = sitting.begun,
                               .begunIn = apart ? vaultOf(sitting.begun.first) : VaultId::Ours,
                               .made = Moment(std::chrono::milliseconds(all.size())),
                               .lanes = sitting.lanes});
    };
    for (const Sitting& sitting : m_earlier) add(sitting);
    add(m_sitting);
    return all;
  }

  /// With a lane locked, the screen is the same or says whose key is wanted; and what is done then fits when it is
  /// open.
  void checkWithLocks(const Screen& whole) {
    for (unsigned drop = 1; drop < 8; ++drop) {
      Sitting part = m_sitting;
      if (drop & 1U) part.lanes.a.reset();
      if (drop & 2U) part.lanes.b.reset();
      if (drop & 4U) part.lanes.joint.reset();
      if (auto again = replay(m_exercise, part.lanes); again && again->begun == m_sitting.begun) {
        REQUIRE(*again == part);
      }
      const Screen screen = screenOf(m_exercise, part);
      const auto* locked = std::get_if<LockedScreen>(&screen.body);
      const Action action = m_player.likely(whole);
      const auto recorded = decide(m_exercise, part, action);
      if (locked) {
        REQUIRE((!part.lanes.joint || !part.lanes.of(vaultOf(locked->who))));
        REQUIRE_FALSE(recorded.ok());
        REQUIRE(recorded.error().kind == ErrorKind::NotAllowed);
        continue;
      }
      REQUIRE(screen == whole);
      if (recorded) REQUIRE(replay(m_exercise, after(m_sitting, *recorded).lanes).ok());
    }
  }

  void checkEnds() const {
    Sitting sitting = m_sitting;
    for (int i = 0; i < bound(); ++i) {
      const Screen screen = screenOf(m_exercise, sitting);
      if (isEnd(screen)) return;
      const auto recorded = decide(m_exercise, sitting, onward(screen));
      REQUIRE(recorded.ok());
      sitting = after(std::move(sitting), *recorded);
    }
    FAIL("no end within " << bound() << " actions");
  }

  [[nodiscard]] int bound() const { return 10 + 6 * static_cast<int>(m_exercise.steps.size()); }
  static bool isEnd(const Screen& screen) {
    return std::holds_alternative<FinishedScreen>(screen.body) || std::holds_alternative<PartDoneScreen>(screen.body);
  }
  static Action onward(const Screen& screen) {
    if (const auto* hand = std::get_if<HandOverScreen>(&screen.body)) {
      return hand->to == Viewer::Both ? Action(ComeTogether{}) : Action(TakeTurn{});
    }
    if (std::holds_alternative<LookOverScreen>(screen.body)) return ChooseLines{};
    if (std::holds_alternative<EndOfTurnScreen>(screen.body)) return EndTurn{};
    if (std::holds_alternative<RevealScreen>(screen.body)) return MoveOn{};
    return Pass{};
  }

  Dice& m_dice;
  const Exercise& m_exercise;
  RandomPlayer& m_player;
  PrivacyAccount& m_account;
  const std::vector<Sitting>& m_earlier;
  Sitting m_sitting;
};

PartnerId either(Dice& dice) {
  return dice.percent(50) ? PartnerId::A : PartnerId::B;
}

void runForTwo(Dice& dice) {
  Table table(dice, samples::randomForTwo(dice));
  Run(table, samples::start(table.exercise, SittingMode::Together, either(dice))).play(dice.roll(90));
}

void runForOne(Dice& dice) {
  Table table(dice, samples::randomForOne(dice));
  Run(table, samples::start(table.exercise, SittingMode::Alone, either(dice))).play(dice.roll(30));
}

void lookApart(Table& table, PartnerId whose) {
  Begun begun = samples::begun(table.exercise, SittingMode::OwnLook, whose);
  begun.shortForm = table.dice.percent(30);
  Run run(table, beginSitting(begun));
  run.play(table.dice.roll(15));
  run.finish();
  table.earlier.push_back(run.sitting());
}

void runLook(Dice& dice) {
  Table table(dice, samples::randomWeeklyLook(dice));
  lookApart(table, PartnerId::A);
  lookApart(table, PartnerId::B);
  const Sitting joint = samples::startJointLook(table.exercise, table.earlier[0], table.earlier[1], either(dice));
  Run(table, joint).play(dice.roll(60));
}

/// FOOTBRIDGE_RUNS asks for more of them, FOOTBRIDGE_SEED for another row.
std::uint32_t fromEnvironment(const char* name, std::uint32_t fallback) {
  const char* text = std::getenv(name);
  return text ? static_cast<std::uint32_t>(std::strtoul(text, nullptr, 10)) : fallback;
}

void manyRuns(void (*run)(Dice&), std::uint32_t runs) {
  const std::uint32_t first = fromEnvironment("FOOTBRIDGE_SEED", 1);
  const std::uint32_t last = first + fromEnvironment("FOOTBRIDGE_RUNS", runs);
  for (std::uint32_t seed = first; seed < last; ++seed) {
    INFO("seed " << seed);
    Dice dice(seed);
    run(dice);
  }
}

}  // namespace

TEST_CASE("Any exercise for two, played by chance") {
  manyRuns(runForTwo, 2000);
}
TEST_CASE("Any exercise for one, played by chance") {
  manyRuns(runForOne, 750);
}
TEST_CASE("Any weekly look, done apart and opened together, by chance") {
  manyRuns(runLook, 1250);
}

}  // namespace footbridge::practice
