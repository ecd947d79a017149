// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/locked_view.h"

#include <QLabel>
#include <QPushButton>

#include "widgets/steps/ui_locked_view.h"

namespace footbridge::gui {

LockedView::LockedView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::LockedView>()) {
  m_ui->setupUi(this);
  const PartnerId who = showing.body<practice::LockedScreen>().who;
  const QString name = showing.setting.couple.name(who);
  m_ui->titleLabel->setText(tr("%1, this part is locked").arg(name));
  m_ui->textLabel->setText(tr("To go on, open it with your passphrase. Nothing of yours is shown to anyone else."));
  m_ui->doneButton->setText(tr("Open it"));
  setRole(m_ui->doneButton, tintOf(who));
  connect(m_ui->doneButton, &QPushButton::clicked, this, &LockedView::unlockAsked);
}

LockedView::~LockedView() = default;

QWidget* LockedView::firstField() const {
  return m_ui->doneButton;
}

}  // namespace footbridge::gui
