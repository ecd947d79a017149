// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/page_edit.h"

#include <QEvent>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextDocumentFragment>

#include "gui/lent_words.h"
#include "gui/look/look.h"
#include "gui/look/type.h"

namespace footbridge::gui {

namespace {
constexpr int kTextPixels = 17;
constexpr int kLinePixels = 28;
}  // namespace

PageEdit::PageEdit(QWidget* parent) : QTextEdit(parent) {
  setAcceptRichText(false);
  dress();
}

void PageEdit::setWords(const QString& words) {
  setPlainText(words);
  dress();
  moveCursor(QTextCursor::End);
}

/// Later paragraphs take the line height from the one they are typed in.
void PageEdit::dress() {
  const QSignalBlocker quiet(this);
  document()->setUndoRedoEnabled(false);
  setFont(look::sans(kTextPixels, QFont::Normal, look::scale()));
  document()->setDocumentMargin(look::px(7));
  QTextCursor all(document());
  all.select(QTextCursor::Document);
  QTextBlockFormat lines;
  lines.setLineHeight(look::px(kLinePixels), QTextBlockFormat::FixedHeight);
  all.mergeBlockFormat(lines);
  document()->setUndoRedoEnabled(true);
  setCursorWidth(2);
}

void PageEdit::changeEvent(QEvent* event) {
  QTextEdit::changeEvent(event);
  if (event->type() == QEvent::StyleChange) dress();
}

bool PageEdit::canInsertFromMimeData(const QMimeData* source) const {
  return hasWords(source);
}

void PageEdit::insertFromMimeData(const QMimeData* source) {
  if (hasWords(source)) QTextEdit::insertFromMimeData(source);
}

QMimeData* PageEdit::createMimeDataFromSelection() const {
  return new LentWords(textCursor().selection().toPlainText());  // Qt owns it
}

}  // namespace footbridge::gui
