// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/part_done_view.h"

#include <QLabel>
#include <QPushButton>

#include "gui/steps/care_words.h"
#include "widgets/steps/ui_part_done_view.h"

namespace footbridge::gui {

PartDoneView::PartDoneView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::PartDoneView>()) {
  m_ui->setupUi(this);
  const PartnerId whose = showing.body<practice::PartDoneScreen>().whose;
  const bool isLocked = showing.setting.isProtected[whose == PartnerId::A ? 0 : 1];
  if (showing.setting.couple.isTwo()) {
    const QString kept =
        isLocked
            ? tr("That was your turn, %1. Your words are put away. When you are both here and both want to, "
                 "you can open the lines you choose.")
            : tr("That was your turn, %1. Your words are kept, and not locked yet. When you are both here and both "
                 "want to, you can open the lines you choose.");
    m_ui->textLabel->setText(kept.arg(showing.setting.couple.name(whose)));
  } else {
    m_ui->titleLabel->setText(tr("Your look is done"));
    m_ui->textLabel->setText(isLocked ? tr("Kept, and only yours.") : tr("Kept, and not locked yet."));
  }
  connect(m_ui->backButton, &QPushButton::clicked, this, [this] { Q_EMIT acted(practice::Back{}); });
  m_ui->doneButton->setText(endWords(showing.setting));
  connect(m_ui->doneButton, &QPushButton::clicked, this, &PartDoneView::doneAsked);
  offerAftercare(*m_ui->careFold, showing.setting.aftercare);
  m_ui->lightLabel->hide();
  m_ui->lightButton->hide();
}

PartDoneView::~PartDoneView() = default;

void PartDoneView::showLight(const LightOffer& offer) {
  fillOffer(offer, {m_ui->lightLabel, m_ui->lightButton});
  if (!offer.exercise) return;
  connect(m_ui->lightButton, &QPushButton::clicked, this, [this, id = offer.exercise->id] { Q_EMIT lightAsked(id); });
}

QWidget* PartDoneView::firstField() const {
  return m_ui->doneButton;
}

}  // namespace footbridge::gui
