// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace footbridge::probe {

/// What a screen reader does with a button: the first of the actions that it offers.
void pressAsReader(QAbstractButton& button);

/// Every button in the window that shows whether it is on hears a screen reader's press as it hears a click: one that
/// turned and told nobody would look chosen, and be it for nobody else. Answers how many there were.
int checkReaderPresses(QWidget& window);

}  // namespace footbridge::probe
