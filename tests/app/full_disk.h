// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mount.h>

#include <QString>
#include <QTextEdit>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include "evening.h"

namespace footbridge::app_test {

/// A disk of its own that is soon full; the caller looks whether it may be had here.
class SmallDisk {
 public:
  void mountAt(const fs::path& folder) {
    m_folder = folder;
    m_mounted = mount("footbridge-test", folder.c_str(), "tmpfs", 0, "size=512k") == 0;
  }
  SmallDisk() = default;
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (!m_mounted) return;
    umount2(m_folder.c_str(), MNT_DETACH);
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
  }
  [[nodiscard]] bool mounted() const { return m_mounted; }
  void fill() const {
    std::ofstream filling(m_folder / kFilling, std::ios::binary);
    const std::string block(4096, 'x');
    while (filling.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
    }
  }
  void clear() const { fs::remove(m_folder / kFilling); }

 private:
  static constexpr const char* kFilling = "filling";
  fs::path m_folder;
  bool m_mounted = false;
};

/// Writes on after what is kept, when the disk takes nothing more, and locks. Answers what the disk has not got.
inline QString lockOnFullDisk(Evening& evening, const SmallDisk& disk) {
  writeHalfALine(evening);
  disk.fill();
  QString more = QStringLiteral(" then the kettle, and the letter from the school.").repeated(200);
  evening.robot().find<QTextEdit>(QStringLiteral("pageEdit"))->insertPlainText(more);
  Q_EMIT evening.program().window().lockAsked();
  return more;
}

}  // namespace footbridge::app_test
