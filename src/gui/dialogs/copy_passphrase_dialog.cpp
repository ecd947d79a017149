// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/copy_passphrase_dialog.h"

#include <utility>

#include "dialogs/ui_copy_passphrase_dialog.h"
#include "gui/dialogs/busy_while.h"
#include "gui/dialogs/dialog_fit.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/look/look.h"
#include "gui/steps/couple.h"

namespace footbridge::gui {

CopyPassphraseDialog::CopyPassphraseDialog(const Partner& owner, const std::optional<Partner>& other, Why why,
                                           Attempt attempt, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::CopyPassphraseDialog>()), m_attempt(std::move(attempt)) {
  m_ui->setupUi(this);
  wrapButtons(*m_ui->buttonsFrame);
  const QString name = nameToSay(owner, other);
  look::setRole(m_ui->openButton, owner.id == PartnerId::A ? "a" : "b");
  m_ui->titleLabel->setText(tr("%1, the other copy’s passphrase").arg(name));
  m_ui->leadLabel->setText(
      why == Why::Join ? tr("That copy was locked with another passphrase than the one that you have today, maybe an "
                            "older one. With it, what you wrote there comes in too. Nothing has changed yet.")
                       : tr("Words of yours came with another copy of this journal. They are safe here, still closed, "
                            "and wait for the passphrase that the copy had then."));
  m_ui->laterLabel->setText(why == Why::Join
                                ? tr("If it does not come to mind, leave it for now: both files stay as they are.")
                                : tr("If it does not come to mind, leave it for now: they go on waiting."));
  m_ui->refusalLabel->hide();
  connect(m_ui->openButton, &QPushButton::clicked, this, &CopyPassphraseDialog::tryIt);
  connect(m_ui->passphraseField, &PassphraseField::submitted, m_ui->openButton, &QPushButton::click);
  connect(m_ui->passphraseField, &PassphraseField::edited, m_ui->refusalLabel, &QWidget::hide);
  connect(m_ui->laterButton, &QPushButton::clicked, this, &QDialog::reject);
  m_ui->passphraseField->setFocus();
}

CopyPassphraseDialog::~CopyPassphraseDialog() = default;

void CopyPassphraseDialog::tryIt() {
  const bool isEmpty = m_ui->passphraseField->isEmpty();
  std::optional<Passphrase> typed = m_ui->passphraseField->take();
  if (!typed) return refuse(isEmpty ? tr("Type the passphrase of the copy, then press Open.") : tooLongText());
  const Result<void> opened = [&] {
    const BusyWhile busy(*this, *m_ui->openButton, tr("Opening…"));
    return m_attempt(std::move(*typed));
  }();
  if (opened) return accept();
  const bool wrong = opened.error().kind == ErrorKind::WrongPassphrase;
  refuse(wrong ? tr("That did not open the copy. Nothing is lost. Was it one from an earlier time, or from another "
                    "laptop? You can try as often as you like.")
               : refusalText(opened.error()));
}

void CopyPassphraseDialog::refuse(const QString& words) {
  m_ui->refusalLabel->setText(words);
  m_ui->refusalLabel->show();
  fitDialog(*this, *m_ui->scrollArea, 560);
  m_ui->passphraseField->setFocus();
}

void CopyPassphraseDialog::showEvent(QShowEvent* event) {
  fitDialog(*this, *m_ui->scrollArea, 560);
  QDialog::showEvent(event);
}

void CopyPassphraseDialog::done(int result) {
  m_ui->passphraseField->forget();
  QDialog::done(result);
}

}  // namespace footbridge::gui
