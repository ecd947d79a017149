// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/beside_window.h"

#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <chrono>
#include <thread>

#include "catch.h"
#include "gui/main_window.h"

namespace footbridge::gui {
namespace {

void postKey(QWidget& to, int key, const QString& text = {}) {
  QCoreApplication::postEvent(&to, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, text));
}

void postClick(QWidget& to) {
  const QPointF middle = to.rect().center();
  for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
    const auto held = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
    QCoreApplication::postEvent(
        &to, new QMouseEvent(type, middle, to.mapToGlobal(middle), Qt::LeftButton, held, Qt::NoModifier));
  }
}

/// Slow until somebody has hidden the window, or as long as nobody would wait.
struct Slow {
  std::atomic<bool> over = false;
  bool wasInTime = false;

  void operator()() {
    for (int i = 0; i < 3000 && !over; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    wasInTime = over;
  }
};

}  // namespace

TEST_CASE("Something slow runs beside the window, which hears of Hide and of nothing else", "[window]") {
  MainWindow window;
  auto* button = new QPushButton;
  window.addPage(PageName::Player, [button] { return button; });
  window.showPage(PageName::Player);
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  QLineEdit edit(&window);
  edit.show();
  QSignalSpy pressed(button, &QPushButton::clicked);
  Slow slow;
  QObject::connect(&window, &MainWindow::hideAsked, &window, [&slow] { slow.over = true; });
  bool fired = false;
  soon(window, [&fired] { fired = true; });
  postKey(edit, Qt::Key_A, QStringLiteral("a"));
  postClick(*button);
  QCoreApplication::postEvent(&window, new QCloseEvent);

  SECTION("by its button") {
    auto* hide = window.findChild<QPushButton*>(QStringLiteral("hideButton"));
    REQUIRE(hide != nullptr);
    postClick(*hide);
    besideWindow([&slow] { slow(); });
  }
  SECTION("by its key, and no other of the window's own") {
    QSignalSpy locked(&window, &MainWindow::lockAsked);
    QMetaObject::invokeMethod(
        &window,
        [&window] {
          QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
          QTest::keyClick(&window, Qt::Key_F8);
        },
        Qt::QueuedConnection);
    besideWindow([&slow] { slow(); });
    CHECK(locked.isEmpty());
  }
  SECTION("by its key, over a dialog") {
    QDialog dialog(&window);
    dialog.open();
    postKey(dialog, Qt::Key_Escape);
    QSignalSpy finished(&dialog, &QDialog::finished);
    postKey(dialog, Qt::Key_F8);
    besideWindow([&slow] { slow(); });
    CHECK_FALSE(dialog.isVisible());
    CHECK(QApplication::activeModalWidget() == nullptr);
    CHECK(finished.isEmpty());
  }
  SECTION("by its key, and Safety not, as a real key comes to a dialog") {
    QDialog dialog(&window);
    dialog.open();
    QSignalSpy finished(&dialog, &QDialog::finished);
    QSignalSpy safety(&window, &MainWindow::safetyAsked);
    QMetaObject::invokeMethod(
        &window,
        [&dialog] {
          QKeyEvent f1(QEvent::KeyPress, Qt::Key_F1, Qt::NoModifier);
          QCoreApplication::sendEvent(dialog.windowHandle(), &f1);
          CHECK(dialog.isVisible());
          QKeyEvent f8(QEvent::KeyPress, Qt::Key_F8, Qt::NoModifier);
          QCoreApplication::sendEvent(dialog.windowHandle(), &f8);
        },
        Qt::QueuedConnection);
    besideWindow([&slow] { slow(); });
    CHECK(finished.isEmpty());
    CHECK(safety.isEmpty());
  }
  SECTION("by the button of a dialog that waits") {
    QDialog dialog(&window);
    auto* hide = new QPushButton(&dialog);
    hide->setObjectName(QStringLiteral("hideButton"));
    dialog.open();
    dialog.setEnabled(false);
    postClick(*hide);
    besideWindow([&slow] { slow(); });
    CHECK_FALSE(dialog.isVisible());
  }
  CHECK(slow.wasInTime);
  CHECK(edit.text().isEmpty());
  CHECK(pressed.isEmpty());
  CHECK(window.isVisible());
  CHECK_FALSE(fired);  // it waits
  QTest::qWait(1);
  CHECK(fired);
  QTest::keyClick(&edit, Qt::Key_B);
  CHECK(edit.text() == QStringLiteral("b"));
}

TEST_CASE("Something slow that is begun in another thread, or is quick, is simply done", "[window]") {
  int done = 0;
  std::thread([&done] { besideWindow([&done] { ++done; }); }).join();
  besideWindow([&done] { ++done; });
  CHECK(done == 2);
}

}  // namespace footbridge::gui
