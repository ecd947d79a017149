// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/drawn_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "gui/look/look.h"
#include "gui/widgets/new_label.h"

namespace footbridge::gui {

DrawnCard::DrawnCard(QWidget* parent)
    : QWidget(parent),
      m_text(newLabel("strong", {}, this)),
      m_note(newLabel("soft", {}, this)),
      m_another(newButton("link", tr("Another"), this)) {
  m_text->setObjectName(QStringLiteral("cardText"));
  m_note->setObjectName(QStringLiteral("cardNote"));
  m_another->setObjectName(QStringLiteral("anotherButton"));
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(look::px(4));
  rows->addWidget(m_text);
  rows->addWidget(m_note);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_another);
  foot->addStretch();
  rows->addLayout(foot);
  connect(m_another, &QPushButton::clicked, this, [this] {
    m_at = (m_at + 1) % m_cards.size();
    showCard();
  });
  hide();
}

void DrawnCard::setCards(std::vector<Card> cards, std::size_t first) {
  m_cards = std::move(cards);
  setVisible(hasCards());
  m_another->setVisible(m_cards.size() > 1);
  if (!hasCards()) return;
  m_at = first % m_cards.size();
  showCard();
}

void DrawnCard::setAnotherName(const QString& name) {
  m_another->setAccessibleName(name);
}

/// The button holds the focus while the card changes, so it is through the button that a screen reader hears of it.
void DrawnCard::showCard() {
  const Card& card = m_cards[m_at];
  const QString text = QString::fromStdString(card.text);
  const QString note = QString::fromStdString(card.note);
  m_text->setText(text);
  m_note->setText(note);
  m_note->setHidden(note.isEmpty());
  m_another->setAccessibleDescription(note.isEmpty() ? text : text + QLatin1Char('\n') + note);
}

}  // namespace footbridge::gui
