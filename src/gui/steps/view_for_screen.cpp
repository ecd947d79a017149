// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/view_for_screen.h"

#include "gui/steps/agree_review_view.h"
#include "gui/steps/agree_view.h"
#include "gui/steps/ask_view.h"
#include "gui/steps/choose_view.h"
#include "gui/steps/close_view.h"
#include "gui/steps/end_of_turn_view.h"
#include "gui/steps/finished_view.h"
#include "gui/steps/guess_view.h"
#include "gui/steps/hand_over_view.h"
#include "gui/steps/locked_view.h"
#include "gui/steps/look_over_view.h"
#include "gui/steps/loop_figure_view.h"
#include "gui/steps/loop_move_view.h"
#include "gui/steps/part_done_view.h"
#include "gui/steps/rate_view.h"
#include "gui/steps/read_view.h"
#include "gui/steps/reveal_view.h"
#include "gui/steps/settle_view.h"
#include "gui/steps/talk_view.h"
#include "gui/steps/wheel_view.h"
#include "gui/steps/write_view.h"

namespace footbridge::gui {

namespace {

using practice::EndOfTurnScreen;
using practice::FinishedScreen;
using practice::HandOverScreen;
using practice::LockedScreen;
using practice::LookOverScreen;
using practice::PartDoneScreen;
using practice::RevealScreen;
using practice::StepScreen;
using practice::TalkScreen;

/// The step that a screen is about; empty for the curtain and its like.
struct StepOf {
  std::optional<StepId> operator()(const StepScreen& screen) const { return screen.step; }
  std::optional<StepId> operator()(const LookOverScreen& screen) const { return screen.reveal; }
  std::optional<StepId> operator()(const RevealScreen& screen) const { return screen.step; }
  std::optional<StepId> operator()(const TalkScreen& screen) const { return screen.speak; }
  template <typename Other>
  std::optional<StepId> operator()(const Other&) const {
    return std::nullopt;
  }
};

struct NewView {
  const Showing& showing;
  QWidget* parent;

  StepView* operator()(const HandOverScreen&) const { return new HandOverView(showing, parent); }
  StepView* operator()(const StepScreen&) const { return newFormView(showing, parent); }
  StepView* operator()(const LookOverScreen&) const { return new LookOverView(showing, parent); }
  StepView* operator()(const EndOfTurnScreen&) const { return new EndOfTurnView(showing, parent); }
  StepView* operator()(const RevealScreen&) const { return new RevealView(showing, parent); }
  StepView* operator()(const TalkScreen&) const { return new TalkView(showing, parent); }
  StepView* operator()(const LockedScreen&) const { return new LockedView(showing, parent); }
  StepView* operator()(const PartDoneScreen&) const { return new PartDoneView(showing, parent); }
  StepView* operator()(const FinishedScreen&) const { return new FinishedView(showing, parent); }
};

}  // namespace

StepView* newFormView(const Showing& showing, QWidget* parent) {
  const bool isEach = showing.step->who == StepFor::Each;
  switch (showing.step->form.index()) {
    case static_cast<std::size_t>(StepKind::Read):
      return new ReadView(showing, parent);
    case static_cast<std::size_t>(StepKind::Settle):
      return new SettleView(showing, parent);
    case static_cast<std::size_t>(StepKind::Rate):
      return new RateView(showing, parent);
    case static_cast<std::size_t>(StepKind::Choose):
      // An order is put together from a list.
      if (const auto& form = showing.form<ChooseStep>(); !form.wheel.empty() && !form.ranked) {
        return new WheelView(showing, parent);
      }
      return new ChooseView(showing, parent);
    case static_cast<std::size_t>(StepKind::Guess):
      return new GuessView(showing, parent);
    case static_cast<std::size_t>(StepKind::Ask):
      return new AskView(showing, parent);
    case static_cast<std::size_t>(StepKind::Loop):
      if (isEach) return new LoopMoveView(showing, parent);
      return new LoopFigureView(showing, parent);
    case static_cast<std::size_t>(StepKind::Agree):
      if (showing.form<AgreeStep>().review) return new AgreeReviewView(showing, parent);
      return new AgreeView(showing, parent);
    case static_cast<std::size_t>(StepKind::Close):
      if (!isEach) return new CloseView(showing, parent);
      [[fallthrough]];
    default:
      return new WriteView(showing, parent);
  }
}

StepView* newViewForScreen(const Exercise& exercise, const practice::Screen& screen, const Setting& setting,
                           QWidget* parent) {
  const std::optional<StepId> id = std::visit(StepOf{}, screen.body);
  const Showing showing(exercise, screen, setting, id ? exercise.find(*id) : nullptr);
  StepView* view = std::visit(NewView{showing, parent}, screen.body);
  view->showProtected(setting.isProtected[showing.alone() == PartnerId::B ? 1 : 0]);
  return view;
}

}  // namespace footbridge::gui
