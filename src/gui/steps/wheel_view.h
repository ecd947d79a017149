// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "gui/steps/card_picks.h"
#include "gui/steps/step_view.h"

namespace footbridge::gui {

class CardWheel;
class FamilyList;
class WheelCell;
struct ShownCard;
struct ShownFamily;
namespace Ui {
class WheelView;
}

/// Cards of a deck with a wheel, to pick from it; what is picked stands in words beside it. Where the wheel has no
/// room, because the window is small or the text large, the families are lists. Picks are kept through the change.
class WheelView : public StepView {
  Q_OBJECT
 public:
  explicit WheelView(const Showing& showing, QWidget* parent = nullptr);
  ~WheelView() override;

  [[nodiscard]] QWidget* firstField() const override;
  [[nodiscard]] QString draft() const override;
  void showProtected(bool isProtected) override;

 protected:
  void finish() override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void addCards(const std::vector<ShownFamily>& families, const QString& tint);
  void takeUp(const Showing& showing);
  void toggle(const CardId& card, bool on);
  void showPicks();
  void showReached(const WheelCell* cell);
  void showHow(bool isWheel);
  void say(const QString& words);
  /// Wheel or lists, by what the page has room for.
  void fit();
  [[nodiscard]] QWidget* seen() const;
  [[nodiscard]] std::vector<CardId> inOrder() const;

  CardPicks m_picks;
  std::vector<CardId> m_order;  ///< of the deck
  QString m_privacy[2];
  QString m_tint;
  CardWheel* m_wheel = nullptr;
  FamilyList* m_list = nullptr;
  std::unique_ptr<Ui::WheelView> m_ui;
};

}  // namespace footbridge::gui
