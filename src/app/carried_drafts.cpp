// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/carried_drafts.h"

#include <charconv>

namespace footbridge::app {

std::string joinDrafts(const std::vector<std::string>& drafts) {
  std::string joined;
  for (const std::string& draft : drafts) joined += std::to_string(draft.size()) + ' ' + draft;
  return joined;
}

std::vector<std::string> partDrafts(std::string_view joined) {
  std::vector<std::string> drafts;
  while (!joined.empty()) {
    std::size_t length = 0;
    const auto read = std::from_chars(joined.data(), joined.data() + joined.size(), length);
    const auto from = static_cast<std::size_t>(read.ptr - joined.data()) + 1;
    if (read.ec != std::errc() || from > joined.size() || length > joined.size() - from) break;
    drafts.emplace_back(joined.substr(from, length));
    joined.remove_prefix(from + length);
  }
  return drafts;
}

}  // namespace footbridge::app
