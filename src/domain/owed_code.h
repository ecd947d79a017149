// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace footbridge {

/// Where, among the drafts of its owner's vault, a recovery code is said to be owed: whatever makes a new one keeps
/// that together with the keys. Whoever showed it clears it.
inline constexpr std::string_view kOwedCodePlace = "privacy/code";

}  // namespace footbridge
