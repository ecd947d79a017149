// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include "gui/look/look.h"

namespace footbridge::gui {

/// Whatever look a test puts on is off again at its end.
struct PlainAfterwards {
  PlainAfterwards() = default;
  PlainAfterwards(const PlainAfterwards&) = delete;
  PlainAfterwards& operator=(const PlainAfterwards&) = delete;
  ~PlainAfterwards() { look::apply(*qApp, {}); }
};

}  // namespace footbridge::gui
