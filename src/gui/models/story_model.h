// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <cstdint>
#include <string>
#include <vector>

#include "gui/models/story_card.h"

namespace footbridge::gui {

/// The cards of the story, newest first, for a list view.
class StoryModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { TitleRole = Qt::UserRole, LineRole, DateRole, TintRole };

  explicit StoryModel(QObject* parent = nullptr);

  /// `today` decides which dates need their year.
  void setCards(std::vector<StoryCard> cards, Day today);
  void clear();
  [[nodiscard]] const StoryCard& card(int row) const;
  /// As a screen reader tells a card that shows this line.
  [[nodiscard]] QString spoken(const StoryCard& card, const QString& line) const;
  /// What search compares the words of a row by.
  [[nodiscard]] const std::string& key(int row) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  [[nodiscard]] QString dateText(Day day, bool whole) const;

  std::vector<StoryCard> m_cards;
  std::vector<std::string> m_keys;
  Day m_today{};
};

enum class StoryFilter : std::uint8_t {
  Everything,
  WeeklyLooks,
  Exercises,
  Agreements,
  Appreciations,
  Viewings,
  OnlyMine
};

/// The cards that a chip lets through and that hold every word looked for. Under "Only mine" a card of both that holds
/// something of one's own says that, and not what the two agreed on.
class StoryFilterModel : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit StoryFilterModel(StoryModel& story, QObject* parent = nullptr);

  void setFilter(StoryFilter filter);
  void setWords(const QString& words);
  [[nodiscard]] const StoryCard& card(const QModelIndex& index) const;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  StoryModel& m_story;
  StoryFilter m_filter = StoryFilter::Everything;
  std::vector<std::string> m_words;
};

}  // namespace footbridge::gui
