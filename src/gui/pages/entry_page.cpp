// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/entry_page.h"

#include <QFrame>
#include <QHideEvent>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <utility>

#include "gui/dialogs/privacy_words.h"
#include "gui/error_text.h"
#include "gui/look/look.h"
#include "gui/pages/entry_page_transcript.h"
#include "gui/widgets/leave_on_escape.h"
#include "gui/widgets/new_label.h"
#include "pages/ui_entry_page.h"

namespace footbridge::gui {
namespace {

QString stateText(AgreementState state) {
  switch (state) {
    case AgreementState::Kept:
      return EntryPage::tr("You kept it.");
    case AgreementState::Changed:
      return EntryPage::tr("You changed it on the way.");
    case AgreementState::Dropped:
      return EntryPage::tr("You let it go. That is fine too.");
    case AgreementState::Open:
      break;
  }
  return EntryPage::tr("Still open. What became of it?");
}

}  // namespace

EntryPage::EntryPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::EntryPage>()) {
  m_ui->setupUi(this);
  wire();
  clear();
}

EntryPage::~EntryPage() = default;

void EntryPage::wire() {
  connect(m_ui->backButton, &QPushButton::clicked, this, &EntryPage::backAsked);
  leaveOnEscape(*this, *m_ui->backButton);
  connect(m_ui->keptButton, &QPushButton::clicked, this, [this] { mark(AgreementState::Kept); });
  connect(m_ui->changedButton, &QPushButton::clicked, this, [this] { mark(AgreementState::Changed); });
  connect(m_ui->droppedButton, &QPushButton::clicked, this, [this] { mark(AgreementState::Dropped); });
  connect(m_ui->undoMarkButton, &QPushButton::clicked, this, [this] {
    if (m_before) mark(*m_before);
  });
  connect(m_ui->editButton, &QPushButton::clicked, this, [this] {
    if (m_id) Q_EMIT editAsked(*m_id);
  });
  connect(m_ui->openLinesButton, &QPushButton::clicked, this, [this] {
    if (m_id) Q_EMIT openLinesAsked(*m_id);
  });
  connect(m_ui->goOnButton, &QPushButton::clicked, this, &EntryPage::goOnAsked);
  connect(m_ui->removeButton, &QPushButton::clicked, this, [this] { setThrown(true); });
  connect(m_ui->forGoodButton, &QPushButton::clicked, this, &EntryPage::askForGood);
  connect(m_ui->versionsButton, &QPushButton::toggled, this, [this](bool open) {
    m_ui->versionsBox->setVisible(open);
    m_ui->versionsButton->setText(open ? tr("Hide earlier versions") : tr("Earlier versions"));
  });
  connect(m_ui->undoButton, &QPushButton::clicked, this, [this] { setThrown(false); });
}

void EntryPage::showWayBack(const QString& words) {
  m_ui->backButton->setText(words);
}

void EntryPage::clear() {
  m_id.reset();
  m_before.reset();
  m_thrown = m_isGone = false;
  for (QLabel* label : {static_cast<QLabel*>(m_ui->dateLabel), static_cast<QLabel*>(m_ui->titleLabel), m_ui->whoTag,
                        static_cast<QLabel*>(m_ui->wordsLabel), static_cast<QLabel*>(m_ui->agreementDetail),
                        static_cast<QLabel*>(m_ui->noticeLabel), static_cast<QLabel*>(m_ui->refusalLabel)}) {
    label->clear();
  }
  clearTranscript(*m_ui->transcriptLayout);
  showVersions({});
  m_mayChange = m_mayOpen = m_isOurs = m_hasVersions = m_askedForGood = false;
  for (QWidget* part : {static_cast<QWidget*>(m_ui->wordsFrame), static_cast<QWidget*>(m_ui->agreementFrame),
                        static_cast<QWidget*>(m_ui->thrownFrame), static_cast<QWidget*>(m_ui->leftOffFrame),
                        static_cast<QWidget*>(m_ui->editButton), static_cast<QWidget*>(m_ui->openLinesButton),
                        static_cast<QWidget*>(m_ui->versionsButton), static_cast<QWidget*>(m_ui->versionsBox),
                        static_cast<QWidget*>(m_ui->removeButton), static_cast<QWidget*>(m_ui->noticeLabel),
                        static_cast<QWidget*>(m_ui->refusalLabel)}) {
    part->hide();
  }
}

void EntryPage::showEntry(const EntryView& entry) {
  clear();
  m_ui->dateLabel->setText(entry.date);
  m_ui->titleLabel->setText(entry.title);
  m_ui->whoTag->setText(entry.who);
  m_ui->whoTag->setVisible(!entry.who.isEmpty());
  look::setTint(m_ui->whoTag, entry.tint);
  std::visit([this](const auto& body) { showBody(body); }, entry.body);
  m_ui->scrollArea->verticalScrollBar()->setValue(0);
  m_ui->backButton->setFocus();
}

void EntryPage::showBody(const NoteView& note) {
  m_id = note.id;
  m_mayChange = note.mayChange;
  m_mayOpen = !note.openTo.isEmpty();
  m_isOurs = note.isOurs;
  m_hasVersions = note.mayChange && !note.earlier.empty();
  m_ui->wordsLabel->setText(note.text);
  m_ui->wordsFrame->show();
  m_ui->openLinesButton->setText(tr("Open to %1…").arg(note.openTo));
  m_ui->removeButton->setText(note.isOurs ? tr("Take it back") : tr("Throw away"));
  showVersions(note.earlier);
  showActions(true);
}

