// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/settle_view.h"

#include <QLabel>

#include "gui/steps/breath_circle.h"
#include "gui/steps/care_words.h"
#include "widgets/steps/ui_settle_view.h"

namespace footbridge::gui {

SettleView::SettleView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::SettleView>()) {
  m_ui->setupUi(this);
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  const auto& form = showing.form<SettleStep>();
  m_ui->breathCircle->setPace(form.secondsIn, form.secondsOut);
  setTint(m_ui->stillButton, QStringLiteral("soft"));
  m_ui->breathCircle->setTint(showing.tint());
  m_ui->paceLabel->setText(
      tr("%3 breaths: in for %1, out for %2.").arg(form.secondsIn).arg(form.secondsOut).arg(form.breaths));
  m_ui->breathCircle->setAccessibleDescription(m_ui->paceLabel->text());
  connect(m_ui->stillButton, &QPushButton::toggled, this, [this](bool still) {
    m_ui->breathCircle->setMoving(!still);
    m_ui->stillButton->setText(still ? tr("Let the circle move") : tr("Hold the circle still"));
  });
  std::vector<Card> others = cardsOf(showing.setting.decks.settling);
  if (!others.empty()) others.erase(others.begin());  // the breath, which is on the page already
  m_ui->wayFold->setCentred(true);
  m_ui->wayFold->offer(settlingInsteadWords(), std::move(others));
  connect(m_ui->wayFold, &CareFold::opened, this, [this](bool open) {
    for (QWidget* breath : {static_cast<QWidget*>(m_ui->breathCircle), static_cast<QWidget*>(m_ui->paceLabel),
                            static_cast<QWidget*>(m_ui->stillButton)})
      breath->setHidden(open);
  });
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
  if (showing.alone()) m_ui->doneButton->setText(tr("I am settled"));
}

SettleView::~SettleView() = default;

QWidget* SettleView::firstField() const {
  return m_ui->doneButton;
}

void SettleView::finish() {
  answer(std::monostate{});
}

}  // namespace footbridge::gui
