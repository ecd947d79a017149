// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class GateIntroView;
}

/// Before the question of a gate: that each answers it alone, and what becomes of the answers, which is nothing.
class GateIntroView : public StepView {
  Q_OBJECT
 public:
  /// `alone`: who has signed in by themselves, and may be here without the other.
  GateIntroView(const Exercise& exercise, const Couple& couple, std::optional<PartnerId> alone,
                QWidget* parent = nullptr);
  ~GateIntroView() override;

  [[nodiscard]] QWidget* firstField() const override;

 Q_SIGNALS:
  void bothHere();
  void aloneHere();

 private:
  std::unique_ptr<Ui::GateIntroView> m_ui;
};

}  // namespace footbridge::gui
