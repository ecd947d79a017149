// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/gate_intro_view.h"

#include <QPushButton>

#include "gui/steps/setting.h"
#include "widgets/steps/ui_gate_intro_view.h"

namespace footbridge::gui {

GateIntroView::GateIntroView(const Exercise& exercise, const Couple& couple, std::optional<PartnerId> alone,
                             QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::GateIntroView>()) {
  m_ui->setupUi(this);
  setColumn(0);
  m_ui->kindLabel->setText(tr("%1 · before you begin").arg(fromUtf8(exercise.title)));
  QString words =
      tr("First you each answer one question by yourself, while the other looks away. Nothing you pick is kept, and "
         "the other does not learn what it was. You are both asked, whatever the first one picks.");
  if (alone) {
    words += QLatin1Char(' ') +
             tr("If %1 is not here, %1 can answer when you begin together.").arg(couple.name(otherOf(*alone)));
  }
  m_ui->textLabel->setText(words);
  m_ui->aloneButton->setVisible(alone.has_value());
  connect(m_ui->bothButton, &QPushButton::clicked, this, &GateIntroView::bothHere);
  connect(m_ui->aloneButton, &QPushButton::clicked, this, &GateIntroView::aloneHere);
}

GateIntroView::~GateIntroView() = default;

QWidget* GateIntroView::firstField() const {
  return m_ui->bothButton;
}

}  // namespace footbridge::gui
