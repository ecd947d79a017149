// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QLabel;

namespace footbridge::gui {

/// One card to tick, by mouse, Enter or Space: what it says, in its `tint`, and a quieter line of explanation.
class TickCard : public QPushButton {
  Q_OBJECT
 public:
  TickCard(const QString& words, const QString& note, QWidget* parent);

  [[nodiscard]] QString words() const;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QLabel* m_words;
  QLabel* m_note;
};

}  // namespace footbridge::gui
