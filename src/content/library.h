// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "content/exercise_parser.h"
#include "content/linter.h"
#include "domain/ports.h"
#include "domain/result.h"

namespace footbridge::content {

/// The deck of that name in a folder called "decks" under `folder`.
[[nodiscard]] std::optional<Deck> findDeckIn(const std::filesystem::path& folder, const DeckId& id);

/// Both answer the first problem of a file that is refused.
[[nodiscard]] Result<std::vector<HelpLine>> readHelpLines(const std::filesystem::path& file);
[[nodiscard]] Result<std::vector<EvidenceSource>> readEvidence(const std::filesystem::path& file);

[[nodiscard]] Result<Journey> readJourney(const std::filesystem::path& file);
[[nodiscard]] Result<WatchPlan> readWatchPlan(const std::filesystem::path& file);

/// The "notice" of such a file; empty when it is refused.
[[nodiscard]] std::string readNotice(const std::filesystem::path& file);

/// The lines of a document of that kind. A day that no calendar has is added to `problems`, and its line left out.
[[nodiscard]] std::vector<HelpLine> parseHelpLines(const Document& document, Problems& problems);
[[nodiscard]] std::vector<EvidenceSource> parseEvidence(const Document& document, Problems& problems);

/// An exercise's file read, checked against limits, schema and structure, and parsed. Empty when refused.
[[nodiscard]] std::optional<Exercise> readExercise(const std::filesystem::path& file, const FindDeck& findDeck,
                                                   Problems& problems);

}  // namespace footbridge::content
