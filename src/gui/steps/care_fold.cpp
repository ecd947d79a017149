// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/care_fold.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QVBoxLayout>
#include <utility>

#include "gui/look/look.h"
#include "gui/steps/drawn_card.h"
#include "gui/widgets/new_label.h"

namespace footbridge::gui {

namespace {

constexpr int kWidest = 560;

}  // namespace

CareFold::CareFold(QWidget* parent)
    : QWidget(parent),
      m_link(newButton("link", {}, this)),
      m_frame(new QFrame(this)),
      m_frameRow(new QHBoxLayout),
      m_lead(newLabel("soft", {}, m_frame)),
      m_card(new DrawnCard(m_frame)) {
  m_link->setObjectName(QStringLiteral("foldButton"));
  m_link->setCheckable(true);
  look::setTint(m_link, QStringLiteral("soft"));
  m_frame->setObjectName(QStringLiteral("foldFrame"));
  m_frame->setProperty("look", QStringLiteral("sunk"));
  m_frame->setMaximumWidth(look::px(kWidest));
  m_lead->setObjectName(QStringLiteral("foldLead"));
  auto* inner = new QVBoxLayout(m_frame);
  inner->setContentsMargins(look::px(24), look::px(16), look::px(24), look::px(14));
  inner->setSpacing(look::px(8));
  inner->addWidget(m_lead);
  inner->addWidget(m_card);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(look::px(8));
  rows->addWidget(m_link, 0, Qt::AlignLeft);
  m_frameRow->addWidget(m_frame, 1);
  m_frameRow->addStretch();
  rows->addLayout(m_frameRow);
  connect(m_link, &QPushButton::toggled, this, &CareFold::showOpen);
  hide();
}

bool CareFold::isCentred() const {
  return m_frameRow->count() > 2;
}

void CareFold::setCentred(bool centred) {
  if (centred == isCentred()) return;
  layout()->setAlignment(m_link, centred ? Qt::AlignHCenter : Qt::AlignLeft);
  if (centred)
    m_frameRow->insertStretch(0);
  else
    delete m_frameRow->takeAt(0);
}

void CareFold::offer(const Words& words, std::vector<Card> cards) {
  m_words = words;
  m_lead->setText(words.lead);
  m_lead->setHidden(words.lead.isEmpty());
  m_card->setAnotherName(words.another);
  setHidden(cards.empty());
  m_card->setCards(std::move(cards), anyCard());
  showOpen(isOpen());
}

void CareFold::setOpen(bool open) {
  m_link->setChecked(open);
}

bool CareFold::isOpen() const {
  return m_link->isChecked();
}

void CareFold::showOpen(bool open) {
  m_frame->setVisible(open);
  m_link->setText(open ? m_words.close : m_words.open);
  // Whoever opened it by hand goes on to the card, which is read with its button.
  if (open && window()->focusWidget() == m_link) m_card->anotherButton()->setFocus(Qt::TabFocusReason);
  Q_EMIT opened(open);
}

std::vector<Card> cardsOf(const std::shared_ptr<const Deck>& deck) {
  return deck ? deck->cards : std::vector<Card>{};
}

std::size_t anyCard() {
  return QRandomGenerator::global()->generate();
}

}  // namespace footbridge::gui
