// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "domain/error.h"

namespace footbridge::cli {

/// The way on from a journal that cannot be opened, behind what errorText() says: its newest good backup, and where the
/// others are. Of one that is damaged it is said that there is none, too. Looks into the folder of backups.
[[nodiscard]] std::string backupAdvice(const Error& error, std::string_view file);

}  // namespace footbridge::cli
