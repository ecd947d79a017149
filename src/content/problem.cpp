// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/problem.h"

#include <array>

namespace footbridge::content {
namespace {

constexpr std::array<std::string_view, kRuleCount> kNames{"unreadable",
                                                          "nothing-there",
                                                          "too-big",
                                                          "not-utf8",
                                                          "byte-order-mark",
                                                          "not-json",
                                                          "too-deep",
                                                          "too-many-values",
                                                          "string-too-long",
                                                          "not-whole",
                                                          "number-too-long",
                                                          "key-twice",
                                                          "lone-surrogate",
                                                          "deceptive-character",
                                                          "not-composed",
                                                          "key-missing",
                                                          "key-unknown",
                                                          "wrong-type",
                                                          "not-in-list",
                                                          "wrong-pattern",
                                                          "too-few",
                                                          "too-many",
                                                          "too-short",
                                                          "too-long",
                                                          "too-small",
                                                          "too-large",
                                                          "same-twice",
                                                          "against-schema",
                                                          "name-is-not-file",
                                                          "practice-missing",
                                                          "practice-unwanted",
                                                          "deck-unknown",
                                                          "exercise-unknown",
                                                          "exercise-for-others",
                                                          "id-twice",
                                                          "choice-out-of-range",
                                                          "card-unknown",
                                                          "card-twice",
                                                          "card-not-on-wheel",
                                                          "step-unknown",
                                                          "step-not-earlier",
                                                          "step-not-each",
                                                          "step-private",
                                                          "step-without-answer",
                                                          "opened-twice",
                                                          "guess-of-other",
                                                          "guess-before-about",
                                                          "never-opened",
                                                          "reflect-alone",
                                                          "kind-needs-both",
                                                          "kind-needs-each",
                                                          "kind-needs-two",
                                                          "private-unwanted",
                                                          "loop-without-moves",
                                                          "loop-before-moves",
                                                          "agreed-twice",
                                                          "way-to-itself",
                                                          "way-not-gentle",
                                                          "ends-open",
                                                          "day-unknown",
                                                          "minutes-off",
                                                          "evidence-missing",
                                                          "evidence-unknown",
                                                          "gate-missing",
                                                          "gate-incomplete",
                                                          "settle-not-first",
                                                          "no-calm-before",
                                                          "no-calm-after",
                                                          "watch-for-not-three",
                                                          "two-reads",
                                                          "screen-too-long",
                                                          "sentence-too-long",
                                                          "grade-too-high",
                                                          "assuming-word",
                                                          "commanding-word",
                                                          "promising-word",
                                                          "exclamation",
                                                          "brace-unknown",
                                                          "title-taken",
                                                          "title-twice",
                                                          "paragraph-twice",
                                                          "sentence-twice"};
static_assert(!kNames.back().empty(), "every rule has a name");

}  // namespace

std::string_view nameOf(Rule rule) {
  return kNames.at(static_cast<std::size_t>(rule));
}

Error toError(const Problem& problem) {
  const ErrorKind kind = problem.rule == Rule::Unreadable || problem.rule == Rule::NothingThere ? ErrorKind::NotFound
                                                                                                : ErrorKind::BadContent;
  std::string detail(nameOf(problem.rule));
  if (!problem.found.empty()) detail += ": " + problem.found;
  return {kind, problem.file, problem.place, detail, problem.number};
}

}  // namespace footbridge::content
