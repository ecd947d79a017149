// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/reveal_view.h"

#include <QLabel>
#include <array>

#include "gui/look/look.h"
#include "gui/steps/answer_lines.h"
#include "gui/widgets/avatar_dot.h"
#include "widgets/steps/ui_reveal_view.h"

namespace footbridge::gui {

RevealView::RevealView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::RevealView>()) {
  m_ui->setupUi(this);
  setColumn(0);
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  const Couple& couple = showing.setting.couple;
  m_ui->dotA->showWho(couple.name(PartnerId::A), QStringLiteral("a"));
  m_ui->dotB->showWho(couple.name(PartnerId::B), QStringLiteral("b"));
  m_ui->nameALabel->setText(couple.name(PartnerId::A));
  m_ui->nameBLabel->setText(couple.name(PartnerId::B));
  for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->columnA, m_ui->nameALabel})
    setTint(widget, QStringLiteral("a"));
  for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->columnB, m_ui->nameBLabel})
    setTint(widget, QStringLiteral("b"));
  m_opening = openingOf(showing);
  for (const PartnerId whose : {PartnerId::A, PartnerId::B}) {
    Showing column = showing;
    column.writer = whose;
    fillColumn(whose, whose == PartnerId::A ? m_ui->linesALayout : m_ui->linesBLayout, column);
  }
  if (showing.body<practice::RevealScreen>().lines.empty()) showNothing();
  connect(m_ui->doneButton, &QPushButton::clicked, this, [this] { finish(); });
}

RevealView::~RevealView() = default;

/// What the step says is about words that stand here.
void RevealView::showNothing() {
  m_ui->titleLabel->setText(tr("Nothing was opened this time"));
  m_ui->textLabel->setText(tr("That is fine. What you wrote stays yours. You can still talk about it, or just go on."));
  m_ui->textLabel->show();
  m_ui->columns->hide();
  m_ui->readLabel->hide();
  m_ui->doneButton->setText(tr("Go on"));
}

QWidget* RevealView::firstField() const {
  return m_ui->doneButton;
}

/// The step whose words both columns begin with: the title above them says what they are about.
std::optional<StepId> RevealView::openingOf(const Showing& showing) {
  std::array<std::optional<StepId>, 2> first;
  for (const OpenedLine& line : showing.body<practice::RevealScreen>().lines) {
    const Step* step = showing.exercise.find(line.line.step);
    auto& begins = first[line.writer == PartnerId::A ? 0 : 1];
    if (step != nullptr && step->kind() != StepKind::Guess && !begins) begins = step->id;
  }
  const Step* both = first[0] && first[0] == first[1] ? showing.exercise.find(*first[0]) : nullptr;
  return both != nullptr && both->kind() == StepKind::Write ? first[0] : std::nullopt;
}

/// A guess goes into the column of whom it is about, right under what they said themselves.
void RevealView::fillColumn(PartnerId whose, QVBoxLayout* column, const Showing& showing) {
  const auto& lines = showing.body<practice::RevealScreen>().lines;
  const QString guesser = showing.setting.couple.name(otherOf(whose));
  const auto guessesAbout = [&](const StepId& about) {
    for (const OpenedLine& line : lines) {
      const Step* step = showing.exercise.find(line.line.step);
      const auto* guess = step != nullptr ? std::get_if<GuessStep>(&step->form) : nullptr;
      if (guess == nullptr || guess->about != about || line.writer == whose) continue;
      addAnswer(column, formStep(showing.exercise, *step), line.answer, tr("%1 guessed").arg(guesser),
                tintOf(otherOf(whose)), showing);
    }
  };
  std::optional<StepId> before;
  bool isFirst = true;
  std::vector<StepId> guessed;
  for (const OpenedLine& line : lines) {
    const Step* step = showing.exercise.find(line.line.step);
    if (line.writer != whose || step == nullptr || step->kind() == StepKind::Guess) continue;
    if (before && *before != line.line.step) guessesAbout(*before);
    const bool isOpening = isFirst && step->id == m_opening;
    addAnswer(column, *step, line.answer, isOpening ? QString() : captionOf(*step, line.line.item, showing),
              tintOf(whose), showing);
    if (!before || *before != line.line.step) guessed.push_back(line.line.step);
    before = line.line.step;
    isFirst = false;
  }
  if (before) guessesAbout(*before);
  for (const OpenedLine& line : lines) {
    const Step* step = showing.exercise.find(line.line.step);
    const auto* guess = step != nullptr ? std::get_if<GuessStep>(&step->form) : nullptr;
    if (guess == nullptr || line.writer == whose) continue;
    if (std::find(guessed.begin(), guessed.end(), guess->about) != guessed.end()) continue;
    guessed.push_back(guess->about);
    column->addWidget(
        newLabel("small", captionOf(formStep(showing.exercise, *step), std::nullopt, showing), column->parentWidget()));
    guessesAbout(guess->about);
    isFirst = false;
  }
  if (isFirst) column->addWidget(newLabel("soft", tr("Nothing to read here this time."), column->parentWidget()));
}

void RevealView::finish() {
  Q_EMIT acted(practice::MoveOn{});
}

}  // namespace footbridge::gui
