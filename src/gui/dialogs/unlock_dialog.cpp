// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/unlock_dialog.h"

#include "dialogs/ui_unlock_dialog.h"
#include "gui/dialogs/busy_while.h"
#include "gui/dialogs/dialog_fit.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/look/look.h"
#include "gui/steps/couple.h"

namespace footbridge::gui {

UnlockDialog::UnlockDialog(VaultDoor& door, const Partner& partner, Why why, QWidget* parent,
                           const std::optional<Partner>& other)
    : QDialog(parent), m_ui(std::make_unique<Ui::UnlockDialog>()), m_door(door), m_partner(partner) {
  m_ui->setupUi(this);
  look::setRole(m_ui->openButton, m_partner.id == PartnerId::A ? "a" : "b");
  sayWhy(why, other);
  wire();
  m_ui->refusalLabel->hide();
  m_ui->olderRow->hide();
  resize(widthFor(*this, 520), sizeHint().height());
  m_ui->passphraseField->setFocus();
}

UnlockDialog::~UnlockDialog() = default;

void UnlockDialog::sayWhy(Why why, const std::optional<Partner>& other) {
  const QString name = nameToSay(m_partner, other);
  m_ui->titleLabel->setText(tr("%1, your passphrase").arg(name));
  m_ui->leadLabel->setText(why == Why::GoOn ? tr("It opens your own words, for you alone.")
                                            : tr("First the one that you have now. Then you choose a new one."));
  if (why != Why::LetIn || !other) return;
  m_ui->forgottenButton->hide();
  m_ui->leadLabel->setText(tr("With it you let %1 back in to what you share. Your own words stay yours, and what %1 "
                              "wrote before stays closed.")
                               .arg(nameToSay(*other, m_partner)));
}

void UnlockDialog::wire() {
  connect(m_ui->openButton, &QPushButton::clicked, this, &UnlockDialog::openDoor);
  connect(m_ui->passphraseField, &PassphraseField::submitted, m_ui->openButton, &QPushButton::click);
  connect(m_ui->passphraseField, &PassphraseField::edited, m_ui->refusalLabel, &QWidget::hide);
  connect(m_ui->passphraseField, &PassphraseField::edited, m_ui->olderRow, &QWidget::hide);
  connect(m_ui->olderButton, &QPushButton::clicked, this, &UnlockDialog::goOnWithOlder);
  connect(m_ui->laterButton, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_ui->forgottenButton, &QPushButton::clicked, this, [this] { done(Forgotten); });
}

void UnlockDialog::openDoor() {
  const bool isEmpty = m_ui->passphraseField->isEmpty();
  const std::optional<Passphrase> typed = m_ui->passphraseField->take();
  m_ui->olderRow->hide();
  if (!typed) {
    m_ui->refusalLabel->setText(isEmpty ? tr("Type your passphrase, then press Open.") : tooLongText());
  } else {
    const Result<void> opened = [&] {
      const BusyWhile busy(*this, *m_ui->openButton, tr("Opening…"));
      return m_door.unlock(m_partner.id, *typed);
    }();
    if (opened) return accept();
    m_ui->refusalLabel->setText(refusalText(opened.error()));
    m_refusal = opened.error();
    m_ui->olderRow->setVisible(m_refusal.kind == ErrorKind::RolledBack);
  }
  m_ui->refusalLabel->show();
  growToWords(*this);
  m_ui->passphraseField->setFocus();
}

void UnlockDialog::goOnWithOlder() {
  const auto taken = m_door.accept(m_refusal);
  m_ui->olderRow->hide();
  m_ui->refusalLabel->setText(taken ? tr("This copy it is, then. Type your passphrase once more.")
                                    : refusalText(taken.error()));
  m_ui->passphraseField->setFocus();
}

void UnlockDialog::done(int result) {
  m_ui->passphraseField->forget();
  QDialog::done(result);
}

}  // namespace footbridge::gui
