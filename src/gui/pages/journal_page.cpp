// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/journal_page.h"

#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/calendar.h"
#include "gui/look/look.h"
#include "gui/widgets/columns.h"
#include "gui/widgets/leave_on_escape.h"
#include "gui/widgets/new_label.h"
#include "gui/widgets/page_scroll.h"
#include "pages/ui_journal_page.h"

namespace footbridge::gui {
namespace {

QString lastWords(const JournalContent::Backups& backups, Day today) {
  if (backups.unreadable)
    return JournalPage::tr(
        "Their folder cannot be read just now, so nobody can tell how they stand. Please look at it.");
  if (!backups.lastGood) return JournalPage::tr("There is no backup yet. One is made when you close the journal.");
  return JournalPage::tr("The last good one is from %1.").arg(agoWords(*backups.lastGood, today));
}

QString drillWords(const JournalContent::Backups& backups, Day today) {
  if (!backups.lastDrill) return JournalPage::tr("Once a month Footbridge tests one by reading it through.");
  return JournalPage::tr("Read back and found whole on %1.").arg(dayWords(*backups.lastDrill, today));
}

void say(QLabel* label, const QString& words) {
  label->setText(words);
  label->setVisible(!words.isEmpty());
}

}  // namespace

JournalPage::JournalPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::JournalPage>()) {
  m_ui->setupUi(this);
  wire();
}

JournalPage::~JournalPage() = default;

void JournalPage::wire() {
  connect(m_ui->backButton, &QPushButton::clicked, this, &JournalPage::backAsked);
  leaveOnEscape(*this, *m_ui->backButton);
  connect(m_ui->whereButton, &QPushButton::toggled, this, [this](bool open) {
    m_ui->whereBox->setVisible(open);
    m_ui->whereButton->setText(open ? tr("Close") : tr("Where exactly?"));
  });
  connect(m_ui->waitingButton, &QPushButton::clicked, this, &JournalPage::waitingAsked);
  connect(m_ui->asideButton, &QPushButton::clicked, this, &JournalPage::asideAsked);
  connect(m_ui->backUpButton, &QPushButton::clicked, this, &JournalPage::backUpAsked);
  connect(m_ui->bringBackButton, &QPushButton::toggled, m_ui->listBox, &QWidget::setVisible);
  connect(m_ui->removeOlderButton, &QPushButton::clicked, this, &JournalPage::removeOlderAsked);
  connect(m_ui->keepOlderButton, &QPushButton::clicked, this, &JournalPage::keepOlderAsked);
  connect(m_ui->whoButton, &QPushButton::clicked, this, &JournalPage::whoAsked);
  connect(m_ui->readButton, &QPushButton::clicked, this, [this] { take(Format::ToRead); });
  connect(m_ui->tableButton, &QPushButton::clicked, this, [this] { take(Format::Table); });
  connect(m_ui->everythingButton, &QPushButton::clicked, this, [this] { take(Format::Everything); });
  connect(m_ui->importButton, &QPushButton::clicked, this, &JournalPage::importAsked);
  connect(m_ui->deletedButton, &QPushButton::clicked, this, &JournalPage::deletedAsked);
  connect(m_ui->mergeButton, &QPushButton::clicked, this, &JournalPage::mergeAsked);
  connect(m_ui->mergeCopyButton, &QPushButton::clicked, this, &JournalPage::mergeCopyAsked);
  connect(m_ui->leaveButton, &QPushButton::clicked, this, &JournalPage::takeOutAsked);
  connect(m_ui->joinNameEdit, &QLineEdit::textChanged, this, &JournalPage::checkName);
  connect(m_ui->joinNameEdit, &QLineEdit::returnPressed, m_ui->joinButton, &QPushButton::click);
  connect(m_ui->joinButton, &QPushButton::clicked, this, [this] {
    if (const auto name = PartnerName::from(m_ui->joinNameEdit->text().toStdString())) Q_EMIT joinAsked(*name);
  });
}

void JournalPage::showJournal(const JournalContent& content) {
  showFile(content);
  m_ui->copyCard->setVisible(!content.otherCopy.isEmpty() && !content.readOnly);
  m_ui->copyLabel->setText(
      tr("“%1” may hold notes that this one lacks. Joining them loses neither.").arg(content.otherCopy));
  m_ui->backupCard->setVisible(content.backups.has_value());
  m_ui->olderCard->setVisible(content.backups && content.backups->olderLie);
  if (content.backups) showBackups(content);
  m_ui->takeCard->setVisible(content.mayExchange);
  m_ui->bringCard->setVisible(content.mayExchange && !content.readOnly);
  showPeople(content);
  // Nor does a column with no card in it keep its place.
  for (QWidget* column : {m_ui->leftCards, m_ui->rightCards})
    column->setHidden(
        std::ranges::all_of(column->findChildren<QFrame*>(Qt::FindDirectChildrenOnly), &QWidget::isHidden));
  showNotice({});
}

