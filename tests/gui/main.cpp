// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <chrono>

#include "gui/accessible_widgets.h"
#include "gui/look/look.h"
#include "gui/widgets/quiet_start.h"
#include "run_tests.h"

/// Real widgets with no display: every test of the room runs inside one application.
int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  footbridge::gui::QuietStart::setLength(std::chrono::milliseconds(0));  // keys come faster here than anybody's
  footbridge::gui::installAccessibleWidgets();
  footbridge::gui::look::apply(application, {});
  return footbridge::test::runTests(argc, argv);
}
