// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include "domain/ports.h"
#include "practice/story.h"

namespace footbridge::gui {

/// Exercises by id as plain pointers that stay valid while the shelf lives. What is not to be had is null.
class ExerciseShelf {
 public:
  explicit ExerciseShelf(Catalog& catalog) : m_catalog(catalog) {}

  [[nodiscard]] const Exercise* find(const ExerciseId& id);
  /// To read what was written in it: where it is not to be had, an exercise of that id with nothing in it.
  [[nodiscard]] const Exercise& readable(const ExerciseId& id);
  [[nodiscard]] practice::FindExercise finder() {
    return [this](const ExerciseId& id) { return find(id); };
  }

 private:
  Catalog& m_catalog;
  std::map<ExerciseId, std::shared_ptr<const Exercise>> m_known;
  std::map<ExerciseId, Exercise> m_gone;
};

}  // namespace footbridge::gui
