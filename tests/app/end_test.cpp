// SPDX-License-Identifier: GPL-3.0-or-later
// The system asks this process to end: at the end of a session, or with kill.
#include <pthread.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QTimer>

#include "catch.h"
#include "evening.h"
#include "system/platform.h"

using namespace footbridge;
using namespace footbridge::app_test;

namespace {

/// Signals are for the process again, as they were.
struct SignalsAfterwards {
  SignalsAfterwards() { ::pthread_sigmask(SIG_SETMASK, nullptr, &before); }
  ~SignalsAfterwards() { ::pthread_sigmask(SIG_SETMASK, &before, nullptr); }
  sigset_t before{};
};

}  // namespace

TEST_CASE("A process that is asked to end keeps the line that was being written") {
  const SignalsAfterwards signals;
  const int heard = platform::listenForEnd();
  REQUIRE(heard >= 0);
  Evening evening;
  evening.listenForEndOn(heard);
  writeHalfALine(evening);
  REQUIRE(halfLineOfAlex(*evening.program().journal()).empty());  // within the three seconds of a draft
  REQUIRE(::raise(SIGTERM) == 0);  // for this thread: others were there before it listened
  QTimer::singleShot(5000, qApp, [] { QCoreApplication::exit(1); });
  CHECK(QCoreApplication::exec() == 0);
  signalfd_siginfo said{};
  REQUIRE(::read(heard, &said, sizeof said) == sizeof said);  // else it would come once it may
  evening.end();
  comeInAs(evening, "partnerAButton", kAlex);
  CHECK(halfLineOfAlex(*evening.program().journal()) == "I have not slept, and");
  ::close(heard);
}
