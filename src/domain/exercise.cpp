// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/exercise.h"

#include <algorithm>

namespace footbridge {
namespace {

constexpr std::array<std::string_view, 4> kPracticeWords{"strengths", "support", "safety", "conflict"};
constexpr std::array<std::string_view, 13> kStepWords{"read",  "settle",  "rate", "choose", "guess", "write", "reveal",
                                                      "speak", "reflect", "ask",  "loop",   "agree", "close"};

template <typename Enum, std::size_t N>
std::optional<Enum> parseWord(const std::array<std::string_view, N>& words, std::string_view text) {
  const auto found = std::find(words.begin(), words.end(), text);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

}  // namespace

bool Step::hasAnswer() const {
  switch (kind()) {
    case StepKind::Read:
    case StepKind::Settle:
    case StepKind::Reveal:
    case StepKind::Speak:
    case StepKind::Reflect:
      return false;
    default:
      return true;
  }
}

const Step* Exercise::find(const StepId& step) const {
  const auto index = indexOf(step);
  return index ? &steps[*index] : nullptr;
}

std::optional<std::size_t> Exercise::indexOf(const StepId& step) const {
  const auto found = std::find_if(steps.begin(), steps.end(), [&step](const Step& s) { return s.id == step; });
  if (found == steps.end()) return std::nullopt;
  return static_cast<std::size_t>(found - steps.begin());
}

bool Exercise::opensWords() const {
  const auto isReveal = [](const Step& step) { return step.kind() == StepKind::Reveal; };
  return audience == Audience::Two && std::ranges::any_of(steps, isReveal);
}

bool isGentle(Audience audience, Depth depth, std::optional<Practice> practice) {
  return audience == Audience::One || (depth == Depth::Light && practice != Practice::Conflict);
}

std::string withNames(std::string_view text, std::string_view me, std::string_view partner) {
  // A name may itself hold "{partner}": the marks are found in the template alone.
  std::string result;
  while (!text.empty()) {
    const std::size_t brace = text.find('{');
    result.append(text.substr(0, brace));
    if (brace == std::string_view::npos) break;
    text.remove_prefix(brace);
    if (constexpr std::string_view mark = "{me}"; text.starts_with(mark)) {
      result.append(me);
      text.remove_prefix(mark.size());
    } else if (constexpr std::string_view other = "{partner}"; text.starts_with(other)) {
      result.append(partner);
      text.remove_prefix(other.size());
    } else {
      result.push_back('{');
      text.remove_prefix(1);
    }
  }
  return result;
}

std::string_view toText(Practice practice) {
  return kPracticeWords.at(static_cast<std::size_t>(practice));
}
std::string_view toText(StepKind kind) {
  return kStepWords.at(static_cast<std::size_t>(kind));
}
std::optional<Practice> parsePractice(std::string_view text) {
  return parseWord<Practice>(kPracticeWords, text);
}
std::optional<StepKind> parseStepKind(std::string_view text) {
  return parseWord<StepKind>(kStepWords, text);
}

}  // namespace footbridge
