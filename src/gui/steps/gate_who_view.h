// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class GateWhoView;
}

/// Before an exercise for one where two may be present: which of them it is for. Nothing of it is shown but its title.
class GateWhoView : public StepView {
  Q_OBJECT
 public:
  GateWhoView(const Exercise& exercise, const Couple& couple, QWidget* parent = nullptr);
  ~GateWhoView() override;

  [[nodiscard]] QWidget* firstField() const override;

 Q_SIGNALS:
  void named(footbridge::PartnerId who);

 private:
  std::unique_ptr<Ui::GateWhoView> m_ui;
};

}  // namespace footbridge::gui
