// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class GateTurnView;
}

/// One partner's part of a gate, for their eyes alone: the question, and what content says to the pick.
class GateTurnView : public StepView {
  Q_OBJECT
 public:
  enum class Room : std::uint8_t {
    BeforeTheOther,
    AfterTheOther,
    Alone,
  };

  GateTurnView(const Exercise& exercise, const Couple& couple, PartnerId who, Room room, QWidget* parent = nullptr);
  ~GateTurnView() override;

  [[nodiscard]] QWidget* firstField() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 Q_SIGNALS:
  void passedOn(footbridge::GateOutcome picked);

 private:
  void pick(const Gate::Choice& choice);

  std::optional<GateOutcome> m_picked;
  QStringList m_answers;  ///< of all choices
  std::unique_ptr<Ui::GateTurnView> m_ui;
};

}  // namespace footbridge::gui
