// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/wheel_view.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QLabel>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/steps/card_wheel.h"
#include "gui/steps/choice_card.h"
#include "gui/steps/family_list.h"
#include "widgets/steps/ui_wheel_view.h"

namespace footbridge::gui {

namespace {

constexpr int kWidest = 640;  ///< of the wheel
constexpr int kColumn = 340;  ///< the least width of the words beside it
constexpr int kGap = 36;

std::vector<ShownCard> shown(const std::vector<CardId>& ids, const ChooseStep& form, const Showing& showing) {
  std::vector<ShownCard> cards;
  for (const CardId& id : ids) {
    const auto card = std::find_if(form.cards.begin(), form.cards.end(), [&id](const Card& c) { return c.id == id; });
    if (card != form.cards.end()) cards.push_back({id, showing.line(card->text), showing.line(card->note)});
  }
  return cards;
}

std::vector<ShownFamily> familiesOf(const Showing& showing) {
  const auto& form = showing.form<ChooseStep>();
  std::vector<ShownFamily> families;
  families.reserve(form.wheel.size());
  for (const CardFamily& family : form.wheel) {
    families.push_back(
        {showing.line(family.title), shown(family.inner, form, showing), shown(family.outer, form, showing)});
  }
  return families;
}

void check(QPushButton* button, bool on) {
  const QSignalBlocker quiet(button);
  button->setChecked(on);
}

}  // namespace

WheelView::WheelView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_picks(showing.form<ChooseStep>()), m_ui(std::make_unique<Ui::WheelView>()) {
  m_ui->setupUi(this);
  setColumn(1240);
  m_privacy[0] = privacyWords(showing, false);
  m_privacy[1] = privacyWords(showing, true);
  for (const Card& card : showing.form<ChooseStep>().cards) m_order.push_back(card.id);
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  m_tint = showing.tint();
  m_ui->hintLabel->hide();
  setTint(m_ui->tagLabel, showing.tint());
  addCards(familiesOf(showing), showing.tint());
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
  takeUp(showing);
  showReached(m_wheel->current());
}

WheelView::~WheelView() = default;

void WheelView::addCards(const std::vector<ShownFamily>& families, const QString& tint) {
  m_wheel = new CardWheel(families, tint, this);
  m_wheel->setObjectName(QStringLiteral("cardWheel"));
  m_ui->acrossLayout->setSpacing(look::px(kGap));
  m_ui->acrossLayout->addWidget(m_wheel, 0, Qt::AlignTop);
  m_list = new FamilyList(families, tint, m_ui->column);
  m_list->setObjectName(QStringLiteral("familyList"));
  m_list->hide();
  m_ui->listLayout->addWidget(m_list);
  for (WheelCell* cell : m_wheel->cells()) {
    connect(cell, &QPushButton::toggled, this, [this, cell](bool on) { toggle(cell->id(), on); });
  }
  for (ChoiceCard* card : m_list->cards()) {
    connect(card, &QPushButton::toggled, this, [this, card](bool on) { toggle(card->id(), on); });
  }
  connect(m_wheel, &CardWheel::reached, this, &WheelView::showReached);
}

void WheelView::takeUp(const Showing& showing) {
  const auto* screen = showing.stepScreen();
  const auto* given = screen && screen->answer ? std::get_if<ChosenAnswer>(&*screen->answer) : nullptr;
  std::vector<CardId> cards = cardsOfDraft(showing.setting.draft.value_or(QString()));
  if (!showing.setting.draft && given) cards = given->cards;
  for (const CardId& card : cards) {
    const bool isKnown = std::find(m_order.begin(), m_order.end(), card) != m_order.end();
    if (isKnown) static_cast<void>(m_picks.pick(card));
  }
  // The keyboard comes back to where it was used.
  const auto& cells = m_wheel->cells();
  for (std::size_t i = cells.size(); i-- > 0;) {
    if (m_picks.has(cells[i]->id())) m_wheel->setCurrent(static_cast<int>(i));
  }
  showPicks();
}

QWidget* WheelView::firstField() const {
  if (m_list->isHidden()) return m_wheel;
  return m_list->cards().front();
}

QString WheelView::draft() const {
  return draftOf(inOrder());
}

void WheelView::showProtected(bool isProtected) {
  m_ui->tagLabel->setText(m_privacy[isProtected ? 1 : 0]);
}

void WheelView::toggle(const CardId& card, bool on) {
  bool taken = true;
  if (on) {
    taken = m_picks.pick(card);
  } else {
    m_picks.drop(card);
  }
  showPicks();
  say(taken ? QString() : m_picks.full());
  if (taken) Q_EMIT draftChanged(draft());
}

/// On the wheel, in the list, and in words.
void WheelView::showPicks() {
  for (WheelCell* cell : m_wheel->cells()) check(cell, m_picks.has(cell->id()));
  for (ChoiceCard* card : m_list->cards()) check(card, m_picks.has(card->id()));
  m_wheel->update();
  m_ui->picksRow->clear();
  for (const CardId& id : m_picks.cards()) {
    const auto& cells = m_wheel->cells();
    const auto cell = std::find_if(cells.begin(), cells.end(), [&id](WheelCell* c) { return c->id() == id; });
    newLabel("tag", (*cell)->words(), m_ui->picksRow, m_tint)->show();
  }
  m_ui->picks->setHidden(m_picks.cards().empty() || m_wheel->isHidden());
}

void WheelView::showReached(const WheelCell* cell) {
  m_ui->reachedLabel->setText(cell->words());
  m_ui->reachedNoteLabel->setText(cell->note());
}

/// In the lists every card says itself how it is picked.
void WheelView::showHow(bool isWheel) {
  const QString keys = isWheel ? u' ' + tr("Click a feeling, or use the arrow keys and Space.") : QString();
  m_ui->howManyLabel->setText(m_picks.howMany() + keys);
}

void WheelView::say(const QString& words) {
  showHint(m_ui->hintLabel, words);
}

/// What the page lies in: the part of it that is on screen.
QWidget* WheelView::seen() const {
  for (QWidget* one = parentWidget(); one != nullptr; one = one->parentWidget()) {
    if (auto* area = qobject_cast<QAbstractScrollArea*>(one->parentWidget())) return area->viewport();
  }
  return window();
}

void WheelView::fit() {
  const int inner = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
  const int across = inner - look::px(kColumn) - look::px(kGap);
  const int side = std::min({across, seen()->height(), look::px(kWidest)});
  const bool isWheel = side >= m_wheel->leastSide();
  if (isWheel) m_wheel->setSide(side);
  const bool hadFocus = m_list->isAncestorOf(focusWidget()) || m_wheel->isAncestorOf(focusWidget());
  m_wheel->setHidden(!isWheel);
  m_list->setHidden(isWheel);
  m_ui->reachedFrame->setHidden(!isWheel);
  showHow(isWheel);
  m_ui->picks->setHidden(!isWheel || m_picks.cards().empty());
  if (hadFocus) firstField()->setFocus(Qt::OtherFocusReason);
}

void WheelView::resizeEvent(QResizeEvent* event) {
  StepView::resizeEvent(event);
  fit();
}

void WheelView::showEvent(QShowEvent* event) {
  StepView::showEvent(event);
  seen()->installEventFilter(this);
  fit();
}

/// The window may grow or shrink in height alone, which the page in it is not told.
bool WheelView::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && watched == seen()) fit();
  return StepView::eventFilter(watched, event);
}

std::vector<CardId> WheelView::inOrder() const {
  std::vector<CardId> cards;
  for (const CardId& card : m_order) {
    if (m_picks.has(card)) cards.push_back(card);
  }
  return cards;
}

void WheelView::finish() {
  if (m_picks.missing() > 0) return say(m_picks.tooFew());
  answer(ChosenAnswer{inOrder()});
}

}  // namespace footbridge::gui
