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
  /// Right after a sitting, while both keys may still be here: from it one begins, or leaves with left().
  void offerAfterSitting(const ExerciseId& id);

 Q_SIGNALS:
  void beginAsked(const footbridge::ExerciseId& exercise, footbridge::Audience audience);
  void goOnAsked(footbridge::SittingId sitting);
  void safetyAsked();
  void journeyAsked();
  void left();

 private:
  QWidget* makePractices();
  QWidget* makeExercise();
  void fillBefore(ExerciseOverview& overview) const;
  void open(const ExerciseId& id);
  void leaveExercise();

  Surroundings m_around;
  Audience m_audience = Audience::Two;
  bool m_afterSitting = false;
};

}  // namespace footbridge::gui
