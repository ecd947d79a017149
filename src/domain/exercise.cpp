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

constexpr std::string_view kPartnerMark = "{partner}";

/// Where the first sentence ends, with the space after it.
std::size_t endOfSentence(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') return at + 1;
    const bool ends = text[at] == '.' || text[at] == '?';
    if (ends && text.substr(at + 1).starts_with(' ')) return at + 2;
  }
  return text.size();
}

bool isLetter(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The reader says it of themselves: "I told …", and not "What did … do that you were glad of?".
bool isSaidAsI(std::string_view sentence) {
  for (std::size_t at = sentence.find('I'); at != std::string_view::npos; at = sentence.find('I', at + 1)) {
    if ((at == 0 || !isLetter(sentence, at - 1)) && !isLetter(sentence, at + 1)) return true;
  }
  return false;
}

void addAboutSomebody(std::string& result, std::string_view sentence, const Somebody& somebody) {
  const bool mine = isSaidAsI(sentence);
  bool isFirst = sentence.starts_with(kPartnerMark);
  while (!sentence.empty()) {
    const std::size_t mark = sentence.find(kPartnerMark);
    result.append(sentence.substr(0, mark));
    if (mark == std::string_view::npos) return;
    if (isFirst)
      result.append(mine ? somebody.mineFirst : somebody.yoursFirst);
    else
      result.append(mine ? somebody.mine : somebody.yours);
    isFirst = false;
    sentence.remove_prefix(mark + kPartnerMark.size());
  }
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
    } else if (text.starts_with(kPartnerMark)) {
      result.append(partner);
      text.remove_prefix(kPartnerMark.size());
    } else {
      result.push_back('{');
      text.remove_prefix(1);
    }
  }
  return result;
}

std::string aboutSomebody(std::string_view text, const Somebody& somebody) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = endOfSentence(text);
    addAboutSomebody(result, text.substr(0, end), somebody);
    text.remove_prefix(end);
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
