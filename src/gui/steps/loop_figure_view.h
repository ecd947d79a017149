// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class LoopFigureView;
}

/// Both moves as one figure of eight that neither began, and a name for it.
class LoopFigureView : public StepView {
  Q_OBJECT
 public:
  explicit LoopFigureView(const Showing& showing, QWidget* parent = nullptr);
  ~LoopFigureView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QString draft() const override;

 protected:
  void finish() override;

 private:
  void showMoves(const Showing& showing);

  std::unique_ptr<Ui::LoopFigureView> m_ui;
};

}  // namespace footbridge::gui
