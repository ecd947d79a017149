// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "gui/steps/step_view.h"

class QSpacerItem;

namespace footbridge::gui {

namespace Ui {
class AskView;
}

/// A plain ask in three parts, growing into one sentence beside them, which stays in sight while the page scrolls; or
/// beneath, where there is no room for two columns.
class AskView final : public StepView {
  Q_OBJECT
 public:
  explicit AskView(const Showing& showing, QWidget* parent = nullptr);
  ~AskView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QString draft() const override;
  void showProtected(bool isProtected) override;

 protected:
  void finish() override;
  void resizeEvent(QResizeEvent* event) override;
  void moveEvent(QMoveEvent* event) override;

 private:
  void fit();
  void takeUp(const Showing& showing);
  void compose();
  void insertStarter();
  [[nodiscard]] AskAnswer given() const;

  std::vector<QString> m_starters;
  std::size_t m_nextStarter = 0;
  QString m_partner;
  QSpacerItem* m_above = nullptr;  ///< over the growing sentence; of the layout
  QString m_privacy[2];
  std::unique_ptr<Ui::AskView> m_ui;
};

}  // namespace footbridge::gui
