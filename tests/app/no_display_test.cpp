// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>

#include "catch.h"

TEST_CASE("Where there is no display the program says so in one line, and what goes without") {
  QProcess program;
  QProcessEnvironment nowhere = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) nowhere.remove(QString::fromLatin1(name));
  program.setProcessEnvironment(nowhere);
  program.start(QStringLiteral(FOOTBRIDGE_PROGRAM), {});
  REQUIRE(program.waitForFinished(20'000));
  CHECK(program.exitStatus() == QProcess::NormalExit);
  CHECK(program.exitCode() == 1);
  CHECK(program.readAllStandardOutput().isEmpty());
  const QByteArray said = program.readAllStandardError();
  INFO(said.toStdString());
  CHECK(said.startsWith("footbridge: there is no display"));
  CHECK(said.contains("--tour"));
  CHECK(said.count('\n') == 1);
}
