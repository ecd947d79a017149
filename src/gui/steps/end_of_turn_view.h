// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class EndOfTurnView;
}

/// The turn is over and its words are not put away yet.
class EndOfTurnView : public StepView {
  Q_OBJECT
 public:
  explicit EndOfTurnView(const Showing& showing, QWidget* parent = nullptr);
  ~EndOfTurnView() override;

  [[nodiscard]] QWidget* firstField() const override;

 protected:
  void finish() override;

 private:
  std::unique_ptr<Ui::EndOfTurnView> m_ui;
};

}  // namespace footbridge::gui
