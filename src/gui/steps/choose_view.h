// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "gui/steps/card_picks.h"
#include "gui/steps/step_view.h"

namespace footbridge::gui {
class ChoiceCard;
}

namespace footbridge::gui {

namespace Ui {
class ChooseView;
}

/// Cards to pick, in an order where the step ranks them. Never takes more than the step allows, and says so kindly.
class ChooseView : public StepView {
  Q_OBJECT
 public:
  explicit ChooseView(const Showing& showing, QWidget* parent = nullptr);
  ~ChooseView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QString draft() const override;
  void showProtected(bool isProtected) override;

 protected:
  void finish() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void addCards(const ChooseStep& form, const Showing& showing);
  void takeUp(const std::vector<CardId>& cards);
  void layOut();
  void toggle(ChoiceCard* card, bool on);
  void showPicks();
  void say(const QString& words);
  [[nodiscard]] std::vector<CardId> chosen() const;

  CardPicks m_picks;
  bool m_ranked = false;
  QString m_privacy[2];
  std::vector<ChoiceCard*> m_cards;
  std::unique_ptr<Ui::ChooseView> m_ui;
};

}  // namespace footbridge::gui
