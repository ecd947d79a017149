// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

#include "domain/exercise.h"

class QLabel;

namespace footbridge::gui {

/// One card to pick: what it says, and a quieter line of explanation.
class ChoiceCard : public QPushButton {
  Q_OBJECT
 public:
  ChoiceCard(const CardId& id, const QString& words, const QString& note, QWidget* parent);

  [[nodiscard]] const CardId& id() const { return m_id; }
  [[nodiscard]] QString words() const;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  CardId m_id;
  QLabel* m_words;
  QLabel* m_note;
};

}  // namespace footbridge::gui
