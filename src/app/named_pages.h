// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "gui/page_name.h"

namespace footbridge::app {

/// The page that `--page NAME` opens; none for a name that no page has.
[[nodiscard]] std::optional<gui::PageName> pageNamed(const std::string& name);

}  // namespace footbridge::app
