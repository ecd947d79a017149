// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <utility>

#include "gui/error_text.h"
#include "gui/flows/sitting_flow.h"
#include "gui/pages/player_page.h"
#include "practice/look_pairing.h"
#include "practice/today.h"

namespace footbridge::gui {
namespace {

/// Looks are written on the weekly look and nothing else.
practice::FindExercise finder(const std::shared_ptr<const Exercise>& look) {
  return [look](const ExerciseId& id) { return id == look->id ? look.get() : nullptr; };
}

/// What a sitting began with; null where no lane that is open says so.
const Begun* begunOf(const Lanes& lanes) {
  for (const VaultId lane : {VaultId::Ours, VaultId::A, VaultId::B}) {
    const auto& events = lanes.of(lane);
    if (const auto* begun = events && !events->empty() ? std::get_if<Begun>(&events->front()) : nullptr) return begun;
  }
  return nullptr;
}

}  // namespace

// How a sitting comes to be.

void SittingFlow::whenOpen(PartnerId who, std::function<void()> next) {
  if (m_journal.door(vaultOf(who)) != DoorState::Locked) return next();
  waitFor(who, std::move(next));
  Q_EMIT unlockNeeded(who);
}

void SittingFlow::waitFor(PartnerId who, std::function<void()> next) {
  m_waitsFor = who;
  m_onceOpen = std::move(next);
}

void SittingFlow::unlocked(PartnerId who) {
  if (m_only && m_only != who && m_journal.door(vaultOf(who)) != DoorState::Locked) {
    m_only.reset();
    Q_EMIT bothHere();
  }
  if (m_waitsFor != who) return protectionSettled(who);
  if (m_journal.door(vaultOf(who)) == DoorState::Locked) return;
  m_waitsFor.reset();
  const auto next = std::exchange(m_onceOpen, nullptr);
  if (next) next();
}

void SittingFlow::protectionSettled(PartnerId who) {
  if (!isRunning() || m_screen.viewer != practice::viewerOf(who)) return;
  m_page.showProtected(m_journal.door(vaultOf(who)) != DoorState::Open);
}

void SittingFlow::begin(const ExerciseId& id, Audience audience, PartnerId alone) {
  const auto exercise = m_catalog.exercise(id);
  if (!exercise) return cannotStart(exercise.error());
  if (audience == Audience::Two) return begin(*exercise, SittingMode::Together, firstTurn(id));
  whenOpen(alone, [this, exercise = *exercise, alone] { begin(exercise, SittingMode::Alone, alone); });
}

void SittingFlow::beginAbout(const ExerciseId& id, EntryId viewing) {
  const auto exercise = m_catalog.exercise(id);
  if (!exercise) return cannotStart(exercise.error());
  begin(*exercise, SittingMode::Together, firstTurn(id), viewing);
}

void SittingFlow::beginWholeLook() {
  const auto look = m_catalog.weeklyLook();
  if (!look) return cannotStart(look.error());
  if (const auto left = leftTogether(**look, SittingMode::Together)) return takeUp(*left);
  begin(*look, SittingMode::Together, firstTurn((*look)->id));
}

/// This week's look, begun by both in this way and left before its end.
std::optional<SittingId> SittingFlow::leftTogether(const Exercise& look, SittingMode mode) const {
  for (const SittingSummary& sitting : m_journal.sittings(Reader::OursAlone)) {
    const bool thisWeek = std::abs(daysBetween(sitting.begun.day, m_clock.today())) < practice::kDaysToNextLook;
    if (sitting.begun.mode != mode || sitting.begun.exercise != look.id || !thisWeek) continue;
    if (practice::mayGoOn(sitting, Reader::OursAlone, look)) return sitting.id;
  }
  return std::nullopt;
}

void SittingFlow::begin(const std::shared_ptr<const Exercise>& exercise, SittingMode mode, PartnerId first,
                        std::optional<EntryId> about) {
  const bool isOwn = mode == SittingMode::Alone || mode == SittingMode::OwnLook;
  Begun begun{.exercise = exercise->id,
              .fingerprint = exercise->fingerprint,
              .source = exercise->source,
              .mode = mode,
              .first = first,
              .day = m_clock.today(),
              .lookOfA = std::nullopt,
              .lookOfB = std::nullopt,
              .about = about};
  start(exercise, isOwn ? vaultOf(first) : VaultId::Ours, std::move(begun));
}

void SittingFlow::start(std::shared_ptr<const Exercise> exercise, VaultId lane, Begun begun) {
  const auto id = m_journal.begin(lane, begun);
  if (!id) return cannotStart(id.error());
  close();
  m_id = *id;
  m_exercise = std::move(exercise);
  const bool hasPast = begun.mode == SittingMode::JointLook;
  if (!hasPast) m_sitting = practice::beginSitting(std::move(begun));
  if (hasPast) {
    if (const auto loaded = reload(); !loaded) return cannotStart(loaded.error());
  }
  Q_EMIT satDown();
  showNow();
}

// Nothing that is done in it could be kept in a journal that is only to be read; what was done stands in Our story.
void SittingFlow::takeUp(SittingId id) {
  if (m_journal.readOnly()) return cannotStart(Error{ErrorKind::ReadOnly, m_journal.path()});
  close();
  m_id = id;
  if (const auto loaded = reload(); !loaded) return cannotStart(loaded.error());
  m_curtain = true;
  if (m_whoIsHere) m_only = m_whoIsHere();
  // A passphrase that was typed since the window last locked shows that its owner came.
  if (m_only && m_journal.door(vaultOf(otherOf(*m_only))) == DoorState::Unlocked) m_only.reset();
  Q_EMIT satDown();
  goOnFromPause();
}

/// What does not fit an exercise that reads otherwise since is no damage.
Result<void> SittingFlow::reload() {
  auto lanes = m_journal.load(*m_id);
  if (!lanes) return lanes.error();
  const Begun* const begun = begunOf(*lanes);
  const std::string readThen = begun ? begun->fingerprint : std::string();
  if (!m_exercise) {
    auto exercise = exerciseOf(*lanes);
    if (!exercise) return exercise.error();
    m_exercise = *exercise;
  }
  auto sitting = practice::replay(*m_exercise, *std::move(lanes));
  if (!sitting) {
    const bool readsOtherwise = sitting.error().kind == ErrorKind::Damaged && readThen != m_exercise->fingerprint;
    return readsOtherwise ? Error{.kind = ErrorKind::NotFound, .subject = "step"} : sitting.error();
  }
  m_sitting = *std::move(sitting);
  return {};
}

Result<std::shared_ptr<const Exercise>> SittingFlow::exerciseOf(const Lanes& lanes) {
  const Begun* const begun = begunOf(lanes);
  if (begun == nullptr) return Error{.kind = ErrorKind::NotFound};
  const auto look = m_catalog.weeklyLook();
  if (look && (*look)->id == begun->exercise) return *look;
  return m_catalog.exercise(begun->exercise);
}

void SittingFlow::startOwnLook(PartnerId who, bool shortForm) {
  whenOpen(who, [this, who, shortForm] {
    const auto look = m_catalog.weeklyLook();
    if (!look) return cannotStart(look.error());
    const auto sittings = m_journal.sittings(readerOf(who));
    const practice::OwnLooks own = practice::looksOf(who, sittings, finder(*look), m_clock.today());
    if (own.unfinished) return takeUp(*own.unfinished);
    if (own.mayBegin) return beginOwnLook(who, shortForm);
    if (!own.mayChange.empty()) return takeUp(own.mayChange.front());
    // Theirs is among those that both came together to open, or they did it all together.
    if (const auto left = leftTogether(**look, SittingMode::JointLook)) return takeUp(*left);
    Q_EMIT anotherLookAsked(who, shortForm, leftTogether(**look, SittingMode::Together).has_value());
  });
}

void SittingFlow::beginOwnLook(PartnerId who, bool shortForm) {
  whenOpen(who, [this, who, shortForm] {
    const auto look = m_catalog.weeklyLook();
    if (!look) return cannotStart(look.error());
    Begun begun{.exercise = (*look)->id,
                .fingerprint = (*look)->fingerprint,
                .source = (*look)->source,
                .mode = SittingMode::OwnLook,
                .first = who,
                .day = m_clock.today(),
                .lookOfA = std::nullopt,
                .lookOfB = std::nullopt,
                .shortForm = shortForm};
    start(*look, vaultOf(who), std::move(begun));
  });
}

void SittingFlow::openTogether() {
  const auto look = m_catalog.weeklyLook();
  if (!look) return cannotStart(look.error());
  whenOpen(PartnerId::A, [this, look = *look] { whenOpen(PartnerId::B, [this, look] { openPair(look); }); });
}

void SittingFlow::openPair(const std::shared_ptr<const Exercise>& look) {
  if (const auto left = leftTogether(*look, SittingMode::JointLook)) return takeUp(*left);
  auto sittings = m_journal.sittings(Reader::A);
  const auto ofB = m_journal.sittings(Reader::B);
  sittings.insert(sittings.end(), ofB.begin(), ofB.end());
  const auto pair = practice::pairLooks(sittings, finder(look), m_clock.today());
  if (!pair) {
    Q_EMIT notStarted(
        tr("Not everything is here yet. Each of you can do your own part, or you do the whole look together now."));
    return;
  }
  for (const SittingSummary& sitting : sittings) {
    const bool isOfPair = sitting.begun.lookOfA == pair->ofA && sitting.begun.lookOfB == pair->ofB;
    if (isOfPair && practice::mayGoOn(sitting, Reader::OursAlone, *look)) return takeUp(sitting.id);
  }
  Begun begun{.exercise = look->id,
              .fingerprint = look->fingerprint,
              .source = look->source,
              .mode = SittingMode::JointLook,
              .first = firstTurn(look->id),
              .day = m_clock.today(),
              .lookOfA = pair->ofA,
              .lookOfB = pair->ofB};
  start(look, VaultId::Ours, std::move(begun));
}

}  // namespace footbridge::gui
