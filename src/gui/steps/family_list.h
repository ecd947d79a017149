// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "gui/steps/card_wheel.h"

class QGridLayout;
class QLabel;

namespace footbridge::gui {

class ChoiceCard;

/// The cards of a wheel as cards to tick, each family under its name: where there is no room for the wheel.
class FamilyList : public QWidget {
  Q_OBJECT
 public:
  FamilyList(const std::vector<ShownFamily>& families, const QString& tint, QWidget* parent);

  [[nodiscard]] const std::vector<ChoiceCard*>& cards() const { return m_cards; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Part {
    QLabel* title;
    std::vector<ChoiceCard*> cards;
  };
  void layOut();

  QGridLayout* m_grid;
  std::vector<Part> m_parts;
  std::vector<ChoiceCard*> m_cards;
  int m_columns = 0;
};

}  // namespace footbridge::gui
