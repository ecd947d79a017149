// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class GateEndView;
}

/// Another exercise to name at the end, and what it is for.
struct GateWay {
  QString words;
  ExerciseId exercise;
  QString title;
};

/// Instead of the exercise, word for word the same whoever picked what.
class GateEndView : public StepView {
  Q_OBJECT
 public:
  /// `leave`: what the way out says.
  GateEndView(const std::vector<GateWay>& ways, const QString& leave, QWidget* parent = nullptr);
  ~GateEndView() override;

  [[nodiscard]] QWidget* firstField() const override;

 Q_SIGNALS:
  void doneAsked();
  void exerciseAsked(const footbridge::ExerciseId& exercise);

 private:
  std::unique_ptr<Ui::GateEndView> m_ui;
};

}  // namespace footbridge::gui
