// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QAbstractButton;
class QButtonGroup;
class QWidget;

namespace footbridge::gui {

/// Buttons of which one is chosen: Tab comes to the one that is, arrows go to the others. `owner` owns the group, and
/// the first button takes the keyboard while none is chosen.
QButtonGroup* newChoiceGroup(QWidget* owner, const QList<QAbstractButton*>& buttons);
/// Each of them called by its text and by what it is about, since a screen reader comes to a button without what stands
/// around it.
QButtonGroup* newChoiceGroup(QWidget* owner, const QString& about, const QList<QAbstractButton*>& buttons);

}  // namespace footbridge::gui
