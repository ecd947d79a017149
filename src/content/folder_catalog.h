// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "domain/ports.h"

namespace footbridge::content {

/// The content of a folder: what ships, in one language. Nothing is read before it is asked for, and nothing twice,
/// unless it was refused. The list of exercises reads no more of each file than a list shows; an exercise is checked
/// against limits, schema and structure when it is asked for. Words are for `content check` and tests to judge.
class FolderCatalog final : public Catalog {
 public:
  /// `folder` holds "exercises", "decks" and the other files of a language: content/en.
  explicit FolderCatalog(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  [[nodiscard]] Result<std::vector<ExerciseSummary>> exercises() override;
  [[nodiscard]] Result<std::shared_ptr<const Exercise>> exercise(const ExerciseId& id) override;
  [[nodiscard]] Result<std::shared_ptr<const Exercise>> weeklyLook() override;
  [[nodiscard]] Result<std::vector<HelpLine>> helpLines() override;
  [[nodiscard]] std::string helpNotice() override;
  [[nodiscard]] Result<std::vector<EvidenceSource>> evidence() override;
  [[nodiscard]] Result<std::vector<Journey>> journeys() override;
  [[nodiscard]] Result<std::shared_ptr<const Deck>> deck(const DeckId& id) override;
  [[nodiscard]] Result<std::vector<WatchPlan>> watchPlans() override;

 private:
  Result<std::shared_ptr<const Exercise>> load(const ExerciseId& id, const std::filesystem::path& file);
  std::shared_ptr<const Deck> findDeck(const DeckId& id);

  std::filesystem::path m_folder;
  std::optional<std::vector<ExerciseSummary>> m_index;
  std::map<ExerciseId, std::shared_ptr<const Exercise>> m_exercises;
  std::map<DeckId, std::shared_ptr<const Deck>> m_decks;
  std::optional<std::vector<HelpLine>> m_helpLines;
  std::optional<std::vector<EvidenceSource>> m_evidence;
  std::optional<std::vector<Journey>> m_journeys;
  std::optional<std::vector<WatchPlan>> m_watchPlans;
};

}  // namespace footbridge::content
