// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace footbridge::gui {

/// What every page lies in: it scrolls downwards where the window is small or the text large, and never sideways.
/// Takes the keyboard only while there is something to scroll.
class PageScroll : public QScrollArea {
  Q_OBJECT

 public:
  explicit PageScroll(QWidget* parent = nullptr);

  /// The same for every page: what it holds is measured when it gets its room, and not before.
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;
};

}  // namespace footbridge::gui
