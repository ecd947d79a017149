// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/idle_lock.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

#include "catch.h"

using namespace footbridge;

namespace {

void touch() {
  QObject anything;
  QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
  QCoreApplication::sendEvent(&anything, &key);
}

}  // namespace

TEST_CASE("Left alone it asks for the lock, and again after somebody came back and went") {
  gui::IdleLock idle(1, nullptr, 400);  // a minute of 150 ms
  QSignalSpy asked(&idle, &gui::IdleLock::lockAsked);
  REQUIRE(asked.wait(5000));  // nobody was there: over a lock page there is nothing to lock
  touch();                    // somebody comes, unlocks, and goes
  REQUIRE(asked.wait(5000));
  CHECK(asked.count() == 2);
}

TEST_CASE("While nobody touches anything after it asked, it does not wake up again") {
  gui::IdleLock idle(1, nullptr, 400);
  QSignalSpy asked(&idle, &gui::IdleLock::lockAsked);
  REQUIRE(asked.wait(5000));
  CHECK_FALSE(asked.wait(600));
}
