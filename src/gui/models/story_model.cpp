// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/story_model.h"

#include <QLocale>
#include <algorithm>
#include <cassert>

#include "domain/text.h"
#include "gui/calendar.h"

namespace footbridge::gui {
namespace {

std::string keyOf(const StoryCard& card) {
  return searchKey((card.title + u'\n' + card.line + u'\n' + card.words).toStdString());
}

bool lets(StoryFilter filter, const StoryCard& card) {
  switch (filter) {
    case StoryFilter::Everything:
      return !card.isWithin;  // an evening is told once, and found by all its words
    case StoryFilter::WeeklyLooks:
      return card.kind == StoryKind::WeeklyLook;
    case StoryFilter::Exercises:
      return card.kind == StoryKind::Exercise;
    case StoryFilter::Agreements:
      return card.kind == StoryKind::Agreement;
    case StoryFilter::Appreciations:
      return card.kind == StoryKind::Appreciation;
    case StoryFilter::Viewings:
      return card.kind == StoryKind::Viewing;
    case StoryFilter::OnlyMine:
      return card.onlyOf.has_value() || card.holdsOwn;
  }
  return true;
}

}  // namespace

StoryModel::StoryModel(QObject* parent) : QAbstractListModel(parent) {}

void StoryModel::setCards(std::vector<StoryCard> cards, Day today) {
  beginResetModel();
  m_cards = std::move(cards);
  m_today = today;
  m_keys.clear();
  m_keys.reserve(m_cards.size());
  std::transform(m_cards.begin(), m_cards.end(), std::back_inserter(m_keys), keyOf);
  endResetModel();
}

void StoryModel::clear() {
  setCards({}, m_today);
}

const StoryCard& StoryModel::card(int row) const {
  assert(row >= 0 && row < rowCount());
  return m_cards[static_cast<std::size_t>(row)];
}

const std::string& StoryModel::key(int row) const {
  return m_keys[static_cast<std::size_t>(row)];
}

int StoryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant StoryModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const StoryCard& shown = card(index.row());
  switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
      return shown.title;
    case LineRole:
      return shown.line;
    case DateRole:
      return dateText(shown.day, false);
    case TintRole:
      return shown.tint;
    case Qt::AccessibleTextRole:
      return spoken(shown, shown.line);
    default:
      return {};
  }
}

QString StoryModel::spoken(const StoryCard& card, const QString& line) const {
  return tr("%1. %2. %3", "card: date, title, line").arg(dateText(card.day, true), card.title, line);
}

QString StoryModel::dateText(Day day, bool whole) const {
  const QDate date = toDate(day);
  if (whole) return QLocale().toString(date, tr("d MMMM yyyy", "date"));
  return QLocale().toString(date, day.year() == m_today.year() ? tr("d MMM", "date") : tr("d MMM yyyy", "date"));
}

StoryFilterModel::StoryFilterModel(StoryModel& story, QObject* parent) : QSortFilterProxyModel(parent), m_story(story) {
  setSourceModel(&m_story);
}

void StoryFilterModel::setFilter(StoryFilter filter) {
  m_filter = filter;
  invalidateFilter();
  if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));  // those that stay may say otherwise
}

void StoryFilterModel::setWords(const QString& words) {
  m_words.clear();
  for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) m_words.push_back(searchKey(word.toStdString()));
  invalidateFilter();
}

const StoryCard& StoryFilterModel::card(const QModelIndex& index) const {
  return m_story.card(mapToSource(index).row());
}

QVariant StoryFilterModel::data(const QModelIndex& index, int role) const {
  if (m_filter == StoryFilter::OnlyMine && index.isValid() && card(index).holdsOwn) {
    const QString line = tr("Some of it only you can read.");
    if (role == StoryModel::LineRole) return line;
    if (role == Qt::AccessibleTextRole) return m_story.spoken(card(index), line);
  }
  return QSortFilterProxyModel::data(index, role);
}

bool StoryFilterModel::filterAcceptsRow(int row, const QModelIndex&) const {
  if (!lets(m_filter, m_story.card(row))) return false;
  const std::string& key = m_story.key(row);
  return std::all_of(m_words.begin(), m_words.end(),
                     [&key](const std::string& word) { return key.find(word) != std::string::npos; });
}

}  // namespace footbridge::gui
