// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/story_flow.h"

#include "gui/calendar.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/flows/entry_words.h"
#include "gui/flows/note_lines.h"
#include "gui/flows/privacy_flow.h"
#include "gui/flows/story_cards.h"
#include "gui/main_window.h"
#include "gui/pages/entry_page.h"
#include "gui/pages/open_lines_page.h"
#include "gui/pages/story_page.h"
#include "practice/story.h"

namespace footbridge::gui {
StoryFlow::StoryFlow(const Surroundings& around, ExerciseShelf& exercises, QObject* parent)
    : QObject(parent), m_around(around), m_exercises(exercises), m_justMe(around.journal), m_both(around.journal) {
  for (const HalfWritten* line : {&m_justMe, &m_both}) {
    connect(&line->keeper, &DraftKeeper::refused, this,
            [this](const Error& error) { m_around.window.pageAs<NotePage>(PageName::Note).showRefusal(error); });
  }
  m_around.window.addPage(PageName::Story, this, [this] { return makeStory(); });
  m_around.window.addPage(PageName::Entry, this, [this] { return makeEntry(); });
  m_around.window.addPage(PageName::OpenLines, this, [this] { return makeOpenLines(); });
  m_around.window.addPage(PageName::Note, this, [this] { return makeNote(); });
  m_around.window.addPage(PageName::Deleted, this, [this] { return makeDeleted(); });
  connect(&m_around.privacy, &PrivacyFlow::protectedNow, this, [this](PartnerId partner) {
    if (m_around.window.isMade(PageName::Note) && partner == m_writer) {
      m_around.window.pageAs<NotePage>(PageName::Note).setProtected(true);
    }
  });
}

void StoryFlow::showStory() {
  fillStory();
  m_around.window.showPage(PageName::Story);
}

void StoryFlow::showAgreements() {
  fillStory();
  m_around.window.pageAs<StoryPage>(PageName::Story).showOnly(StoryFilter::Agreements);
  m_around.window.showPage(PageName::Story);
}

void StoryFlow::fillStory() {
  auto& page = m_around.window.pageAs<StoryPage>(PageName::Story);
  page.setOfTwo(m_around.journal.partners().size() > 1);
  page.showStory(storyCards(m_around.here.reader, m_around.journal, m_exercises, coupleOf(m_around.journal)),
                 m_around.clock.today(), m_around.here.alone().has_value());
  page.setAnyDeleted(m_around.journal.anyDeleted(m_around.here.reader));
}

QWidget* StoryFlow::makeStory() {
  auto* page = new StoryPage;
  connect(page, &StoryPage::openAsked, this, [this](const StoryRef& ref) { open(ref); });
  connect(page, &StoryPage::beginAsked, this, &StoryFlow::beginAsked);
  connect(page, &StoryPage::deletedAsked, this, [this] { showDeleted(); });
  return page;
}

QWidget* StoryFlow::makeEntry() {
  auto* page = new EntryPage;
  connect(page, &EntryPage::backAsked, this, [this] {
    if (settleThrown()) goBack(m_entryBack);
  });
  connect(page, &EntryPage::agreementMarked, this, &StoryFlow::mark);
  connect(page, &EntryPage::editAsked, this, &StoryFlow::edit);
  connect(page, &EntryPage::goOnAsked, this, [this] {
    if (m_reading) Q_EMIT sittingAsked(*m_reading);
  });
  connect(page, &EntryPage::openLinesAsked, this, &StoryFlow::chooseLines);
  connect(page, &EntryPage::removeForGoodAsked, this, &StoryFlow::removeForGood);
  connect(page, &EntryPage::versionAsked, this, &StoryFlow::bringBackVersion);
  connect(page, &EntryPage::takeBackAsked, this, &StoryFlow::takeBack);
  connect(page, &EntryPage::removeAsked, this, &StoryFlow::remove);
  return page;
}

void StoryFlow::goBack(const WayBack& way) {
  if (way.isUsual()) return showStory();
  Q_EMIT backAsked(way.page());
}

void StoryFlow::open(const StoryRef& ref) {
  if (const auto* sitting = std::get_if<SittingId>(&ref)) return open(*sitting);
  if (const auto entry = m_around.journal.find(std::get<EntryId>(ref), m_around.here.reader)) open(*entry);
}

void StoryFlow::showNewestNote(PartnerId writer, PageName page) {
  for (const Entry& entry : m_around.journal.entries(readerOf(writer))) {
    if (entry.vault != vaultOf(writer) || !std::holds_alternative<Note>(entry.body)) continue;
    return page == PageName::OpenLines ? chooseLines(entry.id) : open(entry);
  }
  showStory();
}

void StoryFlow::open(const Entry& entry) {
  const Couple couple = coupleOf(m_around.journal);
  auto& page = m_around.window.pageAs<EntryPage>(PageName::Entry);
  if (const auto* note = std::get_if<Note>(&entry.body)) {
    EntryView view = entryView(*note, entry, couple, m_around.here.reader, m_around.journal);
    std::get<NoteView>(view.body).earlier = earlierOf(entry.id);
    page.showEntry(view);
  } else if (const auto* agreement = std::get_if<Agreement>(&entry.body)) {
    page.showEntry(
        entryView(*agreement, entry, coupleIn(entry, m_around.journal, m_around.here.reader), m_around.clock.today()));
  } else if (std::holds_alternative<Viewing>(entry.body)) {
    Q_EMIT viewingAsked(entry.id);
    return;
  } else {
    return;
  }
  showEntryPage();
}

void StoryFlow::showEntryPage() {
  m_entryBack.cameFrom(m_around.window.currentPage());
  m_around.window.pageAs<EntryPage>(PageName::Entry).showWayBack(m_entryBack.words());
  m_around.window.showPage(PageName::Entry);
}

void StoryFlow::open(SittingId id) {
  for (const SittingSummary& sitting : m_around.journal.sittings(m_around.here.reader)) {
    if (sitting.id != id) continue;
    const Exercise& exercise = m_exercises.readable(sitting.begun.exercise);
    EntryView view = sittingView(sitting, exercise, coupleIn(sitting, m_around.journal, m_around.here.reader),
                                 m_around.here.reader, m_around.journal, m_around.clock.today());
    if (sitting.begun.about) view.who = withWords(*sitting.begun.about);
    m_around.window.pageAs<EntryPage>(PageName::Entry).showEntry(view);
    m_reading = id;
    return showEntryPage();
  }
}

QString StoryFlow::withWords(EntryId viewing) const {
  const auto entry = m_around.journal.find(viewing, m_around.here.reader);
  const auto* watched = entry ? std::get_if<Viewing>(&entry->body) : nullptr;
  return watched ? tr("To go with “%1”").arg(QString::fromStdString(watched->title)) : QString();
}

void StoryFlow::mark(EntryId id, AgreementState state) {
  auto& page = m_around.window.pageAs<EntryPage>(PageName::Entry);
  const auto entry = m_around.journal.find(id, m_around.here.reader);
  if (!entry) return page.showRefusal(Error{ErrorKind::NotFound});
  Agreement agreement = std::get<Agreement>(entry->body);
  agreement.state = state;
  if (auto kept = m_around.journal.revise(id, agreement); !kept) return page.showRefusal(kept.error());
  page.showMarked(state);
}

// Earlier words, and words that go.

std::vector<VersionView> StoryFlow::earlierOf(EntryId id) const {
  std::vector<VersionView> earlier;
  const auto revisions = m_around.journal.history(id, m_around.here.reader);
  if (!revisions) return earlier;
  for (std::size_t i = 1; i < revisions->size(); ++i) {
    const auto* note = std::get_if<Note>(&(*revisions)[i].body);
    if (note == nullptr) continue;
    earlier.push_back(
        {momentWords((*revisions)[i].changed, m_around.clock.today()), QString::fromStdString(note->text)});
  }
  return earlier;
}

void StoryFlow::bringBackVersion(EntryId id, int earlier) {
  auto& page = m_around.window.pageAs<EntryPage>(PageName::Entry);
  const auto revisions = m_around.journal.history(id, m_around.here.reader);
  if (!revisions) return page.showRefusal(revisions.error());
  const auto at = static_cast<std::size_t>(earlier) + 1;
  if (at >= revisions->size()) return page.showRefusal(Error{ErrorKind::NotFound});
  const auto again = m_around.journal.revise(id, (*revisions)[at].body);
  if (!again) return page.showRefusal(again.error());
  open(*again);
  page.showNotice(tr("These words stand again. The ones before are among the earlier versions."));
}

/// What was for both and is taken back leaves no version under the key that both have.
void StoryFlow::remove(EntryId id) {
  auto& page = m_around.window.pageAs<EntryPage>(PageName::Entry);
  const auto entry = m_around.journal.find(id, m_around.here.reader);
  if (!entry) return page.showGone();
  const bool wasForBoth = entry->vault == VaultId::Ours;
  const auto gone = wasForBoth ? m_around.journal.removeForGood(id) : m_around.journal.remove(id);
  if (!gone) return page.showRefusal(gone.error());
  dropChange(id);
  page.showGone();
  if (wasForBoth) Q_EMIT deletedForGood();
}

void StoryFlow::removeForGood(EntryId id) {
  auto& page = m_around.window.pageAs<EntryPage>(PageName::Entry);
  if (auto gone = m_around.journal.removeForGood(id); !gone) return page.showRefusal(gone.error());
  dropChange(id);
  page.showGone();
  Q_EMIT deletedForGood();
  showStory();
}

/// Every line that the reader opened at this step, as one.
void StoryFlow::takeBack(const StepId& step) {
  auto& page = m_around.window.pageAs<EntryPage>(PageName::Entry);
  const auto writer = m_around.here.alone();
  if (!writer || !m_reading) return;
  for (const SittingSummary& sitting : m_around.journal.sittings(m_around.here.reader)) {
    if (sitting.id != *m_reading) continue;
    const auto lines = practice::openedLinesOf(sitting.lanes, *writer, step);
    if (auto taken = m_around.journal.takeBack(sitting.id, *writer, lines); !taken)
      return page.showRefusal(taken.error());
    break;
  }
  open(*m_reading);
  page.showNotice(isLocked(m_around.journal, *writer) ? tr("Taken back. It is yours alone again.")
                                                      : tr("Taken back. It is yours again, and not locked yet."));
  Q_EMIT deletedForGood();
}

// Opening a private note, line by line.

QWidget* StoryFlow::makeOpenLines() {
  auto* page = new OpenLinesPage;
  connect(page, &OpenLinesPage::openAsked, this, &StoryFlow::openLines);
  connect(page, &OpenLinesPage::backAsked, this, [this] {
    if (m_opening) open(StoryRef(*m_opening));
  });
  return page;
}

void StoryFlow::chooseLines(EntryId id) {
  const auto entry = m_around.journal.find(id, m_around.here.reader);
  const auto* note = entry ? std::get_if<Note>(&entry->body) : nullptr;
  const Couple couple = coupleOf(m_around.journal);
  const auto writer = entry && entry->author ? couple.of(*entry->author) : std::nullopt;
  const auto reader = writer ? couple.of(otherOf(writer->id)) : std::nullopt;
  if (note == nullptr || !reader) return;
  m_opening = id;
  m_around.window.pageAs<OpenLinesPage>(PageName::OpenLines)
      .showLines(*writer, *reader, noteLines(QString::fromStdString(note->text)));
  m_around.window.showPage(PageName::OpenLines);
}

void StoryFlow::openLines(const QStringList& lines) {
  if (lines.isEmpty()) return;
  const auto entry = m_opening ? m_around.journal.find(*m_opening, m_around.here.reader) : std::nullopt;
  auto& page = m_around.window.pageAs<OpenLinesPage>(PageName::OpenLines);
  if (!entry || !entry->author) return page.showRefusal(Error{ErrorKind::NotFound});
  std::vector<EntryBody> notes;
  for (const QString& line : lines) notes.emplace_back(Note{line.toStdString()});
  const auto opened = m_around.journal.addAll(VaultId::Ours, *entry->author, std::move(notes));
  if (!opened) return page.showRefusal(opened.error());
  open(*entry);
  const QString reader = coupleOf(m_around.journal).name(otherOf(*entry->author));
  m_around.window.pageAs<EntryPage>(PageName::Entry)
      .showNotice(lines.size() == 1
                      ? tr("Opened. %1 can read that line in Our story; the rest stays yours.").arg(reader)
                      : tr("Opened. %1 can read those lines in Our story; this note stays yours.").arg(reader));
}

}  // namespace footbridge::gui