void EntryPage::showActions(bool shown) {
  m_ui->editButton->setVisible(shown && m_mayChange);
  m_ui->openLinesButton->setVisible(shown && m_mayOpen);
  m_ui->versionsButton->setVisible(shown && m_hasVersions);
  m_ui->versionsButton->setChecked(false);
  m_ui->removeButton->setVisible(shown && m_mayChange);
}

void EntryPage::showVersions(const std::vector<VersionView>& earlier) {
  qDeleteAll(m_ui->versionsBox->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
  QWidget* before = m_ui->versionsButton;
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    auto* card = new QFrame(m_ui->versionsBox);
    card->setProperty("look", QStringLiteral("sunk"));
    auto* rows = new QVBoxLayout(card);
    rows->setSpacing(look::px(6));
    rows->addWidget(newLabel("small", earlier[i].when, card));
    rows->addWidget(newLabel("read", earlier[i].text, card));
    auto* again = newButton("link", tr("Let these words stand again"), card);
    again->setObjectName(QStringLiteral("version%1").arg(i));
    again->setAccessibleDescription(earlier[i].when);
    rows->addWidget(again, 0, Qt::AlignLeft);
    connect(again, &QPushButton::clicked, this, [this, i] {
      if (m_id) Q_EMIT versionAsked(*m_id, static_cast<int>(i));
    });
    m_ui->versionsBox->layout()->addWidget(card);
    setTabOrder(before, again);
    before = again;
  }
}

void EntryPage::showBody(const AgreementView& agreement) {
  m_id = agreement.id;
  m_ui->titleLabel->setText(agreement.what);
  m_ui->agreementDetail->setText(agreement.detail);
  m_ui->agreementDetail->setVisible(!agreement.detail.isEmpty());
  m_ui->agreementFrame->show();
  m_state = agreement.state;
  showMarked(agreement.state);
}

void EntryPage::showBody(const TranscriptView& transcript) {
  m_ui->leftOffFrame->setVisible(transcript.mayGoOn);
  fillTranscript(*m_ui->transcriptLayout, transcript, [this](const StepId& step) { Q_EMIT takeBackAsked(step); });
}

void EntryPage::mark(AgreementState state) {
  m_ui->refusalLabel->hide();
  if (m_id && state != m_state) Q_EMIT agreementMarked(*m_id, state);
}

void EntryPage::showMarked(AgreementState state) {
  if (state != m_state) m_before = m_before == state ? std::nullopt : std::optional(m_state);
  m_state = state;
  m_ui->stateLabel->setText(stateText(state));
  m_ui->undoMarkButton->setVisible(m_before.has_value());
  for (const auto& [button, its] :
       {std::pair{m_ui->keptButton, AgreementState::Kept}, std::pair{m_ui->changedButton, AgreementState::Changed},
        std::pair{m_ui->droppedButton, AgreementState::Dropped}}) {
    button->setChecked(its == state);
  }
}

void EntryPage::showRefusal(const Error& error) {
  m_ui->refusalLabel->setText(m_thrown ? stillThereText(error) : refusalText(error));
  m_ui->refusalLabel->show();
  showMarked(m_state);
  if (m_thrown && isVisible()) m_ui->undoButton->setFocus();
}

void EntryPage::showNotice(const QString& words) {
  m_ui->noticeLabel->setText(words);
  m_ui->noticeLabel->setVisible(!words.isEmpty());
}

void EntryPage::setThrown(bool thrown) {
  m_thrown = thrown;
  m_ui->thrownLabel->setText(
      m_isOurs
          ? tr("Taken back once you leave this page. What was read cannot be unread.")
          : tr("When you leave this page, it goes to “What was thrown away”. It waits there until you delete it for "
               "good."));
  m_ui->forGoodButton->setText(tr("Delete for good…"));
  m_askedForGood = false;
  m_ui->refusalLabel->hide();
  m_ui->thrownFrame->setVisible(thrown);
  m_ui->wordsFrame->setVisible(!thrown);
  showActions(!thrown);
  (thrown ? m_ui->undoButton : m_ui->removeButton)->setFocus();
}

/// Asked twice, in place: the first press says what it means, and the keyboard goes to the way back, so that a key
/// pressed twice deletes nothing.
void EntryPage::askForGood() {
  if (m_askedForGood) {
    if (m_id) Q_EMIT removeForGoodAsked(*m_id);
    return;
  }
  m_askedForGood = true;
  m_ui->thrownLabel->setText(
      tr("Once it is deleted for good, nobody can bring it back. Backups made before still hold it, until you remove "
         "them."));
  m_ui->forGoodButton->setText(tr("Yes, delete for good"));
  m_ui->undoButton->setFocus();
}

void EntryPage::showGone() {
  clear();
  m_isGone = true;
}

bool EntryPage::settle() {
  if (m_thrown && m_id) Q_EMIT removeAsked(*m_id);
  return !m_thrown;
}

void EntryPage::hideEvent(QHideEvent* event) {
  if (!event->spontaneous()) settle();  // a window that is only minimised has not been left
  QWidget::hideEvent(event);
}

/// Another page led back here (the one for those who do not feel safe does): nothing stands here any more.
void EntryPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!event->spontaneous() && m_isGone) QTimer::singleShot(0, this, &EntryPage::backAsked);
}

}  // namespace footbridge::gui
