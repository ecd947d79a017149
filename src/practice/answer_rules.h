// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "domain/answer.h"
#include "domain/exercise.h"
#include "domain/result.h"

namespace footbridge::practice {

/// The longest text that one field takes, in code points: no script has less room than another. At four bytes each, a
/// reveal of a dozen answers stays within the 4 MiB that the journal takes at once.
inline constexpr std::size_t kLongestText = 20'000;

/// The step whose form is filled in: for a guess the one it is about, else the step itself.
[[nodiscard]] const Step& formOf(const Exercise& exercise, const Step& step);

/// True when the answer is of the kind that the step takes, whatever is in it.
[[nodiscard]] bool isOfKind(const Exercise& exercise, const Step& step, const Answer& answer);

/// Invalid, with the faulty part as subject ("kind", "text", "items", "cards", "agreement", "outcomes"), for an answer
/// that the step cannot have been given; "text" with the detail "length" where it is only too long. With shortForm,
/// lines outside the short form count as unknown.
[[nodiscard]] Result<void> checkAnswer(const Exercise& exercise, const Step& step, const Answer& answer,
                                       bool shortForm = false);

/// True when nothing was said: no words, or no line rated. Nothing agreed, or said aloud only, is a full answer.
[[nodiscard]] bool isBlank(const Answer& answer);

/// The same answer with its lines in the order of the step, and its cards too where their order means nothing.
[[nodiscard]] Answer inStepOrder(const Exercise& exercise, const Step& step, Answer answer);

/// Whether `trim` may be opened in place of `answer`: other words of the same kind, or fewer of the same cards; a mark
/// stays as it is. A trim that leaves nothing is no trim: such a line is kept.
[[nodiscard]] Result<void> checkTrim(const Answer& answer, const Answer& trim);

}  // namespace footbridge::practice
