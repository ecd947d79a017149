// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QProcess>
#include <cstdlib>
#include <iostream>

#include "run_tests.h"

// On a real X server of our own, for what no window without a screen can show.
int main(int argc, char** argv) {
  QProcess server;
  server.start(QStringLiteral("Xvfb"),
               {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                QStringLiteral("400x300x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
  if (!server.waitForReadyRead(20'000)) {
    std::cerr << "Xvfb does not start; scripts/setup installs it\n";
    return EXIT_FAILURE;
  }
  qputenv("DISPLAY", ":" + server.readLine().trimmed());
  qputenv("QT_QPA_PLATFORM", "xcb");
  int result = EXIT_FAILURE;
  {
    const QApplication application(argc, argv);
    result = footbridge::test::runTests(argc, argv);
  }
  server.kill();
  server.waitForFinished();
  return result;
}
