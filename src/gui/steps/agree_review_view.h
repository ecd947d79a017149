// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "gui/steps/step_view.h"

class QButtonGroup;

namespace footbridge::gui {

namespace Ui {
class AgreeReviewView;
}

/// What became of earlier small steps: kept, changed or let go, all said alike.
class AgreeReviewView : public StepView {
  Q_OBJECT
 public:
  explicit AgreeReviewView(const Showing& showing, QWidget* parent = nullptr);
  ~AgreeReviewView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QString draft() const override;

 protected:
  void finish() override;

 private:
  void addAgreement(const EntryId& id, const Agreement& agreement, const Showing& showing);
  void takeUp(const QString& draft);
  [[nodiscard]] ReviewedAnswer reviewed() const;

  struct Asked {
    EntryId id;
    AgreementState before;  ///< what is marked already, here or on its day
    QButtonGroup* group;
  };
  std::vector<Asked> m_asked;
  bool m_wasChosen = false;  ///< the button that is being pressed
  std::unique_ptr<Ui::AgreeReviewView> m_ui;
};

}  // namespace footbridge::gui
