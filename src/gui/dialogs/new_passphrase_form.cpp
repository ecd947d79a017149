// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/new_passphrase_form.h"

#include "dialogs/ui_new_passphrase_form.h"
#include "gui/dialogs/privacy_words.h"

namespace footbridge::gui {

NewPassphraseForm::NewPassphraseForm(QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::NewPassphraseForm>()) {
  m_ui->setupUi(this);
  setFocusProxy(m_ui->firstField);
  connect(m_ui->firstField, &PassphraseField::edited, this, &NewPassphraseForm::showStrength);
  connect(m_ui->firstField, &PassphraseField::edited, this, &NewPassphraseForm::showMatch);
  connect(m_ui->secondField, &PassphraseField::edited, this, &NewPassphraseForm::showMatch);
  connect(m_ui->firstField, &PassphraseField::edited, this, &NewPassphraseForm::edited);
  connect(m_ui->secondField, &PassphraseField::edited, this, &NewPassphraseForm::edited);
  connect(m_ui->firstField, &PassphraseField::submitted, m_ui->secondField, qOverload<>(&QWidget::setFocus));
  connect(m_ui->secondField, &PassphraseField::submitted, this, &NewPassphraseForm::submitted);
  showStrength();
  showMatch();
}

NewPassphraseForm::~NewPassphraseForm() {
  forget();
}

void NewPassphraseForm::setGuessable(std::vector<std::string> words) {
  m_guessable = std::move(words);
  showStrength();
}

QString NewPassphraseForm::askForRest() {
  if (!strongEnough()) {
    m_ui->firstField->setFocus();
    return m_ui->firstField->isEmpty() ? tr("First, a passphrase of your own.")
           : isTooLong()               ? tooLongText()
                                       : tr("This one would be found too soon. Add another word.");
  }
  if (same()) return {};
  m_ui->secondField->setFocus();
  return m_ui->secondField->isEmpty() ? tr("Once more the same, so that no slip of a finger locks you out.")
                                      : tr("The two are not the same. Type the second one again, a little slower.");
}

std::optional<Passphrase> NewPassphraseForm::peek() const {
  if (!strongEnough() || !same()) return std::nullopt;
  return m_ui->firstField->peek();
}

std::optional<Passphrase> NewPassphraseForm::take() {
  if (!strongEnough() || !same()) return std::nullopt;
  m_ui->secondField->forget();
  return m_ui->firstField->take();
}

void NewPassphraseForm::forget() {
  m_ui->firstField->forget();
  m_ui->secondField->forget();
}

bool NewPassphraseForm::strongEnough() const {
  const std::optional<Passphrase> typed = m_ui->firstField->peek();
  return typed && strengthOf(*typed, m_guessable).enough();
}

bool NewPassphraseForm::isTooLong() const {
  return !m_ui->firstField->isEmpty() && !m_ui->firstField->peek();
}

bool NewPassphraseForm::same() const {
  return m_ui->firstField->sameAs(*m_ui->secondField);
}

void NewPassphraseForm::showStrength() {
  const std::optional<Passphrase> typed = m_ui->firstField->peek();
  m_ui->strengthLabel->setText(typed         ? strengthText(strengthOf(*typed, m_guessable))
                               : isTooLong() ? tooLongText()
                                             : tr("Four or five words in a row are easy to keep and hard to guess."));
}

void NewPassphraseForm::showMatch() {
  const bool begun = !m_ui->secondField->isEmpty();
  m_ui->matchLabel->setText(!begun ? QString() : same() ? tr("The two are the same.") : tr("Not the same yet."));
}

}  // namespace footbridge::gui
