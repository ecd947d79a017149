// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "system/platform.h"

namespace footbridge::app {

/// The folder of the language that is shown. There is one so far.
inline std::filesystem::path contentInUse() {
  return platform::contentFolder() / "en";
}

}  // namespace footbridge::app
