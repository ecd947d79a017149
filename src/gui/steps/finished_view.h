// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/light_words.h"
#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class FinishedView;
}

/// The sitting is over.
class FinishedView : public StepView {
  Q_OBJECT
 public:
  explicit FinishedView(const Showing& showing, QWidget* parent = nullptr);
  ~FinishedView() override;

  [[nodiscard]] QWidget* firstField() const override;
  void showProtected(bool isProtected) override;
  /// In place of nothing; without it the view has no room for an offer.
  void showLight(const LightOffer& offer);

 Q_SIGNALS:
  void doneAsked();
  void lightAsked(const footbridge::ExerciseId& exercise);

 private:
  bool m_forOne = false;
  std::unique_ptr<Ui::FinishedView> m_ui;
};

}  // namespace footbridge::gui
