// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QPushButton;
class QWidget;

namespace footbridge::gui {

/// Plain text in one of the looks ("heading", "soft" ...), for what a form cannot know beforehand. It wraps; a tag
/// stays on its line.
[[nodiscard]] QLabel* newLabel(const char* look, const QString& text, QWidget* parent = nullptr,
                               const QString& tint = {});
[[nodiscard]] QPushButton* newButton(const char* role, const QString& text, QWidget* parent = nullptr);

}  // namespace footbridge::gui
