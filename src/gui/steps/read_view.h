// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class ReadView;
}

/// A page to read.
class ReadView : public StepView {
  Q_OBJECT
 public:
  explicit ReadView(const Showing& showing, QWidget* parent = nullptr);
  ~ReadView() override;

  [[nodiscard]] QWidget* firstField() const override;

 protected:
  void finish() override;

 private:
  std::unique_ptr<Ui::ReadView> m_ui;
};

}  // namespace footbridge::gui
