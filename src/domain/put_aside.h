// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace footbridge {

// Details of an Error that is of what somebody put aside.
inline constexpr const char* kStillAside = "put aside";  ///< of ReadOnly: it alone is open, to be read
inline constexpr const char* kOfBefore = "of before";    ///< of WrongPassphrase: it opens that, and not what is in use

}  // namespace footbridge
