// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "domain/passphrase.h"

namespace footbridge::storage {

/// 130 random bits as 26 letters and digits in groups of four, none of which is easily taken for another.
[[nodiscard]] Passphrase newRecoveryCode();

/// The 26 characters of a code as somebody copied it from paper: without spaces and hyphens, upper case, O as 0, I and
/// L as 1, U as V. Empty when it is no code.
[[nodiscard]] std::optional<Passphrase> parseRecoveryCode(std::string_view typed);

}  // namespace footbridge::storage
