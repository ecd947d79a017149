// SPDX-License-Identifier: GPL-3.0-or-later
// A line outside any sitting: written, left half-written, changed.
#include "gui/dialogs/privacy_words.h"
#include "gui/flows/kept_words.h"
#include "gui/flows/privacy_flow.h"
#include "gui/flows/story_flow.h"
#include "gui/main_window.h"

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
    if (m_drafts.keep()) showStory();
  });
  connect(page, &NotePage::protectNeeded, this,
          [this] { m_around.privacy.offerProtection(m_writer, PrivacyFlow::Reason::FirstPrivateLine); });
  return page;
}

VaultId StoryFlow::vaultFor(NoteFor to) const {
  return to == NoteFor::JustMe ? vaultOf(m_writer) : VaultId::Ours;
}

/// A half-written line lies with its writer's own words, whoever it is for: until it is kept it is nobody else's.
DraftKeeper::Place StoryFlow::draftOf(NoteFor to) const {
  return {vaultOf(m_writer), m_edited ? draftPlace(*m_edited) : draftPlace(to)};
}

bool StoryFlow::hasHalfWritten(PartnerId writer) const {
  return halfWritten(writer) || halfChanged(writer);
}

std::optional<EntryId> StoryFlow::halfChanged(PartnerId writer) const {
  for (const Entry& entry : m_around.journal.entries(readerOf(writer))) {
    if (std::holds_alternative<Note>(entry.body) && m_around.journal.findDraft(vaultOf(writer), draftPlace(entry.id)))
      return entry.id;
  }
  return std::nullopt;
}

/// Where the disk keeps it all the same, nothing leads there any more.
void StoryFlow::dropChange(EntryId id) {
  const auto writer = m_around.here.alone();
  if (writer) static_cast<void>(m_around.journal.clearDraft(vaultOf(*writer), draftPlace(id)));
}

void StoryFlow::writeOn(PartnerId writer) {
  if (const auto to = halfWritten(writer)) return showNote(writer, *to);
  if (const auto changed = halfChanged(writer)) edit(*changed);
}

std::optional<NoteFor> StoryFlow::halfWritten(PartnerId writer) const {
  for (const NoteFor to : {NoteFor::JustMe, NoteFor::Both}) {
    if (m_around.journal.findDraft(vaultOf(writer), draftPlace(to))) return to;
  }
  return std::nullopt;
}

void StoryFlow::showNote(PartnerId writer, NoteFor to) {
  const auto partner = coupleOf(m_around.journal).of(writer);
  if (!partner) return;
  if (!m_drafts.keep()) return;
  m_writer = writer;
  m_edited.reset();
  const auto draft = [this](NoteFor whose) { return keptWords(m_around.journal, draftOf(whose), WordsForm::Page); };
  const bool two = m_around.journal.partners().size() == 2;
  const bool isProtected = isLocked(m_around.journal, writer);
  m_around.window.pageAs<NotePage>(PageName::Note)
      .showSheet({*partner, to, two, isProtected, draft(NoteFor::JustMe), two ? draft(NoteFor::Both) : QString()});
  m_around.window.showPage(PageName::Note);
}

void StoryFlow::edit(EntryId id) {
  const auto entry = m_around.journal.find(id, m_around.here.reader);
  const auto* note = entry ? std::get_if<Note>(&entry->body) : nullptr;
  const auto partner = entry && entry->author ? coupleOf(m_around.journal).of(*entry->author) : std::nullopt;
  if (note == nullptr || !partner || !m_drafts.keep()) return;
  m_writer = partner->id;
  m_edited = id;
  const QString changed = keptWords(m_around.journal, draftOf(NoteFor::JustMe), WordsForm::Page);
  const QString words = changed.isEmpty() ? QString::fromStdString(note->text) : changed;
  const bool mine = entry->vault != VaultId::Ours;
  NotePage::Sheet sheet{*partner, mine ? NoteFor::JustMe : NoteFor::Both, false};
  sheet.isProtected = isLocked(m_around.journal, m_writer);
  (mine ? sheet.justMe : sheet.both) = words;
  m_around.window.pageAs<NotePage>(PageName::Note).showSheet(sheet);
  m_around.window.showPage(PageName::Note);
}

void StoryFlow::keepNote(NoteFor to, const QString& text) {
  auto& page = m_around.window.pageAs<NotePage>(PageName::Note);
  const Note note{text.toStdString()};
  const DraftKeeper::Place place = draftOf(to);
  const auto kept =
      m_edited ? m_around.journal.revise(*m_edited, note) : m_around.journal.add(vaultFor(to), m_writer, note);
  if (!kept) return page.showRefusal(kept.error());
  m_edited = kept->id;
  m_drafts.stop();
  // The words are durable now; a draft that could not be cleared is only offered once more.
  if (auto cleared = m_around.journal.clearDraft(place.vault, place.name); !cleared) {
    page.showRefusal(cleared.error());
    return;
  }
  page.showSaved();
}

void StoryFlow::draft(NoteFor to, const QString& text) {
  // A private half-line goes nowhere before its writer's vault is locked; it stays on the page.
  if (to == NoteFor::JustMe && !isLocked(m_around.journal, m_writer)) return;
  m_words = text;
  const DraftKeeper::Place place = draftOf(to);
  if (!m_drafts.place() || m_drafts.place()->name != place.name || m_drafts.place()->vault != place.vault) {
    m_drafts.keep();
    m_drafts.watch(place, [this] { return m_words; });
  }
  m_drafts.typed();
}

bool StoryFlow::putAway() {
  if (!m_drafts.keep()) return false;
  forget();
  return true;
}

void StoryFlow::forget() {
  m_drafts.stop();
  m_words.clear();
  m_edited.reset();
  if (m_around.window.isMade(PageName::Note)) m_around.window.pageAs<NotePage>(PageName::Note).clear();
}

void StoryFlow::throwDraft(NoteFor to) {
  m_drafts.stop();
  const auto cleared = m_around.journal.clearDraft(draftOf(to).vault, draftOf(to).name);
  if (!cleared) m_around.window.pageAs<NotePage>(PageName::Note).showRefusal(cleared.error());
}

}  // namespace footbridge::gui
