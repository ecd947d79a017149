// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/recovery_code_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>
#include <array>

#include "dialogs/ui_recovery_code_dialog.h"
#include "gui/dialogs/dialog_fit.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/dialogs/secret_clipboard.h"
#include "gui/look/look.h"
#include "gui/look/type.h"
#include "gui/steps/couple.h"
#include "gui/widgets/new_label.h"
#include "gui/widgets/page_scroll.h"

namespace footbridge::gui {
namespace {

constexpr int kWidth = 680;
constexpr int kCodePixels = 24;
constexpr int kGroupLength = 4;  ///< where the code comes without gaps

/// The two groups that are asked for: the second, and the last but one.
std::array<int, 2> askedFor(qsizetype count) {
  const int last = static_cast<int>(count) - 1;
  return {std::min(1, last), std::max(0, last - 1)};
}

/// As forgiving as the code is when it is used: small letters, and O, I, L and U for what they look like.
bool sameGroup(const QString& typed, const QString& group) {
  QString meant = typed.trimmed().toUpper();
  meant.replace(u'O', u'0').replace(u'I', u'1').replace(u'L', u'1').replace(u'U', u'V');
  return meant == group;
}

/// With its number, by which two of them are asked for again.
void addGroup(int number, const QString& group, QWidget* parent) {
  auto* cell = new QWidget(parent);
  auto* row = new QHBoxLayout(cell);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(look::px(8));
  QLabel* count = newLabel("small", QString::number(number), cell);
  count->setWordWrap(false);
  row->addWidget(count);
  auto* label = new QLabel(group, cell);
  row->addWidget(label, 1);
  label->setObjectName(QStringLiteral("codeGroup%1").arg(number));
  label->setTextFormat(Qt::PlainText);
  // Figures and capitals of one height: old-style ones are lovely to read and hard to copy.
  QFont plain = look::sans(kCodePixels, QFont::DemiBold, look::scale());
  plain.setLetterSpacing(QFont::AbsoluteSpacing, look::px(3));
  label->setFont(plain);
  QStringList letters;
  for (const QChar letter : group) letters << QString(letter);
  label->setAccessibleName(
      RecoveryCodeDialog::tr("Group %1: %2").arg(QString::number(number), letters.join(QLatin1Char(' '))));
}

}  // namespace

RecoveryCodeDialog::RecoveryCodeDialog(RecoveryCode code, const Partner& mine, const std::optional<Partner>& other,
                                       SecretClipboard& clipboard, QWidget* parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::RecoveryCodeDialog>()),
      m_code(std::move(code)),
      m_clipboard(clipboard) {
  m_ui->setupUi(this);
  for (QWidget* line : {m_ui->curtainPageButtons, m_ui->codePageButtons, m_ui->checkPageButtons}) wrapButtons(*line);
  m_ui->pages->setCurrentWidget(m_ui->curtainPage);
  m_ui->skipFrame->hide();
  for (QLabel* hint : {m_ui->lettersLabel, m_ui->checkLettersLabel}) hint->setText(codeLettersText());
  for (QLineEdit* edit : {m_ui->firstGroupEdit, m_ui->secondGroupEdit}) {
    edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhPreferUppercase);
  }
  sayWho(mine, other);
  wire();
  m_ui->showCodeButton->setFocus();
}

RecoveryCodeDialog::~RecoveryCodeDialog() = default;

void RecoveryCodeDialog::sayWho(const Partner& mine, const std::optional<Partner>& other) {
  const QString name = nameToSay(mine, other);
  const char* role = mine.id == PartnerId::A ? "a" : "b";
  for (QPushButton* button : {m_ui->showCodeButton, m_ui->writtenButton, m_ui->doneButton}) look::setRole(button, role);
  m_ui->curtainTitle->setText(tr("Locked. Now a recovery code for %1").arg(name));
  m_ui->curtainLead->setText(
      other ? tr("It is for %1 alone and is shown once. Have pen and paper ready. %2, please look out of the window.")
                  .arg(name, nameToSay(*other, mine))
            : tr("It is shown once. Have pen and paper ready, and look whether anybody can see the screen."));
  m_ui->showCodeButton->setText(tr("I’m %1, show it").arg(name));
}

void RecoveryCodeDialog::wire() {
  connect(m_ui->showCodeButton, &QPushButton::clicked, this, &RecoveryCodeDialog::showCode);
  connect(m_ui->againButton, &QPushButton::clicked, this, &RecoveryCodeDialog::showCode);
  connect(m_ui->copyButton, &QPushButton::clicked, this, &RecoveryCodeDialog::copyCode);
  connect(m_ui->sheetButton, &QPushButton::clicked, this, [this] { Q_EMIT sheetAsked(groups()); });
  connect(m_ui->writtenButton, &QPushButton::clicked, this, &RecoveryCodeDialog::showCheck);
  connect(m_ui->skipButton, &QPushButton::clicked, this, &RecoveryCodeDialog::showSkip);
  connect(m_ui->skipAnywayButton, &QPushButton::clicked, this, &QDialog::accept);
  connect(m_ui->doneButton, &QPushButton::clicked, this, &RecoveryCodeDialog::finishCheck);
  connect(m_ui->firstGroupEdit, &QLineEdit::returnPressed, m_ui->secondGroupEdit, qOverload<>(&QWidget::setFocus));
  connect(m_ui->secondGroupEdit, &QLineEdit::returnPressed, this, &RecoveryCodeDialog::finishCheck);
  connect(&m_clipboard, &SecretClipboard::takenBack, this, [this] { m_ui->copyLabel->setText(tr("Taken back.")); });
  connect(this, &QDialog::finished, this, &RecoveryCodeDialog::hideCode);
}

