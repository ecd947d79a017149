// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "gui/flows/journey_view.h"
#include "gui/pages/journey_page.h"

namespace footbridge::gui {

/// The page of the journey. Nothing is stored for it: how far somebody has come follows from the sittings.
class JourneyFlow : public QObject {
  Q_OBJECT

 public:
  JourneyFlow(const Surroundings& around, ExerciseShelf& exercises, QObject* parent = nullptr);

  void show();
  /// Whoever comes next has not read what is said after a gap.
  void readerChanged() { m_welcomedBack = false; }

 Q_SIGNALS:
  void exerciseAsked(const footbridge::ExerciseId& exercise);
  void practicesAsked();
  void storyAsked();

 private:
  QWidget* make();
  void show(std::optional<Audience> way);
  [[nodiscard]] JourneyContent contentOf(const JourneyView& view);
  [[nodiscard]] JourneyContent::Week weekOf(const JourneyView& view, std::size_t index,
                                            std::span<const ExerciseSummary> exercises) const;

  Surroundings m_around;
  ExerciseShelf& m_exercises;
  bool m_welcomedBack = false;  ///< what is said after a gap was read, and is not said again
};

}  // namespace footbridge::gui
