// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/end_of_turn_view.h"

#include <QLabel>

#include "widgets/steps/ui_end_of_turn_view.h"

namespace footbridge::gui {

EndOfTurnView::EndOfTurnView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::EndOfTurnView>()) {
  m_ui->setupUi(this);
  const auto& body = showing.body<practice::EndOfTurnScreen>();
  const auto next = practice::aloneOf(body.to);
  m_ui->textLabel->setText(
      next && next != showing.alone()
          ? tr("Then it is %1’s turn, and you can look out of the window.").arg(showing.setting.couple.name(*next))
          : tr("Nothing is shown until you are both here, and each decides for their own words."));
  m_ui->doneButton->setText(next && next != showing.alone() ? doneWords(showing.setting, practice::viewerOf(*next))
                                                            : tr("Done, cover it"));
  setRole(m_ui->doneButton, showing.tint());
  m_ui->backButton->setVisible(body.mayGoBack);
  connect(m_ui->backButton, &QPushButton::clicked, this, [this] { Q_EMIT acted(practice::Back{}); });
  connect(m_ui->doneButton, &QPushButton::clicked, this, [this] { finish(); });
}

EndOfTurnView::~EndOfTurnView() = default;

QWidget* EndOfTurnView::firstField() const {
  return m_ui->doneButton;
}

void EndOfTurnView::finish() {
  Q_EMIT acted(practice::EndTurn{});
}

}  // namespace footbridge::gui
