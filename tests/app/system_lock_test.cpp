// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system_lock.h"

#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include "catch.h"
#include "evening.h"
#include "login_service.h"
#include "own_home.h"
#include "private_bus.h"

using namespace footbridge::app;
using footbridge::test::PrivateBus;

namespace {

/// Says what a login service or a screen saver says.
void say(QDBusConnection desktop, const char* path, const char* interface, const char* name, bool value) {
  QDBusMessage signal =
      QDBusMessage::createSignal(QString::fromLatin1(path), QString::fromLatin1(interface), QString::fromLatin1(name));
  signal << value;
  desktop.send(signal);
}

}  // namespace

TEST_CASE("The journal locks when the computer goes to sleep or its screen is locked", "[system_lock]") {
  const PrivateBus bus;
  REQUIRE(bus.runs());
  QDBusConnection desktop = bus.connection("desktop");
  REQUIRE(desktop.registerService(QStringLiteral("org.freedesktop.login1")));
  SystemLock lock;
  QSignalSpy asked(&lock, &SystemLock::lockAsked);
  lock.listen(bus.connection("ours"), bus.connection("ours"));

  say(desktop, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", false);
  say(desktop, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", true);
  CHECK(asked.wait(3000));
  QTest::qWait(50);
  int wanted = 1;
  CHECK(asked.count() == wanted);

  for (const auto& [path, saver] : {std::pair{"/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"},
                                    {"/ScreenSaver", "org.freedesktop.ScreenSaver"},
                                    {"/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"},
                                    {"/org/mate/ScreenSaver", "org.mate.ScreenSaver"},
                                    {"/org/xfce/ScreenSaver", "org.xfce.ScreenSaver"}}) {
    CAPTURE(saver);
    say(desktop, path, saver, "ActiveChanged", false);
    say(desktop, path, saver, "ActiveChanged", true);
    CHECK(asked.wait(3000));
    QTest::qWait(50);
    CHECK(asked.count() == ++wanted);
  }
}

TEST_CASE("The window holds sleep back, and lets it come once it was told", "[system_lock]") {
  const PrivateBus bus;
  REQUIRE(bus.runs());
  LoginService login(bus.connection("desktop"));
  REQUIRE(login.isThere());
  const footbridge::app_test::OwnHome home;
  QProcessEnvironment there = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"})
    there.insert(QString::fromLatin1(name), bus.address());
  QProcess window;
  window.setProcessEnvironment(there);
  window.start(QStringLiteral(FOOTBRIDGE_PROGRAM), QStringList());
  CHECK(QTest::qWaitFor([&login] { return login.isHeld(); }, 20000));
  login.saySleep(true);
  CHECK(QTest::qWaitFor([&login] { return !login.isHeld(); }, 5000));
  window.terminate();
  CHECK(window.waitForFinished(20000));
}

TEST_CASE("What is open when the computer goes to sleep is locked", "[system_lock]") {
  footbridge::app_test::Evening evening;
  footbridge::app_test::comeInAs(evening, "partnerAButton", footbridge::app_test::kAlex);
  REQUIRE(evening.next().empty());
  auto* const lock = evening.program().findChild<SystemLock*>();
  REQUIRE(lock != nullptr);
  Q_EMIT lock->lockAsked();
  REQUIRE(evening.robot().wait([&evening] { return !evening.next().empty(); }));
  CHECK(std::ranges::find(evening.next(), "--locked") != evening.next().end());
}

TEST_CASE("Sleep is held back until what was open is locked, and again after waking", "[system_lock]") {
  const PrivateBus bus;
  REQUIRE(bus.runs());
  LoginService login(bus.connection("desktop"));
  REQUIRE(login.isThere());
  SystemLock lock;
  QSignalSpy asked(&lock, &SystemLock::lockAsked);
  lock.listen(bus.connection("ours"), bus.connection("ours"));
  REQUIRE(QTest::qWaitFor([&login] { return login.isHeld(); }, 3000));

  login.saySleep(true);
  REQUIRE(asked.wait(3000));
  QTest::qWait(50);
  CHECK(login.isHeld());  // for as long as locking takes
  lock.letSleep();
  CHECK(QTest::qWaitFor([&login] { return !login.isHeld(); }, 3000));

  login.saySleep(false);
  CHECK(QTest::qWaitFor([&login] { return login.isHeld(); }, 3000));
  lock.letSleep();  // nobody sleeps
  QTest::qWait(50);
  CHECK(login.isHeld());
}

TEST_CASE("The session that is on screen is asked to lock", "[system_lock]") {
  const PrivateBus bus;
  REQUIRE(bus.runs());
  LoginService login(bus.connection("desktop"));
  SystemLock lock;
  QSignalSpy asked(&lock, &SystemLock::lockAsked);
  lock.listen(bus.connection("ours"), bus.connection("ours"));
  REQUIRE(QTest::qWaitFor(
      [&] {
        login.askToLockSession();
        return asked.wait(50);
      },
      3000));
}

TEST_CASE("Without any bus, listening is quiet", "[system_lock]") {
  SystemLock lock;
  const QSignalSpy asked(&lock, &SystemLock::lockAsked);
  lock.listen(QDBusConnection(QStringLiteral("none")), QDBusConnection(QStringLiteral("none")));
  QTest::qWait(50);
  CHECK(asked.isEmpty());
}
