// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/main_window.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <functional>

#include "at_text_size.h"
#include "catch.h"
#include "gui/questions.h"

namespace footbridge::gui {
namespace {

struct Window : MainWindow {
  Window() {
    for (const PageName name :
         {PageName::Today, PageName::Practices, PageName::Player, PageName::Cover, PageName::Safety})
      addPage(name, [this, name] {
        made.push_back(name);
        return new QWidget;
      });
  }
  [[nodiscard]] QPushButton* in(const char* bar, const char* name) {
    auto* parent = findChild<QWidget*>(QString::fromLatin1(bar));
    REQUIRE(parent != nullptr);
    auto* button = parent->findChild<QPushButton*>(QString::fromLatin1(name));
    REQUIRE(button != nullptr);
    return button;
  }
  std::vector<PageName> made;
};

bool isHere(const QAbstractButton& entry) {
  return entry.property("here").toBool();
}

}  // namespace

TEST_CASE("a window grows with the letters, so that the head of a step keeps its buttons", "[window]") {
  Window window;
  window.resize(760, 480);
  window.show();
  CHECK(window.size() == QSize(760, 480));
  const QSize room = window.screen()->availableSize();
  {
    const probe::AtTextSize large(200);
    CHECK(window.height() >= 640);
    CHECK(window.width() > 760);
    CHECK((window.width() >= 1024 || window.width() + 24 > room.width()));
    CHECK(window.width() < room.width());
  }
  window.resize(760, 480);
  CHECK(window.size() == QSize(760, 480));
}

TEST_CASE("a page is made when it is first shown, and once", "[window]") {
  Window window;
  CHECK(window.made.empty());
  window.showPage(PageName::Today);
  window.showPage(PageName::Practices);
  window.showPage(PageName::Today);
  CHECK(window.made == std::vector{PageName::Today, PageName::Practices});
  window.forgetPages();
  window.showPage(PageName::Today);
  CHECK(window.made.size() == 3);
  window.forgetUnseen(PageName::Today);
  CHECK(window.isMade(PageName::Today));
  window.showPage(PageName::Practices);
  window.forgetUnseen(PageName::Today);
  CHECK_FALSE(window.isMade(PageName::Today));
}

TEST_CASE("a page goes with whoever makes it, and not with whoever made it before", "[window]") {
  Window window;
  auto first = std::make_unique<QObject>();
  auto second = std::make_unique<QObject>();
  window.addPage(PageName::Today, first.get(), [] { return new QWidget; });
  window.addPage(PageName::Today, second.get(), [] { return new QWidget; });
  first.reset();
  CHECK(window.mayMake(PageName::Today));
  second.reset();
  CHECK_FALSE(window.mayMake(PageName::Today));
}

TEST_CASE("the side bar asks, and marks only where one really is", "[window]") {
  Window window;
  window.showPage(PageName::Today);
  QSignalSpy asked(&window, &MainWindow::navigated);
  QTest::mouseClick(window.in("SideBar", "practicesButton"), Qt::LeftButton);
  REQUIRE(asked.count() == 1);
  CHECK(asked[0][0].value<PageName>() == PageName::Practices);
  CHECK(isHere(*window.in("SideBar", "todayButton")));
  window.showPage(PageName::Practices);
  CHECK(isHere(*window.in("SideBar", "practicesButton")));
  CHECK_FALSE(isHere(*window.in("SideBar", "todayButton")));
  QAccessibleInterface* entry = QAccessible::queryAccessibleInterface(window.in("SideBar", "practicesButton"));
  CHECK(entry->role() == QAccessible::Button);
  CHECK(entry->text(QAccessible::Description) == QStringLiteral("You are here"));
}

TEST_CASE("Enter presses the button that has the focus", "[window]") {
  Window window;
  window.showPage(PageName::Today);
  window.show();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  QSignalSpy asked(&window, &MainWindow::navigated);
  QPushButton* button = window.in("SideBar", "practicesButton");
  for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
    button->setFocus();
    QTest::keyClick(button, key);
  }
  CHECK(asked.count() == 2);
}

TEST_CASE("safety and Hide are at hand with and without the side bar", "[window]") {
  Window window;
  window.show();
  QSignalSpy safety(&window, &MainWindow::safetyAsked);
  QSignalSpy hide(&window, &MainWindow::hideAsked);
  for (const auto& [page, bar] : {std::pair{PageName::Today, "SideBar"}, std::pair{PageName::Player, "FootStrip"}}) {
    window.showPage(page);
    CHECK(window.in(bar, "safetyButton")->isVisible());
    CHECK(window.in(bar, "hideButton")->isVisible());
    CHECK(window.in(bar, "hideButton")->accessibleDescription().contains(QStringLiteral("again to come back")));
    QTest::mouseClick(window.in(bar, "safetyButton"), Qt::LeftButton);
    QTest::mouseClick(window.in(bar, "hideButton"), Qt::LeftButton);
  }
  CHECK(safety.count() == 2);
  CHECK(hide.count() == 2);
}

