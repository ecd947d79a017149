// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace footbridge::gui {

/// A page on which the keyboard begins at a field of its own. The field is no focus proxy of the page: with one, the
/// Tab key would take the page for a stop, and leap from there to the field over all that stands before it.
class Page : public QWidget {
  Q_OBJECT

 public:
  explicit Page(QWidget* parent = nullptr) : QWidget(parent) {}

  /// Gives the keyboard to the field where it begins, or to the page itself while that is gone or hidden. The title
  /// stays in sight all the same.
  void takeKeyboard();

 protected:
  /// The field takes the keyboard now, or as soon as the page is come to: out of sight, a key would press what nobody
  /// sees. Null where the page has nothing to press.
  void beginAt(QWidget* field);

 private:
  QPointer<QWidget> m_firstField;
};

}  // namespace footbridge::gui
