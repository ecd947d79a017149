// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/exercise_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <array>

#include "gui/look/look.h"
#include "gui/pages/exercise_outline.h"
#include "gui/pages/practice_words.h"
#include "gui/steps/couple.h"
#include "gui/steps/gate_choices.h"
#include "gui/steps/ready_button.h"
#include "gui/widgets/avatar_dot.h"
#include "gui/widgets/card_button.h"
#include "gui/widgets/new_label.h"
#include "gui/widgets/page_scroll.h"
#include "gui/widgets/steady_foot.h"
#include "pages/ui_exercise_page.h"

namespace footbridge::gui {
namespace {

void empty(QWidget* box) {
  qDeleteAll(box->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
}

QWidget* outlineRow(int number, const QString& text, const OutlineLine& line) {
  auto* row = new QWidget;
  auto* columns = new QHBoxLayout(row);
  columns->setContentsMargins(0, look::px(7), 0, look::px(7));
  columns->setSpacing(look::px(16));
  auto* dot = new AvatarDot(row);
  dot->setDiameter(24);
  dot->setLetter(QString::number(number));
  dot->setTint(line.who == StepFor::Each ? QStringLiteral("soft") : QStringLiteral("ours"));
  dot->setAccessibleName(line.who == StepFor::Each ? ExercisePage::tr("Step %1, each alone").arg(number)
                                                   : ExercisePage::tr("Step %1, together").arg(number));
  QLabel* minutes = newLabel("small", ExercisePage::tr("%1 min").arg(line.minutes));
  minutes->setWordWrap(false);
  minutes->setVisible(line.minutes > 0);
  columns->addWidget(dot, 0, Qt::AlignVCenter);
  columns->addWidget(newLabel("body", text), 1, Qt::AlignVCenter);
  columns->addWidget(minutes, 0, Qt::AlignVCenter);
  return row;
}

}  // namespace

ExercisePage::ExercisePage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ExercisePage>()) {
  m_ui->setupUi(this);
  // At large text the words above the buttons scroll with the page, as those beside buttons do.
  if (!SteadyFoot::hasRoomForWords()) m_ui->overviewLayout->insertWidget(1, m_ui->beginNoteLabel);
  m_ui->scroll->keepInReach(m_ui->beginBox);
  wireButtons();
}

ExercisePage::~ExercisePage() = default;

void ExercisePage::wireButtons() {
  connect(m_ui->practicesButton, &QPushButton::clicked, this, &ExercisePage::practicesAsked);
  connect(m_ui->gateAsideButton, &QPushButton::clicked, this, &ExercisePage::practicesAsked);
  connect(m_ui->gateSafetyButton, &QPushButton::clicked, this, &ExercisePage::safetyAsked);
  connect(m_ui->gateChoices, &GateChoices::picked, this, &ExercisePage::pickGate);
  connect(m_ui->gateGoOnButton, &QPushButton::clicked, this, &ExercisePage::leaveGate);
  connect(m_ui->firstReadyButton, &QPushButton::toggled, this, &ExercisePage::beginWhenReady);
  connect(m_ui->secondReadyButton, &QPushButton::toggled, this, &ExercisePage::beginWhenReady);
  connect(m_ui->beginButton, &QPushButton::clicked, this, [this] {
    if (m_overview.exercise) Q_EMIT beginAsked(m_overview.exercise->id);
  });
  connect(m_ui->joinButton, &QPushButton::clicked, this, &ExercisePage::joinAsked);
  connect(m_ui->goOnButton, &QPushButton::clicked, this, [this] {
    if (!m_overview.leftOff) return;
    Q_EMIT goOnAsked(*m_overview.leftOff);
    focusReady();
  });
  connect(m_ui->notes, &ExerciseNotes::evidenceAsked, this, &ExercisePage::evidenceAsked);
  setTabOrder(m_ui->gateSafetyButton, m_ui->notes->stop());
  setTabOrder(m_ui->notes->stop(), m_ui->goOnButton);
  connect(m_ui->printButton, &QPushButton::clicked, this, &ExercisePage::printAsked);
}

void ExercisePage::showExercise(const ExerciseOverview& overview) {
  m_overview = overview;
  showWords();
  showTags();
  showSteps();
  showNotice({});
  showPrinted({});
  showReady();
  showGate();
}

void ExercisePage::showNotice(const QString& words) {
  m_ui->noticeLabel->setText(words);
  m_ui->noticeLabel->setHidden(words.isEmpty());
  if (!words.isEmpty()) PageScroll::follow(*m_ui->noticeLabel);
}

void ExercisePage::showPrinted(const QString& words) {
  m_ui->printedLabel->setText(words);
  m_ui->printedLabel->setHidden(words.isEmpty());
}

QString ExercisePage::named(const std::string& text) const {
  const int me = m_overview.me.value_or(0);
  const auto partner = m_overview.names.size() > 1 ? std::optional(m_overview.names.value(1 - me)) : std::nullopt;
  return withNamesIn(text, m_overview.names.value(me), partner);
}

void ExercisePage::showGate() {
  const auto& gate = m_overview.exercise->gate;
  const bool isAsked = gate && !m_overview.pastGate && !waitsForSecond();
  m_ui->gateChoices->clear();
  m_ui->gateAnswerLabel->hide();
  for (QPushButton* button : {m_ui->gateGoOnButton, m_ui->gateAsideButton, m_ui->gateSafetyButton}) button->hide();
  m_ui->gateCard->setVisible(isAsked);
  m_ui->overview->setVisible(!isAsked);
  if (!isAsked) return;
  m_ui->gateKindLabel->setText(tr("%1 · before you begin").arg(named(m_overview.exercise->title)));
  m_ui->gateQuestionLabel->setText(named(gate->question));
  std::vector<Gate::Choice> choices = gateChoicesOf(*m_overview.exercise);
  for (Gate::Choice& choice : choices) choice.text = named(choice.text).toStdString();
  m_ui->gateChoices->showChoices(choices, QStringLiteral("ours"));
  QWidget* before = m_ui->practicesButton;
  for (auto* button : m_ui->gateChoices->findChildren<CardButton*>()) {
    setTabOrder(before, button);
    before = button;
  }
}

void ExercisePage::pickGate(const Gate::Choice& choice) {
  m_ui->gateAnswerLabel->setText(named(choice.answer));
  m_ui->gateAnswerLabel->setVisible(!choice.answer.empty());
  m_ui->gateGoOnButton->setVisible(choice.outcome == GateOutcome::GoOn);
  m_ui->gateAsideButton->setVisible(choice.outcome != GateOutcome::GoOn);
  m_ui->gateSafetyButton->setVisible(choice.outcome == GateOutcome::Stop);
}

void ExercisePage::leaveGate() {
  m_ui->gateChoices->clear();
  m_ui->gateCard->hide();
  m_ui->overview->show();
  focusReady();
}

/// What is to be pressed next.
void ExercisePage::focusReady() {
  for (QPushButton* button : {m_ui->firstReadyButton, m_ui->secondReadyButton, m_ui->beginButton})
    if (!button->isHidden()) return button->setFocus(Qt::TabFocusReason);
}

void ExercisePage::showWords() {
  const Exercise& exercise = *m_overview.exercise;
  const bool toPractices = m_overview.leave.isEmpty();
  m_ui->practicesButton->setText(toPractices ? tr("Practices") : m_overview.leave);
  m_ui->trailLabel->setVisible(toPractices);
  m_ui->trailLabel->setText(exercise.practice ? tr("› %1").arg(practiceName(*exercise.practice)) : QString());
  m_ui->titleLabel->setText(named(exercise.title));
  m_ui->summaryLabel->setText(named(exercise.summary));
  m_ui->beforeLabel->setText(m_overview.before);
  m_ui->beforeTitle->setText(m_overview.leftOff || m_overview.goesOn ? tr("You left off here")
                                                                     : tr("You did this before"));
  m_ui->goOnRow->setVisible(m_overview.leftOff.has_value());
  placeBefore();
  m_ui->beforeCard->setVisible(!m_overview.before.isEmpty());
  m_ui->notes->showExercise(exercise, [this](const std::string& text) { return named(text); });
  m_ui->notes->showBriefly(m_overview.goesOn);
  m_ui->notes->showUnlocked(m_overview.unlocked);
}

/// What goes on needs no outline; what is said of it stands there.
void ExercisePage::placeBefore() {
  QWidget* const box = m_overview.goesOn ? m_ui->leftBox : m_ui->rightBox;
  QWidget* const above = m_overview.goesOn ? static_cast<QWidget*>(m_ui->summaryLabel) : m_ui->notes;
  auto* column = qobject_cast<QBoxLayout*>(box->layout());
  column->insertWidget(column->indexOf(above) + 1, m_ui->beforeCard);
}

void ExercisePage::showTags() {
  const Exercise& exercise = *m_overview.exercise;
  m_ui->tagRow->clear();
  const auto add = [this](const QString& text, const QString& tint = {}) {
    QLabel* tag = newLabel("tag", text, m_ui->tagRow);
    tag->setWordWrap(false);
    if (!tint.isEmpty()) tag->setProperty("tint", tint);
    tag->show();
  };
  add(minutesWords(exercise.minutes));
  add(audienceWords(exercise.audience));
  add(depthWord(exercise.depth));
  if (exercise.practice) add(practiceName(*exercise.practice), practiceTint(*exercise.practice));
}

void ExercisePage::showSteps() {
  empty(m_ui->stepsBox);
  int number = 0;
  for (const OutlineLine& line : outlineOf(*m_overview.exercise))
    m_ui->stepsBox->layout()->addWidget(outlineRow(++number, named(line.text), line));
  m_ui->stepsCard->setVisible(number > 0 && !m_overview.goesOn);
}

void ExercisePage::showReady() {
  const bool two = m_overview.names.size() > 1 && m_overview.exercise->audience == Audience::Two;
  const std::array buttons{m_ui->firstReadyButton, m_ui->secondReadyButton};
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    buttons[i]->setChecked(false);
    buttons[i]->setVisible(two && (!m_overview.onlyMe || m_overview.me == static_cast<int>(i)));
  }
  m_ui->beginButton->setText(m_overview.goesOn ? tr("Go on") : tr("Begin"));
  m_ui->beginButton->setVisible(!two && !waitsForSecond());
  m_ui->joinButton->setVisible(waitsForSecond());
  m_ui->beginNoteLabel->setText(beginNote(two));
  nameReady();
}

