// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <chrono>
#include <cstdlib>

#include "gui/widgets/quiet_start.h"

#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

int main(int argc, char** argv) {
  setenv("QT_QPA_PLATFORM", "offscreen", 1);
  const QApplication application(argc, argv);
  footbridge::gui::QuietStart::setLength(std::chrono::milliseconds(0));  // keys come faster here than anybody's
  return Catch::Session().run(argc, argv);
}
