// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>
#include <string>

#include "domain/viewing.h"
#include "gui/flows/draft_keeper.h"
#include "gui/flows/exercise_shelf.h"
#include "gui/flows/surroundings.h"
#include "gui/flows/way_back.h"
#include "gui/pages/watch_view.h"
#include "practice/watch.h"

namespace footbridge::gui {

class ViewingPage;
class WatchPage;

/// Watch together: the couple's list, one thing on it, and what was said about it. All of it is in *ours*.
class WatchFlow : public QObject {
  Q_OBJECT

 public:
  WatchFlow(const Surroundings& around, ExerciseShelf& exercises, QObject* parent = nullptr);

  void showList();
  void showViewing(EntryId id);
  /// Back to what was on the page.
  void comeBack();
  /// Half-written words are sealed and the pages emptied. False when the disk did not take them; then they stay.
  [[nodiscard]] bool putAway();
  /// The page with the words that the disk did not take.
  void showUnsaved();
  /// What putAway() could not give to the disk, to be carried over a restart.
  [[nodiscard]] std::vector<std::string> sealedDrafts() const;
  /// Somebody else is here now: what one of them has half-written is put away, and goes from the pages.
  void readerChanged();
  /// Whoever wrote here has gone: what is on the pages or waits to be kept is nobody's any more.
  void forget();

 Q_SIGNALS:
  /// An exercise is looked at, to be kept with this viewing where it is begun.
  void exerciseAsked(const footbridge::ExerciseId& exercise, footbridge::EntryId viewing);
  void sittingAsked(footbridge::SittingId sitting);  ///< to be read again
  void joinAsked();
  void backAsked(footbridge::gui::PageName page);  ///< to where one came from, outside of what is watched

 private:
  static constexpr const char* kTitlePlace = "watch/title";

  QWidget* makeList();
  QWidget* makeViewing();
  [[nodiscard]] WatchPage& list();
  [[nodiscard]] ViewingPage& page();
  [[nodiscard]] WatchView listView() const;
  /// With the title that was begun, if there is one.
  void fillList();
  [[nodiscard]] ViewingView viewingView(const Entry& entry) const;
  [[nodiscard]] std::optional<WatchPlan> plan() const;
  [[nodiscard]] std::optional<Entry> entry() const;
  [[nodiscard]] std::optional<Viewing> viewing() const;

  void add(const ViewingWords& words);
  void change(const ViewingWords& words);
  void setSeen(bool seen);
  void remove();
  void bringBack();
  void undoChange();
  /// The viewing stands as `next`; `words` say so, with a way back. False when the journal refused.
  bool keepChange(const Viewing& next, const QString& words);
  void showAgain();

  void draw(std::optional<practice::WatchMoment> moment);
  void showDrawn(std::optional<DrawnCard> drawn);
  void keepTalk(const QString& words);
  void editTalk(int place);
  void removeTalk(int place);
  /// The card goes back and the page is empty again; a draft of it is thrown away.
  void leaveWords();
  /// The same, with a way back while the page is shown and nothing new is begun.
  void throwWords();
  void bringWordsBack();
  void forgetThrown();
  void takeUpDraft();
  [[nodiscard]] std::optional<ViewingTalk> talkAt(const QString& place, std::string_view mark) const;
  /// Where the talk that is being changed stands now; none where there is none, or it is gone.
  [[nodiscard]] std::optional<std::size_t> placeOfEdited(const std::vector<ViewingTalk>& talks) const;
  void takeUpTitle();
  /// The title that is being typed is of something new, on the list.
  [[nodiscard]] bool titleIsOfList() const { return m_title.place() && m_title.place()->name == kTitlePlace; }
  [[nodiscard]] QString draftText();
  [[nodiscard]] DraftKeeper::Place draftAt(std::string name) const;
  [[nodiscard]] DraftKeeper::Place draftPlace() const;

  Surroundings m_around;
  ExerciseShelf& m_exercises;
  WayBack m_back{PageName::Watch};
  DraftKeeper m_drafts;
  DraftKeeper m_title;               ///< of something that is being put on the list, or changed
  std::optional<EntryId> m_id;       ///< what is on the page
  std::optional<EntryId> m_removed;  ///< what Undo brings back
  std::optional<Viewing> m_before;   ///< what Undo goes back to
  struct Thrown {
    QString words;
    std::optional<DrawnCard> drawn;
    std::optional<ViewingTalk> editedTalk;
  };
  std::optional<Thrown> m_thrown;    ///< words that Undo brings back
  std::optional<DrawnCard> m_drawn;  ///< the card on the page
  std::optional<ViewingTalk> m_editedTalk;  ///< the talk whose words are on the page, as it was kept
};

}  // namespace footbridge::gui
