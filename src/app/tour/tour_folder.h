// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace footbridge::app {

/// Whether a tour can write its pictures into a folder, and why not.
struct TourFolder {
  std::string fault{};  ///< for people; empty: it is there, with a home in it and nothing else
  bool diskRefused = false;
};

/// What an earlier tour wrote there goes. A folder that holds anything else is left alone, and is a fault.
[[nodiscard]] TourFolder readyFolder(const std::filesystem::path& folder);
/// Where the tour's own journal and settings lie.
[[nodiscard]] std::filesystem::path homeIn(const std::filesystem::path& folder);

}  // namespace footbridge::app
