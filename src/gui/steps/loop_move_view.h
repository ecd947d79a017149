// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class LoopMoveView;
}

/// One's own move in the loop: what sets it off, what one does, what is underneath.
class LoopMoveView : public StepView {
  Q_OBJECT
 public:
  explicit LoopMoveView(const Showing& showing, QWidget* parent = nullptr);
  ~LoopMoveView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QString draft() const override;
  void showProtected(bool isProtected) override;

 protected:
  void finish() override;

 private:
  [[nodiscard]] MoveAnswer given() const;

  QString m_privacy[2];
  std::unique_ptr<Ui::LoopMoveView> m_ui;
};

}  // namespace footbridge::gui
