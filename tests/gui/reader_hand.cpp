// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader_hand.h"

#include <QAccessible>
#include <QPointer>
#include <QSignalSpy>
#include <vector>

#include "catch.h"

namespace footbridge::probe {

void pressAsReader(QAbstractButton& button) {
  QAccessibleInterface* shown = QAccessible::queryAccessibleInterface(&button);
  REQUIRE(shown != nullptr);
  QAccessibleActionInterface* actions = shown->actionInterface();
  REQUIRE(actions != nullptr);
  REQUIRE_FALSE(actions->actionNames().isEmpty());
  actions->doAction(actions->actionNames().front());
}

int checkReaderPresses(QWidget& window) {
  std::vector<QPointer<QAbstractButton>> buttons;
  for (QAbstractButton* one : window.findChildren<QAbstractButton*>()) {
    if (one->isCheckable()) buttons.emplace_back(one);
  }
  int pressed = 0;
  for (const auto& button : buttons) {
    // A press may take others away, or close them.
    if (button == nullptr || !button->isVisible() || !button->isEnabled()) continue;
    INFO(button->objectName().toStdString() << " “" << button->text().toStdString() << "”");
    const QSignalSpy clicked(button, &QAbstractButton::clicked);
    pressAsReader(*button);
    CHECK(clicked.count() == 1);
    ++pressed;
  }
  return pressed;
}

}  // namespace footbridge::probe
