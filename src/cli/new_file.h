// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "domain/result.h"

namespace footbridge::cli {

/// A file that only its owner may read, durable when this returns. AlreadyExists where anything stands at `path`, even
/// a link that leads nowhere; after any other failure nothing is left there.
[[nodiscard]] Result<void> writeNewFile(const std::string& path, std::string_view bytes);

}  // namespace footbridge::cli
