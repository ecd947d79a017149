// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/talk_prompts.h"

#include <algorithm>

namespace footbridge::practice {

std::span<const std::string> promptsOf(const SpeakStep& talk, int round) {
  const std::span<const std::string> all = talk.prompts;
  const auto rounds = static_cast<std::size_t>(std::max(1, talk.rounds));
  const auto now = std::min(static_cast<std::size_t>(std::max(0, round)), rounds - 1);
  if (all.size() < rounds) return all.empty() ? all : all.subspan(std::min(now, all.size() - 1), 1);
  const std::size_t from = now * all.size() / rounds;
  return all.subspan(from, (now + 1) * all.size() / rounds - from);
}

}  // namespace footbridge::practice
