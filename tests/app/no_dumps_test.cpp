// SPDX-License-Identifier: GPL-3.0-or-later
// The program as it runs, and not a part of it: what it forbids the system, it forbids in its own process.
#include <sys/resource.h>

#include <QProcess>
#include <QTest>
#include <fstream>
#include <sstream>
#include <string>

#include "catch.h"
#include "own_home.h"

using namespace footbridge;

namespace {

/// The soft and the hard limit of what the system may write of a process that ends badly.
std::string coreLimitsOf(qint64 process) {
  std::ifstream limits("/proc/" + std::to_string(process) + "/limits");
  constexpr std::string_view kName = "Max core file size";
  for (std::string line; std::getline(limits, line);) {
    if (!line.starts_with(kName)) continue;
    std::istringstream rest(line.substr(kName.size()));
    std::string soft, hard;
    rest >> soft >> hard;
    return soft + ' ' + hard;
  }
  return {};
}

}  // namespace

TEST_CASE("Nothing of the window's memory is written to a disk when it ends badly") {
  rlimit own{};
  REQUIRE(::getrlimit(RLIMIT_CORE, &own) == 0);
  if (own.rlim_max == 0) {
    WARN("no process here may be dumped, so this shows nothing");
    return;
  }
  const app_test::OwnHome home;
  QProcess window;
  window.start(QStringLiteral(FOOTBRIDGE_PROGRAM), QStringList());
  REQUIRE(window.waitForStarted());
  CHECK(QTest::qWaitFor([&window] { return coreLimitsOf(window.processId()) == "0 0"; }, 20000));
  window.terminate();
  CHECK(window.waitForFinished(20000));
  CHECK(window.exitStatus() == QProcess::NormalExit);
}
