// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class WriteView;
}

/// A page of one's own. Words are in the hands of the writer until they act; `draftChanged` asks to keep them
/// meanwhile.
class WriteView : public StepView {
  Q_OBJECT
 public:
  explicit WriteView(const Showing& showing, QWidget* parent = nullptr);
  ~WriteView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QString draft() const override;
  void showProtected(bool isProtected) override;

 protected:
  void finish() override;

 private:
  void insertStarter();

  std::vector<QString> m_starters;
  std::size_t m_nextStarter = 0;
  QString m_privacy[2];
  std::unique_ptr<Ui::WriteView> m_ui;
};

}  // namespace footbridge::gui
