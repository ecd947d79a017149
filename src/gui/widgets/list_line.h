// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace footbridge::gui {

/// One line of a list: a small mark before its first line of text, and the words hanging beside it. The mark is drawn,
/// so that a screen reader says the words alone.
class ListLine : public QWidget {
  Q_OBJECT
 public:
  ListLine(const char* look, const QString& words, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace footbridge::gui
