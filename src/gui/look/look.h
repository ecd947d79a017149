// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/ids.h"
#include "gui/look/appearance.h"
#include "gui/look/theme.h"

class QApplication;
class QWidget;

/// The look of every window. Forms say what a thing is, in dynamic properties, and one style draws it:
/// QLabel `look`, QPushButton `role` (with `compact`, `large`), QFrame `look` and `edge`, and `tint` on all of them.
namespace footbridge::gui::look {

/// Gives the program its look, or changes it while windows are open. Cheap before the first window is made.
void apply(QApplication& application, const Appearance& appearance);

[[nodiscard]] const Appearance& appearance();
[[nodiscard]] const Theme& theme();
/// 1.0 at 100 % text.
[[nodiscard]] double scale();
/// A length of the drawings at the present text size.
[[nodiscard]] int px(double length);

// Changing a property of a widget that is on screen already: these polish it anew.
void setRole(QWidget* widget, const char* role);
void setTint(QWidget* widget, const QString& token);
void setProperty(QWidget* widget, const char* name, const QVariant& value);

/// The token of a partner's colour: "a" or "b".
[[nodiscard]] QString tintOf(PartnerId partner);
[[nodiscard]] QString tintOf(VaultId vault);

/// The first letter of a name, as the dots show it.
[[nodiscard]] QString initialOf(const QString& name);

}  // namespace footbridge::gui::look
