// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/steps/step_view.h"

namespace footbridge::gui {

/// The view that fits the step's form; its owner is `parent`.
[[nodiscard]] StepView* newFormView(const Showing& showing, QWidget* parent);

/// The view that fits the screen; its owner is `parent`.
[[nodiscard]] StepView* newViewForScreen(const Exercise& exercise, const practice::Screen& screen,
                                         const Setting& setting, QWidget* parent);

}  // namespace footbridge::gui