TEST_CASE("the cover stands alone", "[window]") {
  Window window;
  window.show();
  for (const PageName before : {PageName::Today, PageName::Player}) {
    window.showPage(before);
    window.showPage(PageName::Cover);
    for (const QPushButton* button : window.findChildren<QPushButton*>()) CHECK_FALSE(button->isVisible());
  }
}

TEST_CASE("a page that comes has the keyboard, unless it is in the side bar already", "[window]") {
  Window window;
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  window.showPage(PageName::Today);  // the side bar is made
  // Its own button has the keyboard, and goes with the page.
  auto* button = new QPushButton(window.page(PageName::Player));
  window.page(PageName::Today)->setFocusPolicy(Qt::StrongFocus);
  window.showPage(PageName::Player);
  button->show();
  button->setFocus();
  REQUIRE(button->hasFocus());
  window.showPage(PageName::Today);
  CHECK(window.page(PageName::Today)->hasFocus());
  QPushButton* nav = window.in("SideBar", "practicesButton");
  nav->setFocus();
  window.showPage(PageName::Practices);
  CHECK(nav->hasFocus());
}

TEST_CASE("keys hide, lock and find safety from any page", "[window]") {
  Window window;
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  window.showPage(PageName::Player);
  QSignalSpy hide(&window, &MainWindow::hideAsked);
  QSignalSpy lock(&window, &MainWindow::lockAsked);
  QSignalSpy safety(&window, &MainWindow::safetyAsked);
  QTest::keyClick(&window, Qt::Key_F8);
  QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
  QTest::keyClick(&window, Qt::Key_F1);
  CHECK(hide.count() == 1);
  CHECK(lock.count() == 1);
  CHECK(safety.count() == 1);
  window.setLockable(false);
  QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
  CHECK(lock.count() == 1);
}

TEST_CASE("the menu shows the keys", "[window]") {
  Window window;
  window.show();
  window.showPage(PageName::Today);
  QTest::mouseClick(window.in("SideBar", "menuButton"), Qt::LeftButton);
  auto* menu = window.findChild<QMenu*>(QStringLiteral("menu"));
  REQUIRE(menu != nullptr);
  REQUIRE(menu->actions().size() == 5);
  for (const QAction* action : menu->actions()) {
    CHECK_FALSE(action->shortcut().isEmpty());
    CHECK_FALSE(action->icon().isNull());
  }
  menu->close();
}

TEST_CASE("the title never says more than the name, and covered it is that of a calendar", "[window]") {
  Window window;
  window.show();
  QCoreApplication::processEvents();
  for (const PageName page : {PageName::Today, PageName::Player}) {
    window.showPage(page);
    CHECK(window.windowTitle() == QStringLiteral("Footbridge"));
    window.showPage(PageName::Cover);
    CHECK(window.windowTitle() == QStringLiteral("Calendar"));
    CHECK(window.windowIcon().isNull());
  }
}

TEST_CASE("no key but that of Hide reaches anything behind the cover", "[window]") {
  Window window;
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  window.setLockable(true);
  window.showPage(PageName::Cover);
  QSignalSpy asked(&window, &MainWindow::navigated);
  QSignalSpy safety(&window, &MainWindow::safetyAsked);
  QSignalSpy lock(&window, &MainWindow::lockAsked);
  QSignalSpy hide(&window, &MainWindow::hideAsked);
  QTest::keyClick(&window, Qt::Key_F1);
  QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
  QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
  CHECK(asked.count() + safety.count() + lock.count() == 0);
  QTest::keyClick(&window, Qt::Key_F8);
  CHECK(hide.count() == 1);
}

TEST_CASE("from a bare page nothing leads to Settings, and so out of a sitting", "[window]") {
  Window window;
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  QSignalSpy asked(&window, &MainWindow::navigated);
  window.showPage(PageName::Player);
  QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
  CHECK(asked.count() == 0);
  window.showPage(PageName::Today);
  QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
  CHECK(asked.count() == 1);
}

TEST_CASE("the first window lies on the screen whole", "[window]") {
  Window window;
  const QSize screen = window.screen()->availableSize();
  CHECK(window.width() <= std::max(screen.width(), window.minimumWidth()));
  CHECK(window.height() <= std::max(screen.height(), window.minimumHeight()));
}

TEST_CASE("Hide closes whatever dialog is open, one over the other too", "[window]") {
  Window window;
  window.show();
  window.showPage(PageName::Today);
  QSignalSpy hide(&window, &MainWindow::hideAsked);
  QDialog below(&window);
  QInputDialog above(&below);
  below.open();
  above.open();
  REQUIRE(QApplication::activeModalWidget() == &above);
  QTest::keyClick(above.findChild<QLineEdit*>(), Qt::Key_F8);
  CHECK_FALSE(above.isVisible());
  CHECK_FALSE(below.isVisible());
  CHECK(hide.count() == 1);
}

