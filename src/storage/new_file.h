// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "domain/result.h"

namespace footbridge::storage {

/// A file that only its owner may read. It appears under its name whole and durable, or not at all, and never over
/// another: AlreadyExists where anything stands at `path`, even a link that leads nowhere. NotAllowed for a name that
/// SQLite would take for its own, as checkNoSideName() says.
[[nodiscard]] Result<void> writeNewFile(const std::string& path, std::string_view bytes);

}  // namespace footbridge::storage
