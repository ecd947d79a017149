// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "domain/exercise.h"
#include "gui/pages/page.h"
#include "gui/steps/couple.h"
#include "gui/steps/gate_end_view.h"
#include "gui/steps/gate_turn_view.h"
#include "gui/widgets/quiet_start.h"
#include "practice/screen.h"

namespace footbridge::gui {

namespace Ui {
class GatePage;
}

/// The gate before an exercise, one view at a time. It holds the words of one view only, and of no pick once
/// its partner has passed on.
class GatePage : public Page {
  Q_OBJECT

 public:
  explicit GatePage(QWidget* parent = nullptr);
  ~GatePage() override;

  void showIntro(const Exercise& exercise, const Couple& couple, std::optional<PartnerId> alone);
  void showWho(const Exercise& exercise, const Couple& couple);
  void showCurtain(const Exercise& exercise, const Couple& couple, practice::Viewer to);
  void showTurn(const Exercise& exercise, const Couple& couple, PartnerId who, GateTurnView::Room room);
  void showEnd(const std::vector<GateWay>& ways, const QString& leave);
  /// Nothing of the gate is left on the page.
  void clear();

 Q_SIGNALS:
  void bothHere();
  void aloneHere();
  void named(footbridge::PartnerId who);
  void curtainRaised();
  void passedOn(footbridge::GateOutcome picked);
  void coverAsked();  ///< Escape: what is picked is to be gone at once
  void exerciseAsked(const footbridge::ExerciseId& exercise);
  void leftAsked();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void put(StepView* view, bool mayLeave = true);

  QuietStart m_quiet{*this};
  std::unique_ptr<Ui::GatePage> m_ui;
};

}  // namespace footbridge::gui
