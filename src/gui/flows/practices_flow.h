// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "gui/flows/exercise_shelf.h"
#include "gui/flows/surroundings.h"

namespace footbridge::gui {

/// The four practices, and an exercise before it begins.
class PracticesFlow : public QObject {
  Q_OBJECT

 public:
  explicit PracticesFlow(const Surroundings& around, QObject* parent = nullptr);

  void showPractices(std::optional<Practice> practice = std::nullopt);
  void showExercise(const ExerciseId& id);

 Q_SIGNALS:
  void beginAsked(const footbridge::ExerciseId& exercise, footbridge::Audience audience);
  void safetyAsked();

 private:
  QWidget* makePractices();
  QWidget* makeExercise();
  [[nodiscard]] QString doneBefore(const ExerciseId& id) const;

  Surroundings m_around;
  Audience m_audience = Audience::Two;
};

}  // namespace footbridge::gui