QStringList RecoveryCodeDialog::groups() const {
  const QString whole = QString::fromUtf8(m_code.text.text().data(), static_cast<qsizetype>(m_code.text.text().size()));
  QStringList parts = whole.split(QLatin1Char('-'), Qt::SkipEmptyParts);
  if (parts.size() > 1) return parts;
  parts.clear();
  for (qsizetype at = 0; at < whole.size(); at += kGroupLength) parts << whole.mid(at, kGroupLength);
  return parts;
}

void RecoveryCodeDialog::showCode() {
  m_warned = false;
  hideCode();
  const QStringList all = groups();
  for (int i = 0; i < all.size(); ++i) addGroup(i + 1, all[i], m_ui->codeColumns);
  m_ui->pages->setCurrentWidget(m_ui->codePage);
  fit();
  m_ui->writtenButton->setDefault(true);
  m_ui->writtenButton->setFocus();
}

void RecoveryCodeDialog::hideCode() {
  qDeleteAll(m_ui->codeColumns->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  m_ui->firstGroupEdit->setText(QString());
  m_ui->secondGroupEdit->setText(QString());
  m_ui->copyLabel->clear();
}

void RecoveryCodeDialog::copyCode() {
  m_clipboard.lend(groups().join(QLatin1Char('-')));
  m_ui->copyLabel->setText(tr("Copied. It is taken back in 15 seconds."));
}

void RecoveryCodeDialog::showSheetSaved(const QString& file) {
  m_ui->copyLabel->setText(tr("Saved as “%1”. Print it soon, then delete the file and empty the bin.").arg(file));
  fit();
}

void RecoveryCodeDialog::showSheetRefused(const Error& error) {
  m_ui->copyLabel->setText(refusalText(error));
  fit();
}

void RecoveryCodeDialog::showCheck() {
  hideCode();
  const std::array<int, 2> asked = askedFor(groups().size());
  m_ui->firstGroupLabel->setText(tr("Group %1").arg(asked[0] + 1));
  m_ui->secondGroupLabel->setText(tr("Group %1").arg(asked[1] + 1));
  m_ui->checkLabel->clear();
  m_ui->firstGroupEdit->setAccessibleDescription(QString());
  m_ui->skipFrame->hide();
  m_ui->skipButton->show();
  m_ui->pages->setCurrentWidget(m_ui->checkPage);
  m_ui->doneButton->setDefault(true);
  m_ui->firstGroupEdit->setFocus();
  PageScroll::follow(*m_ui->firstGroupEdit);
}

void RecoveryCodeDialog::showSkip() {
  m_ui->skipFrame->show();
  m_ui->skipButton->hide();
  fit();
  // Where Enter neither passes over the plain word nor shows the code again; the word is heard with the field.
  m_ui->firstGroupEdit->setAccessibleDescription(m_ui->skipLabel->text());
  m_ui->firstGroupEdit->setFocus();
  PageScroll::follow(*m_ui->firstGroupEdit);
}

void RecoveryCodeDialog::finishCheck() {
  const QStringList all = groups();
  const std::array<int, 2> asked = askedFor(all.size());
  if (!sameGroup(m_ui->firstGroupEdit->text(), all[asked[0]])) {
    m_ui->checkLabel->setText(tr("Group %1 is not the same. You can look at the code once more.").arg(asked[0] + 1));
    return m_ui->firstGroupEdit->setFocus();
  }
  if (!sameGroup(m_ui->secondGroupEdit->text(), all[asked[1]])) {
    m_ui->checkLabel->setText(tr("Group %1 is not the same. You can look at the code once more.").arg(asked[1] + 1));
    return m_ui->secondGroupEdit->setFocus();
  }
  accept();
}

void RecoveryCodeDialog::reject() {
  const bool told = m_ui->pages->currentWidget() == m_ui->checkPage && m_ui->skipFrame->isVisibleTo(this);
  if (told || m_warned) return accept();  // by their own choice, and told what it means
  if (m_ui->pages->currentWidget() == m_ui->curtainPage) return warn();
  if (m_ui->pages->currentWidget() == m_ui->codePage) return showCheck();
  showSkip();
}

/// Nobody has seen the code yet, so there is no paper to look at.
void RecoveryCodeDialog::warn() {
  m_warned = true;
  m_ui->curtainLead->setText(
      tr("The code has not been shown yet. If you forget your passphrase, it is the one way back to your own words. "
         "Show it now, or press Escape once more to go without."));
  fit();
  m_ui->showCodeButton->setFocus();
}

/// To the code, and to the longer page once it has its plain word.
void RecoveryCodeDialog::fit() {
  const bool told = m_ui->skipFrame->isVisibleTo(m_ui->checkPage);
  fitDialog(*this, told ? *m_ui->checkPageScroll : *m_ui->codePageScroll, kWidth);
}

void RecoveryCodeDialog::showEvent(QShowEvent* event) {
  fit();
  QDialog::showEvent(event);
}

}  // namespace footbridge::gui
