// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSet>
#include <QString>
#include <QStringList>

class QWidget;

namespace footbridge::app {

/// A folder of numbered pictures. The same picture is not kept twice.
class Album {
 public:
  /// Makes the folder; false from ok() where that is refused.
  explicit Album(const QString& folder);
  [[nodiscard]] bool ok() const { return m_ok; }

  /// NN-name.png of what the widget shows now. False when the disk said no.
  bool take(QWidget& widget, const QString& name);
  [[nodiscard]] int count() const { return m_count; }

 private:
  QDir m_folder;
  QSet<QByteArray> m_seen;
  int m_count = 0;
  bool m_ok = false;
};

}  // namespace footbridge::app
