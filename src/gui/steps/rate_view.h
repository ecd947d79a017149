// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "gui/steps/step_view.h"

class QBoxLayout;
class QLabel;

namespace footbridge::gui {

class ScaleRow;
namespace Ui {
class RateView;
}

/// Lines to rate, all on one screen. A line may stay blank; "did not come up" is no mark.
class RateView : public StepView {
  Q_OBJECT
 public:
  explicit RateView(const Showing& showing, QWidget* parent = nullptr);
  ~RateView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] QString draft() const override;
  void showProtected(bool isProtected) override;

 protected:
  void finish() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void addLine(const RateItem& item, const RateStep& form, const Showing& showing);
  void alignEnds();
  void takeUp(const Showing& showing);
  void offerCare(const Showing& showing);
  void showCare();
  [[nodiscard]] std::vector<Rating> ratings() const;

  QString m_privacy[2];
  std::vector<Rating> m_before;
  std::vector<std::pair<ItemId, ScaleRow*>> m_rows;
  std::vector<QBoxLayout*> m_lines;
  std::vector<QLabel*> m_tags;  ///< of the lines that are never opened
  std::unique_ptr<Ui::RateView> m_ui;
};

}  // namespace footbridge::gui
