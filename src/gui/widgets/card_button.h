// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace footbridge::gui {

/// A whole card that can be pressed, by mouse, Enter or Space. What it shows lies in its layout; its accessible name
/// says where it leads. Looks as its properties `look`, `edge` and `tint` say; with `ringed` the keyboard is seen on it
/// also before anybody has used the Tab key.
class CardButton : public QPushButton {
  Q_OBJECT

 public:
  explicit CardButton(QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void childEvent(QChildEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace footbridge::gui
