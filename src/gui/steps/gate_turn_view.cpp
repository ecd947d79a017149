// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/gate_turn_view.h"

#include <QLayout>
#include <QPushButton>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/steps/setting.h"
#include "widgets/steps/ui_gate_turn_view.h"

namespace footbridge::gui {

GateTurnView::GateTurnView(const Exercise& exercise, const Couple& couple, PartnerId who, Room room, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::GateTurnView>()) {
  m_ui->setupUi(this);
  const QString me = couple.name(who);
  const QString other = couple.name(otherOf(who));
  const auto said = [&](const std::string& text) { return withNames(text, me.toStdString(), other.toStdString()); };
  m_ui->kindLabel->setText(tr("%1, this is for you alone").arg(me));
  look::setTint(m_ui->kindLabel, look::tintOf(who));
  m_ui->titleLabel->setText(fromUtf8(said(exercise.gate->question)));
  std::vector<Gate::Choice> choices = gateChoicesOf(exercise);
  for (Gate::Choice& choice : choices) choice = {said(choice.text), choice.outcome, said(choice.answer)};
  m_ui->gateChoices->showChoices(choices, look::tintOf(who));
  m_ui->gateChoices->setAccessibleName(m_ui->titleLabel->text());
  m_ui->noteLabel->setText(
      tr("Nothing you pick is kept, and %1 does not learn what it was. It begins only where it fits for both of you, "
         "and nobody has to say why. You can pick again until you go on.")
          .arg(other));
  look::setProperty(m_ui->doneButton, "role", look::tintOf(who));
  for (const Gate::Choice& choice : choices) m_answers << fromUtf8(choice.answer);
  if (room == Room::Alone) m_ui->doneButton->setText(tr("Go on"));
  if (room == Room::AfterTheOther) m_ui->doneButton->setText(tr("Cover it"));
  m_ui->doneButton->setEnabled(false);
  connect(m_ui->gateChoices, &GateChoices::picked, this, &GateTurnView::pick);
  connect(m_ui->doneButton, &QPushButton::clicked, this, [this] {
    if (m_picked) Q_EMIT passedOn(*m_picked);
  });
}

GateTurnView::~GateTurnView() = default;

/// Whatever is picked, the page keeps its shape: nothing of it can be told from across the room.
void GateTurnView::pick(const Gate::Choice& choice) {
  m_picked = choice.outcome;
  m_ui->answerLabel->setText(fromUtf8(choice.answer));
  m_ui->doneButton->setEnabled(true);
}

/// Room for the longest answer, so that none of them moves what is below.
void GateTurnView::resizeEvent(QResizeEvent* event) {
  StepView::resizeEvent(event);
  const QMargins margins = layout()->contentsMargins();
  const int wide = width() - margins.left() - margins.right();
  const QString shown = m_ui->answerLabel->text();
  int most = 0;
  for (const QString& answer : m_answers) {
    m_ui->answerLabel->setText(answer);
    most = std::max(most, m_ui->answerLabel->heightForWidth(wide));
  }
  m_ui->answerLabel->setText(shown);
  m_ui->answerLabel->setMinimumHeight(most);
}

QWidget* GateTurnView::firstField() const {
  return m_ui->gateChoices->first();
}

}  // namespace footbridge::gui
