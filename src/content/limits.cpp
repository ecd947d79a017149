// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/limits.h"

#include <algorithm>

#include "content/json_scan.h"
#include "domain/text.h"

namespace footbridge::content {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string lineAndColumn(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return std::to_string(line) + ":" + std::to_string(1 + codePoints(before.substr(start)));
}

/// The start of the first line that is ill-formed; a line feed is never part of a longer character.
std::optional<std::size_t> illFormedLine(std::string_view bytes) {
  if (isUtf8(bytes)) return std::nullopt;
  std::size_t start = 0;
  while (start < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    if (!isUtf8(bytes.substr(start, end - start))) break;
    start = end + 1;
  }
  return start;
}

}  // namespace

std::optional<Problem> checkLimits(std::string_view bytes, const std::string& file) {
  if (bytes.size() > kMostBytes) {
    return Problem{Rule::TooBig, file, "1:1", {}, static_cast<std::int64_t>(bytes.size()), kMostBytes};
  }
  if (bytes.starts_with(kByteOrderMark)) return Problem{Rule::ByteOrderMark, file, "1:1"};
  if (const auto start = illFormedLine(bytes)) return Problem{Rule::NotUtf8, file, lineAndColumn(bytes, *start)};
  const auto refusal = JsonScan(bytes).run();
  if (!refusal) return std::nullopt;
  return Problem{refusal->rule,   file,          lineAndColumn(bytes, refusal->offset), refusal->found,
                 refusal->number, refusal->limit};
}

}  // namespace footbridge::content
