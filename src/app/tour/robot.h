// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <functional>

class QAbstractButton;

namespace footbridge::app {

/// Uses the real window as a person would: finds what is on screen by its object name, types with key events, presses
/// buttons. Everything it cannot do it remembers as a fault and goes on, so that one run shows them all.
class Robot {
 public:
  explicit Robot(QWidget& window) : m_window(window) {}

  /// The visible, enabled widget of that name; null, and no fault, when there is none.
  template <typename Widget = QWidget>
  [[nodiscard]] Widget* find(const QString& name) const {
    const QList<Widget*> all = top()->findChildren<Widget*>(name);
    for (Widget* one : all) {
      if (one->isVisible() && one->isEnabled()) return one;
    }
    return nullptr;
  }
  [[nodiscard]] bool sees(const QString& name) const { return find(name) != nullptr; }

  /// Presses a button.
  void press(const QString& name);
  /// Puts the cursor into a field and types, key by key.
  void type(const QString& name, const QString& text);
  void typeInto(QWidget& field, const QString& text);
  /// Lets the window catch up until `done` or for at most that long; false when the time was over.
  bool wait(const std::function<bool()>& done, int milliseconds = 4000);
  /// Lets everything that waits be painted.
  void settle();

  /// A dialog that stands over the window, else the window.
  [[nodiscard]] QWidget* top() const;

  void fault(const QString& what) { m_faults.append(what); }
  [[nodiscard]] const QStringList& faults() const { return m_faults; }

 private:
  QWidget& m_window;
  QStringList m_faults;
};

}  // namespace footbridge::app
