// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <map>
#include <optional>
#include <vector>

#include "gui/flows/draft_keeper.h"
#include "gui/flows/exercise_shelf.h"
#include "gui/flows/surroundings.h"
#include "gui/flows/way_back.h"
#include "gui/models/story_card.h"
#include "gui/page_name.h"
#include "gui/pages/entry_page_view.h"
#include "gui/pages/note_page.h"

namespace footbridge::gui {

/// Our story: the list, reading one thing of it, and writing a line outside any sitting.
class StoryFlow : public QObject {
  Q_OBJECT

 public:
  StoryFlow(const Surroundings& around, ExerciseShelf& exercises, QObject* parent = nullptr);

  void showStory();
  /// Of the story what was agreed.
  void showAgreements();
  /// A sitting to read again.
  void showSitting(SittingId sitting) { open(sitting); }
  /// A page to write a line on, for whoever is here; begins with what was half-written.
  void showNote(PartnerId writer, NoteFor to);
  /// The line that is asked for now was asked for there, and its way back leads there.
  void noteAskedFrom(PageName page) { m_noteBack.beginFrom(page); }
  /// The half-written line, where it was left.
  void writeOn(PartnerId writer);
  /// The newest of the partner's private notes, to read or to open line by line; the story where there is none.
  void showNewestNote(PartnerId writer, PageName page);
  /// What was deleted and can be brought back, these before the others.
  void showDeleted(const std::vector<EntryId>& first = {});
  /// Somebody's half-written line is here.
  [[nodiscard]] bool hasHalfWritten(PartnerId writer) const;
  /// What writeOn() leads to is the change of a line that is kept.
  [[nodiscard]] bool writesOnAtChange(PartnerId writer) const;
  /// What was thrown away on its page goes now. False where the journal does not let it go: then its page comes back,
  /// and says so.
  [[nodiscard]] bool settleThrown();
  /// A half-written note is sealed and its page emptied. False when the disk did not take it; then it stays. Nobody is
  /// kept waiting for what was thrown away: it goes where it can.
  [[nodiscard]] bool putAway();
  /// Somebody else is here now: what is half-written is put away as putAway() does, and no page holds a word that the
  /// one before read or looked for. On screen is only what may be read now.
  void readerChanged();
  /// Whoever wrote here has gone: what is on the pages or waits to be kept is nobody's any more.
  void forget();
  /// What putAway() could not give to the disk, to be carried over a restart.
  [[nodiscard]] std::vector<std::string> sealedDrafts() const;
  /// The page with the words that the disk did not take.
  void showUnsaved();

 Q_SIGNALS:
  void beginAsked();
  void backAsked(footbridge::gui::PageName page);    ///< to where one came from, outside of the story
  void sittingAsked(footbridge::SittingId sitting);  ///< to go on where it was left
  void viewingAsked(footbridge::EntryId viewing);    ///< something that was watched is to be seen again
  /// Something was deleted for good or taken back: copies made before hold it still.
  void deletedForGood();

 private:
  QWidget* makeStory();
  QWidget* makeEntry();
  QWidget* makeOpenLines();
  QWidget* makeNote();
  QWidget* makeDeleted();
  void fillStory();
  void emptyPages();
  void forgetWriting();
  void open(const StoryRef& ref);
  void open(const Entry& entry);
  void open(SittingId sitting);
  /// What a sitting went with, where it is still on the list.
  [[nodiscard]] QString withWords(EntryId viewing) const;
  void showEntryPage();
  void showNotePage();
  void goBack(const WayBack& way);
  void remove(EntryId id);
  void removeForGood(EntryId id);
  void fillDeleted(const std::vector<EntryId>& first);
  void bringBack(EntryId id);
  void removeDeleted(EntryId id);
  void bringBackVersion(EntryId id, int earlier);
  void takeBack(const StepId& step);
  [[nodiscard]] std::vector<VersionView> earlierOf(EntryId id) const;
  void mark(EntryId id, AgreementState state);
  void edit(EntryId id);
  void chooseLines(EntryId note);
  void openLines(const QStringList& lines);
  void keepNote(NoteFor to, const QString& text);
  void draft(NoteFor to, const QString& text);
  void throwDraft(NoteFor to);
  [[nodiscard]] std::optional<NoteFor> halfWritten(PartnerId writer) const;
  /// A note of theirs that they were changing.
  [[nodiscard]] std::optional<EntryId> halfChanged(PartnerId writer) const;
  /// Its note is gone for good.
  void dropChange(EntryId id);
  [[nodiscard]] VaultId vaultFor(NoteFor to) const;
  [[nodiscard]] DraftKeeper::Place draftOf(NoteFor to) const;
  /// False where the disk did not take all of what is half-written; it stays on the page.
  bool keepDrafts();
  template <typename Page>
  bool settleOn(PageName name);

  Surroundings m_around;
  ExerciseShelf& m_exercises;
  PartnerId m_writer = PartnerId::A;
  [[nodiscard]] std::optional<EntryId> edited(NoteFor to) const;

  /// What is on the page was kept as these already: one for either, since what is just for me never becomes what is
  /// ours.
  std::map<NoteFor, EntryId> m_edited;
  /// What is half-written for one pair of eyes, as it was last said. Each has a keeper of its own, so that the words of
  /// one never come to lie at the place of the other.
  struct HalfWritten {
    explicit HalfWritten(DraftStore& drafts) : keeper(drafts) {}
    QString words;
    DraftKeeper keeper;
  };
  [[nodiscard]] HalfWritten& lineFor(NoteFor to) { return to == NoteFor::JustMe ? m_justMe : m_both; }
  HalfWritten m_justMe;
  HalfWritten m_both;
  WayBack m_entryBack{PageName::Story};
  WayBack m_noteBack{PageName::Story};
  std::optional<SittingId> m_reading;  ///< the sitting on the page
  std::optional<EntryId> m_opening;    ///< the note whose lines are being chosen
};

}  // namespace footbridge::gui
