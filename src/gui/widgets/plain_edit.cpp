// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/plain_edit.h"

#include <QTextCursor>
#include <QTextDocumentFragment>

#include "gui/lent_words.h"

namespace footbridge::gui {

bool PlainEdit::canInsertFromMimeData(const QMimeData* source) const {
  return hasWords(source);
}

void PlainEdit::insertFromMimeData(const QMimeData* source) {
  if (hasWords(source)) QPlainTextEdit::insertFromMimeData(source);
}

QMimeData* PlainEdit::createMimeDataFromSelection() const {
  return new LentWords(textCursor().selection().toPlainText());  // Qt owns it
}

}  // namespace footbridge::gui
