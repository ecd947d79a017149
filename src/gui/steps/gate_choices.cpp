// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/gate_choices.h"

#include <QLabel>
#include <QVBoxLayout>

#include "gui/look/look.h"
#include "gui/widgets/card_button.h"
#include "gui/widgets/card_group.h"
#include "gui/widgets/new_label.h"

namespace footbridge::gui {

std::vector<Gate::Choice> gateChoicesOf(const Exercise& exercise) {
  if (!exercise.gate) return {};
  std::vector<Gate::Choice> choices = exercise.gate->choices;
  choices.push_back(
      {GateChoices::tr("I would rather do something else today").toStdString(), GateOutcome::Aside,
       GateChoices::tr("Then something else it is. You need no reason, and you owe nobody one.").toStdString()});
  return choices;
}

GateChoices::GateChoices(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
}

void GateChoices::clear() {
  qDeleteAll(findChildren<CardButton*>());
  m_first = nullptr;
}

void GateChoices::showChoices(const std::vector<Gate::Choice>& choices, const QString& tint) {
  clear();
  for (const Gate::Choice& choice : choices) {
    const QString words = QString::fromStdString(choice.text);
    auto* button = new CardButton(this);
    button->setAccessibleName(words);
    button->setCheckable(true);
    look::setTint(button, tint);
    button->setAutoExclusive(true);
    auto* inner = new QVBoxLayout(button);
    inner->setContentsMargins(look::px(18), look::px(12), look::px(18), look::px(12));
    inner->addWidget(newLabel("strong", words));
    // Whether it was clicked or toggled, as a screen reader does.
    connect(button, &QPushButton::toggled, this, [this, choice](bool on) {
      if (on) Q_EMIT picked(choice);
    });
    layout()->addWidget(button);
    CardGroup::of(*this).add(button);
    if (m_first == nullptr) m_first = button;
  }
}

QWidget* GateChoices::first() const {
  return m_first;
}

}  // namespace footbridge::gui
