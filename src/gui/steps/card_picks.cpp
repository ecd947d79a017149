// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/card_picks.h"

#include <QObject>
#include <QStringList>
#include <algorithm>

#include "gui/number_word.h"
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
  if (m_least == m_most) return QObject::tr("Pick %1.").arg(numberWord(m_most));
  if (m_least == 0) return QObject::tr("Pick up to %1.").arg(numberWord(m_most));
  const QString range = m_most == m_least + 1 ? QObject::tr("Pick %1 or %2.") : QObject::tr("Pick %1 to %2.");
  return range.arg(numberWord(m_least), numberWord(m_most));
}

QString CardPicks::full() const {
  const QString words = numberWord(m_most);
  const QString begun = words.left(1).toUpper() + words.mid(1);
  return QObject::tr("%1 is enough here. To pick this one, let another go first.").arg(begun);
}

QString CardPicks::tooFew() const {
  if (m_cards.empty()) return QObject::tr("Pick %1, or skip this one.").arg(numberWord(missing()));
  return QObject::tr("Pick %1 more, or skip this one.").arg(numberWord(missing()));
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
