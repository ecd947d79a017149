// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/recover_dialog.h"

#include <utility>

#include "dialogs/ui_recover_dialog.h"
#include "gui/dialogs/busy_while.h"
#include "gui/dialogs/dialog_fit.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/look/look.h"
#include "gui/steps/couple.h"

namespace footbridge::gui {
namespace {

constexpr const char* kAside = "aside";  ///< detail of Locked: the code is that of words put aside

}  // namespace

RecoverDialog::RecoverDialog(VaultDoor& door, const Partner& mine, const std::optional<Partner>& other, QWidget* parent,
                             What what)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::RecoverDialog>()),
      m_door(door),
      m_mine(mine),
      m_other(other),
      m_what(what) {
  m_ui->setupUi(this);
  wrapButtons(*m_ui->buttonsFrame);
  m_ui->passphraseForm->setGuessable(m_door.guessableWords());
  look::setRole(m_ui->recoverButton, m_mine.id == PartnerId::A ? "a" : "b");
  m_ui->titleLabel->setText(tr("%1, back in with your recovery code").arg(nameToSay(m_mine, m_other)));
  m_ui->codeHint->setText(m_ui->codeHint->text() + u' ' + codeLettersText());
  m_ui->oursLabel->setVisible(other.has_value());
  m_ui->partnerRow->setVisible(other.has_value());
  if (other) {
    const QString name = nameToSay(*other, m_mine);
    m_ui->oursLabel->setText(tr("What you share is not lost: %1 can let you back in to it. Your own part then begins "
                                "empty, and the old one is put aside, sealed as it is.")
                                 .arg(name));
    m_ui->partnerButton->setText(tr("%1 lets me back in…").arg(name));
  }
  for (QWidget* part : {static_cast<QWidget*>(m_ui->refusalLabel), static_cast<QWidget*>(m_ui->olderRow),
                        static_cast<QWidget*>(m_ui->todayTitle), static_cast<QWidget*>(m_ui->todayField)}) {
    part->hide();
  }
  wire();
  if (m_what == What::Aside) turnToAside();
  m_ui->codeField->setShown(true);
  m_ui->codeField->setFocus();
}

RecoverDialog::~RecoverDialog() = default;

std::optional<RecoveryCode> RecoverDialog::takeCode() {
  return std::exchange(m_code, std::nullopt);
}

void RecoverDialog::wire() {
  connect(m_ui->recoverButton, &QPushButton::clicked, this, &RecoverDialog::recover);
  connect(m_ui->codeField, &PassphraseField::submitted, this, [this] {
    const bool aside = m_what == What::Aside;
    (aside ? static_cast<QWidget*>(m_ui->todayField) : m_ui->passphraseForm)->setFocus();
  });
  connect(m_ui->todayField, &PassphraseField::submitted, m_ui->recoverButton, &QPushButton::click);
  connect(m_ui->todayField, &PassphraseField::edited, m_ui->refusalLabel, &QWidget::hide);
  connect(m_ui->passphraseForm, &NewPassphraseForm::submitted, m_ui->recoverButton, &QPushButton::click);
  connect(m_ui->codeField, &PassphraseField::edited, m_ui->refusalLabel, &QWidget::hide);
  connect(m_ui->codeField, &PassphraseField::edited, m_ui->olderRow, &QWidget::hide);
  connect(m_ui->passphraseForm, &NewPassphraseForm::edited, m_ui->refusalLabel, &QWidget::hide);
  connect(m_ui->olderButton, &QPushButton::clicked, this, &RecoverDialog::goOnWithOlder);
  connect(m_ui->partnerButton, &QPushButton::clicked, this, [this] { done(ByPartner); });
  connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
}

