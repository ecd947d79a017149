// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <filesystem>
#include <random>
#include <string>
#include <system_error>

namespace footbridge::app_test {

/// A folder of a test's own in which a program finds its settings, state and journals; gone with it.
struct OwnHome {
  OwnHome() {
    std::filesystem::create_directories(folder);
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"})
      qputenv(variable, QByteArray::fromStdString((folder / variable).string()));
  }
  ~OwnHome() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  OwnHome(const OwnHome&) = delete;
  OwnHome& operator=(const OwnHome&) = delete;

  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("footbridge-home-" + std::to_string(std::random_device{}()));
};

}  // namespace footbridge::app_test
