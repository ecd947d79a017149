// SPDX-License-Identifier: GPL-3.0-or-later
// Which signal of which flow leads where.
#include "gui/calendar.h"
#include "gui/flows/journal_flow.h"
#include "gui/main_window.h"
#include "gui/pages/weekly_look_page.h"

namespace footbridge::gui {

void JournalFlow::wirePause() {
  connect(&m_pause, &PauseFlow::left, this, &JournalFlow::begin);
  connect(&m_pause, &PauseFlow::over, this, [this](const PausedSitting& paused) {
    if (paused.alone) setReader(readerOf(*paused.alone));
    const Day today = m_world.clock.today();
    // Whoever paused together and is back on the day they named has read its page that evening.
    const bool haveRead =
        paused.wasTogether && paused.until && localDay(Moment(std::chrono::milliseconds(*paused.until))) == today;
    const auto left = haveRead ? std::nullopt : exerciseLeft(paused.sitting);
    if (left && left->begun.mode != SittingMode::Alone && left->begun.day != today)
      return m_practices.showLeft(*left, !paused.alone);
    sitDown(PageName::Today);
    sitting().takeUp(paused.sitting);
    sitting().goOn();
  });
}

void JournalFlow::wireWindow() {
  connect(&m_privacy, &PrivacyFlow::asksFor, this, &JournalFlow::goesTo);
  // Whoever came back in by their own code is here. The other's part, which was opened for that alone, does not stay
  // open behind a page that looks locked, however it ended.
  connect(&m_privacy, &PrivacyFlow::unlocked, this, [this](PartnerId who) {
    if (m_world.window.currentPage() == PageName::Unlock) came(who);
  });
  connect(&m_privacy, &PrivacyFlow::cancelled, this, [this] { passphraseSettled(std::nullopt); });
  connect(&m_privacy, &PrivacyFlow::protectedNow, this, [this](PartnerId who) { passphraseSettled(who); });
  connect(&m_world.window, &MainWindow::navigated, this, [this](PageName page) {
    if (mayLeavePages()) showPage(page);
  });
  connect(&m_world.window, &MainWindow::shown, this, [this](PageName page) {
    if (page == PageName::Safety && m_sitting) m_sitting->cover();
  });
  connect(&m_idle, &IdleLock::lockAsked, this, [this] {
    if (anyUnlocked()) Q_EMIT lockAsked();
  });
}

void JournalFlow::wireFlows() {
  connect(&m_today, &TodayFlow::lookAsked, this, &JournalFlow::showLook);
  connect(&m_today, &TodayFlow::whoAsked, this, &JournalFlow::askWhoIsHere);
  connect(&m_today, &TodayFlow::practiceAsked, this,
          [this](Practice practice) { m_practices.showPractices(practice); });
  connect(&m_today, &TodayFlow::noteAsked, this, &JournalFlow::openNote);
  connect(&m_today, &TodayFlow::protectAsked, this, &JournalFlow::protectSomebody);
  connect(&m_today, &TodayFlow::waitingAsked, &m_keeping, &KeepingFlow::takeInWaiting);
  connect(&m_today, &TodayFlow::storyAsked, this, [this] { m_story.showStory(); });
  connect(&m_today, &TodayFlow::agreementsAsked, &m_story, &StoryFlow::showAgreements);
  connect(&m_today, &TodayFlow::newCodeAsked, this, [this] {
    if (const auto alone = m_here.alone()) m_privacy.change(*alone);
  });
  connect(&m_today, &TodayFlow::writeOnAsked, this, [this] {
    if (const auto alone = m_here.alone()) m_story.writeOn(*alone);
  });
  m_today.askForWaiting([this](PartnerId who) {
    return TodayFlow::Waiting{m_story.hasHalfWritten(who), m_story.writesOnAtChange(who),
                              m_keeping.waitsForPassphrase()};
  });
  connect(&m_today, &TodayFlow::sittingAsked, this, &JournalFlow::goOnWith);
  connect(&m_story, &StoryFlow::sittingAsked, this, &JournalFlow::goOnWith);
  connect(&m_practices, &PracticesFlow::goOnAsked, this, [this](SittingId id) {
    // Whoever is here has said that it goes on, so that no pause of it is left.
    const auto goOn = [this, id] {
      sitting().takeUp(id);
      sitting().goOn();
    };
    if (!m_here.alone()) return sitForTwo(goOn);
    sitDown(m_world.window.currentPage());
    goOn();
  });
  connect(&m_practices, &PracticesFlow::beginAsked, this, &JournalFlow::startExercise);
  connect(&m_practices, &PracticesFlow::handedOn, this, [this] { setReader(Reader::OursAlone); });
  connect(&m_practices, &PracticesFlow::left, this, &JournalFlow::sittingEnded);
  connect(&m_practices, &PracticesFlow::joinAsked, &m_keeping, &KeepingFlow::showJoin);
  connect(&m_practices, &PracticesFlow::safetyAsked, &m_world.window, &MainWindow::safetyAsked);
  connect(&m_story, &StoryFlow::beginAsked, this, &JournalFlow::showLook);
  connect(&m_story, &StoryFlow::backAsked, this, &JournalFlow::goBack);
  connect(&m_practices, &PracticesFlow::backAsked, this, &JournalFlow::goBack);
  connect(&m_watch, &WatchFlow::backAsked, this, &JournalFlow::goBack);
}

void JournalFlow::wireJourney() {
  connect(&m_today, &TodayFlow::journeyAsked, this, [this] { m_journey.show(); });
  connect(&m_practices, &PracticesFlow::journeyAsked, this, [this] { m_journey.show(); });
  connect(&m_journey, &JourneyFlow::exerciseAsked, &m_practices, &PracticesFlow::showExercise);
  connect(&m_journey, &JourneyFlow::practicesAsked, this, [this] { m_practices.showPractices(); });
  connect(&m_journey, &JourneyFlow::storyAsked, this, [this] { m_story.showStory(); });
}

void JournalFlow::wireWatch() {
  connect(&m_watch, &WatchFlow::exerciseAsked, &m_practices, &PracticesFlow::showExerciseAbout);
  connect(&m_watch, &WatchFlow::joinAsked, &m_keeping, &KeepingFlow::showJoin);
  connect(&m_watch, &WatchFlow::sittingAsked, &m_story, &StoryFlow::showSitting);
  connect(&m_story, &StoryFlow::viewingAsked, &m_watch, &WatchFlow::showViewing);
  connect(&m_practices, &PracticesFlow::beginAboutAsked, this, [this](const ExerciseId& id, EntryId viewing) {
    sitForTwo([this, id, viewing] { sitting().beginAbout(id, viewing); });
  });
}

void JournalFlow::wireKeeping() {
  connect(&m_keeping, &KeepingFlow::backAsked, this, &JournalFlow::showSettings);
  connect(&m_keeping, &KeepingFlow::whoAsked, this, [this] {
    withOne({tr("Who is here?"), tr("What each of you wrote alone is for that one of you to take along.")},
            [this](PartnerId) { m_keeping.show(); });
  });
  connect(&m_keeping, &KeepingFlow::openAsked, this, &JournalFlow::openAsked);
  connect(&m_keeping, &KeepingFlow::cameIn, this, &JournalFlow::wearColours);
  connect(&m_keeping, &KeepingFlow::asksFor, this, &JournalFlow::goesTo);
  connect(&m_keeping, &KeepingFlow::peopleChanged, this, &JournalFlow::peopleChanged);
  connect(&m_keeping, &KeepingFlow::deletedAsked, &m_story, &StoryFlow::showDeleted);
  connect(&m_story, &StoryFlow::deletedForGood, this, [this] { m_keeping.wentForGood(m_here.alone()); });
  connect(&m_privacy, &PrivacyFlow::protectedNow, this, [this] {
    if (m_world.window.currentPage() == PageName::Today) m_today.show();
  });
  // A backup from before opens with the passphrase of its day, or with none.
  connect(&m_privacy, &PrivacyFlow::keysChanged, this, [this](PartnerId who) { m_keeping.wentForGood(who); });
}

void JournalFlow::wireSitting() {
  SittingFlow* const flow = m_sitting.get();
  connect(flow, &SittingFlow::unlockNeeded, &m_privacy, &PrivacyFlow::unlock);
  connect(flow, &SittingFlow::bothHere, this, &JournalFlow::setReaderOfSitting);
  connect(&m_privacy, &PrivacyFlow::unlocked, flow, &SittingFlow::unlocked);
  connect(flow, &SittingFlow::protectOffered, this, [this](PartnerId who) {
    if (m_world.mayLock) m_privacy.offerProtection(who, PrivacyFlow::Reason::SealedTurn);
  });
  connect(&m_privacy, &PrivacyFlow::protectedNow, flow, &SittingFlow::protectionSettled);
  connect(&m_privacy, &PrivacyFlow::wentOnOpen, flow, &SittingFlow::wentOnOpen);
  connect(flow, &SittingFlow::speakingChanged, &m_idle, &IdleLock::setSpeaking);
  connect(flow, &SittingFlow::paused, this, [this, flow](SittingId id, std::optional<std::int64_t> until) {
    if (m_world.mayLock && anyUnlocked()) Q_EMIT pauseLockAsked({id, flow->hereAlone(), until, flow->isTogether()});
  });
  connect(flow, &SittingFlow::finished, this, &JournalFlow::sittingEnded);
  connect(flow, &SittingFlow::partDone, this, &JournalFlow::sittingEnded);
  connect(flow, &SittingFlow::left, this, &JournalFlow::sittingEnded);
  connect(flow, &SittingFlow::waitingLeft, this, [this] {
    if (mayBeHere(m_here.reader)) m_today.show();
  });
  connect(flow, &SittingFlow::bothCame, this, &JournalFlow::goOnWithBoth);
  connect(flow, &SittingFlow::anotherLookAsked, this, &JournalFlow::askForAnotherLook);
  connect(flow, &SittingFlow::lightAsked, this, &JournalFlow::offerLight);
  connect(&m_privacy, &PrivacyFlow::cancelled, flow, [this, flow] {
    // Not now: the turn waits behind its curtain, and whoever sits alone is back where they were. Going on without a
    // lock is a button of its own.
    if (m_world.window.currentPage() == PageName::Player && flow->isBegun()) return flow->notNow();
    if (!flow->isAtDoor()) return;
    flow->forget();
    notSatDown({});
  });
  connect(flow, &SittingFlow::satDown, this, &JournalFlow::satDown);
  connect(flow, &SittingFlow::notStarted, this, [this](const QString& words) { notSatDown(words); });
  connect(flow, &SittingFlow::calledOff, this, &JournalFlow::calledOff);
}

}  // namespace footbridge::gui
