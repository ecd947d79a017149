// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/family_list.h"

#include <QGridLayout>
#include <QLabel>

#include "gui/look/look.h"
#include "gui/steps/choice_card.h"
#include "gui/steps/step_view.h"
#include "gui/widgets/card_group.h"

namespace footbridge::gui {

FamilyList::FamilyList(const std::vector<ShownFamily>& families, const QString& tint, QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this)) {
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setSpacing(look::px(12));
  for (const ShownFamily& family : families) {
    Part part{newLabel("heading", family.title, this), {}};
    for (const auto* ring : {&family.inner, &family.outer}) {
      for (const ShownCard& card : *ring) {
        auto* button = new ChoiceCard(card.id, card.words, card.note, this);
        setTint(button, tint);
        CardGroup::of(*part.title).add(button);  // one for each family
        part.cards.push_back(button);
        m_cards.push_back(button);
      }
    }
    m_parts.push_back(std::move(part));
  }
  layOut();
}

void FamilyList::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  layOut();
}

/// Two cards beside each other where there is room for both.
void FamilyList::layOut() {
  const int columns = width() >= look::px(620) ? 2 : 1;
  if (columns == m_columns) return;
  m_columns = columns;
  int row = 0;
  for (const Part& part : m_parts) {
    m_grid->addWidget(part.title, row++, 0, 1, 2);
    int place = 0;
    for (ChoiceCard* card : part.cards) {
      m_grid->addWidget(card, row + place / columns, place % columns, 1, columns == 1 ? 2 : 1);
      ++place;
    }
    row += (place + columns - 1) / columns;
  }
}

}  // namespace footbridge::gui
