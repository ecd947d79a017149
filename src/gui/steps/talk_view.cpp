// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/talk_view.h"

#include <QHideEvent>
#include <QLabel>
#include <QLayout>
#include <QShowEvent>
#include <QStringList>
#include <algorithm>
#include <chrono>
#include <utility>

#include "gui/steps/care_words.h"
#include "gui/steps/opened_fold.h"
#include "gui/steps/talk_ring.h"
#include "gui/widgets/avatar_dot.h"
#include "practice/talk_prompts.h"
#include "widgets/steps/ui_talk_view.h"

namespace footbridge::gui {

using practice::Confirm;
using practice::TalkScreen;

TalkView::TalkView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_talk(showing.body<TalkScreen>()), m_ui(std::make_unique<Ui::TalkView>()) {
  m_ui->setupUi(this);
  setColumn(880);
  m_ui->roundLabel->setText(tr("Turn %1 of %2").arg(m_talk.turn + 1).arg(m_talk.turns));
  showWho(showing, m_talk.speaker);
  showOpened(showing);
  if (showing.exercise.practice == Practice::Conflict)
    m_ui->mendFold->offer(mendingWords(), cardsOf(showing.setting.decks.mending));
  setRole(m_ui->doneButton, tintOf(m_talk.speaker));
  connect(m_ui->doneButton, &QPushButton::clicked, this, [this] { finish(); });
  connect(m_ui->nearlyButton, &QPushButton::clicked, this, [this] { Q_EMIT acted(Confirm{Verdict::Nearly}); });
  connect(m_ui->notYetButton, &QPushButton::clicked, this, [this] { Q_EMIT acted(Confirm{Verdict::NotYet}); });
  connect(m_ui->passTurnButton, &QPushButton::clicked, this, &TalkView::passTurn);
  connect(&m_second, &QTimer::timeout, this, &TalkView::tick);
  m_ui->mendFold->layout()->setAlignment(m_ui->mendFold->link(), Qt::AlignLeft);  // as all on this page
  if (m_talk.phase == TalkScreen::Phase::Speaking) {
    showSpeaking(showing);
  } else {
    showReflecting(showing);
  }
}

TalkView::~TalkView() = default;

/// A turn that is under way is cut short by nobody's slip: there is no way back to it.
void TalkView::passTurn() {
  const bool isUnderWay = m_talk.phase == TalkScreen::Phase::Speaking && m_elapsed > 0;
  if (isUnderWay && !std::exchange(m_isPassAsked, true))
    return m_ui->passTurnButton->setText(tr("End this turn before its time"));
  Q_EMIT acted(practice::PassTurn{});
}

/// The key that ended the speaking, pressed once more, does not say that it was heard.
QWidget* TalkView::firstField() const {
  return m_talk.phase == TalkScreen::Phase::Reflecting ? m_ui->notYetButton : m_ui->doneButton;
}

QString TalkView::draft() const {
  return m_elapsed > 0 ? QString::number(m_elapsed) : QString();
}

void TalkView::showWho(const Showing& showing, PartnerId speaker) {
  const QString speaks = showing.setting.couple.name(speaker);
  const QString listens = showing.setting.couple.name(otherOf(speaker));
  m_ui->speakerDot->setDiameter(40);
  m_ui->listenerDot->setDiameter(40);
  m_ui->speakerDot->showWho(speaks, tintOf(speaker));
  m_ui->listenerDot->showWho(listens, tintOf(otherOf(speaker)));
  const bool isReflecting = m_talk.phase == TalkScreen::Phase::Reflecting;
  m_ui->speakerLabel->setText(isReflecting ? tr("%1 spoke").arg(speaks) : tr("%1 speaks").arg(speaks));
  m_ui->listenerLabel->setText(isReflecting ? tr("%1 says it back").arg(listens) : tr("%1 listens").arg(listens));
  m_ui->passTurnButton->setText(tr("On to %1’s turn").arg(listens));
  setTint(m_ui->passTurnButton, QStringLiteral("soft"));
  m_ui->passTurnButton->setVisible(m_talk.turn + 1 < m_talk.turns);
  setTint(m_ui->speakerLabel, tintOf(speaker));
  setTint(m_ui->listenerLabel, tintOf(otherOf(speaker)));
  m_ui->talkRing->setTint(tintOf(speaker));
}

void TalkView::showSpeaking(const Showing& showing) {
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  QStringList prompts;
  for (const std::string& prompt : practice::promptsOf(showing.form<SpeakStep>(), m_talk.turn / 2))
    prompts << showing.said(prompt);
  m_ui->promptLabel->setHidden(prompts.empty());
  m_ui->promptLabel->setText(prompts.join(u'\n'));
  m_ui->nearlyButton->hide();
  m_ui->notYetButton->hide();
  m_ui->sayLabel->hide();
  m_elapsed = showing.setting.draft.value_or(QString()).toInt();
  m_ui->doneButton->setText(tr("%1, start when you are ready").arg(showing.setting.couple.name(m_talk.speaker)));
  showTime();
}

void TalkView::showReflecting(const Showing& showing) {
  const QString speaker = showing.setting.couple.name(m_talk.speaker);
  const QString listener = showing.setting.couple.name(otherOf(m_talk.speaker));
  const Step* reflect = m_talk.reflect ? showing.exercise.find(*m_talk.reflect) : nullptr;
  m_ui->titleLabel->setText(reflect != nullptr ? showing.said(reflect->title) : tr("Say it back"));
  m_ui->textLabel->setText(reflect != nullptr ? showing.said(reflect->text) : QString());
  m_ui->talkRing->hide();
  m_ui->promptLabel->hide();
  m_ui->sayLabel->setHidden(m_talk.tries == 0);
  m_ui->sayLabel->setText(
      tr("%2, say the part that is still missing. %1, say it back once more.").arg(listener, speaker));
  m_ui->hintLabel->hide();
  m_ui->askLabel->setText(tr("%1, was that it?").arg(speaker));
  m_ui->askLabel->show();
  setTint(m_ui->askLabel, tintOf(m_talk.speaker));
  m_ui->doneButton->setText(tr("You got it"));
  // The keyboard comes in at an answer: what it answers is heard with it.
  for (QPushButton* verdict : {m_ui->doneButton, m_ui->nearlyButton, m_ui->notYetButton})
    verdict->setAccessibleDescription(m_ui->askLabel->text());
}

void TalkView::showOpened(const Showing& showing) {
  m_ui->openedButton->setHidden(m_talk.opened.empty());
  addOpened(m_ui->openedLayout, m_talk.opened, showing);
  wireOpenedLink(m_ui->openedButton, m_ui->openedHolder);
}

/// A window that is only covered or put aside is still talked beside.
void TalkView::hideEvent(QHideEvent* event) {
  StepView::hideEvent(event);
  if (event->spontaneous() || !m_second.isActive()) return;
  m_standsStill = true;
  m_second.stop();
}

void TalkView::showEvent(QShowEvent* event) {
  StepView::showEvent(event);
  if (std::exchange(m_standsStill, false)) m_second.start(std::chrono::seconds(1));
}

void TalkView::tick() {
  ++m_elapsed;
  showTime();
}

/// The hint stays the same for a whole stretch, so that a screen reader is not made to count.
void TalkView::showTime() {
  m_ui->talkRing->setTime(m_elapsed, m_talk.seconds);
  m_ui->talkRing->setAccessibleName(tr("Time: %1").arg(m_ui->talkRing->words()));
  const QString hint =
      m_elapsed < m_talk.seconds ? QString() : tr("That is the time. Finish your thought; there is no hurry.");
  if (m_ui->hintLabel->text() != hint) m_ui->hintLabel->setText(hint);
}

void TalkView::finish() {
  if (m_talk.phase == TalkScreen::Phase::Reflecting) {
    Q_EMIT acted(Confirm{Verdict::Yes});
    return;
  }
  if (m_hasBegun) {
    m_second.stop();
    Q_EMIT acted(practice::SpeechOver{m_elapsed});
    return;
  }
  m_hasBegun = true;
  m_second.start(std::chrono::seconds(1));
  m_ui->doneButton->setText(tr("I have said it"));
}

}  // namespace footbridge::gui
