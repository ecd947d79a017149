// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/document.h"

#include <algorithm>
#include <fstream>

#include "content/limits.h"
#include "content/schema.h"
#include "content/signature.h"

namespace footbridge::content {
namespace {

DocumentKind kindOf(const nlohmann::json& root) {
  if (root.contains("steps")) return DocumentKind::Exercise;
  if (root.contains("cards")) return DocumentKind::Deck;
  if (root.contains("lines")) return DocumentKind::HelpLines;
  if (root.contains("sources")) return DocumentKind::Evidence;
  if (root.contains("looks")) return DocumentKind::Rehearsal;
  if (root.contains("weeks")) return DocumentKind::Journey;
  if (root.contains("talkMinutes")) return DocumentKind::WatchPlan;
  return DocumentKind::Exercise;
}

}  // namespace

Result<std::string> readBytes(const std::filesystem::path& path) {
  const Error refused{ErrorKind::NotFound, path.string(), {}, "not a readable file"};
  std::error_code failure;
  if (!std::filesystem::is_regular_file(path, failure)) return refused;
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return refused;
  // One byte more than may be, so that a longer file is seen to be one; no more than there is, since a catalog is read
  // before the first window.
  const std::uintmax_t size = std::filesystem::file_size(path, failure);
  if (failure) return refused;
  std::string bytes(static_cast<std::size_t>(std::min<std::uintmax_t>(size, kMostBytes + 1)), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad()) return refused;
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

std::optional<Document> openDocument(const std::filesystem::path& path, Problems& problems) {
  const std::string file = path.string();
  const Result<std::string> bytes = readBytes(path);
  if (!bytes) {
    problems.push_back({Rule::Unreadable, file});
    return std::nullopt;
  }
  if (auto refused = checkLimits(*bytes, file)) {
    problems.push_back(std::move(*refused));
    return std::nullopt;
  }
  Document document{file, DocumentKind::Exercise, nlohmann::json::parse(*bytes, nullptr, false), fingerprintOf(*bytes)};
  if (document.root.is_discarded()) {
    problems.push_back({Rule::NotJson, file, "1:1"});
    return std::nullopt;
  }
  document.kind = kindOf(document.root);
  Problems refused = checkSchema(document.kind, document.root, file);
  if (refused.empty()) return document;
  problems.insert(problems.end(), refused.begin(), refused.end());
  return std::nullopt;
}

}  // namespace footbridge::content
