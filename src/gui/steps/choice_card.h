// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exercise.h"
#include "gui/widgets/tick_card.h"

namespace footbridge::gui {

/// One card of a choosing step, and which it is.
class ChoiceCard : public TickCard {
  Q_OBJECT
 public:
  ChoiceCard(const CardId& id, const QString& words, const QString& note, QWidget* parent)
      : TickCard(words, note, parent), m_id(id) {
    setObjectName(QStringLiteral("card-") + QString::fromStdString(id.text()));
  }

  [[nodiscard]] const CardId& id() const { return m_id; }

 private:
  CardId m_id;
};

}  // namespace footbridge::gui
