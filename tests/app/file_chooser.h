// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QTimer>
#include <string>

namespace footbridge::app_test {

/// While it lives, every file dialog that comes up is answered with this file; empty: the one that it suggests.
class FileChooser {
 public:
  explicit FileChooser(const std::string& file) {
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this, name = QString::fromStdString(file)] {
      auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
      if (dialog == nullptr) return;
      auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
      if (!name.isEmpty() && field != nullptr) field->setText(name);
      QMetaObject::invokeMethod(dialog, "accept");
      m_hasChosen = true;
    });
    m_timer.start(20);
  }
  [[nodiscard]] bool hasChosen() const { return m_hasChosen && QApplication::activeModalWidget() == nullptr; }

 private:
  QTimer m_timer;
  bool m_hasChosen = false;
};

}  // namespace footbridge::app_test
