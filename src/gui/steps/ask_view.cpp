// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/ask_view.h"

#include <QLabel>
#include <QTextCursor>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/steps/saved_words.h"
#include "practice/plain_ask.h"
#include "widgets/steps/ui_ask_view.h"

namespace footbridge::gui {

namespace {
constexpr int kTwoColumns = 820;
constexpr int kColumn = 1000;
}  // namespace

AskView::AskView(const Showing& showing, QWidget* parent) : StepView(parent), m_ui(std::make_unique<Ui::AskView>()) {
  m_ui->setupUi(this);
  setColumn(kColumn);
  scaleFields();
  m_above = new QSpacerItem(0, 0);
  m_ui->askLayout->insertItem(0, m_above);
  m_ui->askLayout->addStretch(1);
  m_ui->columnsLayout->setStretch(0, 3);
  m_ui->columnsLayout->setStretch(1, 2);
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  const auto& form = showing.form<AskStep>();
  m_ui->happenedEdit->setPlaceholderText(showing.said(form.happenedHint));
  m_ui->feelEdit->setPlaceholderText(showing.said(form.feelHint));
  m_ui->helpEdit->setPlaceholderText(showing.said(form.helpHint));
  m_privacy[0] = privacyWords(showing, false);
  m_privacy[1] = privacyWords(showing, true);
  for (const std::string& starter : showing.step->starters) m_starters.push_back(toWrite(showing.said(starter)));
  setTint(m_ui->starterButton, QStringLiteral("soft"));
  m_ui->starterButton->setHidden(m_starters.empty());
  setTint(m_ui->askFrame, showing.tint());
  setTint(m_ui->tagLabel, showing.tint());
  takeUp(showing);
  compose();
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
  connect(m_ui->starterButton, &QPushButton::clicked, this, &AskView::insertStarter);
  for (QPlainTextEdit* edit : {m_ui->happenedEdit, m_ui->feelEdit, m_ui->helpEdit}) {
    setTint(edit, showing.tint());
    edit->moveCursor(QTextCursor::End);
    connect(edit, &QPlainTextEdit::textChanged, this, &AskView::compose);
  }
}

AskView::~AskView() = default;

/// The sentence moves down its column as the page moves up; the view itself is what the page moves.
void AskView::fit() {
  const bool two = width() >= look::px(kTwoColumns);
  m_ui->columnsLayout->setDirection(two ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  const QRect column = m_ui->columnsLayout->geometry();
  const int hidden = two ? -y() + look::px(8) - column.top() : 0;
  const int above = std::clamp(hidden, 0, std::max(0, column.height() - m_ui->askFrame->height()));
  if (above == m_above->sizeHint().height()) return;
  m_above->changeSize(0, above);
  m_ui->askLayout->invalidate();
}

void AskView::resizeEvent(QResizeEvent* event) {
  StepView::resizeEvent(event);
  fit();
}

void AskView::moveEvent(QMoveEvent* event) {
  StepView::moveEvent(event);
  fit();
}

QWidget* AskView::firstField() const {
  return m_ui->happenedEdit;
}

void AskView::takeUp(const Showing& showing) {
  m_partner = showing.setting.couple.name(otherOf(showing.alone().value_or(PartnerId::A)));
  const auto* screen = showing.stepScreen();
  const auto* given = screen && screen->answer ? std::get_if<AskAnswer>(&*screen->answer) : nullptr;
  QStringList fields = splitFields(showing.setting.draft.value_or(QString()), 3);
  if (!showing.setting.draft && given) {
    fields = {fromUtf8(given->happened), fromUtf8(given->feel), fromUtf8(given->help)};
  }
  m_ui->happenedEdit->setPlainText(fields[0]);
  m_ui->feelEdit->setPlainText(fields[1]);
  m_ui->helpEdit->setPlainText(fields[2]);
  m_ui->happenedEdit->setAccessibleName(m_ui->happenedLabel->text());
  m_ui->feelEdit->setAccessibleName(m_ui->feelLabel->text());
  m_ui->helpEdit->setAccessibleName(m_ui->helpLabel->text());
}

void AskView::compose() {
  const QString sentence = fromUtf8(practice::plainAsk(given()));
  m_ui->askLabel->setText(sentence.isEmpty() ? tr("It takes shape here while you write.") : sentence);
  Q_EMIT draftChanged(draft());
}

/// Into the first field that is still empty.
void AskView::insertStarter() {
  QPlainTextEdit* into = m_ui->happenedEdit;
  for (QPlainTextEdit* edit : {m_ui->helpEdit, m_ui->feelEdit, m_ui->happenedEdit}) {
    if (edit->toPlainText().isEmpty()) into = edit;
  }
  into->insertPlainText(m_starters[m_nextStarter].remove(QStringLiteral("…")));
  m_nextStarter = (m_nextStarter + 1) % m_starters.size();
  into->setFocus();
}

AskAnswer AskView::given() const {
  return {m_ui->happenedEdit->toPlainText().toStdString(), m_ui->feelEdit->toPlainText().toStdString(),
          m_ui->helpEdit->toPlainText().toStdString()};
}

QString AskView::draft() const {
  return joinedFields(
      {m_ui->happenedEdit->toPlainText(), m_ui->feelEdit->toPlainText(), m_ui->helpEdit->toPlainText()});
}

void AskView::showProtected(bool isProtected) {
  m_ui->tagLabel->setText(m_privacy[isProtected ? 1 : 0]);
}
void AskView::finish() {
  answer(given());
}

}  // namespace footbridge::gui
