// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class SettleView;
}

/// A few slow breaths, or, for whom breathing does not settle, another way. The circle may be held still; the pace is
/// also there in words.
class SettleView : public StepView {
  Q_OBJECT
 public:
  explicit SettleView(const Showing& showing, QWidget* parent = nullptr);
  ~SettleView() override;

  [[nodiscard]] QWidget* firstField() const override;

 protected:
  void finish() override;

 private:
  std::unique_ptr<Ui::SettleView> m_ui;
};

}  // namespace footbridge::gui
