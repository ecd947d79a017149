// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <memory>

#include "gui/steps/step_view.h"

namespace footbridge::gui {

namespace Ui {
class TalkView;
}

/// One turn of speaking, and then of saying it back. The time is the speaker's to use: it is shown, and running over
/// raises no alarm. When the listener has said it back, the speaker alone says whether that was it. Either can let the
/// turn be, without a reason, and the other's comes.
class TalkView : public StepView {
  Q_OBJECT
 public:
  explicit TalkView(const Showing& showing, QWidget* parent = nullptr);
  ~TalkView() override;

  [[nodiscard]] QWidget* firstField() const override;
  /// The seconds spoken so far.
  [[nodiscard]] QString draft() const override;
  /// One second has gone by; called by the clock of the view.
  void tick();

 protected:
  void finish() override;
  /// While another page is looked at nobody speaks.
  void hideEvent(QHideEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void showWho(const Showing& showing, PartnerId speaker);
  void showSpeaking(const Showing& showing);
  void showReflecting(const Showing& showing);
  void showOpened(const Showing& showing);
  void showTime();
  void passTurn();

  practice::TalkScreen m_talk;
  QTimer m_second;
  bool m_isPassAsked = false;  ///< once, of a turn that is under way
  int m_elapsed = 0;
  bool m_hasBegun = false;
  bool m_standsStill = false;  ///< the time ran when the page went out of sight
  std::unique_ptr<Ui::TalkView> m_ui;
};

}  // namespace footbridge::gui
