// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tour_folder.h"

#include <system_error>

namespace footbridge::app {
namespace {

/// By this a tour knows the folder of an earlier one, also of one that was broken off.
std::filesystem::path markIn(const std::filesystem::path& folder) {
  return homeIn(folder) / "footbridge";
}

bool isForeign(const std::filesystem::path& folder) {
  std::error_code problem;
  return std::filesystem::exists(folder, problem) && !std::filesystem::is_empty(folder, problem) &&
         !std::filesystem::exists(markIn(folder), problem);
}

}  // namespace

std::filesystem::path homeIn(const std::filesystem::path& folder) {
  return folder / "home";
}

TourFolder readyFolder(const std::filesystem::path& folder) {
  if (isForeign(folder)) return {folder.string() + " holds other things; give an empty folder"};
  std::error_code problem;
  std::filesystem::remove_all(folder, problem);
  if (!problem) std::filesystem::create_directories(markIn(folder), problem);
  if (!problem) return {};
  return {folder.string() + " cannot be made (" + problem.message() + "); please give an empty folder of yours", true};
}

}  // namespace footbridge::app
