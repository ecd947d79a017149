// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/first_minute_page.h"

#include "pages/ui_first_minute_page.h"

namespace footbridge::gui {
namespace {

std::optional<PartnerName> nameIn(const QLineEdit& edit) {
  return PartnerName::from(edit.text().toStdString());
}

bool refused(const QLineEdit& edit) {
  return !edit.text().trimmed().isEmpty() && !nameIn(edit);
}

}  // namespace

FirstMinutePage::FirstMinutePage(QWidget* parent) : Page(parent), m_ui(std::make_unique<Ui::FirstMinutePage>()) {
  m_ui->setupUi(this);
  beginAt(m_ui->firstEdit);
  wireButtons();
}

FirstMinutePage::~FirstMinutePage() = default;

void FirstMinutePage::wireButtons() {
  for (QLineEdit* edit : {m_ui->firstEdit, m_ui->secondEdit})
    connect(edit, &QLineEdit::textChanged, this, &FirstMinutePage::checkNames);
  connect(m_ui->firstEdit, &QLineEdit::returnPressed, this, &FirstMinutePage::goOn);
  connect(m_ui->secondEdit, &QLineEdit::returnPressed, this, &FirstMinutePage::begin);
  connect(m_ui->beginButton, &QPushButton::clicked, this, &FirstMinutePage::begin);
  connect(m_ui->aloneButton, &QPushButton::toggled, this, &FirstMinutePage::showAlone);
  connect(m_ui->openButton, &QPushButton::clicked, this, &FirstMinutePage::openAsked);
  connect(m_ui->rehearsalButton, &QPushButton::clicked, this, &FirstMinutePage::rehearsalAsked);
  connect(m_ui->safetyButton, &QPushButton::clicked, this, &FirstMinutePage::safetyAsked);
}

void FirstMinutePage::showAlone(bool alone) {
  m_ui->secondBox->setVisible(!alone);
  m_ui->titleLabel->setText(alone ? tr("Who are you?") : tr("Who are the two of you?"));
  checkNames();
}

void FirstMinutePage::checkNames() {
  const bool alone = m_ui->aloneButton->isChecked();
  const bool strange = refused(*m_ui->firstEdit) || (!alone && refused(*m_ui->secondEdit));
  const QString first = m_ui->firstEdit->text().trimmed();
  const bool oneName =
      !alone && !first.isEmpty() && first.compare(m_ui->secondEdit->text().trimmed(), Qt::CaseInsensitive) == 0;
  // No reason to refuse: their colours tell them apart, though not to every eye.
  showProblem(strange   ? tr("That name does not fit. Up to 40 letters on one line will do.")
              : oneName ? tr("You share a name. With a nickname for one of you, every page says whose turn it is.")
                        : QString());
}

void FirstMinutePage::begin() {
  const bool alone = m_ui->aloneButton->isChecked();
  const auto first = nameIn(*m_ui->firstEdit);
  const auto second = nameIn(*m_ui->secondEdit);
  if (first && (alone || second)) {
    Q_EMIT named(*first, alone ? std::nullopt : second);
    return;
  }
  QLineEdit* missing = first ? m_ui->secondEdit : m_ui->firstEdit;
  missing->setFocus(Qt::OtherFocusReason);
  if (!missing->text().trimmed().isEmpty()) return;  // what is wrong with it has been said
  showProblem(first ? tr("And a name for your partner. A nickname will do.")
                    : tr("A name for you. A nickname will do."));
}

/// Enter in the first field goes on to the second while that is empty.
void FirstMinutePage::goOn() {
  const bool isNext = !m_ui->aloneButton->isChecked() && nameIn(*m_ui->firstEdit) && m_ui->secondEdit->text().isEmpty();
  if (!isNext) return begin();
  m_ui->secondEdit->setFocus(Qt::OtherFocusReason);
}

void FirstMinutePage::showProblem(const QString& words) {
  m_ui->problemLabel->setText(words);
  m_ui->problemLabel->setVisible(!words.isEmpty());
}

}  // namespace footbridge::gui
