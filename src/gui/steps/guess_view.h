// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class GuessView;
}

/// The view of the step that is guessed at, worded for it.
class GuessView : public StepView {
  Q_OBJECT
 public:
  explicit GuessView(const Showing& showing, QWidget* parent = nullptr);
  ~GuessView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QString draft() const override;
  void showProtected(bool isProtected) override;

 private:
  StepView* m_inner = nullptr;
  std::unique_ptr<Ui::GuessView> m_ui;
};

}  // namespace footbridge::gui
