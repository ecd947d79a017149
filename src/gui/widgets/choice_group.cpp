// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/choice_group.h"

#include <QAbstractButton>
#include <QButtonGroup>

namespace footbridge::gui {
namespace {

void leadKeyboard(const QButtonGroup& group) {
  const QAbstractButton* const chosen = group.checkedButton();
  for (QAbstractButton* button : group.buttons()) {
    const bool isReached = chosen == nullptr ? button == group.buttons().front() : button == chosen;
    button->setFocusPolicy(isReached ? Qt::StrongFocus : Qt::ClickFocus);
  }
}

}  // namespace

// Qt learns which one is chosen when one of them is first reached, which is one Tab too late.
QButtonGroup* newChoiceGroup(QWidget* owner, const QList<QAbstractButton*>& buttons) {
  auto* const group = new QButtonGroup(owner);
  for (QAbstractButton* button : buttons) group->addButton(button);
  QObject::connect(group, &QButtonGroup::buttonToggled, group, [group] { leadKeyboard(*group); });
  leadKeyboard(*group);
  return group;
}

QButtonGroup* newChoiceGroup(QWidget* owner, const QString& about, const QList<QAbstractButton*>& buttons) {
  for (QAbstractButton* button : buttons) button->setAccessibleName(QObject::tr("%1: %2").arg(button->text(), about));
  return newChoiceGroup(owner, buttons);
}

}  // namespace footbridge::gui
