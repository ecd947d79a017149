// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace footbridge::gui {

/// Hears the two keys that are always there where the window itself cannot: while a dialog or a menu has the keyboard.
/// Without one of them the window's own shortcuts do it.
class AlwaysKeys : public QObject {
  Q_OBJECT

 public:
  explicit AlwaysKeys(QObject* parent);

  /// F1 was pressed over a dialog, and safetyPressed() is still to come: whatever the dialog's end leads to comes
  /// first.
  [[nodiscard]] bool isOnWayToSafety() const { return m_onWayToSafety; }

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  /// Said before the dialogs close, so that the cover is there already; and however one of them ends, nobody hears of
  /// it any more.
  void hidePressed();
  /// Said once the dialogs are closed, each as by its "Go back", and whoever waits for one of them knows it.
  void safetyPressed();

 private:
  bool m_onWayToSafety = false;
};

}  // namespace footbridge::gui
