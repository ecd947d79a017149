// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/plain_edit.h"

#include <QAbstractTextDocumentLayout>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QtMath>
#include <algorithm>

#include "gui/lent_words.h"
#include "gui/look/look.h"

namespace footbridge::gui {

namespace {
constexpr int kSpare = 8;  ///< so that the last line is never scrolled
}  // namespace

void PlainEdit::setMostLines(int lines) {
  m_mostLines = lines;
  setSizePolicy(sizePolicy().horizontalPolicy(), QSizePolicy::Fixed);
  // Also where words are broken anew because the field got narrower.
  connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
          &QWidget::updateGeometry, Qt::UniqueConnection);
  updateGeometry();
}

int PlainEdit::heightOfWords() const {
  const double lines = std::min<double>(document()->size().height(), m_mostLines);  // of a plain text: in lines
  const double words = lines * fontMetrics().lineSpacing() + 2 * document()->documentMargin();
  return qCeil(words) + 2 * frameWidth() + look::px(kSpare);
}

QSize PlainEdit::sizeHint() const {
  const QSize hint = QPlainTextEdit::sizeHint();
  return m_mostLines > 0 ? QSize(hint.width(), heightOfWords()) : hint;
}

QSize PlainEdit::minimumSizeHint() const {
  const QSize least = QPlainTextEdit::minimumSizeHint();
  return m_mostLines > 0 ? QSize(least.width(), heightOfWords()) : least;
}

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
