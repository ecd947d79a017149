// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "gui/models/story_model.h"

class QPushButton;

namespace footbridge::gui {

namespace Ui {
class StoryPage;
}

/// Everything that was kept and that whoever is here may read, newest first; by kind, and by words as they are typed.
class StoryPage : public QWidget {
  Q_OBJECT

 public:
  explicit StoryPage(QWidget* parent = nullptr);
  ~StoryPage() override;

  /// Comes back to what was last opened from here, where it was. `alone`: one partner is here by themselves, so there
  /// may be lines of their own.
  void showStory(std::vector<StoryCard> cards, Day today, bool alone);
  /// Whether the journal is of two; what only two can do is not promised to one. To be said before the story is shown.
  void setOfTwo(bool two);
  /// Nothing is searched for, and one chip is on; to be said once the story is shown.
  void showOnly(StoryFilter filter);
  /// Whether there is anything to bring back.
  void setAnyDeleted(bool any);
  /// No word of it stays: what was searched for goes too.
  void clear();

 Q_SIGNALS:
  void openAsked(const footbridge::gui::StoryRef& ref);
  void deletedAsked();
  void beginAsked();  ///< there is no story yet, and somebody would like one

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void setUpList();
  void wire();
  void wireChip(QPushButton* chip, StoryFilter filter);
  void choose(StoryFilter filter);
  void showChips(bool alone);
  void placeSearch();
  void measureCards();
  void showFound();
  void showEmpty(const QString& title, const QString& words, const QString& button);
  void takeAWayOut();
  void open(const QModelIndex& index);
  void comeBackTo(int scrolled);
  bool takeKey(QObject* watched, int key);
  [[nodiscard]] QPushButton* chipOf(StoryFilter filter) const;
  [[nodiscard]] bool isSearching() const;
  [[nodiscard]] bool isSearchingPart() const;  ///< under a chip that leaves something out

  std::unique_ptr<Ui::StoryPage> m_ui;
  StoryModel m_story;
  StoryFilterModel m_shown;
  std::vector<std::pair<StoryFilter, QPushButton*>> m_chips;
  std::optional<StoryRef> m_opened;
  StoryFilter m_filter = StoryFilter::Everything;
  bool m_two = true;
};

}  // namespace footbridge::gui
