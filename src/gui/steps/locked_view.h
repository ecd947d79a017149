// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class LockedView;
}

/// This partner opens their words before anything is shown.
class LockedView : public StepView {
  Q_OBJECT
 public:
  explicit LockedView(const Showing& showing, QWidget* parent = nullptr);
  ~LockedView() override;

  [[nodiscard]] QWidget* firstField() const override;

 Q_SIGNALS:
  void unlockAsked();

 private:
  std::unique_ptr<Ui::LockedView> m_ui;
};

}  // namespace footbridge::gui
