// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/pause_view.h"

#include <QLabel>

#include "gui/look/look.h"
#include "gui/steps/step_view.h"
#include "widgets/steps/ui_pause_view.h"

namespace footbridge::gui {

PauseView::PauseView(const Couple& couple, QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::PauseView>()) {
  m_ui->setupUi(this);
  const std::pair<QPushButton*, int> times[] = {
      {m_ui->twentyButton, 20}, {m_ui->thirtyButton, 30}, {m_ui->hourButton, 60}};
  for (const auto& [button, minutes] : times) {
    button->setText(tr("In %1 minutes").arg(minutes));
    connect(button, &QPushButton::clicked, this, [this, minutes = minutes] { Q_EMIT planned(minutes); });
  }
  m_isAlone = !couple.a || !couple.b;
  const QString calm = tr("Make tea, walk round the block, put on a song you know by heart.");
  m_ui->calmLabel->setText(m_isAlone ? tr("Go to another room. %1 Let the page rest too.").arg(calm)
                                     : tr("Go to different rooms. %1 Let the talk rest too: no answers to work out, "
                                          "no case to prepare.")
                                           .arg(calm));
  m_ui->readyLabel->setText(m_isAlone ? tr("It goes on when you say so.") : tr("It goes on when both of you say so."));
  m_ui->readyAButton->setText(tr("%1 is ready").arg(couple.name(PartnerId::A)));
  m_ui->readyBButton->setText(tr("%1 is ready").arg(couple.name(PartnerId::B)));
  m_ui->readyAButton->setVisible(couple.a.has_value());
  m_ui->readyBButton->setVisible(couple.b.has_value());
  m_ui->readyAButton->setChecked(!couple.a);
  m_ui->readyBButton->setChecked(!couple.b);
  for (QPushButton* button : {m_ui->readyAButton, m_ui->readyBButton}) {
    connect(button, &QPushButton::toggled, this, [this] {
      if (m_ui->readyAButton->isChecked() && m_ui->readyBButton->isChecked()) Q_EMIT bothReady();
    });
  }
  m_ui->calmFrame->setMaximumWidth(look::px(560));
  showPlan({});
}

PauseView::~PauseView() = default;

QString PauseView::askingWords() const {
  return m_isAlone
             ? tr("Good that you stopped. When do you come back? Twenty minutes or more is a common rule of thumb.")
             : tr("Good that one of you said so. When do you come back? Twenty minutes or more is a common rule of "
                  "thumb.");
}

QString PauseView::waitingWords() const {
  return m_isAlone ? tr("Everything is put away until then. It can wait for another day, too.")
                   : tr("Everything is put away until then. Nothing goes on without both of you. It can wait for "
                        "another day, too.");
}

QWidget* PauseView::firstField() const {
  return m_ui->planHolder->isHidden() ? m_ui->readyAButton : m_ui->twentyButton;
}

void PauseView::showPlan(const QString& until) {
  m_ui->planHolder->setVisible(until.isEmpty());
  m_ui->titleLabel->setText(until.isEmpty() ? tr("Pause") : tr("Back here at %1").arg(until));
  m_ui->textLabel->setText(until.isEmpty() ? askingWords() : waitingWords());
  m_ui->readyHolder->setVisible(!until.isEmpty());
}

}  // namespace footbridge::gui
