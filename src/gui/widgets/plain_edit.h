// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace footbridge::gui {

/// Some lines of plain words. What is copied from it goes as LentWords. With `mostLines` it is as high as its words,
/// from its least height up to so many lines; more are scrolled.
class PlainEdit : public QPlainTextEdit {
  Q_OBJECT
  Q_PROPERTY(int mostLines READ mostLines WRITE setMostLines)

 public:
  using QPlainTextEdit::QPlainTextEdit;

  [[nodiscard]] int mostLines() const { return m_mostLines; }
  void setMostLines(int lines);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;
  [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;

 private:
  [[nodiscard]] int heightOfWords() const;

  int m_mostLines = 0;  ///< 0: as high as the form has it
};

}  // namespace footbridge::gui
