// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "gui/flows/journal_flow.h"
#include "gui/flows/pause_words.h"
#include "gui/flows/unlocked_words.h"
#include "gui/main_window.h"
#include "gui/pages/player_page.h"
#include "gui/pages/weekly_look_page.h"
#include "gui/questions.h"

namespace footbridge::gui {

// Sitting down to an exercise or to the weekly look, and getting up again.

QWidget* JournalFlow::makePlayer() {
  return new PlayerPage;
}

SittingFlow& JournalFlow::sitting() {
  if (!m_sitting) {
    m_sitting = std::make_unique<SittingFlow>(m_world.journal, m_world.catalog, m_world.clock,
                                              m_world.window.pageAs<PlayerPage>(PageName::Player));
    m_sitting->askWhoIsHere([this] { return m_beforeSitting.forTwo ? std::nullopt : m_here.alone(); });
    wireSitting();
  }
  return *m_sitting;
}

void JournalFlow::startExercise(const ExerciseId& id, Audience audience, std::optional<PartnerId> who) {
  if (audience == Audience::Two) return sitForTwo([this, id] { sitting().begin(id, Audience::Two); });
  const auto start = [this, id, from = m_world.window.currentPage()](PartnerId partner) {
    sitDown(from);
    sitting().begin(id, Audience::One, partner);
  };
  if (who) return start(*who);
  withOne({tr("This one is for one person"), tr("Who is it for? What is written in it stays with that one of you.")},
          start);
}

void JournalFlow::sitDown(PageName from) {
  m_satAlone.reset();
  m_beforeSitting = {m_here.reader, from};
}

void JournalFlow::sitForTwo(const std::function<void()>& start) {
  m_satAlone.reset();
  m_beforeSitting = {m_here.reader, m_world.window.currentPage(), m_world.journal.partners().size() == 2};
  start();
}

/// Who sits is who is here, whoever came first: one of them, or both, and then nobody alone.
void JournalFlow::setReaderOfSitting() {
  if (m_world.journal.partners().size() == 1) return;
  const auto alone = sitting().hereAlone();
  setReader(alone ? readerOf(*alone) : Reader::OursAlone);
}

/// The page they came from stays for as long as a passphrase is asked for over it.
void JournalFlow::satDown() {
  setReaderOfSitting();
  m_satAlone = m_sitting->alone();
  m_world.window.showPage(PageName::Player);
}

/// Whoever typed a passphrase for it has left their key here, and whoever was here before would be taken for them.
void JournalFlow::notSatDown(const QString& words) {
  const bool locks = m_world.mayLock && anyKeyBeside(m_beforeSitting.reader, m_world.journal);
  if (locks && !words.isEmpty())
    m_world.questions.tell(words, tr("The journal locks now, so that each of you opens your own."));
  if (mayBeHere(m_beforeSitting.reader)) showBeforeSitting(words);
}

/// Whoever sat down in the place of another who was here does not come back as that one.
void JournalFlow::calledOff() {
  const bool isAnother =
      m_satAlone && m_beforeSitting.reader != Reader::OursAlone && m_beforeSitting.reader != readerOf(*m_satAlone);
  if (isAnother) return sittingEnded();
  notSatDown({});
}

/// The page from which they wanted to sit down, and on it why they did not; as they left it, where there is nothing to
/// say.
void JournalFlow::showBeforeSitting(const QString& words) {
  if (words.isEmpty() && m_world.window.currentPage() == m_beforeSitting.page) return;
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

// Both keys may be here after a sitting, so it ends at the lock screen. Where none is, whoever sat alone is here still,
// and finds there what they left; after a sitting of both it ends as the window begins, which asks who is here if
// anybody has a passphrase, since "both" is for both to choose.
void JournalFlow::sittingEnded() {
  const auto alone = std::exchange(m_satAlone, std::nullopt);
  const bool locks = m_world.mayLock && anyUnlocked();
  if (locks || !alone) setReader(Reader::OursAlone);
  if (locks) {
    Q_EMIT lockAsked();
    return;
  }
  if (!alone) return begin();
  if (mayBeHere(readerOf(*alone))) m_today.show();
}

/// A sitting that is no weekly look, as whoever is here may see it.
std::optional<SittingSummary> JournalFlow::exerciseLeft(SittingId id) const {
  auto sittings = m_world.journal.sittings(m_here.reader);
  const auto found = std::ranges::find(sittings, id, &SittingSummary::id);
  if (found == sittings.end()) return std::nullopt;
  const auto exercise = m_world.catalog.exercise(found->begun.exercise);
  return exercise && (*exercise)->practice ? std::optional(std::move(*found)) : std::nullopt;
}

/// Nobody is led back into an exercise unasked: its page comes first, as it did when it began. A weekly look has no
/// such page; both are asked in its own place.
void JournalFlow::goOnWith(SittingId id) {
  if (const auto left = exerciseLeft(id)) return m_practices.showLeft(*left);
  takeUp(id);
}

void JournalFlow::takeUp(SittingId id) {
  sitDown(m_world.window.currentPage());
  sitting().takeUp(id);
}

/// As after a pause that is over: each says that they are ready, and whoever has a passphrase gives it anew. Nobody is
/// here alone any more.
void JournalFlow::goOnWithBoth(SittingId sitting, bool haveShown) {
  setReader(Reader::OursAlone);
  if (const auto left = haveShown ? exerciseLeft(sitting) : std::nullopt) return m_practices.showLeft(*left, true);
  const PausedSitting waits{sitting, std::nullopt, inMinutes(m_world.clock, 0)};
  if (m_world.mayLock && anyUnlocked()) {
    Q_EMIT pauseLockAsked(waits);
    return;
  }
  m_pause.show(waits);
}

void JournalFlow::askForAnotherLook(PartnerId who, bool shortForm, bool isLeft) {
  const Questions::Confirm done{tr("You two have looked at this week"),
                                tr("You can look at it once more, on your own. What is there already stays as it is."),
                                tr("Start another"), tr("Not now")};
  const Questions::Confirm left{tr("You two have begun this week’s look together"),
                                tr("It waits on Today, where you left it. You can also start one of your own."),
                                tr("Start my own"), tr("Not now")};
  if (m_world.questions.confirm(isLeft ? left : done)) return sitting().beginOwnLook(who, shortForm);
  notSatDown({});
}

/// Not locked yet, since it goes on at once; leaving it ends as the sitting would have.
void JournalFlow::offerLight(const ExerciseId& exercise, std::optional<PartnerId> alone) {
  setReader(alone ? readerOf(*alone) : Reader::OursAlone);
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
  page.showCouple(coupleOf(m_world.journal), m_here.alone());
  page.showNotes(look ? look->get() : nullptr);
  page.showUnlocked(unlockedWords(m_around));
  page.showNotice({});
  m_world.window.showPage(PageName::WeeklyLook);
}

}  // namespace footbridge::gui
