// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "domain/error.h"
#include "gui/pages/watch_view.h"

class QPushButton;

namespace footbridge::gui {

namespace Ui {
class ViewingPage;
}

/// One thing to watch: cards to talk about, what was said, and exercises that go with it.
class ViewingPage : public QWidget {
  Q_OBJECT

 public:
  explicit ViewingPage(QWidget* parent = nullptr);
  ~ViewingPage() override;

  /// What the way back is called, and where it leads.
  void showWayBack(const QString& words);
  /// The words that are being written stay, and so does a change.
  void showViewing(const ViewingView& view);
  /// A card of this moment was drawn; nothing: the two talk without a card.
  void showCard(std::optional<practice::WatchMoment> moment, const std::optional<DrawnView>& drawn);
  /// The form for a change, with this title in it.
  void showChanging(const QString& title);
  void endChanging();
  /// The title as it stands in the form; none where nothing is being changed.
  [[nodiscard]] std::optional<QString> changedTitle() const;
  void setWords(const QString& words);
  [[nodiscard]] QString words() const;
  /// One calm line; with a way back where `undo` says so.
  void showNotice(const QString& words, bool undo);
  /// The keyboard comes to the way back, wherever the page is scrolled to.
  void offerUndo();
  void showRefusal(const Error& error);
  void showUnsaved(const Error& error);
  /// No word of anything stays.
  void clear();

 Q_SIGNALS:
  void backAsked();
  void seenAsked(bool seen);
  void titleEdited();   ///< of a change
  void changingLeft();  ///< on purpose
  void changeAsked(const footbridge::gui::ViewingWords& words);
  void removeAsked();
  void undoAsked();
  /// A card of this moment, another one where there is one already; nothing: without a card.
  void drawAsked(std::optional<footbridge::practice::WatchMoment> moment);
  void wordsChanged();
  void throwAsked();
  void keepAsked(const QString& words);
  void talkAsked(int place);  ///< to be changed: back to the card and the words
  void talkRemoved(int place);
  void exerciseAsked(const footbridge::ExerciseId& exercise);
  void sittingAsked(footbridge::SittingId sitting);

 private:
  void wire();
  void wireMoment(QPushButton* chip, std::optional<practice::WatchMoment> moment);
  void setChanging(bool changing);
  void showKeep();
  void sayUnsaved(bool isUnsaved);
  void showTalks(const std::vector<TalkLine>& talks);
  void addPractices();
  void showExercises(std::optional<Practice> practice);
  void showDone(const std::vector<DoneView>& done);
  void orderTabs();

  std::unique_ptr<Ui::ViewingPage> m_ui;
  ViewingView m_view;
  std::optional<practice::WatchMoment> m_moment;
  std::vector<std::pair<Practice, QPushButton*>> m_practices;
  QString m_words;  ///< as they were last said to have changed
};

}  // namespace footbridge::gui
