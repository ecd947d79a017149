// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>
#include <QFileIconProvider>
#include <QIcon>
#include <memory>
#include <optional>

namespace footbridge::gui {

/// Tells files by nothing but what they are called. Qt's own opens each file of a folder to see what is in it, in a
/// thread of its own; where that is the open journal, closing it ends SQLite's lock (sqlite.org/howtocorrupt.html, 2.2).
class UnopenedIcons final : public QFileIconProvider {
 public:
  UnopenedIcons();
  [[nodiscard]] QIcon icon(const QFileInfo& info) const override { return info.isDir() ? m_folder : m_file; }
  [[nodiscard]] QIcon icon(IconType kind) const override { return kind == File ? m_file : m_folder; }
  [[nodiscard]] QString type(const QFileInfo&) const override { return {}; }

 private:
  QIcon m_folder;  ///< both made once: a picture is not made in another thread
  QIcon m_file;
};

/// Asks for a file, in Qt's dialog and not the desktop's, which would list what was opened. It keeps no history either.
class FilePicker {
 public:
  FilePicker(QWidget* over, const QString& title);
  [[nodiscard]] QFileDialog& dialog() { return *m_dialog; }

  /// Asks, once. None when it was called off.
  [[nodiscard]] std::optional<QString> pickIn(const QString& folder);

 private:
  void arrange();

  UnopenedIcons m_icons;  ///< asked as long as there is a dialog
  std::unique_ptr<QFileDialog> m_dialog;
};

}  // namespace footbridge::gui
