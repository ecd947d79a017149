// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/finished_view.h"

#include <QLabel>
#include <QPushButton>

#include "gui/steps/care_words.h"
#include "gui/widgets/bridge_figure.h"
#include "widgets/steps/ui_finished_view.h"

namespace footbridge::gui {

namespace {

QString keptWords(const practice::FinishedScreen& end) {
  if (end.hasOpened && !end.hasJoint)
    return FinishedView::tr("What you opened is kept in Our story. What you kept back stays yours.");
  if (end.hasOpened)
    return FinishedView::tr("What you opened and agreed on is kept in Our story. What you kept back stays yours.");
  if (end.hasJoint) return FinishedView::tr("What you wrote together is kept in Our story. All the rest stays yours.");
  return FinishedView::tr("Nothing was opened this time, and that is fine. What you wrote stays yours.");
}

}  // namespace

FinishedView::FinishedView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::FinishedView>()) {
  m_ui->setupUi(this);
  m_ui->textLabel->setText(keptWords(showing.body<practice::FinishedScreen>()));
  m_ui->bridgeFigure->crossTo(1.0);
  const QString home = showing.said(showing.exercise.home);
  m_ui->homeLabel->setText(home);
  m_ui->homeLabel->setHidden(home.isEmpty());
  m_forOne = showing.exercise.audience == Audience::One;
  m_ui->doneButton->setText(endWords(showing.setting));
  connect(m_ui->doneButton, &QPushButton::clicked, this, &FinishedView::doneAsked);
  offerAftercare(*m_ui->careFold, showing.setting.aftercare);
  m_ui->lightLabel->hide();
  m_ui->lightButton->hide();
}

FinishedView::~FinishedView() = default;

void FinishedView::showProtected(bool isProtected) {
  if (m_forOne)
    m_ui->textLabel->setText(isProtected ? tr("What you wrote is kept, and it is only yours.")
                                         : tr("What you wrote is kept. It is not locked yet."));
}

void FinishedView::showLight(const LightOffer& offer) {
  fillOffer(offer, {m_ui->lightLabel, m_ui->lightButton});
  if (!offer.exercise) return;
  connect(m_ui->lightButton, &QPushButton::clicked, this, [this, id = offer.exercise->id] { Q_EMIT lightAsked(id); });
}

QWidget* FinishedView::firstField() const {
  return m_ui->doneButton;
}

}  // namespace footbridge::gui
