// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/pause_view.h"

#include <QLabel>

#include "gui/look/look.h"
#include "gui/steps/care_words.h"
#include "gui/steps/ready_button.h"
#include "gui/steps/step_view.h"
#include "widgets/steps/ui_pause_view.h"

namespace footbridge::gui {

namespace {

constexpr int kOneColumn = 560;
constexpr int kTwoColumns = 940;

}  // namespace

PauseView::PauseView(const PauseScreen& screen, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::PauseView>()), m_isAlone(!screen.couple.a || !screen.couple.b) {
  m_ui->setupUi(this);
  wireTimes();
  wireReady(screen.couple);
  showCare(screen);
  showOwnPlan(screen);
  showUntil(screen.until);
  if (screen.isOver) showOver();
}

PauseView::~PauseView() = default;

void PauseView::wireTimes() {
  const std::pair<QPushButton*, int> times[] = {
      {m_ui->twentyButton, 20}, {m_ui->thirtyButton, 30}, {m_ui->hourButton, 60}};
  for (const auto& [button, minutes] : times) {
    button->setText(tr("In %1 minutes").arg(minutes));
    connect(button, &QPushButton::clicked, this, [this, minutes = minutes] { Q_EMIT planned(minutes); });
  }
}

void PauseView::wireReady(const Couple& couple) {
  m_ui->readyAButton->setVisible(couple.a.has_value());
  m_ui->readyBButton->setVisible(couple.b.has_value());
  m_ui->readyAButton->setChecked(!couple.a);
  m_ui->readyBButton->setChecked(!couple.b);
  for (const auto& [button, who] : {std::pair{m_ui->readyAButton, PartnerId::A}, {m_ui->readyBButton, PartnerId::B}}) {
    showReady(*button, couple.name(who), tintOf(who));
    connect(button, &QPushButton::toggled, this, [this, button = button, name = couple.name(who), tint = tintOf(who)] {
      showReady(*button, name, tint);
      if (m_ui->readyAButton->isChecked() && m_ui->readyBButton->isChecked()) Q_EMIT bothReady();
    });
  }
}

void PauseView::askAgain() {
  for (QPushButton* button : {m_ui->readyAButton, m_ui->readyBButton})
    if (!button->isHidden()) button->setChecked(false);
}

/// Something small to do, in place of replies; and, for two who come back, a line to come back with.
void PauseView::showCare(const PauseScreen& screen) {
  m_ui->calmLabel->setText(m_isAlone ? tr("Go to another room, if there is one. Let the page rest too. Nothing needs "
                                          "to be worked out until then.")
                                     : tr("Go to different rooms, if you can. Let the talk rest too: no replies to "
                                          "draft, no case to prepare. It will keep."));
  m_ui->pleasureCard->setCards(cardsOf(screen.decks.pleasures), anyCard());
  m_ui->pleasureCard->setAnotherName(tr("Another small thing to do"));
  m_ui->pleasureLabel->setVisible(m_ui->pleasureCard->hasCards());
  m_ui->wayFold->offer(settlingWords(), cardsOf(screen.decks.settling));
  m_ui->calmLayout->addStretch();  // beside a longer plan the lines stay together
  m_ui->mendFold->setCentred(true);
  if (!m_isAlone) m_ui->mendFold->offer(mendingWords(), cardsOf(screen.decks.mending));
}

void PauseView::showOwnPlan(const PauseScreen& screen) {
  m_ui->ownPlanFrame->setVisible(screen.plan.has_value());
  m_ui->careColumns->setMaximumWidth(look::px(screen.plan ? kTwoColumns : kOneColumn));
  m_ui->planHintLabel->setHidden(screen.plan || screen.planMadeIn.isEmpty());
  m_ui->planHintLabel->setText(
      tr("On a calm day you can make a plan of your own for pauses: “%1”.").arg(screen.planMadeIn));
  if (!screen.plan) return;
  addOwnLines({}, QStringLiteral("ours"), screen.plan->together);
  addOwnLines(screen.couple.name(PartnerId::A), tintOf(PartnerId::A), screen.plan->ofA);
  addOwnLines(screen.couple.name(PartnerId::B), tintOf(PartnerId::B), screen.plan->ofB);
}

void PauseView::addOwnLines(const QString& who, const QString& tint, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  if (!who.isEmpty()) m_ui->ownPlanLines->addWidget(newLabel("who", who, m_ui->ownPlanBox, tint));
  for (const std::string& line : lines)
    m_ui->ownPlanLines->addWidget(newLabel("read", fromUtf8(line), m_ui->ownPlanBox));
}

QString PauseView::askingWords() const {
  return m_isAlone
             ? tr("Good that you stopped. When do you come back? Twenty minutes or more is a common rule of thumb.")
             : tr("Good that one of you said so. When do you come back? Twenty minutes or more is a common rule of "
                  "thumb.");
}

QString PauseView::waitingWords() const {
  return m_isAlone ? tr("Everything is put away until then. It can wait for another day, too.")
                   : tr("Everything is put away until then. Nothing goes on without both of you. It can wait for "
                        "another day, too.");
}

QString PauseView::readyWords(bool isAsking) const {
  if (isAsking) return m_isAlone ? tr("Or go on now.") : tr("Or go on now, if both of you say so.");
  return m_isAlone ? tr("It goes on when you say so.") : tr("It goes on when both of you say so.");
}

QWidget* PauseView::firstField() const {
  if (!m_ui->planHolder->isHidden()) return m_ui->twentyButton;
  return m_ui->readyAButton->isHidden() ? m_ui->readyBButton : m_ui->readyAButton;
}

void PauseView::showUntil(const QString& until) {
  m_ui->planHolder->setVisible(until.isEmpty());
  m_ui->titleLabel->setText(until.isEmpty() ? tr("Pause") : tr("Back here at %1").arg(until));
  m_ui->textLabel->setText(until.isEmpty() ? askingWords() : waitingWords());
  m_ui->readyLabel->setText(readyWords(until.isEmpty()));
}

/// Nothing is left to do until then.
void PauseView::showOver() {
  for (QWidget* gone : std::initializer_list<QWidget*>{m_ui->planHolder, m_ui->careColumns, m_ui->planHintLabel})
    gone->hide();
  m_ui->titleLabel->setText(tr("Ready to go on?"));
  m_ui->textLabel->setText(tr("Nothing is lost. It can wait for another day, too."));
  m_ui->readyLabel->setText(readyWords(false));
}

}  // namespace footbridge::gui
