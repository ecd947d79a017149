// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/close_view.h"

#include <QLabel>

#include "gui/steps/saved_words.h"
#include "gui/widgets/avatar_dot.h"
#include "widgets/steps/ui_close_view.h"

namespace footbridge::gui {

CloseView::CloseView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::CloseView>()) {
  m_ui->setupUi(this);
  scaleFields();
  setColumn(1040);
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  const Couple& couple = showing.setting.couple;
  const auto* screen = showing.stepScreen();
  const auto* given = screen && screen->answer ? std::get_if<CloseAnswer>(&*screen->answer) : nullptr;
  QStringList fields = splitFields(showing.setting.draft.value_or(QString()), 4);
  if (!showing.setting.draft && given) {
    fields = {fromUtf8(given->heard[0]), fromUtf8(given->appreciated[0]), fromUtf8(given->heard[1]),
              fromUtf8(given->appreciated[1])};
  }
  QPlainTextEdit* edits[] = {m_ui->heardAEdit, m_ui->thanksAEdit, m_ui->heardBEdit, m_ui->thanksBEdit};
  for (int i = 0; i < 4; ++i) {
    const PartnerId who = i < 2 ? PartnerId::A : PartnerId::B;
    edits[i]->setPlainText(fields[i]);
    edits[i]->moveCursor(QTextCursor::End);
    setTint(edits[i], tintOf(who));
    edits[i]->setAccessibleName(i % 2 == 0 ? tr("%1: one thing I heard").arg(couple.name(who))
                                           : tr("%1: one thing I appreciated").arg(couple.name(who)));
    connect(edits[i], &QPlainTextEdit::textChanged, this, [this] { Q_EMIT draftChanged(draft()); });
  }
  m_ui->nameALabel->setText(couple.name(PartnerId::A));
  m_ui->nameBLabel->setText(couple.name(PartnerId::B));
  m_ui->dotA->showWho(couple.name(PartnerId::A), QStringLiteral("a"));
  m_ui->dotB->showWho(couple.name(PartnerId::B), QStringLiteral("b"));
  setTint(m_ui->columnA, QStringLiteral("a"));
  setTint(m_ui->columnB, QStringLiteral("b"));
  m_ui->columnB->setVisible(couple.b.has_value() || showing.exercise.audience == Audience::Two);
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
}

CloseView::~CloseView() = default;

QWidget* CloseView::firstField() const {
  return m_ui->heardAEdit;
}

QString CloseView::draft() const {
  return joinedFields({m_ui->heardAEdit->toPlainText(), m_ui->thanksAEdit->toPlainText(),
                       m_ui->heardBEdit->toPlainText(), m_ui->thanksBEdit->toPlainText()});
}

void CloseView::finish() {
  CloseAnswer close;
  close.heard = {m_ui->heardAEdit->toPlainText().toStdString(), m_ui->heardBEdit->toPlainText().toStdString()};
  close.appreciated = {m_ui->thanksAEdit->toPlainText().toStdString(), m_ui->thanksBEdit->toPlainText().toStdString()};
  answer(std::move(close));
}

}  // namespace footbridge::gui
