// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QImage>
#include <QString>
#include <QStringList>
#include <vector>

class QWidget;

namespace footbridge::app {

/// A folder of numbered pictures. What looks like a picture that is there is not kept again. Whatever a person at that
/// window could not see is noted beside it.
class Album {
 public:
  struct Manner {
    bool roomy = true;   ///< no word, button or line on privacy may need scrolling to, as amissIn() says
    bool writes = true;  ///< the pictures as files; else they are counted and looked at alone
  };

  /// Makes the folder; false from ok() where that is refused.
  explicit Album(const QString& folder, Manner manner);
  explicit Album(const QString& folder) : Album(folder, Manner{}) {}
  [[nodiscard]] bool ok() const { return m_ok; }

  /// NNN-name.png of what the widget shows now, where files are written. False when the disk said no.
  bool take(QWidget& widget, const QString& name);
  [[nodiscard]] int count() const { return m_count; }
  /// "note-page: cut off: ...", picture by picture.
  [[nodiscard]] const QStringList& amiss() const { return m_amiss; }

 private:
  QDir m_folder;
  std::vector<QImage> m_seen;  ///< small copies of all pictures
  QStringList m_amiss;
  int m_count = 0;
  Manner m_manner;
  bool m_ok = false;
};

}  // namespace footbridge::app
