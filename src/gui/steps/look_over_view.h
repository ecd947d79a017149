// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "gui/steps/step_view.h"

namespace footbridge::gui {
class LookOverLine;
}

namespace footbridge::gui {

namespace Ui {
class LookOverView;
}

/// One's own lines before a reveal: each can be opened, kept back, or trimmed. The partner is not told which.
class LookOverView : public StepView {
  Q_OBJECT
 public:
  explicit LookOverView(const Showing& showing, QWidget* parent = nullptr);
  ~LookOverView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QString draft() const override;

 protected:
  void finish() override;

 private:
  void addLine(const practice::LookOverScreen::Line& line, const Showing& showing);
  void takeUp(const QString& draft);
  void setAll(bool open);
  void showCount();

  std::vector<LookOverLine*> m_lines;
  QString m_partner;
  std::unique_ptr<Ui::LookOverView> m_ui;
};

}  // namespace footbridge::gui
