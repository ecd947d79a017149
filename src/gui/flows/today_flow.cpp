// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/today_flow.h"

#include <QGuiApplication>
#include <QLocale>
#include <algorithm>

#include "domain/came_in.h"
#include "domain/weekly_look.h"
#include "gui/calendar.h"
#include "gui/error_text.h"
#include "gui/flows/journey_view.h"
#include "gui/flows/privacy_flow.h"
#include "gui/look/look.h"
#include "gui/main_window.h"
#include "gui/number_word.h"
#include "gui/pages/practice_words.h"
#include "gui/questions.h"
#include "gui/steps/agreement_words.h"
#include "gui/steps/couple.h"
#include "practice/today.h"

namespace footbridge::gui {
namespace {

/// "today", "yesterday", "last Sunday", "on 12 October": near days by name, since that is how they are remembered. Of a
/// day to come, which a clock set back makes of one that is over, the date is true.
QString agoText(Day then, Day today) {
  const int days = daysBetween(then, today);
  if (days < 0) return TodayFlow::tr("on %1").arg(dayWords(then, today));
  if (days == 0) return TodayFlow::tr("today");
  if (days == 1) return TodayFlow::tr("yesterday");
  if (days < 8) return TodayFlow::tr("last %1").arg(QLocale().toString(toDate(then), QStringLiteral("dddd")));
  return TodayFlow::tr("on %1").arg(dayWords(then, today));
}

/// That both do it, at no time in particular, goes without saying.
TodayContent::Agreed agreedCard(EntryId id, const Agreement& agreement, const Couple& couple) {
  const bool isPlain = agreement.who == AgreementWho::Both && agreement.when.empty();
  return {id, QString::fromStdString(agreement.what), isPlain ? QString() : whoAndWhen(agreement, couple)};
}

}  // namespace

TodayFlow::TodayFlow(const Surroundings& around, ExerciseShelf& exercises, QObject* parent)
    : QObject(parent), m_around(around), m_exercises(exercises) {
  m_around.window.addPage(PageName::Today, this, [this] { return make(); });
  // A laptop that was shut in the evening is opened in the morning.
  connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
    const bool isShown = m_filledOn && m_around.window.currentPage() == PageName::Today;
    if (state == Qt::ApplicationActive && isShown && *m_filledOn != m_around.clock.today()) refill();
  });
}

QWidget* TodayFlow::make() {
  auto* page = new TodayPage;
  connect(page, &TodayPage::lookAsked, this, &TodayFlow::lookAsked);
  connect(page, &TodayPage::protectAsked, this, &TodayFlow::protectAsked);
  connect(page, &TodayPage::writeOnAsked, this, &TodayFlow::writeOnAsked);
  connect(page, &TodayPage::cameInAsked, this, [this] {
    // Where the disk does not take it, it is said once more than it had to be.
    if (const auto alone = m_around.here.alone())
      static_cast<void>(m_around.journal.clearDraft(vaultOf(*alone), kCameInPlace));
    Q_EMIT storyAsked();
  });
  connect(page, &TodayPage::newCodeAsked, this, &TodayFlow::newCodeAsked);
  connect(page, &TodayPage::waitingAsked, this, &TodayFlow::waitingAsked);
  connect(page, &TodayPage::whoAsked, this, &TodayFlow::whoAsked);
  connect(page, &TodayPage::agreementsAsked, this, &TodayFlow::agreementsAsked);
  connect(page, &TodayPage::noteAsked, this, &TodayFlow::noteAsked);
  connect(page, &TodayPage::sittingAsked, this, &TodayFlow::sittingAsked);
  connect(page, &TodayPage::practiceAsked, this, &TodayFlow::practiceAsked);
  connect(page, &TodayPage::journeyAsked, this, &TodayFlow::journeyAsked);
  connect(page, &TodayPage::agreementKept, this, [this](EntryId id) { markAgreement(id, AgreementState::Kept); });
  connect(page, &TodayPage::agreementLetGo, this, [this](EntryId id) { markAgreement(id, AgreementState::Dropped); });
  connect(page, &TodayPage::agreementUndone, this, [this](EntryId id) {
    if (setState(id, AgreementState::Open)) m_marked.reset();
    refill();
  });
  return page;
}