/// The door is opened with the passphrase of today, and the code brings the older words to what is behind it.
void RecoverDialog::turnToAside() {
  m_what = What::Aside;
  const QString name = m_other ? nameToSay(*m_other, m_mine) : tr("your partner");
  m_ui->titleLabel->setText(tr("%1, your words from before").arg(nameToSay(m_mine, m_other)));
  m_ui->leadLabel->setText(tr("They were put aside when %1 let you back in, sealed as they were, and they are safe. "
                              "Their own code brings them back to the words that you have now.")
                               .arg(name));
  m_ui->codeLabel->setText(tr("Their recovery code, or the passphrase of then"));
  m_ui->codeHint->setText(tr("For a code, capitals or small letters, with or without gaps: all the same.") + u' ' +
                          codeLettersText());
  m_ui->recoverButton->setText(tr("Bring them back"));
  m_ui->passphraseForm->forget();
  m_ui->passphraseForm->hide();
  m_ui->noCodeFrame->hide();
  m_ui->todayTitle->show();
  m_ui->todayField->show();
}

QString RecoverDialog::missing() {
  if (m_ui->codeField->isEmpty()) {
    m_ui->codeField->setFocus();
    return tr("First the code, as you wrote it down.");
  }
  if (m_what == What::Door) return m_ui->passphraseForm->askForRest();
  if (!m_ui->todayField->isEmpty()) return {};
  m_ui->todayField->setFocus();
  return tr("Then the passphrase that you have today.");
}

// Both stay in their lines until it worked: one slip in a long code must not mean typing all of it again.
Result<RecoveryCode> RecoverDialog::tryIt() {
  const bool aside = m_what == What::Aside;
  const std::optional<Passphrase> code = m_ui->codeField->peek();
  const std::optional<Passphrase> passphrase = aside ? m_ui->todayField->peek() : m_ui->passphraseForm->peek();
  const BusyWhile busy(*this, *m_ui->recoverButton, tr("Opening…"));
  if (!code || !passphrase) return Error{ErrorKind::WrongCode};
  // Asked first also where the door is open: a slip here would become the passphrase.
  if (aside) {
    if (auto opened = m_door.unlock(m_mine.id, *passphrase); !opened) return opened.error();
  }
  return m_door.recover(m_mine.id, *code, *passphrase);
}

void RecoverDialog::recover() {
  if (const QString words = missing(); !words.isEmpty()) return refuse(words);
  Result<RecoveryCode> opened = tryIt();
  if (!opened) return settle(opened.error());
  m_code = std::move(opened).value();
  accept();
}

void RecoverDialog::settle(const Error& error) {
  if (error.kind == ErrorKind::Locked && error.detail == kAside) {
    turnToAside();
    refuse(
        tr("This code opens your words from before. Nothing was changed. Type the passphrase that you have today, "
           "and they come back. If you have forgotten that one, use its own code first."));
    return m_ui->todayField->setFocus();
  }
  refuse(error.kind == ErrorKind::WrongPassphrase
             ? tr("That is not the passphrase of today. Nothing was changed. Try once more, a little slower.")
             : refusalText(error));
  m_refusal = error;
  m_ui->olderRow->setVisible(error.kind == ErrorKind::RolledBack);
  (error.kind == ErrorKind::WrongPassphrase ? m_ui->todayField : m_ui->codeField)->setFocus();
}

void RecoverDialog::goOnWithOlder() {
  const auto taken = m_door.accept(m_refusal);
  refuse(taken ? tr("This copy it is, then. Press “%1” once more.").arg(m_ui->recoverButton->text())
               : refusalText(taken.error()));
}

void RecoverDialog::refuse(const QString& words) {
  m_ui->olderRow->hide();
  m_ui->refusalLabel->setText(words);
  m_ui->refusalLabel->show();
}

void RecoverDialog::showEvent(QShowEvent* event) {
  fitDialog(*this, *m_ui->scrollArea, m_what == What::Door ? 960 : 640);
  QDialog::showEvent(event);
}

void RecoverDialog::done(int result) {
  m_ui->codeField->forget();
  m_ui->todayField->forget();
  m_ui->passphraseForm->forget();
  QDialog::done(result);
}

}  // namespace footbridge::gui
