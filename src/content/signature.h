// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace footbridge::content {

/// BLAKE2b of the bytes, 256 bits, as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string fingerprintOf(std::string_view bytes);

}  // namespace footbridge::content
