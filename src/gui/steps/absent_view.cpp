// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/absent_view.h"

#include <QPushButton>

#include "gui/steps/setting.h"
#include "widgets/steps/ui_absent_view.h"

namespace footbridge::gui {

AbsentView::AbsentView(const Couple& couple, PartnerId missing, bool hasPassphrase, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::AbsentView>()) {
  m_ui->setupUi(this);
  const QString name = couple.name(missing);
  m_ui->titleLabel->setText(tr("This goes on when %1 is here").arg(name));
  const QString kept = tr("It stays where you left it. What each of you wrote is put away until then.");
  const QString ready =
      tr("%1 has no passphrase yet. Press the button, and each of you says that you are ready. Then it goes on here.")
          .arg(name);
  m_ui->textLabel->setText(hasPassphrase ? kept : kept + u' ' + ready);
  m_ui->doneButton->setText(tr("%1 is here").arg(name));
  m_ui->backButton->setText(tr("Back to Today"));
  connect(m_ui->doneButton, &QPushButton::clicked, this, &AbsentView::cameAsked);
  connect(m_ui->backButton, &QPushButton::clicked, this, &AbsentView::backAsked);
}

AbsentView::~AbsentView() = default;

QWidget* AbsentView::firstField() const {
  return m_ui->backButton;
}

}  // namespace footbridge::gui