TEST_CASE("Hide covers before the dialogs close, and what they were about neither happens nor is called off",
          "[window]") {
  Window window;
  window.show();
  window.showPage(PageName::Today);
  QDialog dialog(&window);
  QSignalSpy finished(&dialog, &QDialog::finished);
  bool stoodOver = false;
  QObject::connect(&window, &MainWindow::hideAsked, &window, [&] {
    window.coverForGood();
    stoodOver = dialog.isVisible();
  });
  dialog.open();
  QTest::keyClick(&dialog, Qt::Key_F8);
  CHECK(stoodOver);
  CHECK_FALSE(dialog.isVisible());
  dialog.accept();  // as where it was busy just then
  CHECK(finished.isEmpty());
  window.showPage(PageName::Practices);
  CHECK(window.currentPage() == PageName::Cover);
}

TEST_CASE("The cover is on screen before the page under it goes, whatever that then does", "[window]") {
  struct Paints : QWidget {
    int count = 0;
    void paintEvent(QPaintEvent*) override { ++count; }
  };
  struct Slow : QWidget {
    std::function<void()> gone;
    void hideEvent(QHideEvent*) override {
      if (gone) gone();
    }
  };
  Window window;
  auto* cover = new Paints;
  auto* slow = new Slow;
  window.addPage(PageName::Cover, [cover] { return cover; });
  window.addPage(PageName::Entry, [slow] { return slow; });
  window.show();
  REQUIRE(QTest::qWaitForWindowExposed(&window));
  window.showPage(PageName::Entry);
  int paints = 0;
  QRect place;
  slow->gone = [&] {
    paints = cover->count;
    place = QRect(cover->mapTo(&window, QPoint()), cover->size());
  };
  window.coverForGood();
  slow->gone = nullptr;
  CHECK(paints == 1);
  CHECK(place == window.rect());
  CHECK(window.currentPage() == PageName::Cover);
  CHECK(cover->isVisible());
  CHECK_FALSE(slow->isVisible());
}

TEST_CASE("Hide gets out of a question that waits for its answer, and of a file dialog", "[window]") {
  Window window;
  window.show();
  WindowQuestions questions(&window);
  QSignalSpy hide(&window, &MainWindow::hideAsked);
  const auto press = [] { QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_F8); };
  QTimer::singleShot(50, &window, press);
  CHECK_FALSE(questions.confirm({QStringLiteral("Delete it?"), {}, QStringLiteral("Yes"), QStringLiteral("No")}));
  QTimer::singleShot(50, &window, press);
  CHECK_FALSE(questions.pickFile(FileFor::Journal, QDir::tempPath()).has_value());
  CHECK(hide.count() == 2);
}

TEST_CASE("the key of safety closes what stands over the page as its own way back does, and then leads there",
          "[window]") {
  Window window;
  window.show();
  window.showPage(PageName::Today);
  QSignalSpy safety(&window, &MainWindow::safetyAsked);
  QDialog below(&window);
  QInputDialog above(&below);
  QSignalSpy finished(&below, &QDialog::finished);
  QObject::connect(&window, &MainWindow::safetyAsked, &window, [&] { CHECK(finished.count() == 1); });
  below.open();
  above.open();
  QTest::keyClick(above.findChild<QLineEdit*>(), Qt::Key_F1);
  CHECK_FALSE(above.isVisible());
  CHECK_FALSE(below.isVisible());
  REQUIRE(QTest::qWaitFor([&] { return safety.count() == 1; }));
  CHECK(finished.first().first().toInt() == QDialog::Rejected);
  CHECK(below.result() == QDialog::Rejected);

  QTest::mouseClick(window.in("SideBar", "menuButton"), Qt::LeftButton);
  QTest::keyClick(window.findChild<QMenu*>(QStringLiteral("menu")), Qt::Key_F1);
  CHECK(QApplication::activePopupWidget() == nullptr);
  CHECK(QTest::qWaitFor([&] { return safety.count() == 2; }));
}

TEST_CASE("a question that waits is answered by no before safety is come to", "[window]") {
  Window window;
  window.show();
  WindowQuestions questions(&window);
  QSignalSpy safety(&window, &MainWindow::safetyAsked);
  QTimer::singleShot(50, &window, [] { QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_F1); });
  CHECK_FALSE(questions.confirm({QStringLiteral("Delete it?"), {}, QStringLiteral("Yes"), QStringLiteral("No")}));
  CHECK(safety.isEmpty());
  CHECK(QTest::qWaitFor([&] { return safety.count() == 1; }));
}

TEST_CASE("a band can stand above every page but the cover", "[window]") {
  Window window;
  window.show();
  window.setBand(QStringLiteral("Made-up couple · nothing is kept"));
  window.showPage(PageName::Today);
  const auto* band = window.findChild<QWidget*>(QStringLiteral("band"));
  CHECK(band->isVisible());
  window.showPage(PageName::Cover);
  CHECK_FALSE(band->isVisible());
}

TEST_CASE("a window that may not close yet stays open", "[window]") {
  Window window;
  bool may = false;
  window.askBeforeClosing([&may] { return may; });
  window.show();
  CHECK_FALSE(window.close());
  CHECK(window.isVisible());
  may = true;
  CHECK(window.close());
  CHECK_FALSE(window.isVisible());
}

}  // namespace footbridge::gui
