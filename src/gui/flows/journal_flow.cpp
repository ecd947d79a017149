// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/journal_flow.h"

#include <algorithm>
#include <utility>

#include "gui/beside_window.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/lent_words.h"
#include "gui/main_window.h"
#include "gui/pages/unlock_page.h"
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
  window.addPage(PageName::Unlock, this, [this] { return makeUnlock(); });
  window.addPage(PageName::Player, this, [this] { return makePlayer(); });
  window.addPage(PageName::WeeklyLook, this, [this] { return makeLook(); });
  window.addPage(PageName::Settings, this, [this] { return makeSettings(); });
}

void JournalFlow::begin() {
  const auto partners = m_world.journal.partners();
  const bool anyLocked = std::any_of(partners.begin(), partners.end(), [this](const Partner& partner) {
    return m_world.journal.door(vaultOf(partner.id)) == DoorState::Locked;
  });
  const Reader atLock = anyLocked ? Reader::OursAlone : m_here.reader;
  if (!mayBeHere(partners.size() == 1 ? readerOf(partners.front().id) : atLock)) return;
  if (anyLocked)
    showUnlock();
  else
    m_today.show();
}

void JournalFlow::comeBack() {
  if (!anyUnlocked()) return begin();
  if (mayBeHere(m_here.reader)) m_today.show();
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
  readerChanged();
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

/// As it was left, where that is more than its name.
void JournalFlow::goBack(PageName page) {
  if (page == PageName::Practices) return m_world.window.showPage(page);
  if (page == PageName::Viewing) return m_watch.comeBack();
  showPage(page);
}

// Who is here.

QWidget* JournalFlow::makeUnlock() {
  auto* page = new UnlockPage(m_world.journal, m_world.journal);
  connect(page, &UnlockPage::unlocked, this, &JournalFlow::came);
  connect(page, &UnlockPage::forgottenAsked, &m_privacy, &PrivacyFlow::recover);
  connect(page, &UnlockPage::oursAsked, this, [this] {
    if (mayBeHere(Reader::OursAlone)) m_today.show();
  });
  connect(page, &UnlockPage::backAsked, this, &JournalFlow::backFromAsking);
  connect(page, &UnlockPage::elsewhereAsked, this, &JournalFlow::elsewhereAsked);
  if (!m_world.mayLock) page->setElsewhere(tr("Begin your own"));
  connect(page, &UnlockPage::damageFound, this, &JournalFlow::damageFound);
  return page;
}

void JournalFlow::showUnlock() {
  m_world.window.pageAs<UnlockPage>(PageName::Unlock).refresh();
  m_world.window.showPage(PageName::Unlock);
}

/// A passphrase may have been asked for meanwhile, and the page behind emptied or forgotten for it.
void JournalFlow::backFromAsking() {
  m_whenOneIsHere = nullptr;
  switch (m_beforeAsking) {
    case PageName::Exercise:
      return m_practices.notBegun({});
    case PageName::Today:
    case PageName::Journal:
    case PageName::Journey:
    case PageName::WeeklyLook:
    case PageName::Story:
    case PageName::Settings:
      return showPage(m_beforeAsking);
    default:
      return m_world.window.showPage(m_beforeAsking);
  }
}

bool JournalFlow::mayBeHere(Reader reader) {
  if (m_world.mayLock && anyKeyBeside(reader, m_world.journal)) {
    Q_EMIT lockAsked();
    return false;
  }
  setReader(reader);
  return true;
}

void JournalFlow::setReader(Reader reader) {
  if (std::exchange(m_here.reader, reader) != reader) readerChanged();
}

/// Whoever has the laptop now, or both, find nothing of the one before: no words to put in, and none on a page that is
/// out of sight, which a screen reader still comes to.
void JournalFlow::readerChanged() {
  m_story.readerChanged();
  m_watch.readerChanged();
  m_today.readerChanged();
  // These say when the one before did what; whoever comes to them next finds them filled anew.
  m_world.window.forgetUnseen(PageName::Journey);
  m_world.window.forgetUnseen(PageName::Exercise);
  m_world.window.forgetUnseen(PageName::Journal);  // what waits for its owner, what was put aside
  m_world.window.forgetUnseen(PageName::TakeOut);
  m_journey.readerChanged();
  takeBackLentWords();
}

/// The laptop is theirs whose passphrase is asked for, before they have typed it.
void JournalFlow::goesTo(PartnerId who) {
  if (m_here.alone() != who) readerChanged();
}

/// Dialogs about a passphrase are over, and one may have been typed or set (`setBy`). In a sitting keys stay until its
/// end, as those do that are typed on the way into one; everywhere else nobody's part stays open by it but that of
/// whoever is here. Where the window did not know who that is, it is whoever has just set one.
void JournalFlow::passphraseSettled(std::optional<PartnerId> setBy) {
  if (m_world.window.currentPage() == PageName::Player || (m_sitting && m_sitting->isAtDoor())) return;
  static_cast<void>(mayBeHere(setBy && !m_here.alone() ? readerOf(*setBy) : m_here.reader));
}

void JournalFlow::came(PartnerId partner) {
  if (!mayBeHere(readerOf(partner))) return;
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
  if (!m_world.mayLock && !m_here.alone()) setReader(Reader::A);
  withOne({tr("This is for one of you"), tr("Who is it for?")}, std::move(next));
}

void JournalFlow::askWhoIsHere() {
  if (!putAway()) return;
  m_pause.forget();
  if (m_world.journal.partners().size() == 2) setReader(Reader::OursAlone);
  m_whenOneIsHere = nullptr;
  showUnlock();
}

bool JournalFlow::anyUnlocked() const {
  return anyKeyIn(m_world.journal);
}

bool JournalFlow::lockOnlyAsks() const {
  const auto partners = m_world.journal.partners();
  return !m_world.mayLock || (partners.size() == 2 && std::ranges::none_of(partners, [this](const Partner& partner) {
                                return isLocked(m_world.journal, partner.id);
                              }));
}

void JournalFlow::openNote() {
  m_story.noteAskedFrom(m_world.window.currentPage());
  withOne({tr("A line is written by one of you"), tr("Who is writing?")},
          [this](PartnerId partner) { m_story.showNote(partner, NoteFor::JustMe); });
}

void JournalFlow::protectSomebody() {
  withOne({tr("A passphrase belongs to one of you"), tr("Who is choosing one?")},
          [this](PartnerId partner) { m_privacy.offerProtection(partner, PrivacyFlow::Reason::OwnWish); });
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