void TodayFlow::show() {
  m_marked.reset();
  refill();
  m_around.window.showPage(PageName::Today);
}

/// Out of sight it stands empty until it is shown again.
void TodayFlow::readerChanged() {
  m_marked.reset();
  if (!m_around.window.isMade(PageName::Today)) return;
  if (m_around.window.currentPage() == PageName::Today) return refill();
  m_around.window.pageAs<TodayPage>(PageName::Today).showToday({});
}

void TodayFlow::refill() {
  m_filledOn = m_around.clock.today();
  m_around.window.pageAs<TodayPage>(PageName::Today).showToday(content());
}

TodayContent TodayFlow::content() {
  TodayContent content;
  const auto partners = m_around.journal.partners();
  const auto alone = m_around.here.alone();
  // Where anybody has a passphrase, that nobody signed in does not say that both are here.
  const bool bothOpen = std::ranges::all_of(partners, [this](const Partner& partner) {
    return m_around.journal.door(vaultOf(partner.id)) == DoorState::Open;
  });
  for (const Partner& partner : partners) {
    if (alone ? partner.id == *alone : bothOpen) content.names << coupleOf(m_around.journal).name(partner.id);
  }
  content.ofTwo = partners.size() > 1;
  content.mayAskWho = content.ofTwo && (!alone || bothOpen);
  content.hour = m_around.clock.hour();
  content.day = QLocale().toString(toDate(m_around.clock.today()), QStringLiteral("dddd, d MMMM"));
  fillLocks(content);
  if (alone) content.cameIn = cameIn(m_around.journal, *alone);
  if (alone && m_waiting) {
    const Waiting waiting = m_waiting(*alone);
    content.halfWritten = waiting.halfWritten;
    content.halfIsChange = waiting.halfIsChange;
    content.wordsWait = waiting.words;
    content.codeOwed = m_around.privacy.owesCode(*alone);
  }
  fillPractices(content);
  fillJournal(content);
  return content;
}

void TodayFlow::fillLocks(TodayContent& content) {
  if (m_around.madeUp) return;
  std::vector<Partner> open;
  for (const Partner& partner : m_around.journal.partners())
    if (m_around.journal.door(vaultOf(partner.id)) == DoorState::Open) open.push_back(partner);
  if (open.empty()) return;
  const auto alone = m_around.here.alone();
  content.notLocked = tr("Not locked yet. Anyone who opens this laptop can read what you keep here.");
  content.mayLock = !alone || std::ranges::find(open, *alone, &Partner::id) != open.end();
  const QString name = coupleOf(m_around.journal).name(open.front().id);
  if (!content.mayLock) {
    content.notLocked =
        tr("Your own words are locked. What is for both of you is not, until %1 has a passphrase too.").arg(name);
  } else if (!alone && open.size() < m_around.journal.partners().size()) {
    content.notLocked = tr("%1’s own words are locked. The rest is not, until %2 has a passphrase too.")
                            .arg(coupleOf(m_around.journal).name(otherOf(open.front().id)), name);
  }
}

void TodayFlow::fillJournal(TodayContent& content) {
  const Reader reader = m_around.here.reader;
  const auto entries = m_around.journal.entries(reader);
  const auto sittings = m_around.journal.sittings(reader);
  const Day today = m_around.clock.today();
  const auto now = practice::todayFor(reader, entries, sittings, m_exercises.finder(), today);
  content.look = now.look;
  // One that was left is gone on with from its own card, and not begun beside it.
  content.lookToTakeUp = now.lookOfBoth;
  const bool opensAlone = now.look == LookCard::GoOn || !content.ofTwo;
  if (opensAlone && now.ownLook) content.lookToTakeUp = now.ownLook;
  content.anyDone = !sittings.empty();
  fillAhead(content, sittings);
  fillAgreed(content, now.agreements);
  for (const SittingSummary& sitting : sittings) {
    if (now.appreciation && sitting.id == now.appreciation->sitting) {
      const PartnerId by = now.appreciation->from;
      content.appreciated = {coupleIn(sitting, m_around.journal, reader).name(by), look::tintOf(by),
                             QString::fromStdString(now.appreciation->text), agoText(sitting.begun.day, today)};
    }
    if (sitting.id != now.unfinished) continue;
    const Exercise* exercise = m_exercises.find(sitting.begun.exercise);
    if (exercise == nullptr) continue;
    content.leftOff = {sitting.id, QString::fromStdString(exercise->title),
                       exercise->practice ? practiceName(*exercise->practice) : QString()};
  }
}

