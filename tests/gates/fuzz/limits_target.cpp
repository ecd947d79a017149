// SPDX-License-Identifier: GPL-3.0-or-later
// The first look at the raw bytes of a content file. What it lets through, a JSON library reads, and within the limits.
#include <nlohmann/json.hpp>

#include "content/limits.h"
#include "domain/text.h"
#include "gates/fuzz/target.h"

using namespace footbridge;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text = gates::textOf(bytes, size);
  const auto refused = content::checkLimits(text, "sample.json");
  if (refused) {
    gates::must(!refused->place.empty());
    return 0;
  }
  gates::must(size <= content::kMostBytes && isUtf8(text));
  gates::must(!nlohmann::json::parse(text, nullptr, false).is_discarded());
  return 0;
}
