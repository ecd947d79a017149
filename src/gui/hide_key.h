// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace footbridge::gui {

/// Hears the key of Hide where the window itself cannot: while a dialog or a menu has the keyboard. It says so first,
/// so that the cover is there already when they close; and however one of them ends, nobody hears of it any more.
/// Without one of them the window's own shortcut does it.
class HideKey : public QObject {
  Q_OBJECT

 public:
  explicit HideKey(QObject* parent);

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  void pressed();
};

}  // namespace footbridge::gui
