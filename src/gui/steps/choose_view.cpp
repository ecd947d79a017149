// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/choose_view.h"

#include <QLabel>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/steps/choice_card.h"
#include "gui/steps/rank_list.h"
#include "gui/widgets/card_group.h"
#include "widgets/steps/ui_choose_view.h"

namespace footbridge::gui {

ChooseView::ChooseView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_picks(showing.form<ChooseStep>()), m_ui(std::make_unique<Ui::ChooseView>()) {
  const auto& form = showing.form<ChooseStep>();
  m_ranked = form.ranked;
  m_privacy[0] = privacyWords(showing, false);
  m_privacy[1] = privacyWords(showing, true);
  m_ui->setupUi(this);
  setColumn(880);
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  m_ui->howManyLabel->setText(m_picks.howMany());
  m_ui->cards->setAccessibleName(m_picks.howMany());
  m_ui->cards->setAccessibleDescription(tr("Arrow keys go from card to card. Space picks."));
  m_ui->orderList->setAccessibleName(m_ui->orderLabel->text());
  m_ui->order->hide();
  addCards(form, showing);
  setTint(m_ui->tagLabel, showing.tint());
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
  connect(m_ui->upButton, &QPushButton::clicked, this, [this] { m_ui->orderList->moveCurrent(-1); });
  connect(m_ui->downButton, &QPushButton::clicked, this, [this] { m_ui->orderList->moveCurrent(1); });
  const auto* screen = showing.stepScreen();
  const auto* given = screen && screen->answer ? std::get_if<ChosenAnswer>(&*screen->answer) : nullptr;
  const std::optional<QString>& draft = showing.setting.draft;
  takeUp(draft ? cardsOfDraft(*draft) : given ? given->cards : std::vector<CardId>());
  connect(m_ui->orderList, &RankList::reordered, this, [this] { Q_EMIT draftChanged(this->draft()); });
}

ChooseView::~ChooseView() = default;

QWidget* ChooseView::firstField() const {
  return m_cards.empty() ? nullptr : m_cards.front();
}

QString ChooseView::draft() const {
  return draftOf(chosen());
}

void ChooseView::showProtected(bool isProtected) {
  m_ui->tagLabel->setText(m_privacy[isProtected ? 1 : 0]);
}

void ChooseView::addCards(const ChooseStep& form, const Showing& showing) {
  for (const Card& card : form.cards) {
    auto* button = new ChoiceCard(card.id, showing.line(card.text), showing.line(card.note), m_ui->cards);
    setTint(button, showing.tint());
    connect(button, &QPushButton::toggled, this, [this, button](bool on) { toggle(button, on); });
    m_cards.push_back(button);
    CardGroup::of(*m_ui->cards).add(button);
  }
  layOut();
}

void ChooseView::takeUp(const std::vector<CardId>& cards) {
  const QSignalBlocker quiet(this);
  for (const CardId& id : cards) {
    const auto card = std::find_if(m_cards.begin(), m_cards.end(), [&id](ChoiceCard* c) { return c->id() == id; });
    if (card != m_cards.end()) (*card)->setChecked(true);
  }
}

/// Two cards beside each other where there is room for both.
void ChooseView::layOut() {
  const int columns = width() >= look::px(620) ? 2 : 1;
  m_ui->cardsLayout->setColumnStretch(0, 1);
  m_ui->cardsLayout->setColumnStretch(1, columns - 1);
  int place = 0;
  for (ChoiceCard* card : m_cards) {
    m_ui->cardsLayout->addWidget(card, place / columns, place % columns);
    ++place;
  }
}

void ChooseView::resizeEvent(QResizeEvent* event) {
  StepView::resizeEvent(event);
  layOut();
}

void ChooseView::toggle(ChoiceCard* card, bool on) {
  bool taken = true;
  if (on) {
    taken = m_picks.pick(card->id());
  } else {
    m_picks.drop(card->id());
  }
  showPicks();
  say(taken ? QString() : m_picks.full());
  if (taken) Q_EMIT draftChanged(draft());
}

void ChooseView::showPicks() {
  for (ChoiceCard* card : m_cards) {
    const QSignalBlocker quiet(card);
    card->setChecked(m_picks.has(card->id()));
    if (!m_ranked) continue;
    const QString id = fromUtf8(card->id().text());
    const bool isListed = m_ui->orderList->ids().contains(id);
    if (card->isChecked() && !isListed) m_ui->orderList->addLine(id, card->words());
    if (!card->isChecked() && isListed) m_ui->orderList->removeLine(id);
  }
  m_ui->order->setVisible(m_ranked && m_ui->orderList->count() > 0);
}

void ChooseView::say(const QString& words) {
  showHint(m_ui->hintLabel, words);
}

std::vector<CardId> ChooseView::chosen() const {
  std::vector<CardId> cards;
  for (const QString& id : m_ui->orderList->ids()) cards.push_back(*CardId::from(id.toStdString()));
  for (ChoiceCard* card : m_cards) {
    if (!m_ranked && card->isChecked()) cards.push_back(card->id());
  }
  return cards;
}

void ChooseView::finish() {
  if (m_picks.missing() > 0) return say(m_picks.tooFew());
  answer(ChosenAnswer{chosen()});
}

}  // namespace footbridge::gui