// Long paths are for who asks for them; the name and the folder are enough to find a file by.
void JournalPage::showFile(const JournalContent& content) {
  const QFileInfo file(content.path);
  const QString where = tr("“%1”, in the folder “%2”").arg(file.fileName(), file.absoluteDir().dirName());
  QString words = tr("In memory alone; nothing is kept.");
  const bool hereAlone = content.syncedBy.isEmpty() && !content.unprovenDisk;
  if (!content.path.isEmpty()) words = hereAlone ? tr("%1, on this laptop alone.").arg(where) : where;
  m_ui->fileLabel->setText(words);
  m_ui->whereRow->setVisible(!content.path.isEmpty());
  m_ui->whereButton->setChecked(false);
  m_ui->pathEdit->setText(content.path);
  m_ui->pathEdit->setCursorPosition(0);
  m_ui->backupsPathTitle->setVisible(content.backups.has_value());
  m_ui->backupsPathEdit->setVisible(content.backups.has_value());
  if (content.backups) m_ui->backupsPathEdit->setText(content.backups->folder);
  m_ui->syncCard->setVisible(!content.syncedBy.isEmpty());
  m_ui->syncLabel->setText(
      tr("%1 keeps this folder in step with other computers. What lies there is sealed like the journal here. Use it "
         "on one laptop at a time; a folder that stays on this laptop is safer.")
          .arg(content.syncedBy));
  m_ui->diskCard->setVisible(content.unprovenDisk);
  m_ui->waitingCard->setVisible(content.wordsWait && !content.readOnly);
  m_ui->asideCard->setVisible(content.wordsAside && !content.readOnly);
}

void JournalPage::showBackups(const JournalContent& content) {
  const JournalContent::Backups& backups = *content.backups;
  m_ui->lastLabel->setText(lastWords(backups, content.today));
  m_ui->drillLabel->setText(drillWords(backups, content.today));
  say(m_ui->backupProblemLabel, backups.problem);
  m_ui->bringBackButton->setEnabled(!backups.kept.empty());
  m_ui->bringBackButton->setChecked(false);
  showKept(content);
}

void JournalPage::showKept(const JournalContent& content) {
  qDeleteAll(m_ui->listRows->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  const std::vector<JournalContent::Kept>& kept = content.backups->kept;
  QWidget* before = m_ui->bringBackButton;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const QString day = longDayWords(kept[i].made);
    auto* button = newButton("link", kept[i].damaged ? tr("%1 (damaged)").arg(day) : day, m_ui->listRows);
    button->setObjectName(QStringLiteral("kept%1").arg(i));
    button->setAccessibleName(tr("Bring back the backup of %1").arg(day));
    button->setEnabled(!kept[i].damaged);
    connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT restoreAsked(static_cast<int>(i)); });
    m_ui->listRows->layout()->addWidget(button);
    setTabOrder(before, button);
    before = button;
  }
  setTabOrder(before, m_ui->joinNameEdit);
}

// What is one's own is offered to one person alone with it, and the same whether there is anything or not.
void JournalPage::showPeople(const JournalContent& content) {
  const bool one = !content.me.isEmpty();
  m_ui->takeLabel->setText(
      one ? tr("Everything that %1 may read, as a file.").arg(content.me)
          : tr("Everything that is for both of you, as a file. To take your own words too, say who you are."));
  m_ui->whoButton->setVisible(!one);
  m_ui->ownPartBox->setVisible(one && !content.other.isEmpty());
  m_ui->joinCard->setVisible(content.other.isEmpty() && one && !content.readOnly);
  m_ui->leaveCard->setVisible(!content.other.isEmpty() && one && !content.readOnly);
  m_ui->leaveLabel->setText(
      tr("Your own words leave this journal and its backups. What %1 wrote stays.").arg(content.other));
}

void JournalPage::take(Format format) {
  Q_EMIT takeAsked(format, !m_ui->ownPartBox->isHidden() && m_ui->ownPartBox->isChecked());
}

void JournalPage::beginJoin() {
  if (m_ui->joinCard->isHidden()) return;
  m_ui->joinNameEdit->setFocus(Qt::OtherFocusReason);
  PageScroll::follow(*m_ui->joinNameEdit);
}

void JournalPage::checkName() {
  const QString typed = m_ui->joinNameEdit->text();
  const bool fits = PartnerName::from(typed.toStdString()).has_value();
  m_ui->joinButton->setEnabled(fits);
  say(m_ui->joinProblemLabel, fits || typed.trimmed().isEmpty()
                                  ? QString()
                                  : tr("That name does not fit. Up to 40 letters on one line will do."));
}

void JournalPage::showNotice(const QString& words, bool leadsToDeleted) {
  say(m_ui->noticeLabel, words);
  say(m_ui->refusalLabel, {});
  m_ui->deletedRow->setVisible(leadsToDeleted);
}

void JournalPage::showRefusal(const QString& words) {
  showNotice({});
  say(m_ui->refusalLabel, words);
}

}  // namespace footbridge::gui
