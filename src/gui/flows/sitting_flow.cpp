// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/sitting_flow.h"

#include <algorithm>
#include <utility>

#include "gui/calendar.h"
#include "gui/error_text.h"
#include "gui/flows/kept_words.h"
#include "gui/flows/surroundings.h"
#include "gui/pages/player_page.h"
#include "practice/answer_rules.h"

namespace footbridge::gui {

namespace {

using practice::EndOfTurnScreen;
using practice::FinishedScreen;
using practice::HandOverScreen;
using practice::LockedScreen;
using practice::LookOverScreen;
using practice::PartDoneScreen;
using practice::Screen;
using practice::StepScreen;
using practice::TalkScreen;
using practice::Viewer;

std::size_t indexOf(PartnerId who) {
  return who == PartnerId::A ? 0 : 1;
}

/// Once it is kept no half-written words are left of the step: they were answered, or let go.
bool letsWordsGo(const practice::Action& action) {
  return std::holds_alternative<practice::GiveAnswer>(action) || std::holds_alternative<practice::Pass>(action) ||
         std::holds_alternative<practice::PassTurn>(action) || std::holds_alternative<practice::SpeechOver>(action) ||
         std::holds_alternative<practice::Confirm>(action) || std::holds_alternative<practice::ChooseLines>(action);
}

}  // namespace

SittingFlow::SittingFlow(Journal& journal, Catalog& catalog, const Clock& clock, PlayerPage& page, QObject* parent)
    : QObject(parent),
      m_journal(journal),
      m_catalog(catalog),
      m_clock(clock),
      m_page(page),
      m_decks(careDecksOf(catalog)),
      m_drafts(journal) {
  connect(&m_drafts, &DraftKeeper::kept, this, [this] {
    m_page.showSaved(SavedState::Saved);
    // An answer that was refused fits no better for being kept as a draft.
    if (m_page.offersToSaveAgain()) m_page.showTrouble({});
  });
  connect(&m_drafts, &DraftKeeper::refused, this, &SittingFlow::refuse);
  m_asking.setSingleShot(true);
  connect(&m_asking, &QTimer::timeout, this, [this] { Q_EMIT paused(*m_id, std::nullopt); });
  wirePage();
}

void SittingFlow::wirePage() {
  connect(&m_page, &PlayerPage::acted, this, &SittingFlow::act);
  connect(&m_page, &PlayerPage::draftChanged, &m_drafts, &DraftKeeper::typed);
  connect(&m_page, &PlayerPage::saveAgainAsked, this, &SittingFlow::saveAgain);
  connect(&m_page, &PlayerPage::pauseAsked, this, &SittingFlow::pause);
  connect(&m_page, &PlayerPage::pausePlanned, this, &SittingFlow::planPause);
  connect(&m_page, &PlayerPage::pauseOver, this, &SittingFlow::goOn);
  connect(&m_page, &PlayerPage::leaveAsked, this, [this] {
    if (isRunning() && (keepDraft() || m_drafts.hold())) {
      setSpeaking(false);
      m_page.showLeave(aftercare());
    }
  });
  connect(&m_page, &PlayerPage::stayAsked, this, &SittingFlow::stay);
  connect(&m_page, &PlayerPage::leaveConfirmed, this, &SittingFlow::leave);
  connect(&m_page, &PlayerPage::doneAsked, this, &SittingFlow::done);
  connect(&m_page, &PlayerPage::lightAsked, this, &SittingFlow::takeLight);
  connect(&m_page, &PlayerPage::otherCame, this, &SittingFlow::otherCame);
  connect(&m_page, &PlayerPage::waitingLeft, this, [this] {
    close();
    Q_EMIT waitingLeft();
  });
  connect(&m_page, &PlayerPage::unlockAsked, this, [this] {
    if (m_waitsFor) Q_EMIT unlockNeeded(*m_waitsFor);
  });
}

// What is done in it.

void SittingFlow::act(const practice::Action& action) {
  if (!isRunning()) return;
  const auto* curtain = std::get_if<HandOverScreen>(&m_screen.body);
  const auto taker = curtain != nullptr ? practice::aloneOf(curtain->to) : std::nullopt;
  if (taker && (m_curtain || m_journal.door(vaultOf(*taker)) == DoorState::Locked)) {
    return whenOpen(*taker, [this, taker, action] { take(*taker, action); });
  }
  if (!settles(action) && !keepDraft()) return;
  auto recorded = practice::decide(*m_exercise, *m_sitting, action);
  if (!recorded) {
    // A press that this screen does not take is no fault of a disk, and changes nothing.
    if (recorded.error().kind != ErrorKind::NotAllowed) refuse(recorded.error());
    return;
  }
  record(action, *std::move(recorded));
}

/// Durable first, shown after. What fails leaves the screen and every word on it as it was.
void SittingFlow::record(const practice::Action& action, practice::Recorded recorded) {
  endTurnToo(action, recorded);
  const auto kept = m_journal.append(*m_id, recorded.lane, recorded.events, changesBy(action, recorded));
  if (!kept) return refuse(kept.error());
  m_sitting = practice::after(*std::move(m_sitting), recorded);
  if (settles(action)) m_drafts.settle();
  showNow();
}

/// "Done, pass to Sam" answers and puts the words away in one.
void SittingFlow::endTurnToo(const practice::Action& action, practice::Recorded& recorded) const {
  const auto* step = std::get_if<StepScreen>(&m_screen.body);
  const bool isLast = std::holds_alternative<practice::GiveAnswer>(action) && step != nullptr && step->lastOfTurn;
  if (!isLast && !std::holds_alternative<practice::ChooseLines>(action)) return;
  const auto next = practice::after(*m_sitting, recorded);
  auto end = practice::decide(*m_exercise, next, practice::EndTurn{});
  if (!end || end->lane != recorded.lane) return;
  recorded.events.insert(recorded.events.end(), end->events.begin(), end->events.end());
}

// What is shown of it.

void SittingFlow::showNow() {
  m_screen = practice::screenOf(*m_exercise, *m_sitting);
  m_drafts.stop();
  if (stopAtDoor()) return;
  if (const Step* step = stepOfDraft())
    m_drafts.watch({laneNow(), placeOf(step->id.text())}, [this] { return wordsOnPage(); });
  const Setting setting = settingFor(m_screen);
  m_page.showScreen(*m_exercise, m_screen, setting);
  if (const auto light = lightOffer(m_screen)) m_page.showLight(*light);
  if (setting.draft) m_page.showSaved(SavedState::Saved);
  afterShown(m_screen);
}

/// Whose half-written words, or choices before a reveal, this screen keeps; null where it has none.
const Step* SittingFlow::stepOfDraft() const {
  if (const auto* over = std::get_if<practice::LookOverScreen>(&m_screen.body)) return m_exercise->find(over->reveal);
  const bool has =
      std::holds_alternative<StepScreen>(m_screen.body) || std::holds_alternative<TalkScreen>(m_screen.body);
  return has && m_screen.stepIndex < m_exercise->steps.size() ? &m_exercise->steps[m_screen.stepIndex] : nullptr;
}

/// Where the step has an answer, a page without words is kept as such: the answer would stand on it again otherwise.
std::optional<QString> SittingFlow::wordsOnPage() const {
  return isAnswered() ? std::optional(m_page.draft()) : unlessEmpty(m_page.draft());
}

bool SittingFlow::isAnswered() const {
  const auto* step = std::get_if<StepScreen>(&m_screen.body);
  return step != nullptr && step->answer;
}

/// A step that is passed offers its words to their writer again; where they were deleted first, the empty page stands.
bool SittingFlow::settles(const practice::Action& action) const {
  const auto* given = std::get_if<practice::GiveAnswer>(&action);
  const bool isEmptied = given != nullptr ? practice::isBlank(given->answer)
                                          : std::holds_alternative<practice::Pass>(action) && m_page.draft().isEmpty();
  return letsWordsGo(action) && !(isAnswered() && isEmptied);
}

void SittingFlow::afterShown(const Screen& screen) {
  const auto* talk = std::get_if<TalkScreen>(&screen.body);
  setSpeaking(talk != nullptr && talk->phase == TalkScreen::Phase::Speaking);
  if (std::holds_alternative<FinishedScreen>(screen.body) || std::holds_alternative<PartDoneScreen>(screen.body))
    clearDrafts();
  if (const auto* locked = std::get_if<LockedScreen>(&screen.body)) {
    // The passphrase is asked for once its owner has the laptop and says so.
    return waitFor(locked->who, [this] {
      if (const auto loaded = reload(); !loaded) return refuse(loaded.error());
      showNow();
    });
  }
  const auto who = practice::aloneOf(screen.viewer);
  const auto* step = std::get_if<StepScreen>(&screen.body);
  if (!who || step == nullptr || !mayOffer(*who)) return;
  const Step* found = m_exercise->find(step->step);
  if (found == nullptr || !found->hasAnswer() || m_journal.door(vaultOf(*who)) != DoorState::Open) return;
  m_offered[indexOf(*who)] = true;
  Q_EMIT protectOffered(*who);
}

bool SittingFlow::mayOffer(PartnerId who) const {
  return !m_offered[indexOf(who)] && m_wentOnOpen[indexOf(who)] != m_clock.today();
}

void SittingFlow::wentOnOpen(PartnerId who) {
  m_wentOnOpen[indexOf(who)] = m_clock.today();
  protectionSettled(who);
}

void SittingFlow::notNow() {
  const auto who = practice::aloneOf(m_screen.viewer);
  if (!isRunning() || !who) return;
  m_offered[indexOf(*who)] = false;
  if (!isApart()) return cover();
  // No curtain hangs between one person and themselves.
  if (putAway()) Q_EMIT calledOff();
}

Setting SittingFlow::settingFor(const Screen& screen) const {
  Setting setting(couple());
  setting.next = nextAfter(screen);
  setting.isProtected = {m_journal.door(VaultId::A) != DoorState::Open, m_journal.door(VaultId::B) != DoorState::Open};
  setting.locksAfter = anyKeyIn(m_journal);
  setting.today = m_clock.today();
  setting.shortForm = m_sitting->begun.shortForm;
  setting.progress = practice::progressOf(*m_exercise, m_sitting->begun.mode, screen.stepIndex);
  addCare(setting, screen);
  if (!m_exercise->practice)
    setting.heading =
        tr("%1 · %2").arg(QString::fromStdString(m_exercise->title), dayWords(m_sitting->begun.day, setting.today));
  if (const Step* about = stepOfDraft(); about != nullptr && m_drafts.place())
    setting.draft = keptWords(m_journal, *m_drafts.place(), *m_exercise, *about);
  addEarlier(setting, screen);
  return setting;
}

/// Who comes next, where the turn can be put away from this screen.
std::optional<Viewer> SittingFlow::nextAfter(const Screen& screen) const {
  const auto* step = std::get_if<StepScreen>(&screen.body);
  const bool isLookOver = std::holds_alternative<LookOverScreen>(screen.body);
  if (!isLookOver && (step == nullptr || !step->lastOfTurn)) return std::nullopt;
  const practice::Action action =
      isLookOver ? practice::Action(practice::ChooseLines{}) : practice::Action(practice::Pass{});
  const auto recorded = practice::decide(*m_exercise, *m_sitting, action);
  if (!recorded) return std::nullopt;
  const Screen next = practice::screenOf(*m_exercise, practice::after(*m_sitting, *recorded));
  const auto* end = std::get_if<EndOfTurnScreen>(&next.body);
  return end != nullptr ? std::optional(end->to) : std::nullopt;
}

void SittingFlow::refuse(const Error& error) {
  // An answer that does not fit is refused by the step; the words on it are as safe as before, and no disk is at fault.
  const bool isDisk = error.kind != ErrorKind::Invalid;
  m_page.showSaved(isDisk ? SavedState::Trouble : SavedState::NotYet);
  m_page.showTrouble(unsavedText(error), isDisk);
}

/// What is on the page becomes a draft that is kept; what was asked when it was refused can then be asked again.
void SittingFlow::saveAgain() {
  if (isRunning() && m_drafts.keepAnyway()) m_page.showTrouble({});
}

void SittingFlow::cannotStart(const Error& error) {
  close();
  Q_EMIT notStarted(errorText(error));
}

// Small things.

Couple SittingFlow::couple() const {
  Couple two;
  for (const Partner& partner : m_journal.partners()) (partner.id == PartnerId::A ? two.a : two.b) = partner;
  return two;
}

/// Who is at it now.
Couple SittingFlow::here() const {
  Couple two = couple();
  if (const auto alone = hereAlone()) (*alone == PartnerId::A ? two.b : two.a).reset();
  return two;
}

PartnerId SittingFlow::firstTurn(const ExerciseId& exercise) const {
  for (const SittingSummary& sitting : m_journal.sittings(Reader::OursAlone)) {
    if (sitting.begun.exercise == exercise) return otherOf(sitting.begun.first);
  }
  return PartnerId::A;
}

std::optional<PartnerId> SittingFlow::alone() const {
  return isApart() ? std::optional(m_sitting->begun.first) : std::nullopt;
}

std::optional<PartnerId> SittingFlow::hereAlone() const {
  return isApart() ? alone() : m_only;
}

bool SittingFlow::isApart() const {
  return m_sitting && (m_sitting->begun.mode == SittingMode::Alone || m_sitting->begun.mode == SittingMode::OwnLook);
}

VaultId SittingFlow::laneNow() const {
  if (isApart()) return vaultOf(m_sitting->begun.first);
  const auto who = practice::aloneOf(m_screen.viewer);
  return who ? vaultOf(*who) : VaultId::Ours;
}

std::string SittingFlow::placeOf(std::string_view what) const {
  return "sitting/" + std::to_string(m_id->number()) + '/' + std::string(what);
}

void SittingFlow::setSpeaking(bool speaking) {
  if (m_speaking == speaking) return;
  m_speaking = speaking;
  const auto* talk = std::get_if<TalkScreen>(&m_screen.body);
  const bool timed = speaking && talk != nullptr;
  Q_EMIT speakingChanged(timed ? std::optional(std::chrono::seconds(talk->seconds)) : std::nullopt);
}

}  // namespace footbridge::gui
