// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/write_view.h"

#include <QLabel>
#include <QTextCursor>

#include "gui/steps/page_edit.h"
#include "gui/steps/saved_words.h"
#include "widgets/steps/ui_write_view.h"

namespace footbridge::gui {

WriteView::WriteView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::WriteView>()) {
  m_ui->setupUi(this);
  scaleFields();
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  m_privacy[0] = privacyWords(showing, false);
  m_privacy[1] = privacyWords(showing, true);
  for (const std::string& starter : showing.step->starters) m_starters.push_back(toWrite(showing.said(starter)));
  const auto* screen = showing.stepScreen();
  const auto* given = screen && screen->answer ? std::get_if<WrittenAnswer>(&*screen->answer) : nullptr;
  m_ui->pageEdit->setWords(showing.setting.draft.value_or(given ? fromUtf8(given->text) : QString()));
  m_ui->pageEdit->setAccessibleName(m_ui->titleLabel->text());
  setTint(m_ui->pageEdit, showing.tint());
  setTint(m_ui->tagLabel, showing.tint());
  setTint(m_ui->starterButton, QStringLiteral("soft"));
  m_ui->starterButton->setHidden(m_starters.empty());
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
  connect(m_ui->starterButton, &QPushButton::clicked, this, &WriteView::insertStarter);
  connect(m_ui->pageEdit, &QTextEdit::textChanged, this, [this] { Q_EMIT draftChanged(draft()); });
}

WriteView::~WriteView() = default;

QWidget* WriteView::firstField() const {
  return m_ui->pageEdit;
}

QString WriteView::draft() const {
  return m_ui->pageEdit->toPlainText();
}

void WriteView::showProtected(bool isProtected) {
  m_ui->tagLabel->setText(m_privacy[isProtected ? 1 : 0]);
}

/// One at a time, at the cursor, each only on request.
void WriteView::insertStarter() {
  QTextCursor cursor = m_ui->pageEdit->textCursor();
  QString starter = m_starters[m_nextStarter];
  m_nextStarter = (m_nextStarter + 1) % m_starters.size();
  starter.replace(QStringLiteral("…"), QString());
  cursor.insertText((cursor.atBlockStart() ? QString() : QStringLiteral("\n")) + starter.trimmed() + QLatin1Char(' '));
  m_ui->pageEdit->setTextCursor(cursor);
  m_ui->pageEdit->setFocus();
}

void WriteView::finish() {
  answer(WrittenAnswer{m_ui->pageEdit->toPlainText().toStdString()});
}

}  // namespace footbridge::gui
