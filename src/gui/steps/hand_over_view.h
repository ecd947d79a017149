// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class HandOverView;
}

/// The curtain: no words of anyone. Enter takes the laptop.
class HandOverView : public StepView {
  Q_OBJECT
 public:
  explicit HandOverView(const Showing& showing, QWidget* parent = nullptr);
  ~HandOverView() override;

  [[nodiscard]] QWidget* firstField() const override;

 protected:
  void finish() override;

 private:
  bool m_isToOne = true;
  std::unique_ptr<Ui::HandOverView> m_ui;
};

}  // namespace footbridge::gui
