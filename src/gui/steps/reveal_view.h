// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "gui/steps/step_view.h"

class QVBoxLayout;

namespace footbridge::gui {

namespace Ui {
class RevealView;
}

/// What both opened, side by side. A guess stands beside what it guessed at; nothing is counted or compared.
class RevealView : public StepView {
  Q_OBJECT
 public:
  explicit RevealView(const Showing& showing, QWidget* parent = nullptr);
  ~RevealView() override;

  [[nodiscard]] QWidget* firstField() const override;

 protected:
  void finish() override;

 private:
  [[nodiscard]] static bool titleSaysIt(const Showing& showing);
  void showNothing();
  void fillColumn(PartnerId whose, QVBoxLayout* column, const Showing& showing);
  void addGuess(PartnerId whose, const LineId& about, QVBoxLayout* column, const Showing& showing);

  std::vector<OpenedLine> m_lines;  ///< without those that were taken back since
  std::unique_ptr<Ui::RevealView> m_ui;
};

}  // namespace footbridge::gui