bool ExercisePage::waitsForSecond() const {
  return m_overview.names.size() == 1 && m_overview.exercise->audience == Audience::Two;
}

QString ExercisePage::beginNote(bool two) const {
  if (waitsForSecond()) return tr("This one is for two. It waits until somebody joins you here.");
  if (!two) return tr("You can stop, skip or pause at any time.");
  QString note = readyNote();
  if (m_overview.missing.isEmpty()) return note;
  return tr("Before you begin, %1 answers the one question too, alone.").arg(m_overview.missing) + QLatin1Char(' ') +
         note;
}

QString ExercisePage::readyNote() const {
  if (m_overview.onlyMe)
    return tr(
        "Press your name, and it goes on where you left it. You can stop, skip or pause at any time, without a "
        "reason.");
  if (m_overview.goesOn)
    return tr(
        "Both here? Each of you presses your own name, and it goes on where you left it. You can stop, skip or "
        "pause at any time, without a reason.");
  return tr(
      "Both here? Each of you presses your own name. Nothing that you write alone opens without you. You can stop, "
      "skip or pause at any time, without a reason.");
}

void ExercisePage::nameReady() {
  const std::array buttons{m_ui->firstReadyButton, m_ui->secondReadyButton};
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    gui::showReady(*buttons[i], m_overview.names.value(static_cast<int>(i)),
                   look::tintOf(i == 0 ? PartnerId::A : PartnerId::B));
  }
}

/// With the last name all have said so, and there is nothing more to ask.
void ExercisePage::beginWhenReady() {
  nameReady();
  const auto isReady = [](const QPushButton* button) { return button->isHidden() || button->isChecked(); };
  if (!m_overview.exercise) return;
  if (isReady(m_ui->firstReadyButton) && isReady(m_ui->secondReadyButton)) Q_EMIT beginAsked(m_overview.exercise->id);
}

}  // namespace footbridge::gui
