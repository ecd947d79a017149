// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accessible_widgets.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include "catch.h"
#include "reader_hand.h"

using namespace footbridge;

namespace {

QAccessibleInterface& shownTo(QAbstractButton& button) {
  return *QAccessible::queryAccessibleInterface(&button);
}

}  // namespace

TEST_CASE("a screen reader hears of a button what it is and how it stands") {
  QPushButton plain(QStringLiteral("S&ave && go"));
  CHECK(shownTo(plain).role() == QAccessible::Button);
  CHECK(shownTo(plain).text(QAccessible::Name) == QStringLiteral("Save & go"));
  CHECK(shownTo(plain).actionInterface()->actionNames().front() == QAccessibleActionInterface::pressAction());
  plain.setAccessibleName(QStringLiteral("Save all"));
  CHECK(shownTo(plain).text(QAccessible::Name) == QStringLiteral("Save all"));

  plain.setCheckable(true);  // also where it was asked about before
  CHECK(shownTo(plain).role() == QAccessible::CheckBox);
  CHECK(shownTo(plain).actionInterface()->actionNames().front() == QAccessibleActionInterface::toggleAction());
  CHECK_FALSE(shownTo(plain).state().checked);
  plain.setAutoExclusive(true);
  CHECK(shownTo(plain).role() == QAccessible::RadioButton);
  probe::pressAsReader(plain);
  CHECK(shownTo(plain).state().checked);

  QButtonGroup some;
  some.addButton(&plain);
  CHECK(shownTo(plain).role() == QAccessible::RadioButton);
  some.setExclusive(false);
  CHECK(shownTo(plain).role() == QAccessible::CheckBox);

  QCheckBox box;
  box.setCheckState(Qt::PartiallyChecked);
  CHECK(shownTo(box).role() == QAccessible::CheckBox);
  CHECK(shownTo(box).state().checkStateMixed);
  QRadioButton radio;
  CHECK(shownTo(radio).role() == QAccessible::RadioButton);
}

TEST_CASE("a screen reader presses a button, and opens a menu without waiting for what is chosen in it") {
  QPushButton plain;
  plain.show();
  QSignalSpy clicked(&plain, &QPushButton::clicked);
  probe::pressAsReader(plain);
  CHECK(QTest::qWaitFor([&] { return clicked.count() == 1; }));
  QMenu menu;
  menu.addAction(QStringLiteral("Both of us"));
  plain.setMenu(&menu);
  CHECK(shownTo(plain).role() == QAccessible::ButtonMenu);
  CHECK(shownTo(plain).state().hasPopup);
  int opened = 0;
  QObject::connect(&menu, &QMenu::aboutToShow, &menu, [&] {
    ++opened;
    QTimer::singleShot(0, &menu, &QMenu::close);
  });
  probe::pressAsReader(plain);
  CHECK(opened == 0);
  CHECK(QTest::qWaitFor([&] { return opened == 1; }));
  plain.setMenu(nullptr);
  plain.setEnabled(false);
  CHECK_FALSE(shownTo(plain).actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
}

TEST_CASE("a reader that asks a scroll area for a part that has gone is told that there is none") {
  QScrollArea area;
  auto* page = new QWidget;
  page->setFixedSize(300, 500);
  area.setWidget(page);
  area.resize(320, 200);
  area.show();
  REQUIRE(area.verticalScrollBar()->isVisible());
  QAccessibleInterface& told = *QAccessible::queryAccessibleInterface(&area);
  const int count = told.childCount();
  CHECK(told.indexOfChild(QAccessible::queryAccessibleInterface(area.viewport())) >= 0);
  page->setFixedSize(300, 100);  // the bar goes between two questions
  QCoreApplication::processEvents();
  REQUIRE_FALSE(area.verticalScrollBar()->isVisible());
  for (int i = 0; i < count + 3; ++i) {
    const QAccessibleInterface* part = told.child(i);
    CHECK((part != nullptr) == (i < told.childCount()));
  }
  CHECK(told.child(-1) == nullptr);
}
