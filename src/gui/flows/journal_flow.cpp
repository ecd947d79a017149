// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/journal_flow.h"

#include <algorithm>
#include <utility>

#include "gui/beside_window.h"
#include "gui/main_window.h"
#include "gui/pages/player_page.h"
#include "gui/pages/unlock_page.h"
#include "gui/pages/weekly_look_page.h"
#include "gui/questions.h"

namespace footbridge::gui {

JournalFlow::JournalFlow(const World& world, QObject* parent)
    : QObject(parent),
      m_world(world),
      m_exercises(world.catalog),
      m_privacy({world.journal, world.journal, world.journal, world.questions, world.clock, &world.window}),
      m_around{world.journal,   world.catalog, world.clock, world.window,
               world.questions, m_privacy,     m_here,      !world.mayLock},
      m_today(m_around, m_exercises),
      m_practices(m_around),
      m_journey(m_around, m_exercises),
      m_story(m_around, m_exercises),
      m_watch(m_around, m_exercises),
      m_keeping(m_around),
      m_idle(world.mayLock ? world.preferences.load().idleLockMinutes : Preferences::kNeverLock, this),
      m_pause(m_around) {
  addPages();
  wireWindow();
  wireFlows();
  wireJourney();
  wireWatch();
  wireKeeping();
  wirePause();
  m_world.window.setLockable(true);
}

JournalFlow::~JournalFlow() {
  m_sitting.reset();
  m_world.window.forgetPages();
}

void JournalFlow::addPages() {
  MainWindow& window = m_world.window;
  window.addPage(PageName::Unlock, [this] { return makeUnlock(); });
  window.addPage(PageName::Player, [this] { return makePlayer(); });
  window.addPage(PageName::WeeklyLook, [this] { return makeLook(); });
  window.addPage(PageName::Settings, [this] { return makeSettings(); });
}

void JournalFlow::begin() {
  const auto partners = m_world.journal.partners();
  const bool anyLocked = std::any_of(partners.begin(), partners.end(), [this](const Partner& partner) {
    return m_world.journal.door(vaultOf(partner.id)) == DoorState::Locked;
  });
  if (partners.size() == 1) m_here.reader = readerOf(partners.front().id);
  if (anyLocked)
    showUnlock();
  else
    m_today.show();
}

void JournalFlow::comeBack() {
  if (anyUnlocked())
    m_today.show();
  else
    begin();
}

void JournalFlow::beginPaused(const PausedSitting& paused) {
  const auto partners = m_world.journal.partners();
  if (partners.size() == 1) m_here.reader = readerOf(partners.front().id);
  m_pause.show(paused);
}

/// Nobody in particular is here any more, and no page knows the names of before. A key that is here still would open
/// its owner's words to whoever joined, so it goes as well; and so do the words of whoever took their key out with
/// them.
void JournalFlow::peopleChanged(bool keyWasHere) {
  m_here.reader = Reader::OursAlone;
  m_whenOneIsHere = nullptr;
  m_story.forget();
  m_watch.forget();
  if (m_sitting) m_sitting->forget();
  soon(*this, [this, keyWasHere] {
    if (m_world.mayLock && keyWasHere) {
      Q_EMIT lockAsked();
    } else {
      begin();
    }
  });
}

void JournalFlow::showPage(PageName page) {
  switch (page) {
    case PageName::Practices:
      return m_practices.showPractices();
    case PageName::Journey:
      return m_journey.show();
    case PageName::Evidence:
      return m_practices.showEvidence();
    case PageName::WeeklyLook:
      return showLook();
    case PageName::Story:
      return m_story.showStory();
    case PageName::Watch:
      return m_watch.showList();
    case PageName::Settings:
      return showSettings();
    case PageName::Journal:
      return m_keeping.show();
    case PageName::TakeOut:
      return withSomebody([this](PartnerId) { m_keeping.showTakeOut(); });
    case PageName::OpenLines:
      return withSomebody([this](PartnerId who) { m_story.showNewestNote(who, PageName::OpenLines); });
    case PageName::Deleted:
      return withSomebody([this](PartnerId) { m_story.showDeleted(); });
    case PageName::Entry:
      return withSomebody([this](PartnerId who) { m_story.showNewestNote(who, PageName::Entry); });
    case PageName::Safety:
      Q_EMIT m_world.window.safetyAsked();
      return;
    case PageName::Unlock:
      return askWhoIsHere();
    case PageName::Note:
      return openNote();
    default:
      return m_today.show();
  }
}

// Who is here.

QWidget* JournalFlow::makeUnlock() {
  auto* page = new UnlockPage(m_world.journal, m_world.journal);
  connect(page, &UnlockPage::unlocked, this, &JournalFlow::came);
  connect(page, &UnlockPage::forgottenAsked, &m_privacy, &PrivacyFlow::recover);
  connect(page, &UnlockPage::oursAsked, this, [this] {
    m_here.reader = Reader::OursAlone;
    m_today.show();
  });
  connect(page, &UnlockPage::backAsked, this, [this] {
    m_whenOneIsHere = nullptr;
    m_world.window.showPage(m_beforeAsking);
  });
  connect(page, &UnlockPage::elsewhereAsked, this, &JournalFlow::elsewhereAsked);
  return page;
}

void JournalFlow::showUnlock() {
  m_world.window.pageAs<UnlockPage>(PageName::Unlock).refresh();
  m_world.window.showPage(PageName::Unlock);
}

void JournalFlow::came(PartnerId partner) {
  m_here.reader = readerOf(partner);
  if (auto next = std::exchange(m_whenOneIsHere, nullptr)) return next(partner);
  m_today.show();
}

void JournalFlow::withOne(const Asked& asked, std::function<void(PartnerId)> next) {
  const auto partners = m_world.journal.partners();
  if (const auto alone = m_here.alone()) return next(*alone);
  if (partners.size() == 1) return next(partners.front().id);
  m_whenOneIsHere = std::move(next);
  m_beforeAsking = m_world.window.currentPage();
  showUnlock();
  m_world.window.pageAs<UnlockPage>(PageName::Unlock).ask(asked.title, asked.lead);
}

bool JournalFlow::anyOpen() const {
  const auto partners = m_world.journal.partners();
  return std::any_of(partners.begin(), partners.end(), [this](const Partner& partner) {
    return m_world.journal.door(vaultOf(partner.id)) != DoorState::Locked;
  });
}

/// The made-up couple has nobody to ask; Alex will do.
void JournalFlow::withSomebody(std::function<void(PartnerId)> next) {
  if (!m_world.mayLock && !m_here.alone()) m_here.reader = Reader::A;
  withOne({tr("This is for one of you"), tr("Who is it for?")}, std::move(next));
}

void JournalFlow::askWhoIsHere() {
  if (!putAway()) return;
  if (m_world.journal.partners().size() == 2) m_here.reader = Reader::OursAlone;
  m_whenOneIsHere = nullptr;
  showUnlock();
}

bool JournalFlow::anyUnlocked() const {
  return anyKeyIn(m_world.journal);
}

void JournalFlow::openNote() {
  withOne({tr("A line is written by one of you"), tr("Who is writing?")},
          [this](PartnerId partner) { m_story.showNote(partner, NoteFor::JustMe); });
}

void JournalFlow::protectSomebody() {
  withOne({tr("A passphrase belongs to one of you"), tr("Who is choosing one?")},
          [this](PartnerId partner) { m_privacy.offerProtection(partner, PrivacyFlow::Reason::OwnWish); });
}

// Sittings.

QWidget* JournalFlow::makePlayer() {
  return new PlayerPage;
}

SittingFlow& JournalFlow::sitting() {
  if (!m_sitting) {
    m_sitting = std::make_unique<SittingFlow>(m_world.journal, m_world.catalog, m_world.clock,
                                              m_world.window.pageAs<PlayerPage>(PageName::Player));
    m_sitting->askWhoIsHere([this] { return m_here.alone(); });
    wireSitting();
  }
  return *m_sitting;
}

void JournalFlow::startExercise(const ExerciseId& id, Audience audience) {
  if (audience == Audience::One) {
    const Asked asked{tr("This one is for one person"),
                      tr("Who is it for? What is written in it stays with that one of you.")};
    return withOne(asked, [this, id, from = m_world.window.currentPage()](PartnerId partner) {
      sitDown(from);
      sitting().begin(id, Audience::One, partner);
    });
  }
  sitForTwo([this, id] { sitting().begin(id, Audience::Two); });
}

void JournalFlow::sitDown(PageName from) {
  m_beforeSitting = {m_here.reader, from};
  m_world.window.showPage(PageName::Player);
}

/// Once both have sat down nobody is here alone, whoever came first.
void JournalFlow::sitForTwo(const std::function<void()>& start) {
  sitDown(m_world.window.currentPage());
  start();
  const bool sits = m_world.window.currentPage() == PageName::Player;
  if (sits && m_world.journal.partners().size() == 2) m_here.reader = Reader::OursAlone;
}

/// Whoever typed a passphrase for it has left their key here, and the other would be taken for them.
void JournalFlow::notSatDown(const QString& words) {
  const auto isUnlocked = [this](VaultId vault) { return m_world.journal.door(vault) == DoorState::Unlocked; };
  if (m_world.mayLock && isUnlocked(VaultId::A) && isUnlocked(VaultId::B)) {
    if (!words.isEmpty())
      m_world.questions.tell(words, tr("The journal locks now, so that each of you opens your own."));
    return lockAsked();
  }
  m_here.reader = m_beforeSitting.reader;
  showBeforeSitting(words);
}

/// The page from which they sat down, and on it why they did not.
void JournalFlow::showBeforeSitting(const QString& words) {
  switch (m_beforeSitting.page) {
    case PageName::WeeklyLook:
      showLook();
      return m_world.window.pageAs<WeeklyLookPage>(PageName::WeeklyLook).showNotice(words);
    case PageName::Exercise:
      return m_practices.notBegun(words);
    case PageName::Entry:
      m_world.window.showPage(PageName::Entry);
      break;
    default:
      m_today.show();
  }
  if (!words.isEmpty()) m_world.questions.tell(tr("That could not be begun"), words);
}

// Both keys may be here after a sitting, so it ends at the lock screen; where nobody has a passphrase, at Today.
void JournalFlow::sittingEnded() {
  if (m_world.mayLock && anyUnlocked()) {
    Q_EMIT lockAsked();
    return;
  }
  if (m_world.journal.partners().size() == 2) m_here.reader = Reader::OursAlone;
  m_today.show();
}

void JournalFlow::signInAnew() {
  if (m_world.mayLock && anyUnlocked()) {
    Q_EMIT lockAsked();
    return;
  }
  askWhoIsHere();
}

/// Not locked yet, since it goes on at once; leaving it ends as the sitting would have.
void JournalFlow::offerLight(const ExerciseId& exercise, std::optional<PartnerId> alone) {
  if (alone)
    m_here.reader = readerOf(*alone);
  else
    m_here.reader = Reader::OursAlone;
  m_practices.offerAfterSitting(exercise);
}

QWidget* JournalFlow::makeLook() {
  auto* page = new WeeklyLookPage;
  connect(page, &WeeklyLookPage::ownLookAsked, this, [this](PartnerId who, bool shortForm) {
    sitDown(PageName::WeeklyLook);
    sitting().startOwnLook(who, shortForm);
  });
  connect(page, &WeeklyLookPage::openTogetherAsked, this, [this] { sitForTwo([this] { sitting().openTogether(); }); });
  connect(page, &WeeklyLookPage::wholeLookAsked, this, [this] { sitForTwo([this] { sitting().beginWholeLook(); }); });
  connect(page, &WeeklyLookPage::evidenceAsked, this, [this] {
    if (const auto look = m_world.catalog.weeklyLook()) m_practices.showEvidenceOf(*look, PageName::WeeklyLook);
  });
  return page;
}

void JournalFlow::showLook() {
  auto& page = m_world.window.pageAs<WeeklyLookPage>(PageName::WeeklyLook);
  const auto look = m_world.catalog.weeklyLook();
  page.showCouple(coupleOf(m_world.journal));
  page.showNotes(look ? look->get() : nullptr);
  page.showNotice({});
  m_world.window.showPage(PageName::WeeklyLook);
}

bool JournalFlow::putAway() {
  return m_story.putAway() && m_watch.putAway() && (!m_sitting || m_sitting->putAway());
}

bool JournalFlow::mayLeave() {
  if (!mayLeavePages()) return false;
  if (!m_sitting || m_sitting->putAway()) return true;
  m_world.window.showPage(PageName::Player);
  return false;
}

bool JournalFlow::mayLeavePages() {
  if (!settleThrown()) return false;
  if (!m_story.putAway()) {
    m_story.showUnsaved();
    return false;
  }
  if (m_watch.putAway()) return true;
  m_watch.showUnsaved();
  return false;
}

std::vector<std::string> JournalFlow::sealedDrafts() const {
  std::vector<std::string> drafts;
  for (std::string& note : m_story.sealedDrafts()) drafts.push_back(std::move(note));
  for (std::string& said : m_watch.sealedDrafts()) drafts.push_back(std::move(said));
  auto words = m_sitting ? m_sitting->sealedDraft() : std::nullopt;
  if (words) drafts.push_back(*std::move(words));
  return drafts;
}

}  // namespace footbridge::gui
