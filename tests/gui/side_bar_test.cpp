// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/side_bar.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "at_text_size.h"
#include "catch.h"
#include "gui/main_window.h"

namespace footbridge::gui {
namespace {

struct Window : MainWindow {
  Window() {
    for (const PageName name : {PageName::Today, PageName::Practices, PageName::Player, PageName::Cover})
      addPage(name, [] { return new QWidget; });
  }
  [[nodiscard]] bool isShown(const char* bar) const {
    const auto* found = findChild<QWidget*>(QString::fromLatin1(bar));
    return found != nullptr && found->isVisible();
  }
  [[nodiscard]] QPushButton* in(const char* bar, const char* name) const {
    const auto* parent = findChild<QWidget*>(QString::fromLatin1(bar));
    REQUIRE(parent != nullptr);
    auto* button = parent->findChild<QPushButton*>(QString::fromLatin1(name));
    REQUIRE(button != nullptr);
    return button;
  }
};

bool isHere(const QAbstractButton& entry) {
  return entry.property("here").toBool();
}

}  // namespace

TEST_CASE("where large text leaves the side bar no room, the strip stands in for it and its menu has the pages",
          "[window]") {
  const QSize size = GENERATE(QSize(760, 480), QSize(1024, 640), QSize(1366, 720));
  CAPTURE(size.width());
  Window window;
  window.resize(size);
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  window.showPage(PageName::Practices);
  CHECK(window.isShown("SideBar"));
  CHECK_FALSE(window.isShown("FootStrip"));
  {
    const probe::AtTextSize large(200);
    CHECK_FALSE(window.isShown("SideBar"));
    CHECK(window.in("FootStrip", "safetyButton")->isVisible());
    CHECK(window.in("FootStrip", "hideButton")->isVisible());
    CHECK(window.page(PageName::Practices)->width() == window.width());
    QTest::mouseClick(window.in("FootStrip", "menuButton"), Qt::LeftButton);
    auto* menu = window.findChild<QMenu*>(QStringLiteral("menu"));
    REQUIRE(menu != nullptr);
    const int left = menu->actionGeometry(menu->actions().first()).left();
    for (QAction* entry : menu->actions()) CHECK(menu->actionGeometry(entry).left() == left);
    QSignalSpy asked(&window, &MainWindow::navigated);
    for (const char* words : {"Today", "Practices", "Weekly look", "Our story", "Watch together"}) {
      const auto entries = menu->actions();
      const auto found = std::ranges::find(entries, QString::fromLatin1(words), &QAction::text);
      REQUIRE(found != entries.end());
      (*found)->trigger();
    }
    menu->close();
    REQUIRE(asked.count() == 5);
    CHECK(asked[0][0].value<PageName>() == PageName::Today);
    CHECK(asked[4][0].value<PageName>() == PageName::Watch);
    CHECK_FALSE(window.isShown("SideBar"));
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    CHECK(asked.count() == 6);
    window.showPage(PageName::Player);
    CHECK_FALSE(window.isShown("SideBar"));
    window.showPage(PageName::Cover);
    CHECK_FALSE(window.isShown("FootStrip"));
    window.showPage(PageName::Practices);
  }
  CHECK(window.isShown("SideBar"));
  CHECK_FALSE(window.isShown("FootStrip"));
}

TEST_CASE("a side bar that folds lets go of the keyboard", "[window]") {
  Window window;
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  window.showPage(PageName::Today);
  auto* inPage = new QPushButton(window.page(PageName::Today));
  inPage->show();
  window.in("SideBar", "storyButton")->setFocus();
  REQUIRE(window.focusWidget() == window.in("SideBar", "storyButton"));
  const probe::AtTextSize large(200);
  window.resize(760, 480);
  REQUIRE(window.focusWidget() != nullptr);
  CHECK(window.focusWidget()->isVisible());
}

TEST_CASE("the side bar shows which of its pages a page belongs to", "[window]") {
  SideBar bar;
  const std::vector<std::pair<PageName, const char*>> homes{
      {PageName::Exercise, "practicesButton"}, {PageName::Entry, "storyButton"},
      {PageName::OpenLines, "storyButton"},    {PageName::Viewing, "watchButton"},
      {PageName::Journal, "settingsButton"},   {PageName::TakeOut, "settingsButton"}};
  for (const auto& [page, home] : homes) {
    INFO(home);
    bar.showPage(page);
    const auto* button = bar.findChild<QAbstractButton*>(QString::fromLatin1(home));
    REQUIRE(button != nullptr);
    CHECK(isHere(*button));
  }
  bar.showPage(PageName::WeeklyLook);
  bar.showPage(PageName::Evidence);
  CHECK(isHere(*bar.findChild<QAbstractButton*>(QStringLiteral("lookButton"))));
}

}  // namespace footbridge::gui
