// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/protect_dialog.h"

#include <utility>

#include "dialogs/ui_protect_dialog.h"
#include "gui/dialogs/busy_while.h"
#include "gui/dialogs/dialog_fit.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/look/look.h"
#include "gui/steps/couple.h"

namespace footbridge::gui {

ProtectDialog::ProtectDialog(VaultDoor& door, const Partner& mine, const std::optional<Partner>& other, Why why,
                             QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ProtectDialog>()), m_door(door), m_mine(mine), m_why(why) {
  m_ui->setupUi(this);
  wrapButtons(*m_ui->buttonsFrame);
  m_ui->passphraseForm->setGuessable(m_door.guessableWords());
  look::setRole(m_ui->protectButton, m_mine.id == PartnerId::A ? "a" : "b");
  sayWho(other);
  sayWhy(why);
  wire();
  m_ui->refusalLabel->hide();
  m_ui->passphraseForm->setFocus();
}

ProtectDialog::~ProtectDialog() = default;

std::optional<RecoveryCode> ProtectDialog::takeCode() {
  return std::exchange(m_code, std::nullopt);
}

void ProtectDialog::sayWho(const std::optional<Partner>& other) {
  const QString mine = nameToSay(m_mine, other);
  look::setTint(m_ui->aloneLabel, look::tintOf(m_mine.id));
  m_ui->aloneLabel->setText(
      other ? tr("For %1 alone. %2, please look away for two minutes.").arg(mine, nameToSay(*other, m_mine))
            : tr("For %1 alone.").arg(mine));
}

void ProtectDialog::sayWhy(Why why) {
  const bool mayStayOpen = why == Why::SealedTurn || why == Why::WeeklyLook;
  m_ui->openStillButton->setVisible(mayStayOpen);
  // Beside another way to go on, "Not now" would leave it open what waits.
  if (mayStayOpen) m_ui->cancelButton->setText(tr("Go back"));
  switch (why) {
    case Why::FirstPrivateLine:
      m_ui->leadLabel->setText(
          tr("A line just for you needs a lock first. Until then, anyone with this laptop could read it."));
      break;
    case Why::SealedTurn:
      m_ui->leadLabel->setText(
          tr("What you write next stays yours until you open it. A passphrase locks it. You can go on without "
             "one, but then anyone with this laptop could read it."));
      break;
    case Why::WeeklyLook:
      m_ui->leadLabel->setText(
          tr("Your answers stay yours until you open them. A passphrase locks them. You can go on without one, "
             "but then anyone with this laptop could read them."));
      break;
    case Why::BeforeJoining:
      m_ui->leadLabel->setText(
          tr("What you wrote so far stays yours alone. A passphrase locks it before somebody else comes in."));
      break;
    case Why::OwnWish:
      m_ui->leadLabel->setText(
          tr("It locks what you write for yourself. Without it, anyone with this laptop can read it."));
      break;
    case Why::Change:
      m_ui->titleLabel->setText(tr("A new passphrase"));
      m_ui->leadLabel->setText(
          tr("The old one stops working here, and so does the old recovery code. Backups made before still open with "
             "the old one."));
      m_ui->protectButton->setText(tr("Use the new one"));
      break;
    case Why::LetIn:
      m_ui->titleLabel->setText(tr("A new passphrase, and a new beginning"));
      m_ui->leadLabel->setText(
          tr("What you share opens again, and your own part begins empty. What you wrote before is put aside as it is: "
             "should the old code turn up, it brings it back."));
      m_ui->protectButton->setText(tr("Come back in"));
      break;
  }
}

void ProtectDialog::wire() {
  connect(m_ui->protectButton, &QPushButton::clicked, this, &ProtectDialog::protect);
  connect(m_ui->passphraseForm, &NewPassphraseForm::submitted, m_ui->protectButton, &QPushButton::click);
  connect(m_ui->passphraseForm, &NewPassphraseForm::edited, m_ui->refusalLabel, &QWidget::hide);
  connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_ui->openStillButton, &QPushButton::clicked, this, [this] { done(OpenStill); });
}

void ProtectDialog::protect() {
  const QString missing = m_ui->passphraseForm->askForRest();
  if (!missing.isEmpty()) return refuse(missing);
  const std::optional<Passphrase> chosen = m_ui->passphraseForm->take();
  Result<RecoveryCode> locked = [&] {
    const BusyWhile busy(*this, *m_ui->protectButton, tr("Locking…"));
    return m_why == Why::LetIn ? m_door.readmit(m_mine.id, *chosen) : m_door.protect(m_mine.id, *chosen);
  }();
  if (!locked) {
    refuse(refusalText(locked.error()));
    m_ui->passphraseForm->setFocus();
    return;
  }
  m_code = std::move(locked).value();
  accept();
}

void ProtectDialog::refuse(const QString& words) {
  m_ui->refusalLabel->setText(words);
  m_ui->refusalLabel->show();
}

void ProtectDialog::showEvent(QShowEvent* event) {
  fitDialog(*this, *m_ui->scrollArea, 960);
  QDialog::showEvent(event);
}

void ProtectDialog::done(int result) {
  m_ui->passphraseForm->forget();
  QDialog::done(result);
}

}  // namespace footbridge::gui
