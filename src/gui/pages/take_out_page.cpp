// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/take_out_page.h"

#include "gui/dialogs/privacy_words.h"
#include "gui/look/look.h"
#include "gui/steps/couple.h"
#include "gui/widgets/columns.h"
#include "gui/widgets/leave_on_escape.h"
#include "pages/ui_take_out_page.h"

namespace footbridge::gui {

TakeOutPage::TakeOutPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::TakeOutPage>()) {
  m_ui->setupUi(this);
  for (QPushButton* back : {m_ui->backButton, m_ui->keepButton, m_ui->stayButton}) {
    connect(back, &QPushButton::clicked, this, &TakeOutPage::backAsked);
  }
  leaveOnEscape(*this, *m_ui->backButton);
  connect(m_ui->copyButton, &QPushButton::clicked, this, &TakeOutPage::copyAsked);
  connect(m_ui->firstButton, &QPushButton::clicked, this, [this] { ask(true); });
  connect(m_ui->secondButton, &QPushButton::clicked, this, &TakeOutPage::confirmed);
}

TakeOutPage::~TakeOutPage() = default;

void TakeOutPage::showPart(const Partner& mine, const Partner& other, bool hasPutAside) {
  const QString me = nameToSay(mine, other);
  const QString you = nameToSay(other, mine);
  m_ui->leadLabel->setText(
      tr("This is yours to decide, %1. %2 is not asked, and nothing is sent anywhere.").arg(me, you));
  QString goes = tr("Everything in your own part: your notes, your looks, your answers.");
  const QString next = QStringLiteral("\n\n");
  if (hasPutAside) goes += next + tr("Your words that were put aside. After this, their code opens nothing here.");
  goes += next + tr("Your passphrase and your recovery code.");
  goes += next + tr("Your words in what is for both: your lines become empty.");
  goes += next + tr("The older backups here. A new one is made of what stays.");
  m_ui->goesLabel->setText(goes);
  m_ui->staysLabel->setText(tr("All that %1 wrote, here and in what is for both.\n\nWhat the two of you agreed on.\n\n"
                               "What was read is remembered. And a copy that somebody made elsewhere is out of reach "
                               "from here.")
                                .arg(you));
  m_ui->secondLabel->setText(
      tr("After this, nobody can bring your part back, and neither can we. %1’s part is as it was.").arg(you));
  m_ui->refusalLabel->hide();
  ask(false);
}

void TakeOutPage::ask(bool again) {
  m_ui->firstCard->setVisible(!again);
  m_ui->secondCard->setVisible(again);
  (again ? m_ui->stayButton : m_ui->keepButton)->setFocus();
}

void TakeOutPage::showRefusal(const Error& error) {
  m_ui->refusalLabel->setText(refusalText(error));
  m_ui->refusalLabel->show();
  ask(false);
}

void TakeOutPage::hideEvent(QHideEvent* event) {
  ask(false);
  QWidget::hideEvent(event);
}

}  // namespace footbridge::gui
