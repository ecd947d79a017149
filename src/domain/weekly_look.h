// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace footbridge {

/// The id of the weekly look, the one exercise that belongs to no practice.
inline constexpr std::string_view kWeeklyLook = "weekly-look";
/// The line of it that asks how heavy life outside the two was. It is context, and part of no other figure.
inline constexpr std::string_view kHeavyItem = "heavy";

}  // namespace footbridge
