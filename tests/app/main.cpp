// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <chrono>
#include <cstdlib>

#include "gui/widgets/quiet_start.h"
#include "run_tests.h"

int main(int argc, char** argv) {
  setenv("QT_QPA_PLATFORM", "offscreen", 1);
  const QApplication application(argc, argv);
  footbridge::gui::QuietStart::setLength(std::chrono::milliseconds(0));  // keys come faster here than anybody's
  return footbridge::test::runTests(argc, argv);
}
