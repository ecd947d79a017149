// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace footbridge::gui {

/// A card to read. The Tab key stops at it, so that it can be brought into sight and read out; its accessible name is
/// all that it says.
class StillCard : public QFrame {
  Q_OBJECT

 public:
  explicit StillCard(QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
};

}  // namespace footbridge::gui
