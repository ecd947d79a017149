// SPDX-License-Identifier: GPL-3.0-or-later
// The half-written words of Watch together: kept, offered again, put away.
#include <QCryptographicHash>
#include <algorithm>

#include "gui/flows/kept_words.h"
#include "gui/flows/watch_flow.h"
#include "gui/main_window.h"
#include "gui/pages/viewing_page.h"
#include "gui/pages/watch_page.h"

namespace footbridge::gui {
namespace {

/// Tells one text from another; of no use to know what it said.
std::string markOf(const std::string& text) {
  const QByteArray bytes = QByteArray::fromStdString(text);
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).left(8).toHex().toStdString();
}

}  // namespace

void WatchFlow::leaveWords() {
  m_editedTalk.reset();
  m_drafts.settle();
  page().setWords({});
  showDrawn(std::nullopt);
  m_drafts.watch(draftPlace(), [this] { return unlessEmpty(draftText()); });
}

void WatchFlow::throwWords() {
  Thrown thrown{page().words(), m_drawn, m_editedTalk};
  leaveWords();
  m_before.reset();
  if (thrown.words.isEmpty()) return;
  m_thrown = std::move(thrown);
  page().showNotice(m_thrown->editedTalk ? tr("What you changed is thrown away. What was kept stays as it was.")
                                         : tr("These words are thrown away."),
                    true);
  page().offerUndo();
}

void WatchFlow::bringWordsBack() {
  const Thrown thrown = *std::exchange(m_thrown, std::nullopt);
  page().showNotice({}, false);
  m_editedTalk = thrown.editedTalk;
  page().setWords(thrown.words);
  showDrawn(thrown.drawn);
}

/// Something new has begun: bringing back what was there before would push it aside.
void WatchFlow::forgetThrown() {
  if (std::exchange(m_thrown, std::nullopt)) page().showNotice({}, false);
}

/// What is kept here is for both; until then it is offered to whoever wrote it alone.
DraftKeeper::Place WatchFlow::draftAt(std::string name) const {
  const auto alone = m_around.here.alone();
  return {alone ? vaultOf(*alone) : VaultId::Ours, std::move(name)};
}

DraftKeeper::Place WatchFlow::draftPlace() const {
  return draftAt("viewing/" + std::to_string(m_id->number()));
}

/// The card's name, and the place and mark of a talk that is being changed, go before the words, so that all come back.
QString WatchFlow::draftText() {
  const QString words = page().words();
  if (words.isEmpty()) return {};
  const std::string card = m_drawn ? m_drawn->deck.text() + '/' + m_drawn->card.text() : std::string();
  const auto about = viewing();
  const auto at = about ? placeOfEdited(about->talks) : std::nullopt;
  const std::string place = at ? ' ' + std::to_string(*at) + ' ' + markOf(m_editedTalk->text) : std::string();
  return QString::fromStdString(card + place) + QLatin1Char('\n') + words;
}

void WatchFlow::takeUpTitle() {
  const DraftKeeper::Place place = draftAt(draftPlace().name + "/title");
  m_title.watch(place, [this] { return page().changedTitle(); });
  if (const auto begun = keptWords(m_around.journal, place, WordsForm::Line)) page().showChanging(*begun);
}

void WatchFlow::takeUpDraft() {
  m_editedTalk.reset();
  m_drawn.reset();
  const DraftKeeper::Place place = draftPlace();
  QString name;
  QString words;
  for (const std::string& kept : m_around.journal.draftsAt(place.vault, place.name)) {
    const QString draft = QString::fromStdString(kept);
    if (name.isEmpty()) name = draft.section(QLatin1Char('\n'), 0, 0);
    words = bothWords(words, draft.section(QLatin1Char('\n'), 1), WordsForm::Page);
  }
  const QString cardName = name.section(QLatin1Char(' '), 0, 0);
  const auto deck = DeckId::from(cardName.section(QLatin1Char('/'), 0, 0).toStdString());
  const auto card = CardId::from(cardName.section(QLatin1Char('/'), 1).toStdString());
  page().setWords(words);
  m_drafts.watch(place, [this] { return unlessEmpty(draftText()); });
  if (deck && card)
    showDrawn(DrawnCard{*deck, *card});
  else
    page().showCard(std::nullopt, std::nullopt);
  m_editedTalk = talkAt(name.section(QLatin1Char(' '), 1, 1), name.section(QLatin1Char(' '), 2).toStdString());
}

/// The talk that was being changed, where it still stands at its place as it did then.
std::optional<ViewingTalk> WatchFlow::talkAt(const QString& place, std::string_view mark) const {
  bool isNumber = false;
  const int number = place.toInt(&isNumber);
  const auto about = viewing();
  const bool isThere = isNumber && about && number >= 0 && number < static_cast<int>(about->talks.size());
  if (!isThere || markOf(about->talks[static_cast<std::size_t>(number)].text) != mark) return std::nullopt;
  return about->talks[static_cast<std::size_t>(number)];
}

std::optional<std::size_t> WatchFlow::placeOfEdited(const std::vector<ViewingTalk>& talks) const {
  const auto found = m_editedTalk ? std::ranges::find(talks, *m_editedTalk) : talks.end();
  return found == talks.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - talks.begin()));
}

std::vector<std::string> WatchFlow::sealedDrafts() const {
  std::vector<std::string> drafts;
  for (const DraftKeeper* keeper : {&m_drafts, &m_title}) {
    if (auto sealed = keeper->sealed()) drafts.push_back(*std::move(sealed));
  }
  return drafts;
}

bool WatchFlow::putAway() {
  const bool saidKept = m_drafts.keep();
  if (!m_title.keep() || !saidKept) return false;
  forget();
  return true;
}

/// What was on the page is for both, and is come back to.
void WatchFlow::readerChanged() {
  const auto shown = m_id;
  if (putAway()) m_id = shown;
}

void WatchFlow::showUnsaved() {
  m_around.window.showPage(!m_drafts.hasUnsaved() && titleIsOfList() ? PageName::Watch : PageName::Viewing);
}

void WatchFlow::forget() {
  m_drafts.stop();
  m_title.stop();
  m_id.reset();
  m_before.reset();
  m_thrown.reset();
  m_drawn.reset();
  if (m_around.window.isMade(PageName::Viewing)) page().clear();
  if (m_around.window.isMade(PageName::Watch)) list().clear();
}

}  // namespace footbridge::gui
