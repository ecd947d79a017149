// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/look_over_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/steps/answer_lines.h"
#include "gui/steps/step_view.h"
#include "gui/widgets/choice_group.h"
#include "gui/widgets/flow_row.h"
#include "gui/widgets/page_scroll.h"
#include "gui/widgets/plain_edit.h"
#include "gui/widgets/steady_foot.h"

namespace footbridge::gui {

namespace {
/// The parts of an answer that can be trimmed; none for marks and cards.
std::vector<std::string> fieldsOf(const Answer& answer) {
  if (const auto* written = std::get_if<WrittenAnswer>(&answer)) return {written->text};
  if (const auto* ask = std::get_if<AskAnswer>(&answer)) return {ask->happened, ask->feel, ask->help};
  if (const auto* move = std::get_if<MoveAnswer>(&answer)) return {move->when, move->does, move->inside};
  return {};
}

QString nameOf(const LineId& line) {
  return fromUtf8(line.step.text()) + QLatin1Char('/') + (line.item ? fromUtf8(line.item->text()) : QString());
}

Answer fromFields(const Answer& like, const std::vector<std::string>& fields) {
  if (std::holds_alternative<AskAnswer>(like)) return AskAnswer{fields[0], fields[1], fields[2]};
  if (std::holds_alternative<MoveAnswer>(like)) return MoveAnswer{fields[0], fields[1], fields[2]};
  return WrittenAnswer{fields[0]};
}
}  // namespace

LookOverLine::LookOverLine(const practice::LookOverScreen::Line& line, const Showing& showing, QWidget* parent)
    : QFrame(parent), m_line(line) {
  setProperty("look", QStringLiteral("card"));
  setObjectName(QStringLiteral("line-") + fromUtf8(line.line.item ? line.line.item->text() : line.line.step.text()));
  auto* lines = new QVBoxLayout(this);
  lines->setContentsMargins(24, 12, 24, 12);
  lines->setSpacing(8);
  const Step* step = showing.exercise.find(line.line.step);
  m_caption = captionOf(*step, line.line.item, showing);
  setAccessibleName(m_caption);
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(newLabel("small", m_caption, this), 1);
  lines->addLayout(head);
  const Step& form = formStep(showing.exercise, *step);
  m_whole = plainText(form, line.answer, showing);
  m_words = newLabel("read", line.trimmed ? plainText(form, *line.trimmed, showing) : m_whole, this);
  if (!line.mayOpen) {
    lines->addWidget(m_words);
    const bool isLocked = showing.setting.isProtected[showing.alone() == PartnerId::B ? 1 : 0];
    lines->addWidget(newLabel("tag", neverOpenedWords(isLocked), this), 0, Qt::AlignLeft);
    return;
  }
  lines->addWidget(m_words);
  auto* row = new FlowRow(this);
  (SteadyFoot::hasRoomForWords() ? static_cast<QBoxLayout*>(head) : lines)->addWidget(row);
  if (!fieldsOf(line.answer).empty()) addTrimButton(row);
  addSwitch(row, showing);
  addTrim(showing);
}

void LookOverLine::addSwitch(QWidget* row, const Showing& showing) {
  const QString partner = showing.setting.couple.name(otherOf(showing.alone().value_or(PartnerId::A)));
  m_open = newButton("chip", tr("Open it to %1").arg(partner), row);
  m_keep = newButton("chip", tr("Keep it for me"), row);
  m_open->setObjectName(QStringLiteral("openButton"));
  m_keep->setObjectName(QStringLiteral("keepButton"));
  for (QPushButton* button : {m_open, m_keep}) {
    button->setCheckable(true);
    setTint(button, showing.tint());
  }
  newChoiceGroup(this, m_caption, {m_open, m_keep});
  (m_line.open ? m_open : m_keep)->setChecked(true);
  connect(m_open, &QPushButton::toggled, this, &LookOverLine::changed);
}

void LookOverLine::addTrimButton(QWidget* row) {
  m_trim = newButton("link", {}, row);
  sayTrim(tr("Trim the words"));
  m_trim->setObjectName(QStringLiteral("trimButton"));
  connect(m_trim, &QPushButton::clicked, this, [this] {
    if (m_words->isHidden()) return dropTrim();
    showTrim();
    m_edits.front()->setFocus();
    PageScroll::follow(*m_edits.front());  // on the last line it opens under the buttons
  });
}

void LookOverLine::sayTrim(const QString& words) {
  m_trim->setText(words);
  m_trim->setAccessibleName(tr("%1: %2").arg(words, m_caption));
}

void LookOverLine::showTrim() {
  sayTrim(tr("Use all the words"));
  m_words->hide();
  for (std::size_t i = 0; i < m_edits.size(); ++i) {
    if (!m_dropped.isEmpty()) m_edits[i]->setPlainText(m_dropped[static_cast<qsizetype>(i)]);
    m_edits[i]->moveCursor(QTextCursor::End);
    m_edits[i]->show();
  }
  m_dropped.clear();
}

/// The words are as they were written again; trimming once more goes on from where it was.
void LookOverLine::dropTrim() {
  const std::vector<std::string> fields = fieldsOf(m_line.answer);
  QStringList dropped;
  for (const QPlainTextEdit* edit : m_edits) dropped << edit->toPlainText();
  m_dropped = dropped;
  for (std::size_t i = 0; i < m_edits.size(); ++i) {
    m_edits[i]->setPlainText(fromUtf8(fields[i]));
    m_edits[i]->hide();
  }
  m_words->setText(m_whole);
  m_words->show();
  sayTrim(tr("Trim the words"));
}

bool LookOverLine::isOpen() const {
  return m_open != nullptr && m_open->isChecked();
}

void LookOverLine::setOpen(bool open) {
  if (m_open != nullptr) (open ? m_open : m_keep)->setChecked(true);
}

void LookOverLine::addTrim(const Showing& showing) {
  const std::vector<std::string> fields = fieldsOf(m_line.trimmed.value_or(m_line.answer));
  for (const std::string& field : fields) {
    auto* edit = new PlainEdit(fromUtf8(field), this);
    edit->setObjectName(QStringLiteral("trimEdit%1").arg(m_edits.size()));
    edit->setAccessibleName(
        fields.size() == 1
            ? tr("The words to open: %1").arg(m_caption)
            : tr("The words to open, part %1 of %2: %3").arg(m_edits.size() + 1).arg(fields.size()).arg(m_caption));
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(look::px(110));
    setTint(edit, showing.tint());
    edit->hide();
    layout()->addWidget(edit);
    m_edits.push_back(edit);
    connect(edit, &QPlainTextEdit::textChanged, this, &LookOverLine::changed);
  }
}

QStringList LookOverLine::draft() const {
  QStringList fields{nameOf(m_line.line), isOpen() ? QStringLiteral("1") : QStringLiteral("0")};
  for (const std::string& field : fieldsOf(m_line.answer)) fields << fromUtf8(field);
  for (const QPlainTextEdit* edit : m_edits) fields << edit->toPlainText();
  return fields;
}

/// A trim holds for the words that it was made of alone: once these are others, it would open what is no longer meant.
void LookOverLine::takeUp(const QStringList& draft) {
  const std::vector<std::string> answer = fieldsOf(m_line.answer);
  const auto count = static_cast<qsizetype>(answer.size());
  if (!mayOpen() || draft.size() < 2 || draft[0] != nameOf(m_line.line)) return;
  // What cannot be read opens nothing.
  if (draft.size() != 2 + 2 * count) return setOpen(false);
  setOpen(draft[1] == QStringLiteral("1"));
  bool isTrimmed = false;
  for (qsizetype i = 0; i < count; ++i) {
    if (draft[2 + i] != fromUtf8(answer[static_cast<std::size_t>(i)])) return;
    isTrimmed |= draft[2 + count + i] != draft[2 + i];
  }
  if (!isTrimmed) return;
  for (qsizetype i = 0; i < count; ++i) m_edits[static_cast<std::size_t>(i)]->setPlainText(draft[2 + count + i]);
  showTrim();
}

std::optional<Answer> LookOverLine::trimmed() const {
  if (m_edits.empty()) return std::nullopt;
  std::vector<std::string> fields;
  fields.reserve(m_edits.size());
  for (const QPlainTextEdit* edit : m_edits) fields.push_back(edit->toPlainText().toStdString());
  Answer answer = fromFields(m_line.answer, fields);
  if (answer == m_line.answer) return std::nullopt;
  return answer;
}

QWidget* LookOverLine::firstField() const {
  return isOpen() ? m_open : m_keep;
}

/// Words trimmed down to nothing are words kept.
LineChoice LookOverLine::choice() const {
  LineChoice made{m_line.line, isOpen(), trimmed()};
  const bool isEmptied =
      !m_edits.empty() && std::all_of(m_edits.begin(), m_edits.end(), [](const QPlainTextEdit* edit) {
        return edit->toPlainText().trimmed().isEmpty();
      });
  if (isEmptied) made = {m_line.line, false, std::nullopt};
  return made;
}

}  // namespace footbridge::gui
