// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class CloseView;
}

/// One thing heard and one appreciated, for each, side by side. Saying it aloud is enough.
class CloseView : public StepView {
  Q_OBJECT
 public:
  explicit CloseView(const Showing& showing, QWidget* parent = nullptr);
  ~CloseView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QString draft() const override;

 protected:
  void finish() override;

 private:
  std::unique_ptr<Ui::CloseView> m_ui;
};

}  // namespace footbridge::gui
