// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/parts/footprint.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "system/platform.h"

namespace footbridge::gates {

Footprint footprint() {
  platform::returnFreeMemory();
  std::ifstream stream("/proc/self/statm");
  std::uint64_t all = 0;
  std::uint64_t resident = 0;
  stream >> all >> resident;
  const std::filesystem::directory_iterator files("/proc/self/fd");
  return {resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)) / 1024,
          static_cast<std::uint64_t>(std::distance(begin(files), end(files)))};
}

}  // namespace footbridge::gates
