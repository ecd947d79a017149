// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/viewing_form.h"

#include "gui/look/look.h"
#include "gui/widgets/choice_group.h"
#include "practice/watch.h"
#include "widgets/ui_viewing_form.h"

namespace footbridge::gui {

ViewingForm::ViewingForm(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ViewingForm>()) {
  m_ui->setupUi(this);
  setFocusProxy(m_ui->titleEdit);
  newChoiceGroup(this, {m_ui->aChip, m_ui->bChip, m_ui->bothChip});
  connect(m_ui->keepButton, &QPushButton::clicked, this, &ViewingForm::keep);
  connect(m_ui->titleEdit, &QLineEdit::returnPressed, this, &ViewingForm::keep);
  connect(m_ui->titleEdit, &QLineEdit::textEdited, m_ui->problemLabel, &QWidget::hide);
  connect(m_ui->titleEdit, &QLineEdit::textEdited, this, &ViewingForm::titleEdited);
  connect(m_ui->cancelButton, &QPushButton::clicked, this, &ViewingForm::cancelled);
  clear();
}

ViewingForm::~ViewingForm() = default;

void ViewingForm::showWords(const ViewingWords& words, const Couple& couple, const QString& plan,
                            const QString& keepText) {
  m_ui->titleEdit->setText(QString::fromStdString(words.title));
  m_ui->aChip->setText(couple.name(PartnerId::A));
  m_ui->bChip->setText(couple.name(PartnerId::B));
  m_ui->aChip->setChecked(words.suggestedBy == PartnerId::A);
  m_ui->bChip->setChecked(words.suggestedBy == PartnerId::B);
  m_ui->bothChip->setChecked(!words.suggestedBy);
  for (QPushButton* chip : {m_ui->aChip, m_ui->bChip, m_ui->bothChip})
    chip->setAccessibleDescription(m_ui->whoPrompt->text());
  m_ui->countsBox->setText(tr("Counts for “%1”").arg(plan));
  m_ui->countsBox->setChecked(words.inPlan);
  m_ui->countsBox->setVisible(!plan.isEmpty());
  m_ui->keepButton->setText(keepText);
  m_ui->problemLabel->hide();
}

void ViewingForm::clear() {
  m_ui->titleEdit->setText(QString());  // clear() could be undone
  m_ui->problemLabel->hide();
}

QString ViewingForm::title() const {
  return m_ui->titleEdit->text();
}

void ViewingForm::setTitle(const QString& title) {
  m_ui->titleEdit->setText(title);
}

void ViewingForm::keep() {
  const auto title = practice::titleFrom(m_ui->titleEdit->text().toStdString());
  if (!title) {
    m_ui->problemLabel->setText(tr("There is no title yet. A few letters are enough."));
    m_ui->problemLabel->show();
    m_ui->titleEdit->setFocus();
    return;
  }
  ViewingWords words{*title, std::nullopt, m_ui->countsBox->isChecked() && !m_ui->countsBox->isHidden()};
  if (m_ui->aChip->isChecked()) words.suggestedBy = PartnerId::A;
  if (m_ui->bChip->isChecked()) words.suggestedBy = PartnerId::B;
  Q_EMIT kept(words);
}

}  // namespace footbridge::gui
