// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "content/document.h"
#include "content/linter.h"
#include "content/problem.h"
#include "domain/watch_plan.h"

namespace footbridge::content {

/// Of a document that fits the schema.
[[nodiscard]] WatchPlan parseWatchPlan(const Document& document);

/// Its own name, and that what it builds on is known.
[[nodiscard]] Problems checkWatchPlan(const WatchPlan& plan, const Document& document, std::string_view stem,
                                      const EvidenceKeys& known);

}  // namespace footbridge::content
