// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/exercise_shelf.h"

namespace footbridge::gui {

const Exercise* ExerciseShelf::find(const ExerciseId& id) {
  const auto known = m_known.find(id);
  if (known != m_known.end()) return known->second.get();
  if (const Exercise* look = weeklyLook(); look != nullptr && look->id == id) return look;
  auto read = m_catalog.exercise(id);
  return m_known.emplace(id, read ? std::move(*read) : nullptr).first->second.get();
}

const Exercise* ExerciseShelf::weeklyLook() {
  auto look = m_catalog.weeklyLook();
  if (!look) return nullptr;
  const ExerciseId id = (*look)->id;
  return m_known.emplace(id, std::move(*look)).first->second.get();
}

}  // namespace footbridge::gui
