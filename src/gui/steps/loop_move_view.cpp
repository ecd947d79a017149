// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/loop_move_view.h"

#include <QLabel>
#include <QTextCursor>

#include "gui/steps/saved_words.h"
#include "widgets/steps/ui_loop_move_view.h"

namespace footbridge::gui {

LoopMoveView::LoopMoveView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::LoopMoveView>()) {
  m_ui->setupUi(this);
  scaleFields();
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  m_privacy[0] = privacyWords(showing, false);
  m_privacy[1] = privacyWords(showing, true);
  const auto* screen = showing.stepScreen();
  const auto* given = screen && screen->answer ? std::get_if<MoveAnswer>(&*screen->answer) : nullptr;
  QStringList fields = splitFields(showing.setting.draft.value_or(QString()), 3);
  if (!showing.setting.draft && given) {
    fields = {fromUtf8(given->when), fromUtf8(given->does), fromUtf8(given->inside)};
  }
  const std::pair<QPlainTextEdit*, QLabel*> rows[] = {
      {m_ui->whenEdit, m_ui->whenLabel}, {m_ui->doesEdit, m_ui->doesLabel}, {m_ui->insideEdit, m_ui->insideLabel}};
  for (int i = 0; const auto& [edit, label] : rows) {
    edit->setPlainText(fields[i++]);
    edit->setAccessibleName(label->text());
    setTint(edit, showing.tint());
    edit->moveCursor(QTextCursor::End);
    connect(edit, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT draftChanged(draft()); });
  }
  setTint(m_ui->tagLabel, showing.tint());
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
}

LoopMoveView::~LoopMoveView() = default;

QWidget* LoopMoveView::firstField() const {
  return m_ui->whenEdit;
}

MoveAnswer LoopMoveView::given() const {
  return {m_ui->whenEdit->toPlainText().toStdString(), m_ui->doesEdit->toPlainText().toStdString(),
          m_ui->insideEdit->toPlainText().toStdString()};
}

QString LoopMoveView::draft() const {
  return joinedFields({m_ui->whenEdit->toPlainText(), m_ui->doesEdit->toPlainText(), m_ui->insideEdit->toPlainText()});
}

void LoopMoveView::showProtected(bool isProtected) {
  m_ui->tagLabel->setText(m_privacy[isProtected ? 1 : 0]);
}
void LoopMoveView::finish() {
  answer(given());
}

}  // namespace footbridge::gui
