// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace footbridge::gui {

/// A page of plain words with room between its lines. What is pasted loses its dress; what is copied goes as LentWords.
class PageEdit : public QTextEdit {
  Q_OBJECT
 public:
  explicit PageEdit(QWidget* parent = nullptr);

  void setWords(const QString& words);

 protected:
  void changeEvent(QEvent* event) override;
  [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;
  [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;

 private:
  void dress();
};

}  // namespace footbridge::gui
