// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QStyleOption>
#include <optional>

#include "gui/look/footbridge_style.h"

namespace footbridge::gui::look {

/// `contents` is what Qt takes the words, icon and menu to need in the font of the widget.
[[nodiscard]] QSize buttonSize(const FootbridgeStyle& style, const QStyleOptionButton& option, const QSize& contents,
                               const QWidget* widget);
[[nodiscard]] QSize editSize(const FootbridgeStyle& style, const QSize& text);
[[nodiscard]] QSize comboSize(const FootbridgeStyle& style, const QSize& text);
[[nodiscard]] QRect scrollBarPart(const FootbridgeStyle& style, const QStyleOptionSlider& bar, QStyle::SubControl part);
/// Nothing for a metric that Fusion's own is good enough for.
[[nodiscard]] std::optional<int> lengthOf(const FootbridgeStyle& style, QStyle::PixelMetric metric,
                                          const QWidget* widget);

/// Takes several lines: its frame is drawn as a page to write on.
[[nodiscard]] bool isTextEdit(const QWidget& widget);
/// A scroll bar that lies over the page's own margin and takes no width from it. That of a list in a page does not.
[[nodiscard]] bool floats(const QWidget* widget);
/// Inside a combo or spin box, which draws the frame.
[[nodiscard]] bool isBareEdit(const QWidget& edit);

}  // namespace footbridge::gui::look
