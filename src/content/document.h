// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "content/problem.h"
#include "domain/result.h"

namespace footbridge::content {

/// What a file is about, told by its keys.
enum class DocumentKind : std::uint8_t { Exercise, Deck, HelpLines, Evidence, Rehearsal, Journey, WatchPlan };

/// A content file that is within the limits and fits its schema.
struct Document {
  std::string file;  ///< as it was named by whoever asked
  DocumentKind kind = DocumentKind::Exercise;
  nlohmann::json root;
  std::string fingerprint;
};

/// A regular file's bytes, at most a little more than kMostBytes of them. A pipe or folder is no file.
[[nodiscard]] Result<std::string> readBytes(const std::filesystem::path& path);

/// Empty when anything was refused; what, is added to `problems`.
[[nodiscard]] std::optional<Document> openDocument(const std::filesystem::path& path, Problems& problems);

}  // namespace footbridge::content
