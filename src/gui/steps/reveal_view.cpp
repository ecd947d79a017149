// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/reveal_view.h"

#include <QLabel>
#include <algorithm>

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
  for (const OpenedLine& line : showing.body<practice::RevealScreen>().lines) {
    const bool isTakenBack = std::holds_alternative<std::monostate>(line.answer);
    if (!isTakenBack && showing.exercise.find(line.line.step) != nullptr) m_lines.push_back(line);
  }
  for (const PartnerId whose : {PartnerId::A, PartnerId::B}) {
    Showing column = showing;
    column.writer = whose;
    fillColumn(whose, whose == PartnerId::A ? m_ui->linesALayout : m_ui->linesBLayout, column);
  }
  if (m_lines.empty()) showNothing();
  connect(m_ui->doneButton, &QPushButton::clicked, this, [this] { finish(); });
}

RevealView::~RevealView() = default;

/// What the step says is about words that stand here.
void RevealView::showNothing() {
  m_ui->titleLabel->setText(tr("Nothing was opened this time"));
  m_ui->textLabel->setText(tr("That is fine. What you wrote stays yours. You can still talk about it, or just go on."));
  m_ui->textLabel->show();
  m_ui->columns->hide();
  m_ui->viewLayout->insertStretch(m_ui->viewLayout->indexOf(m_ui->columns), 1);  // has the room that they leave
  m_ui->readLabel->hide();
  m_ui->doneButton->setText(tr("Go on"));
}

QWidget* RevealView::firstField() const {
  return m_ui->doneButton;
}

/// One written step alone is what the title is about; among more, a line says itself which question it answers.
bool RevealView::titleSaysIt(const Showing& showing) {
  const auto* reveal = std::get_if<RevealStep>(&showing.step->form);
  if (reveal == nullptr || reveal->opens.size() != 1) return false;
  const Step* opened = showing.exercise.find(reveal->opens.front());
  return opened != nullptr && opened->kind() == StepKind::Write;
}

/// A guess goes into the column of whom it is about, right under the line that it guessed at; where that was opened
/// before, under its caption.
void RevealView::fillColumn(PartnerId whose, QVBoxLayout* column, const Showing& showing) {
  std::vector<LineId> told;
  const bool isTitled = titleSaysIt(showing);
  for (const OpenedLine& line : m_lines) {
    const Step* step = showing.exercise.find(line.line.step);
    if (line.writer != whose || step->kind() == StepKind::Guess) continue;
    addAnswer(column, *step, line.answer, isTitled ? QString() : captionOf(*step, line.line.item, showing),
              tintOf(whose), showing);
    addGuess(whose, line.line, column, showing);
    told.push_back(line.line);
  }
  for (const OpenedLine& line : m_lines) {
    const Step* step = showing.exercise.find(line.line.step);
    const auto* guess = std::get_if<GuessStep>(&step->form);
    if (guess == nullptr || line.writer == whose) continue;
    const LineId about{guess->about, line.line.item};
    if (std::ranges::find(told, about) != told.end()) continue;
    told.push_back(about);
    const QString caption = captionOf(formStep(showing.exercise, *step), about.item, showing);
    column->addWidget(newLabel("small", caption, column->parentWidget()));
    addGuess(whose, about, column, showing);
  }
  if (told.empty()) column->addWidget(newLabel("soft", tr("Nothing to read here this time."), column->parentWidget()));
}

/// What the other guessed at this line of `whose`, where it is open.
void RevealView::addGuess(PartnerId whose, const LineId& about, QVBoxLayout* column, const Showing& showing) {
  const QString guesser = showing.setting.couple.name(otherOf(whose));
  for (const OpenedLine& line : m_lines) {
    const Step* step = showing.exercise.find(line.line.step);
    const auto* guess = std::get_if<GuessStep>(&step->form);
    if (guess == nullptr || line.writer == whose || LineId{guess->about, line.line.item} != about) continue;
    addAnswer(column, formStep(showing.exercise, *step), line.answer, tr("%1 guessed").arg(guesser),
              tintOf(otherOf(whose)), showing);
  }
}

void RevealView::finish() {
  Q_EMIT acted(practice::MoveOn{});
}

}  // namespace footbridge::gui
