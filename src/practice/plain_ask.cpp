// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/plain_ask.h"

#include <string_view>

#include "domain/text.h"

namespace footbridge::practice {
namespace {

bool endsSentence(std::string_view text) {
  constexpr std::string_view kEllipsis = "\u2026";
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(kEllipsis);
}

void addSentence(std::string& all, std::string_view pattern, std::string_view part) {
  part = trimmed(part);
  if (part.empty()) return;
  const std::size_t gap = pattern.find("%1");
  std::string sentence(pattern.substr(0, gap));
  sentence += part;
  if (gap != std::string_view::npos) sentence += pattern.substr(gap + 2);
  if (!endsSentence(sentence)) sentence += '.';
  if (!all.empty()) all += ' ';
  all += sentence;
}

}  // namespace

std::string plainAsk(const AskAnswer& ask, const AskWords& words) {
  std::string all;
  addSentence(all, words.happened, ask.happened);
  addSentence(all, words.feel, ask.feel);
  addSentence(all, words.help, ask.help);
  if (!all.empty()) addSentence(all, "%1", words.close);
  return all;
}

}  // namespace footbridge::practice
