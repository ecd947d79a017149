// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace footbridge::gui {
class FootbridgeStyle;
}

namespace footbridge::gui::look {

/// Sets font, colour and room of a widget by what its properties say it is, and tells keyboards to learn nothing from
/// any field. Safe to repeat.
void polishWidget(QWidget& widget, const FootbridgeStyle& style);

}  // namespace footbridge::gui::look