/// The one just marked stays in its place until the page is left, so that a slip can be undone.
void TodayFlow::fillAgreed(TodayContent& content, const std::vector<Entry>& open) {
  auto entry = m_marked ? m_around.journal.find(*m_marked, m_around.here.reader) : std::nullopt;
  const bool isMarked = entry.has_value();
  if (!entry && !open.empty()) entry = open.front();
  if (!entry) return;
  const auto& agreement = std::get<Agreement>(entry->body);
  content.agreed = agreedCard(entry->id, agreement, coupleIn(*entry, m_around.journal, m_around.here.reader));
  if (isMarked) content.agreed->marked = agreement.state;
  content.agreed->more =
      static_cast<std::size_t>(std::ranges::count_if(open, [&entry](const Entry& one) { return one.id != entry->id; }));
}

/// Where nothing but looks was done no journey can have been begun, and its file stays unread.
void TodayFlow::fillAhead(TodayContent& content, const std::vector<SittingSummary>& sittings) {
  const bool anyExercise = std::ranges::any_of(
      sittings, [](const SittingSummary& sitting) { return sitting.begun.exercise.text() != kWeeklyLook; });
  if (!anyExercise) return;
  const auto view = viewJourney(m_around, m_exercises, sittings);
  if (!view || !view->progress.begun || !view->progress.next) return;
  const JourneyWeek& week = view->journey.weeks[*view->progress.next];
  TodayContent::Ahead ahead{
      QString::fromStdString(view->journey.title),
      tr("Week %1: %2").arg(numberWord(static_cast<int>(*view->progress.next) + 1), QString::fromStdString(week.title)),
      {}};
  if (const auto exercises = m_around.catalog.exercises()) {
    const auto found = std::ranges::find(*exercises, view->exerciseOf(week), &ExerciseSummary::id);
    if (found != exercises->end()) ahead.facts = minutesWords(found->minutes);
  }
  content.ahead = ahead;
}

void TodayFlow::fillPractices(TodayContent& content) {
  const auto exercises = m_around.catalog.exercises();
  if (!exercises) return;
  const Audience wanted = m_around.journal.partners().size() == 1 ? Audience::One : Audience::Two;
  for (const Practice practice : kPractices) {
    TodayContent::PracticeCard card{practice};
    for (const ExerciseSummary& exercise : *exercises) {
      if (exercise.practice != practice || (wanted == Audience::One && exercise.audience != wanted)) continue;
      card.leastMinutes = card.exercises == 0 ? exercise.minutes : std::min(card.leastMinutes, exercise.minutes);
      card.mostMinutes = std::max(card.mostMinutes, exercise.minutes);
      ++card.exercises;
    }
    content.practices.push_back(card);
  }
}

void TodayFlow::markAgreement(EntryId id, AgreementState state) {
  if (setState(id, state)) m_marked = id;
  refill();
}

/// False where it is not there any more, or could not be kept and somebody was told so.
bool TodayFlow::setState(EntryId id, AgreementState state) {
  const auto entry = m_around.journal.find(id, m_around.here.reader);
  if (!entry) return false;
  Agreement agreement = std::get<Agreement>(entry->body);
  agreement.state = state;
  auto kept = m_around.journal.revise(id, agreement);
  if (!kept) m_around.questions.tell(tr("That could not be kept"), errorText(kept.error()));
  return kept.ok();
}

}  // namespace footbridge::gui
