// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/guess_view.h"

#include "gui/steps/view_for_screen.h"
#include "widgets/steps/ui_guess_view.h"

namespace footbridge::gui {

GuessView::GuessView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::GuessView>()) {
  m_ui->setupUi(this);
  setColumn(0);
  const Step* about = showing.exercise.find(showing.form<GuessStep>().about);
  Step worded = *showing.step;
  worded.form = about->form;
  Showing inner = showing;
  inner.step = &worded;
  inner.asPartner = true;
  m_inner = newFormView(inner, m_ui->innerHolder);
  m_ui->innerLayout->addWidget(m_inner);
  connect(m_inner, &StepView::acted, this, &GuessView::acted);
  connect(m_inner, &StepView::draftChanged, this, &GuessView::draftChanged);
}

GuessView::~GuessView() = default;

QWidget* GuessView::firstField() const {
  return m_inner->firstField();
}
QString GuessView::draft() const {
  return m_inner->draft();
}
void GuessView::showProtected(bool isProtected) {
  m_inner->showProtected(isProtected);
}

}  // namespace footbridge::gui
