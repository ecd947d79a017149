// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <memory>
#include <utility>
#include <vector>

#include "gui/steps/step_view.h"

class QButtonGroup;
class QPushButton;

namespace footbridge::gui {

namespace Ui {
class AgreeView;
}

/// One small step with who, when and a day to look back; or none, which is as good an answer.
class AgreeView : public StepView {
  Q_OBJECT
 public:
  explicit AgreeView(const Showing& showing, QWidget* parent = nullptr);
  ~AgreeView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QString draft() const override;

 protected:
  void finish() override;

 private:
  void alignAnswers();
  void showSuggestions(const AgreeStep& form, const Showing& showing);
  void takeUp(const Showing& showing);
  void showReview(std::optional<Day> day);
  void takeIdea(const QString& words);
  void bringBack();
  void takeNoStep();
  [[nodiscard]] Agreement given() const;
  [[nodiscard]] std::optional<Day> reviewDay() const;
  [[nodiscard]] Day inDays(int days) const;

  std::unique_ptr<Ui::AgreeView> m_ui;
  QButtonGroup* m_days = nullptr;
  std::vector<std::pair<QPushButton*, int>> m_reviews;  ///< in how many days each looks back
  QPushButton* m_bringBack = nullptr;
  QStringList m_ideas;
  QStringList m_own;     ///< what they wrote before they took an idea
  bool m_asked = false;  ///< whether words that stand there may go
  Day m_today;
  std::optional<Day> m_review;  ///< as it stood, while no button stands for it
};

}  // namespace footbridge::gui
