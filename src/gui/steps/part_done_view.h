// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class PartDoneView;
}

/// An own look is done; says nothing of the partner's.
class PartDoneView : public StepView {
  Q_OBJECT
 public:
  explicit PartDoneView(const Showing& showing, QWidget* parent = nullptr);
  ~PartDoneView() override;

  [[nodiscard]] QWidget* firstField() const override;

 Q_SIGNALS:
  void doneAsked();

 private:
  std::unique_ptr<Ui::PartDoneView> m_ui;
};

}  // namespace footbridge::gui
