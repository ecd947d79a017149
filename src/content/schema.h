// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "content/problem.h"

namespace footbridge::content {

enum class DocumentKind : std::uint8_t;

/// Checks a value against the published schema of its kind; places are JSON pointers. Empty when it fits.
[[nodiscard]] Problems checkSchema(DocumentKind kind, const nlohmann::json& root, const std::string& file);

}  // namespace footbridge::content
