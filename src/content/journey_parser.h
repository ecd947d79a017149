// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "content/document.h"
#include "content/problem.h"
#include "domain/exercise.h"
#include "domain/journey.h"

namespace footbridge::content {

/// For how many an exercise of that name is written; none where there is no such exercise.
using FindAudience = std::function<std::optional<Audience>(const ExerciseId&)>;

/// Of a document that fits the schema.
[[nodiscard]] Journey parseJourney(const Document& document);

/// Its own name, and that each week leads to exercises which exist and are written for as many as walk.
[[nodiscard]] Problems checkJourney(const Journey& journey, const Document& document, std::string_view stem,
                                    const FindAudience& find);

}  // namespace footbridge::content
