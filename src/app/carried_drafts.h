// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace footbridge::app {

/// Sealed drafts on their way over a restart, as one piece: each after its length in bytes.
[[nodiscard]] std::string joinDrafts(const std::vector<std::string>& drafts);

/// What joinDrafts() joined; of a piece that was cut short, the drafts that are whole.
[[nodiscard]] std::vector<std::string> partDrafts(std::string_view joined);

}  // namespace footbridge::app
