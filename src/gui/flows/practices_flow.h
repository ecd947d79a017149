// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "gui/flows/exercise_shelf.h"
#include "gui/flows/surroundings.h"

namespace footbridge::gui {

struct ExerciseOverview;

/// The four practices, and an exercise before it begins.
class PracticesFlow : public QObject {
  Q_OBJECT

 public:
  explicit PracticesFlow(const Surroundings& around, QObject* parent = nullptr);

  void showPractices(std::optional<Practice> practice = std::nullopt);
  void showExercise(const ExerciseId& id);

 Q_SIGNALS:
  void beginAsked(const footbridge::ExerciseId& exercise, footbridge::Audience audience);
  void goOnAsked(footbridge::SittingId sitting);
  void safetyAsked();

 private:
  QWidget* makePractices();
  QWidget* makeExercise();
  void fillBefore(ExerciseOverview& overview) const;

  Surroundings m_around;
  Audience m_audience = Audience::Two;
};

}  // namespace footbridge::gui
