// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/note_page.h"

#include <QHideEvent>
#include <QTextCursor>

#include "gui/dialogs/privacy_words.h"
#include "gui/error_text.h"
#include "gui/look/look.h"
#include "gui/steps/couple.h"
#include "gui/widgets/choice_group.h"
#include "gui/widgets/leave_on_escape.h"
#include "pages/ui_note_page.h"

namespace footbridge::gui {

NotePage::NotePage(QWidget* parent) : Page(parent), m_ui(std::make_unique<Ui::NotePage>()) {
  m_ui->setupUi(this);
  // Nothing moves when it goes.
  QSizePolicy policy = m_ui->keepButton->sizePolicy();
  policy.setRetainSizeWhenHidden(true);
  m_ui->keepButton->setSizePolicy(policy);
  wire();
  clear();
}

NotePage::~NotePage() = default;

void NotePage::wire() {
  newChoiceGroup(this, {m_ui->justMeChip, m_ui->bothChip});
  connect(m_ui->backButton, &QPushButton::clicked, this, &NotePage::backAsked);
  leaveOnEscape(*this, *m_ui->backButton);
  connect(m_ui->justMeChip, &QPushButton::clicked, this, [this] { askToTurn(NoteFor::JustMe); });
  connect(m_ui->bothChip, &QPushButton::clicked, this, [this] { askToTurn(NoteFor::Both); });
  connect(m_ui->protectButton, &QPushButton::clicked, this, &NotePage::protectNeeded);
  connect(m_ui->throwButton, &QPushButton::clicked, this, [this] { setThrown(true); });
  connect(m_ui->undoButton, &QPushButton::clicked, this, [this] { setThrown(false); });
  connect(m_ui->keepButton, &QPushButton::clicked, this, &NotePage::keep);
  connect(m_ui->noteEdit, &QPlainTextEdit::textChanged, this, [this] {
    // The edit says so for changes of its layout too; only words are worth keeping.
    const QString text = m_ui->noteEdit->toPlainText();
    if (text == words()) return;
    words() = text;
    showThrow();
    sayKept(false);
    m_ui->refusalLabel->hide();
    Q_EMIT draftChanged(m_to, words());
  });
}

void NotePage::showSheet(const Sheet& sheet) {
  clear();
  m_writer = sheet.writer;
  m_other = sheet.other;
  m_words = {sheet.justMe, sheet.both};
  m_to = sheet.to;
  kept() = sheet.kept;
  m_isProtected = sheet.isProtected;
  m_ui->justMeChip->setVisible(sheet.mayChoose);
  m_ui->bothChip->setVisible(sheet.mayChoose);
  turnTo(sheet.to);
}

void NotePage::showWayBack(const QString& words) {
  m_ui->backButton->setText(words);
}

void NotePage::clear() {
  m_writer.reset();
  m_other.reset();
  m_words = {};
  m_kept = {};
  m_thrown = false;
  showWords(QString());
  sayKept(false);
  m_ui->refusalLabel->hide();
}

/// Words that were thrown away are left behind like those of a page.
void NotePage::askToTurn(NoteFor to) {
  if (to == m_to || !settle()) return showState();
  turnTo(to);
}

void NotePage::turnTo(NoteFor to) {
  m_to = to;
  m_ui->keepButton->setText(tr("Keep it"));
  m_thrown = false;
  sayKept(false);
  m_ui->refusalLabel->hide();
  showWords(words());
  showState();
  beginAtWords();
}

void NotePage::setProtected(bool isProtected) {
  m_isProtected = isProtected;
  showState();
  beginAtWords();
}

/// Or at what comes before the first of them.
void NotePage::beginAtWords() {
  const bool mayWrite = m_to == NoteFor::Both || m_isProtected;
  beginAt(mayWrite ? static_cast<QWidget*>(m_ui->noteEdit) : m_ui->protectButton);
}

/// Words that are known already are no draft; and nothing of before is left to undo.
void NotePage::showWords(const QString& text) {
  m_ui->noteEdit->setPlainText(text);
  m_ui->noteEdit->moveCursor(QTextCursor::End);
}

void NotePage::showState() {
  const bool mine = m_to == NoteFor::JustMe;
  const bool mayWrite = !mine || m_isProtected;
  const QString name = m_writer ? nameToSay(*m_writer, m_other) : QString();
  const QString tint = mine && m_writer ? look::tintOf(m_writer->id) : look::tintOf(VaultId::Ours);
  m_ui->justMeChip->setChecked(mine);
  m_ui->bothChip->setChecked(!mine);
  m_ui->titleLabel->setText(mine ? tr("A line just for me") : tr("A line for both of us"));
  m_ui->leadLabel->setText(mine ? tr("Whatever is on your mind. A few words are plenty.")
                                : tr("Something to remember, or to say. You will both find it in Our story."));
  m_ui->whoTag->setText(mine ? ownerText(name, m_isProtected) : tr("Both of you can read this"));
  look::setTint(m_ui->whoTag, tint);
  look::setTint(m_ui->noteEdit, tint);
  look::setRole(m_ui->keepButton, tint.toLatin1().constData());
  m_ui->protectFrame->setVisible(!mayWrite);
  m_ui->noteEdit->setVisible(mayWrite && !m_thrown);
  m_ui->whoTag->setVisible(mayWrite && !m_thrown);
  m_ui->thrownFrame->setVisible(m_thrown);
  m_ui->thrownLabel->setText(kept().isEmpty()
                                 ? tr("These words go when you leave this page.")
                                 : tr("What you changed goes when you leave this page. The line stays as it was."));
  showThrow();
  showKeep();
}

/// What is kept is not thrown away from here; only what is on the page besides.
void NotePage::showThrow() {
  const bool mayWrite = m_to == NoteFor::Both || m_isProtected;
  m_ui->throwButton->setText(kept().isEmpty() ? tr("Throw away") : tr("Leave it as it was"));
  m_ui->throwButton->setVisible(mayWrite && !m_thrown && words() != kept());
}

void NotePage::setThrown(bool thrown) {
  m_thrown = thrown;
  m_ui->refusalLabel->hide();
  showState();
  if (thrown) {
    m_ui->undoButton->setFocus();
  } else {
    m_ui->noteEdit->setFocus();
  }
}

void NotePage::keep() {
  if (!words().trimmed().isEmpty()) {
    Q_EMIT keepAsked(m_to, words());
    return;
  }
  m_ui->refusalLabel->setText(tr("There are no words yet. Write one, or go back."));
  m_ui->refusalLabel->show();
  m_ui->noteEdit->setFocus();
}

void NotePage::showSaved() {
  kept() = words();
  showThrow();
  sayKept(true);
  m_ui->refusalLabel->hide();
  m_ui->keepButton->setText(tr("Keep it"));
}

/// Where it was kept is said in place of the button, which comes back with the first new word.
void NotePage::sayKept(bool isKept) {
  m_isKept = isKept;
  const QString where =
      m_to == NoteFor::JustMe ? tr("Kept. It is under “Only mine” in Our story.") : tr("Kept in Our story.");
  m_ui->savedLabel->setText(isKept ? where : QString());
  // The keyboard would wander on from a button that goes; here it can write on.
  if (isKept && focusWidget() == m_ui->keepButton) m_ui->noteEdit->setFocus();
  showKeep();
}

void NotePage::showKeep() {
  const bool mayWrite = m_to == NoteFor::Both || m_isProtected;
  m_ui->keepButton->setVisible(mayWrite && !m_thrown && !m_isKept);
}

void NotePage::showRefusal(const Error& error) {
  if (m_thrown) {
    m_ui->refusalLabel->setText(stillThereText(error));
    m_ui->refusalLabel->show();
    if (isVisible()) m_ui->undoButton->setFocus();
    return;
  }
  sayKept(false);
  m_ui->savedLabel->setText(tr("not saved"));
  m_ui->refusalLabel->setText(unsavedText(error));
  m_ui->refusalLabel->show();
  m_ui->keepButton->setText(tr("Save again"));
}

void NotePage::showGone() {
  m_thrown = false;
  words() = kept();
  showWords(words());
  showState();
}

bool NotePage::settle() {
  if (m_thrown) Q_EMIT thrownAway(m_to);
  return !m_thrown;
}

void NotePage::hideEvent(QHideEvent* event) {
  if (!event->spontaneous()) settle();  // a window that is only minimised has not been left
  Page::hideEvent(event);
}

}  // namespace footbridge::gui
