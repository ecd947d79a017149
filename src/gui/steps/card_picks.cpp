// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/card_picks.h"

#include <QObject>
#include <QStringList>
#include <algorithm>

#include "gui/steps/setting.h"

namespace footbridge::gui {

bool CardPicks::pick(const CardId& card) {
  if (has(card)) return true;
  if (m_most == 1) m_cards.clear();
  if (static_cast<int>(m_cards.size()) >= m_most) return false;
  m_cards.push_back(card);
  return true;
}

void CardPicks::drop(const CardId& card) {
  std::erase(m_cards, card);
}

bool CardPicks::has(const CardId& card) const {
  return std::find(m_cards.begin(), m_cards.end(), card) != m_cards.end();
}

int CardPicks::missing() const {
  return std::max(0, m_least - static_cast<int>(m_cards.size()));
}

QString CardPicks::howMany() const {
  if (m_least == m_most) return QObject::tr("Pick %n.", "", m_most);
  if (m_least == 0) return QObject::tr("Pick up to %n.", "", m_most);
  return QObject::tr("Pick %1 to %2.").arg(m_least).arg(m_most);
}

QString CardPicks::full() const {
  return QObject::tr("%n is enough here. To pick this one, let another go first.", "", m_most);
}

QString CardPicks::tooFew() const {
  return QObject::tr("Pick %n more, or pass on this one.", "", missing());
}

QString draftOf(const std::vector<CardId>& cards) {
  QStringList words;
  for (const CardId& card : cards) words << fromUtf8(card.text());
  return words.join(QLatin1Char(' '));
}

std::vector<CardId> cardsOfDraft(const QString& draft) {
  std::vector<CardId> cards;
  for (const QString& word : draft.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    if (const auto id = CardId::from(word.toStdString())) cards.push_back(*id);
  }
  return cards;
}

}  // namespace footbridge::gui
