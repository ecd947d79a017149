// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/recover_dialog.h"

#include <utility>

#include "dialogs/ui_recover_dialog.h"
#include "gui/dialogs/busy_while.h"
#include "gui/dialogs/dialog_fit.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/look/look.h"

namespace footbridge::gui {

RecoverDialog::RecoverDialog(VaultDoor& door, const Partner& mine, const std::optional<Partner>& other, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::RecoverDialog>()), m_door(door), m_mine(mine) {
  m_ui->setupUi(this);
  m_ui->passphraseForm->setGuessable(m_door.guessableWords());
  look::setRole(m_ui->recoverButton, m_mine.id == PartnerId::A ? "a" : "b");
  m_ui->titleLabel->setText(tr("%1, back in with your recovery code").arg(toQt(m_mine.name.text())));
  m_ui->oursLabel->setVisible(other.has_value());
  m_ui->partnerRow->setVisible(other.has_value());
  if (other) {
    const QString name = toQt(other->name.text());
    m_ui->oursLabel->setText(tr("What you share is not lost: %1 can let you back in to it. Your own part then begins "
                                "empty, and the old one is put aside, sealed as it is.")
                                 .arg(name));
    m_ui->partnerButton->setText(tr("%1 lets me back in…").arg(name));
  }
  m_ui->refusalLabel->hide();
  wire();
  m_ui->codeField->setShown(true);
  m_ui->codeField->setFocus();
}

RecoverDialog::~RecoverDialog() = default;

std::optional<RecoveryCode> RecoverDialog::takeCode() {
  return std::exchange(m_code, std::nullopt);
}

void RecoverDialog::wire() {
  connect(m_ui->recoverButton, &QPushButton::clicked, this, &RecoverDialog::recover);
  connect(m_ui->codeField, &PassphraseField::submitted, m_ui->passphraseForm, qOverload<>(&QWidget::setFocus));
  connect(m_ui->passphraseForm, &NewPassphraseForm::submitted, m_ui->recoverButton, &QPushButton::click);
  connect(m_ui->codeField, &PassphraseField::edited, m_ui->refusalLabel, &QWidget::hide);
  connect(m_ui->passphraseForm, &NewPassphraseForm::edited, m_ui->refusalLabel, &QWidget::hide);
  connect(m_ui->partnerButton, &QPushButton::clicked, this, [this] { done(ByPartner); });
  connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
}

void RecoverDialog::recover() {
  if (m_ui->codeField->isEmpty()) {
    m_ui->codeField->setFocus();
    return refuse(tr("First the code, as you wrote it down."));
  }
  const QString missing = m_ui->passphraseForm->askForRest();
  if (!missing.isEmpty()) return refuse(missing);
  // Both stay in their lines until it worked: one slip in a long code must not mean typing all of it again.
  const std::optional<Passphrase> code = m_ui->codeField->peek();
  const std::optional<Passphrase> chosen = m_ui->passphraseForm->peek();
  Result<RecoveryCode> opened = [&]() -> Result<RecoveryCode> {
    const BusyWhile busy(*this, *m_ui->recoverButton, tr("Opening…"));
    if (!code || !chosen) return Error{ErrorKind::WrongCode};
    return m_door.recover(m_mine.id, *code, *chosen);
  }();
  if (!opened) {
    refuse(refusalText(opened.error()));
    return m_ui->codeField->setFocus();
  }
  m_code = std::move(opened).value();
  accept();
}

void RecoverDialog::refuse(const QString& words) {
  m_ui->refusalLabel->setText(words);
  m_ui->refusalLabel->show();
}

void RecoverDialog::showEvent(QShowEvent* event) {
  fitDialog(*this, *m_ui->scrollArea, 640);
  QDialog::showEvent(event);
}

void RecoverDialog::done(int result) {
  m_ui->codeField->forget();
  m_ui->passphraseForm->forget();
  QDialog::done(result);
}

}  // namespace footbridge::gui
