// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

class QAbstractButton;
class QButtonGroup;
class QWidget;

namespace footbridge::gui {

/// Buttons of which one is chosen: Tab comes to the one that is, arrows go to the others. `owner` owns the group, and
/// the first button takes the keyboard while none is chosen.
QButtonGroup* newChoiceGroup(QWidget* owner, std::initializer_list<QAbstractButton*> buttons);

}  // namespace footbridge::gui
