// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/watch_flow.h"

#include <QRandomGenerator>
#include <algorithm>
#include <utility>

#include "domain/text.h"
#include "gui/flows/kept_words.h"
#include "gui/flows/watch_words.h"
#include "gui/main_window.h"
#include "gui/pages/viewing_page.h"
#include "gui/pages/watch_page.h"

namespace footbridge::gui {

using practice::WatchMoment;

WatchFlow::WatchFlow(const Surroundings& around, ExerciseShelf& exercises, QObject* parent)
    : QObject(parent), m_around(around), m_exercises(exercises), m_drafts(around.journal), m_title(around.journal) {
  connect(&m_title, &DraftKeeper::refused, this, [this](const Error& error) {
    if (titleIsOfList()) return list().showRefusal(error);
    page().showUnsaved(error);
  });
  connect(&m_drafts, &DraftKeeper::refused, this, [this](const Error& error) { page().showUnsaved(error); });
  m_around.window.addPage(PageName::Watch, this, [this] { return makeList(); });
  m_around.window.addPage(PageName::Viewing, this, [this] { return makeViewing(); });
}

WatchPage& WatchFlow::list() {
  return m_around.window.pageAs<WatchPage>(PageName::Watch);
}

ViewingPage& WatchFlow::page() {
  return m_around.window.pageAs<ViewingPage>(PageName::Viewing);
}

QWidget* WatchFlow::makeList() {
  auto* page = new WatchPage;
  connect(page, &WatchPage::addAsked, this, &WatchFlow::add);
  connect(page, &WatchPage::titleEdited, &m_title, &DraftKeeper::typed);
  connect(page, &WatchPage::addingLeft, &m_title, &DraftKeeper::settle);
  connect(page, &WatchPage::openAsked, this, &WatchFlow::showViewing);
  connect(page, &WatchPage::undoAsked, this, &WatchFlow::bringBack);
  connect(page, &WatchPage::joinAsked, this, &WatchFlow::joinAsked);
  return page;
}

QWidget* WatchFlow::makeViewing() {
  auto* page = new ViewingPage;
  connect(page, &ViewingPage::backAsked, this, [this] {
    if (!m_drafts.keep() || !m_title.keep()) return;
    if (m_back.isUsual()) return showList();
    Q_EMIT backAsked(m_back.page());
  });
  connect(page, &ViewingPage::seenAsked, this, &WatchFlow::setSeen);
  connect(page, &ViewingPage::changeAsked, this, &WatchFlow::change);
  connect(page, &ViewingPage::titleEdited, &m_title, &DraftKeeper::typed);
  connect(page, &ViewingPage::changingLeft, &m_title, &DraftKeeper::settle);
  connect(page, &ViewingPage::removeAsked, this, &WatchFlow::remove);
  connect(page, &ViewingPage::undoAsked, this, &WatchFlow::undoChange);
  connect(page, &ViewingPage::drawAsked, this, &WatchFlow::draw);
  connect(page, &ViewingPage::wordsChanged, this, &WatchFlow::forgetThrown);
  connect(page, &ViewingPage::wordsChanged, &m_drafts, &DraftKeeper::typed);
  connect(page, &ViewingPage::throwAsked, this, &WatchFlow::throwWords);
  connect(page, &ViewingPage::keepAsked, this, &WatchFlow::keepTalk);
  connect(page, &ViewingPage::talkAsked, this, &WatchFlow::editTalk);
  connect(page, &ViewingPage::talkRemoved, this, &WatchFlow::removeTalk);
  connect(page, &ViewingPage::sittingAsked, this, &WatchFlow::sittingAsked);
  connect(page, &ViewingPage::exerciseAsked, this, [this](const ExerciseId& exercise) {
    if (m_id && m_drafts.keep() && m_title.keep()) Q_EMIT exerciseAsked(exercise, *m_id);
  });
  return page;
}

// The list.

void WatchFlow::showList() {
  if (!m_title.keep()) return;
  m_removed.reset();
  fillList();
  list().showNotice({}, false);
  m_around.window.showPage(PageName::Watch);
}

void WatchFlow::fillList() {
  list().showList(listView());
  m_title.watch(draftAt(kTitlePlace), [this] { return unlessEmpty(list().begunTitle()); });
  const auto begun = keptWords(m_around.journal, draftAt(kTitlePlace), WordsForm::Line);
  if (begun && !begun->isEmpty()) list().showBegun(*begun);
}

WatchView WatchFlow::listView() const {
  WatchView view{coupleOf(m_around.journal), {}, {}, std::nullopt};
  const std::vector<Entry> entries = m_around.journal.entries(Reader::OursAlone);
  const practice::WatchQueue queue = practice::queueOf(entries);
  const Day today = m_around.clock.today();
  for (const Entry& entry : queue.next) view.next.push_back(viewingCard(entry, view.couple, today));
  for (const Entry& entry : queue.seen) view.seen.push_back(viewingCard(entry, view.couple, today));
  if (const auto five = plan()) view.plan = planView(*five, practice::progressOf(*five, entries));
  view.mayJoin = !view.couple.isTwo() && !m_around.journal.readOnly();
  return view;
}

std::optional<WatchPlan> WatchFlow::plan() const {
  const auto plans = m_around.catalog.watchPlans();
  if (!plans || plans->empty()) return std::nullopt;
  return plans->front();
}

void WatchFlow::add(const ViewingWords& words) {
  const auto five = plan();
  Viewing viewing{words.title, words.suggestedBy, m_around.clock.today(), std::nullopt, std::nullopt};
  if (words.inPlan && five) viewing.plan = five->id;
  const auto added = m_around.journal.add(VaultId::Ours, m_around.here.alone(), std::move(viewing));
  if (!added) return list().showRefusal(added.error());
  m_title.settle();
  fillList();
  list().showNotice(tr("It is on the list."), false);
}

void WatchFlow::remove() {
  if (!m_id || !m_drafts.keep()) return;
  const EntryId id = *m_id;
  if (auto removed = m_around.journal.remove(id); !removed) return page().showRefusal(removed.error());
  showList();
  m_removed = id;
  list().showNotice(tr("Taken off the list, with what was said about it."), true);
}

void WatchFlow::bringBack() {
  const auto id = std::exchange(m_removed, std::nullopt);
  if (!id) return;
  if (auto again = m_around.journal.restore(*id); !again) return list().showRefusal(again.error());
  if (m_title.keep()) fillList();
  list().showNotice(tr("It is on the list again."), false);
}

// One thing on it.

std::optional<Entry> WatchFlow::entry() const {
  auto found = m_id ? m_around.journal.find(*m_id, Reader::OursAlone) : std::nullopt;
  return found && std::holds_alternative<Viewing>(found->body) ? found : std::nullopt;
}

std::optional<Viewing> WatchFlow::viewing() const {
  const auto found = entry();
  return found ? std::optional(std::get<Viewing>(found->body)) : std::nullopt;
}

void WatchFlow::showViewing(EntryId id) {
  if (!m_drafts.keep() || !m_title.keep()) return;
  m_id = id;
  m_thrown.reset();
  const auto shown = entry();
  if (!shown) return showList();
  m_before.reset();
  page().clear();
  page().showViewing(viewingView(*shown));
  takeUpDraft();
  takeUpTitle();
  m_back.cameFrom(m_around.window.currentPage());
  page().showWayBack(m_back.words());
  m_around.window.showPage(PageName::Viewing);
}

void WatchFlow::comeBack() {
  if (m_id)
    showViewing(*m_id);
  else
    showList();
}

void WatchFlow::showAgain() {
  if (const auto shown = entry()) page().showViewing(viewingView(*shown));
}

ViewingView WatchFlow::viewingView(const Entry& entry) const {
  const auto& viewing = std::get<Viewing>(entry.body);
  const Couple couple = coupleOf(m_around.journal);
  const auto five = plan();
  ViewingView view{couple,
                   {viewing.title, viewing.suggestedBy, viewing.plan.has_value()},
                   suggester(viewing, coupleIn(entry, m_around.journal, m_around.here.reader))};
  const Day today = m_around.clock.today();
  view.who.words += QStringLiteral(" · ") + factsOf(viewing, today);
  view.seen = viewing.seen.has_value();
  if (five) view.plan = QString::fromStdString(five->title);
  for (const ViewingTalk& talk : viewing.talks) {
    const auto card = talk.card ? findCard(m_around.catalog, *talk.card) : std::nullopt;
    view.talks.push_back({card ? card->text : QString(), QString::fromStdString(talk.text), whenOf(talk, today)});
  }
  if (couple.a && couple.b) view.exercises = exercisesForTwo(m_around.catalog);
  const auto sittings = m_around.journal.sittings(Reader::OursAlone);
  for (const SittingSummary& sitting : practice::sittingsAbout(entry.id, sittings))
    view.done.push_back(doneView(sitting, m_exercises, today));
  return view;
}

bool WatchFlow::keepChange(const Viewing& next, const QString& words) {
  const auto before = viewing();
  if (!before) return page().showRefusal(Error{ErrorKind::NotFound}), false;
  if (auto kept = m_around.journal.revise(*m_id, next); !kept) return page().showRefusal(kept.error()), false;
  m_before = before;
  m_thrown.reset();
  showAgain();
  // The draft says at which place the talk stands that is being changed.
  if (m_editedTalk) m_drafts.typed();
  page().showNotice(words, true);
  return true;
}

void WatchFlow::undoChange() {
  if (m_thrown) return bringWordsBack();
  const auto before = std::exchange(m_before, std::nullopt);
  if (!before || !keepChange(*before, tr("As it was before."))) return;
  m_before.reset();
  page().showNotice(tr("As it was before."), false);
}

void WatchFlow::change(const ViewingWords& words) {
  auto next = viewing();
  const auto five = plan();
  if (!next) return page().showRefusal(Error{ErrorKind::NotFound});
  next->title = words.title;
  next->suggestedBy = words.suggestedBy;
  if (!words.inPlan) next->plan.reset();
  if (words.inPlan && !next->plan && five) next->plan = five->id;
  if (!keepChange(*next, tr("Changed."))) return;
  m_title.settle();
  page().endChanging();
}

void WatchFlow::setSeen(bool seen) {
  auto next = viewing();
  if (!next) return page().showRefusal(Error{ErrorKind::NotFound});
  next->seen = seen ? std::optional(m_around.clock.today()) : std::nullopt;
  if (!keepChange(*next, tr("Not seen yet.")) || !seen) return;
  // "Not seen yet", which has come right above, is the way back.
  m_before.reset();
  const bool talked = !next->talks.empty();
  page().showNotice(talked ? tr("Seen today.") : tr("Seen today. If you like, draw a card and talk about it."), false);
}

// What is said about it.

void WatchFlow::draw(std::optional<WatchMoment> moment) {
  const auto about = viewing();
  if (!about) return;
  forgetThrown();
  if (!moment) return showDrawn(std::nullopt);
  const auto deck = m_around.catalog.deck(practice::deckOf(*moment));
  if (!deck) return page().showRefusal(deck.error());
  const bool isAnother = m_drawn && m_drawn->deck == (*deck)->id;
  const Card* card = practice::drawCard(**deck, *about, isAnother ? std::optional(m_drawn->card) : std::nullopt,
                                        QRandomGenerator::global()->generate());
  if (card) showDrawn(DrawnCard{(*deck)->id, card->id});
}

void WatchFlow::showDrawn(std::optional<DrawnCard> drawn) {
  m_drawn = std::move(drawn);
  page().showCard(m_drawn ? momentOf(m_drawn->deck) : std::nullopt,
                  m_drawn ? findCard(m_around.catalog, *m_drawn) : std::nullopt);
  if (!page().words().isEmpty()) m_drafts.typed();
}

void WatchFlow::keepTalk(const QString& words) {
  auto next = viewing();
  if (!next) return page().showRefusal(Error{ErrorKind::NotFound});
  const std::string text(trimmed(words.toStdString()));
  if (text.empty() && !m_drawn)
    return page().showNotice(tr("There are no words yet. Write one, or draw a card."), false);
  ViewingTalk talk{m_drawn, text, m_around.clock.today()};
  if (const auto at = placeOfEdited(next->talks)) {
    talk.when = next->talks[*at].when;  // other words for it do not move the evening
    next->talks[*at] = std::move(talk);
  } else {
    next = practice::withTalk(*std::move(next), std::move(talk));
  }
  if (!keepChange(*next, tr("Kept. You find it below, under “What was said”."))) return;
  leaveWords();
}

void WatchFlow::editTalk(int place) {
  const auto about = viewing();
  const auto at = static_cast<std::size_t>(place);
  if (!about || at >= about->talks.size()) return;
  if (!page().words().isEmpty())
    return page().showNotice(tr("You are writing something here. Keep it or throw it away first."), false);
  forgetThrown();
  const ViewingTalk& talk = about->talks[at];
  m_editedTalk = talk;
  page().setWords(QString::fromStdString(talk.text));
  showDrawn(talk.card);
}

void WatchFlow::removeTalk(int place) {
  auto next = viewing();
  if (!next || place >= static_cast<int>(next->talks.size())) return;
  next->talks.erase(next->talks.begin() + place);
  keepChange(*next, tr("Taken away."));
}

}  // namespace footbridge::gui
