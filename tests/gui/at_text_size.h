// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include "gui/look/look.h"

namespace footbridge::probe {

/// All text at this many percent until it goes; what is drawn with it is made after it, and so goes before.
class AtTextSize {
 public:
  explicit AtTextSize(int percent) : m_before(gui::look::appearance()) {
    gui::Appearance wanted = m_before;
    wanted.textPercent = percent;
    gui::look::apply(*qApp, wanted);
  }
  ~AtTextSize() { gui::look::apply(*qApp, m_before); }
  AtTextSize(const AtTextSize&) = delete;
  AtTextSize& operator=(const AtTextSize&) = delete;

 private:
  gui::Appearance m_before;
};

}  // namespace footbridge::probe
