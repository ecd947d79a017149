// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/quiet_start.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTextEdit>
#include <QtTest>

#include "catch.h"
#include "gui/pages/gate_page.h"
#include "gui/pages/player_page.h"
#include "player_screens.h"

using namespace footbridge;
using namespace footbridge::gui;

namespace {

/// As long as nobody here waits, for as long as the test runs.
struct Resting {
  explicit Resting(int milliseconds) { QuietStart::setLength(std::chrono::milliseconds(milliseconds)); }
  ~Resting() { QuietStart::setLength(std::chrono::milliseconds(0)); }
  Resting(const Resting&) = delete;
  Resting& operator=(const Resting&) = delete;
};

void showAtOnce(PlayerPage& page, const std::string& name) {
  const auto one = sample::playerScreen(name);
  page.resize(1280, 800);
  page.show();
  page.activateWindow();
  page.showScreen(one.exercise, one.screen, one.setting);
  QCoreApplication::processEvents();
}

}  // namespace

TEST_CASE("A key pressed twice does not lift the curtain that its first press brought", "[player]") {
  const Resting resting(200);
  const auto key = GENERATE(Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space);
  PlayerPage page;
  QSignalSpy acted(&page, &PlayerPage::acted);
  showAtOnce(page, "hand-over");
  auto* button = page.findChild<QPushButton*>(QStringLiteral("readyButton"));
  REQUIRE(button->hasFocus());
  for (int i = 0; i < 4; ++i) {
    QTest::keyClick(button, key);
    QTest::qWait(80);  // a key that is held comes again and again, for longer than the rest
  }
  CHECK(acted.count() == 0);
  QTest::qWait(300);
  QTest::keyClick(button, key);
  CHECK(acted.count() == 1);
}

TEST_CASE("A click is heard at once, and so are words", "[player]") {
  const Resting resting(60000);
  PlayerPage page;
  QSignalSpy acted(&page, &PlayerPage::acted);
  showAtOnce(page, "write");
  auto* edit = page.findChild<QTextEdit*>();
  REQUIRE(edit != nullptr);
  edit->setFocus();
  const QString before = edit->toPlainText();
  QTest::keyClicks(edit, QStringLiteral("a b"));
  QTest::keyClick(edit, Qt::Key_Return);
  CHECK(edit->toPlainText() == before + QStringLiteral("a b\n"));
  showAtOnce(page, "hand-over");
  page.findChild<QPushButton*>(QStringLiteral("readyButton"))->click();
  CHECK(acted.count() == 1);
}

TEST_CASE("Nor does it lift a curtain of the gate", "[gate]") {
  const Resting resting(60000);
  const auto one = sample::playerScreen("write");
  GatePage page;
  QSignalSpy raised(&page, &GatePage::curtainRaised);
  page.resize(1280, 800);
  page.show();
  page.activateWindow();
  page.showCurtain(one.exercise, sample::couple(), practice::Viewer::B);
  QCoreApplication::processEvents();
  auto* button = page.findChild<QPushButton*>(QStringLiteral("readyButton"));
  REQUIRE(button->hasFocus());
  QTest::keyClick(button, Qt::Key_Return);
  CHECK(raised.count() == 0);
  button->click();
  CHECK(raised.count() == 1);
}

TEST_CASE("Enter on the way out of the gate leaves, and lifts no curtain", "[gate]") {
  const auto one = sample::playerScreen("write");
  GatePage page;
  QSignalSpy raised(&page, &GatePage::curtainRaised), left(&page, &GatePage::leftAsked);
  page.resize(1280, 800);
  page.show();
  page.activateWindow();
  page.showCurtain(one.exercise, sample::couple(), practice::Viewer::B);
  QCoreApplication::processEvents();
  auto* link = page.findChild<QPushButton*>(QStringLiteral("leaveLink"));
  link->setFocus();
  QTest::keyClick(link, Qt::Key_Return);
  CHECK(raised.count() == 0);
  CHECK(left.count() == 1);
}
