// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accessible_widgets.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QButtonGroup>
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

#include "gui/look/button_role.h"

namespace footbridge::gui {
namespace {

/// What Qt tells of a button, whose own interface is not open to be built upon; and "Toggle" is a press.
class AccessibleButton final : public QAccessibleWidget {
 public:
  explicit AccessibleButton(QAbstractButton* button) : QAccessibleWidget(button) {}

  [[nodiscard]] QAccessible::Role role() const override {
    if (menu() != nullptr) return QAccessible::ButtonMenu;
    if (!button().isCheckable()) return QAccessible::Button;
    const QButtonGroup* group = button().group();
    const bool excludes = group != nullptr ? group->exclusive() : button().autoExclusive();
    return excludes || qobject_cast<QRadioButton*>(object()) != nullptr ? QAccessible::RadioButton
                                                                        : QAccessible::CheckBox;
  }

  [[nodiscard]] QAccessible::State state() const override {
    QAccessible::State state = QAccessibleWidget::state();
    state.checkable = button().isCheckable();
    state.checked = button().isChecked();
    state.pressed = button().isDown();
    state.hasPopup = menu() != nullptr;
    const auto* box = qobject_cast<QCheckBox*>(object());
    state.checkStateMixed = box != nullptr && box->checkState() == Qt::PartiallyChecked;
    const auto* push = qobject_cast<QPushButton*>(object());
    state.defaultButton = push != nullptr && push->isDefault();
    return state;
  }

  [[nodiscard]] QString text(QAccessible::Text which) const override {
    QString known = QAccessibleWidget::text(which);
    if (which == QAccessible::Name && widget()->accessibleName().isEmpty())
      return look::wordsOn(widget(), button().text());
    if (which == QAccessible::Accelerator && known.isEmpty())
      return button().shortcut().toString(QKeySequence::NativeText);
    return known;
  }

  [[nodiscard]] QStringList actionNames() const override {
    QStringList names;
    if (button().isEnabled()) names << ownAction();
    return names + QAccessibleWidget::actionNames();
  }

  void doAction(const QString& name) override {
    if (name != toggleAction() && name != pressAction() && name != showMenuAction())
      return QAccessibleWidget::doAction(name);
    // A menu stays until something of it is chosen, for which nobody who asked from outside can wait.
    if (menu() != nullptr)
      QMetaObject::invokeMethod(
          &button(), [push = static_cast<QPushButton*>(&button())] { push->showMenu(); }, Qt::QueuedConnection);
    else if (button().isCheckable())
      button().click();
    else
      button().animateClick();
  }

  [[nodiscard]] QStringList keyBindingsForAction(const QString& name) const override {
    if (name != ownAction() || button().shortcut().isEmpty()) return {};
    return {button().shortcut().toString()};
  }

 private:
  [[nodiscard]] QAbstractButton& button() const { return *static_cast<QAbstractButton*>(object()); }
  [[nodiscard]] QMenu* menu() const {
    const auto* push = qobject_cast<QPushButton*>(object());
    return push != nullptr ? push->menu() : nullptr;
  }
  [[nodiscard]] const QString& ownAction() const {
    return menu() != nullptr ? showMenuAction() : button().isCheckable() ? toggleAction() : pressAction();
  }
};

/// All that lies in it, shown or not, and so the same whatever needs a scroll bar.
class AccessibleScrollArea final : public QAccessibleWidget {
 public:
  explicit AccessibleScrollArea(QScrollArea* area) : QAccessibleWidget(area, QAccessible::Client) {}
};

/// Tool buttons, which only dialogs of Qt's own have, keep what they are.
QAccessibleInterface* interfaceOf(const QString&, QObject* object) {
  if (object == nullptr || !object->isWidgetType()) return nullptr;
  if (auto* area = qobject_cast<QScrollArea*>(object)) return new AccessibleScrollArea(area);
  auto* button = qobject_cast<QAbstractButton*>(object);
  const bool isOurs = button != nullptr && !button->inherits("QToolButton");
  return isOurs ? new AccessibleButton(button) : nullptr;
}

}  // namespace

void installAccessibleWidgets() {
  QAccessible::installFactory(&interfaceOf);
}

}  // namespace footbridge::gui
