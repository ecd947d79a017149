// SPDX-License-Identifier: GPL-3.0-or-later
// A line outside any sitting: written, left half-written, changed.
#include "gui/dialogs/privacy_words.h"
#include "gui/flows/entry_words.h"
#include "gui/flows/kept_words.h"
#include "gui/flows/privacy_flow.h"
#include "gui/flows/story_flow.h"
#include "gui/main_window.h"
#include "gui/pages/deleted_page.h"
#include "gui/pages/entry_page.h"
#include "gui/pages/open_lines_page.h"
#include "gui/pages/story_page.h"

namespace footbridge::gui {
namespace {

std::string draftPlace(NoteFor to) {
  return to == NoteFor::JustMe ? "note/mine" : "note/ours";
}
std::string draftPlace(EntryId changed) {
  return "note/" + std::to_string(changed.number());
}

}  // namespace

QWidget* StoryFlow::makeNote() {
  auto* page = new NotePage;
  connect(page, &NotePage::draftChanged, this, &StoryFlow::draft);
  connect(page, &NotePage::keepAsked, this, &StoryFlow::keepNote);
  connect(page, &NotePage::thrownAway, this, &StoryFlow::throwDraft);
  connect(page, &NotePage::backAsked, this, [this] {
    if (settleThrown() && keepDrafts()) goBack(m_noteBack);
  });
  connect(page, &NotePage::protectNeeded, this,
          [this] { m_around.privacy.offerProtection(m_writer, PrivacyFlow::Reason::FirstPrivateLine); });
  return page;
}

VaultId StoryFlow::vaultFor(NoteFor to) const {
  return to == NoteFor::JustMe ? vaultOf(m_writer) : VaultId::Ours;
}

std::optional<EntryId> StoryFlow::edited(NoteFor to) const {
  const auto found = m_edited.find(to);
  return found == m_edited.end() ? std::nullopt : std::optional(found->second);
}

/// A half-written line lies with its writer's own words, whoever it is for: until it is kept it is nobody else's. A
/// change that was begun beside a line of both stays there.
DraftKeeper::Place StoryFlow::draftOf(NoteFor to) const {
  const VaultId own = vaultOf(m_writer);
  const auto changed = edited(to);
  if (!changed) return {own, draftPlace(to)};
  const std::string place = draftPlace(*changed);
  const bool besideLine = to == NoteFor::Both && m_around.journal.findDraft(VaultId::Ours, place);
  return {besideLine ? VaultId::Ours : own, place};
}

bool StoryFlow::hasHalfWritten(PartnerId writer) const {
  return halfWritten(writer) || halfChanged(writer);
}

bool StoryFlow::writesOnAtChange(PartnerId writer) const {
  return !halfWritten(writer) && halfChanged(writer);
}

std::optional<EntryId> StoryFlow::halfChanged(PartnerId writer) const {
  for (const Entry& entry : m_around.journal.entries(readerOf(writer))) {
    const bool isTheirs = mayChange(entry, readerOf(writer), m_around.journal);
    if (!std::holds_alternative<Note>(entry.body) || !isTheirs) continue;
    for (const VaultId vault : {vaultOf(writer), entry.vault})
      if (m_around.journal.findDraft(vault, draftPlace(entry.id))) return entry.id;
  }
  return std::nullopt;
}

/// Where the disk keeps it all the same, nothing leads there any more.
void StoryFlow::dropChange(EntryId id) {
  const auto writer = m_around.here.alone();
  if (!writer) return;
  for (const VaultId vault : {vaultOf(*writer), VaultId::Ours})
    if (m_around.journal.findDraft(vault, draftPlace(id)))
      static_cast<void>(m_around.journal.clearDraft(vault, draftPlace(id)));
}

void StoryFlow::writeOn(PartnerId writer) {
  m_noteBack.beginFrom(m_around.window.currentPage());
  if (const auto to = halfWritten(writer)) return showNote(writer, *to);
  if (const auto changed = halfChanged(writer)) edit(*changed);
}

std::optional<NoteFor> StoryFlow::halfWritten(PartnerId writer) const {
  for (const NoteFor to : {NoteFor::JustMe, NoteFor::Both}) {
    const auto begun = m_around.journal.findDraft(vaultOf(writer), draftPlace(to));
    if (begun && !begun->empty()) return to;
  }
  return std::nullopt;
}

void StoryFlow::showNote(PartnerId writer, NoteFor to) {
  const Couple couple = coupleOf(m_around.journal);
  const auto& partner = couple.of(writer);
  if (!partner || !settleThrown()) return;
  if (!keepDrafts()) return showUnsaved();
  m_writer = writer;
  m_edited.clear();
  const auto draft = [this](NoteFor whose) {
    return keptWords(m_around.journal, draftOf(whose), WordsForm::Page).value_or(QString());
  };
  NotePage::Sheet sheet{*partner, to, couple.isTwo(), isLocked(m_around.journal, writer), draft(NoteFor::JustMe)};
  if (couple.isTwo()) sheet.both = draft(NoteFor::Both);
  sheet.other = couple.of(otherOf(writer));
  m_around.window.pageAs<NotePage>(PageName::Note).showSheet(sheet);
  showNotePage();
}

void StoryFlow::showNotePage() {
  m_around.window.pageAs<NotePage>(PageName::Note).showWayBack(m_noteBack.words());
  m_around.window.showPage(PageName::Note);
}

void StoryFlow::edit(EntryId id) {
  const auto entry = m_around.journal.find(id, m_around.here.reader);
  const auto* note = entry ? std::get_if<Note>(&entry->body) : nullptr;
  if (note == nullptr || !mayChange(*entry, m_around.here.reader, m_around.journal)) return;
  // What both wrote is changed by whoever is here.
  const auto writer = entry->author ? entry->author : m_around.here.alone();
  const Couple couple = coupleOf(m_around.journal);
  const auto partner = writer ? couple.of(*writer) : std::nullopt;
  if (!partner || !settleThrown()) return;
  if (!keepDrafts()) return showUnsaved();
  m_noteBack.beginFrom(m_around.window.currentPage());
  const bool mine = entry->vault != VaultId::Ours;
  const NoteFor to = mine ? NoteFor::JustMe : NoteFor::Both;
  m_writer = partner->id;
  m_edited.clear();
  m_edited.insert_or_assign(to, id);
  const auto changed = keptWords(m_around.journal, draftOf(to), WordsForm::Page);
  NotePage::Sheet sheet{*partner, to, false};
  sheet.isProtected = isLocked(m_around.journal, m_writer);
  sheet.kept = QString::fromStdString(note->text);
  sheet.other = couple.of(otherOf(*writer));
  (mine ? sheet.justMe : sheet.both) = changed.value_or(sheet.kept);
  m_around.window.pageAs<NotePage>(PageName::Note).showSheet(sheet);
  showNotePage();
}

void StoryFlow::keepNote(NoteFor to, const QString& text) {
  auto& page = m_around.window.pageAs<NotePage>(PageName::Note);
  const Note note{text.toStdString()};
  const DraftKeeper::Place place = draftOf(to);
  const auto before = edited(to);
  const auto kept =
      before ? m_around.journal.revise(*before, note) : m_around.journal.add(vaultFor(to), m_writer, note);
  if (!kept) return page.showRefusal(kept.error());
  m_edited.insert_or_assign(to, kept->id);
  lineFor(to).keeper.stop();
  // The words are durable now; a draft that could not be cleared is only offered once more.
  page.showSaved();
  if (auto cleared = m_around.journal.clearDraft(place.vault, place.name); !cleared) page.showRefusal(cleared.error());
}

void StoryFlow::draft(NoteFor to, const QString& text) {
  // A private half-line goes nowhere before its writer's vault is locked; it stays on the page.
  if (to == NoteFor::JustMe && !isLocked(m_around.journal, m_writer)) return;
  HalfWritten& line = lineFor(to);
  const DraftKeeper::Place place = draftOf(to);
  const auto& before = line.keeper.place();
  if (!before || before->name != place.name || before->vault != place.vault) {
    line.keeper.keep();
    // What is kept of a line would stand on an emptied page again.
    const bool isKept = edited(to).has_value();
    line.keeper.watch(place, [&line, isKept] { return isKept ? std::optional(line.words) : unlessEmpty(line.words); });
  }
  line.words = text;
  line.keeper.typed();
}

bool StoryFlow::keepDrafts() {
  const bool mineKept = m_justMe.keeper.keep();
  return m_both.keeper.keep() && mineKept;
}

std::vector<std::string> StoryFlow::sealedDrafts() const {
  std::vector<std::string> drafts;
  for (const HalfWritten* line : {&m_justMe, &m_both}) {
    if (auto sealed = line->keeper.sealed()) drafts.push_back(*std::move(sealed));
  }
  return drafts;
}

void StoryFlow::showUnsaved() {
  m_around.window.showPage(PageName::Note);
}

template <typename Page>
bool StoryFlow::settleOn(PageName name) {
  return !m_around.window.isMade(name) || m_around.window.pageAs<Page>(name).settle();
}

bool StoryFlow::settleThrown() {
  const bool entryGone = settleOn<EntryPage>(PageName::Entry);
  if (entryGone && settleOn<NotePage>(PageName::Note)) return true;
  const PageName standing = entryGone ? PageName::Note : PageName::Entry;
  if (m_around.window.currentPage() != standing) m_around.window.showPage(standing);
  return false;
}

bool StoryFlow::putAway() {
  settleOn<EntryPage>(PageName::Entry);
  settleOn<NotePage>(PageName::Note);
  if (!keepDrafts()) return false;
  forgetWriting();
  return true;
}

/// What the disk does not take stays on its page, to be carried on.
void StoryFlow::readerChanged() {
  static_cast<void>(putAway());
  emptyPages();
}

void StoryFlow::forget() {
  forgetWriting();
  emptyPages();
}

void StoryFlow::emptyPages() {
  MainWindow& window = m_around.window;
  m_reading.reset();
  m_opening.reset();
  if (window.isMade(PageName::Entry)) window.pageAs<EntryPage>(PageName::Entry).showGone();
  if (window.isMade(PageName::OpenLines)) window.pageAs<OpenLinesPage>(PageName::OpenLines).clear();
  if (!window.isMade(PageName::Story)) return;
  window.pageAs<StoryPage>(PageName::Story).clear();
  if (window.currentPage() == PageName::Story) fillStory();
}

void StoryFlow::forgetWriting() {
  for (HalfWritten* line : {&m_justMe, &m_both}) {
    line->keeper.stop();
    line->words.clear();
  }
  m_edited.clear();
  if (m_around.window.isMade(PageName::Note)) m_around.window.pageAs<NotePage>(PageName::Note).clear();
  if (m_around.window.isMade(PageName::Deleted)) m_around.window.pageAs<DeletedPage>(PageName::Deleted).clear();
}

void StoryFlow::throwDraft(NoteFor to) {
  auto& page = m_around.window.pageAs<NotePage>(PageName::Note);
  const DraftKeeper::Place place = draftOf(to);
  if (m_around.journal.findDraft(place.vault, place.name)) {
    if (auto cleared = m_around.journal.clearDraft(place.vault, place.name); !cleared)
      return page.showRefusal(cleared.error());
  }
  lineFor(to).keeper.stop();
  page.showGone();
}

}  // namespace footbridge::gui
