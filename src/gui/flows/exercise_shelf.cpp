// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/exercise_shelf.h"

namespace footbridge::gui {

const Exercise* ExerciseShelf::find(const ExerciseId& id) {
  const auto known = m_known.find(id);
  if (known != m_known.end()) return known->second.get();
  auto read = m_catalog.exercise(id);
  return m_known.emplace(id, read ? std::move(*read) : nullptr).first->second.get();
}

const Exercise& ExerciseShelf::readable(const ExerciseId& id) {
  if (const Exercise* exercise = find(id)) return *exercise;
  return m_gone.emplace(id, Exercise{.id = id}).first->second;
}

}  // namespace footbridge::gui
