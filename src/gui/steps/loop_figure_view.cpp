// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/loop_figure_view.h"

#include <QLabel>

#include "gui/steps/loop_figure.h"
#include "widgets/steps/ui_loop_figure_view.h"

namespace footbridge::gui {

LoopFigureView::LoopFigureView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::LoopFigureView>()) {
  m_ui->setupUi(this);
  setColumn(1040);
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  showMoves(showing);
  const auto* screen = showing.stepScreen();
  const auto* given = screen && screen->answer ? std::get_if<WrittenAnswer>(&*screen->answer) : nullptr;
  m_ui->nameEdit->setText(showing.setting.draft.value_or(given ? fromUtf8(given->text) : QString()));
  m_ui->nameEdit->setAccessibleName(m_ui->nameLabel->text());
  setTint(m_ui->nameEdit, showing.tint());
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
  connect(m_ui->nameEdit, &QLineEdit::textChanged, this, [this] { Q_EMIT draftChanged(draft()); });
  connect(m_ui->nameEdit, &QLineEdit::returnPressed, this, [this] { finish(); });
}

LoopFigureView::~LoopFigureView() = default;

void LoopFigureView::showMoves(const Showing& showing) {
  const auto* screen = showing.stepScreen();
  for (const PartnerId who : {PartnerId::A, PartnerId::B}) {
    const bool isA = who == PartnerId::A;
    QFrame* frame = isA ? m_ui->moveAFrame : m_ui->moveBFrame;
    QVBoxLayout* lines = isA ? m_ui->moveALayout : m_ui->moveBLayout;
    const QString name = showing.setting.couple.name(who);
    MoveAnswer move;
    for (const OpenedLine& line : screen != nullptr ? screen->opened : std::vector<OpenedLine>{}) {
      if (const auto* opened = std::get_if<MoveAnswer>(&line.answer); opened && line.writer == who) move = *opened;
    }
    setTint(frame, tintOf(who));
    m_ui->loopFigure->setHalf(isA ? 0 : 1, name, fromUtf8(move.does), tintOf(who));
    lines->addWidget(newLabel("heading", name, frame));
    if (!move.when.empty())
      lines->addWidget(newLabel("soft", tr("When I see or hear: %1").arg(fromUtf8(move.when)), frame));
    if (!move.inside.empty())
      lines->addWidget(newLabel("body", tr("Underneath: %1").arg(fromUtf8(move.inside)), frame));
    if (move == MoveAnswer{}) lines->addWidget(newLabel("soft", tr("Say it aloud, if you like."), frame));
    lines->addStretch();  // the shorter of the two begins at the top as well
  }
}

QWidget* LoopFigureView::firstField() const {
  return m_ui->nameEdit;
}
QString LoopFigureView::draft() const {
  return m_ui->nameEdit->text();
}
void LoopFigureView::finish() {
  answer(WrittenAnswer{m_ui->nameEdit->text().toStdString()});
}

}  // namespace footbridge::gui
