// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/accessible_widgets.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QCheckBox>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include "catch.h"
#include "gui/steps/ready_button.h"
#include "reader_hand.h"

using namespace footbridge;

namespace {

QAccessibleInterface& shownTo(QAbstractButton& button) {
  return *QAccessible::queryAccessibleInterface(&button);
}

}  // namespace

TEST_CASE("a screen reader hears of a button what it is and how it stands") {
  QPushButton plain(QStringLiteral("Save & go"));
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

TEST_CASE("a name with \"&\" is read out and shown as it is, and makes no key that presses its button") {
  QPushButton ready;
  ready.setCheckable(true);
  gui::showReady(ready, QStringLiteral("R&D"), QStringLiteral("a"));
  CHECK(shownTo(ready).text(QAccessible::Name).contains(QStringLiteral("R&D")));
  CHECK(ready.shortcut().isEmpty());
  CHECK(shownTo(ready).text(QAccessible::Accelerator).isEmpty());

  const auto inkOf = [](QPushButton& button) {
    button.resize(200, 60);
    const QImage drawn = button.grab().toImage();
    int ink = 0;
    for (int x = 0; x < drawn.width(); ++x)
      for (int y = 0; y < drawn.height(); ++y) ink += qGray(drawn.pixel(x, y)) < 128 ? 1 : 0;
    return ink;
  };
  QPushButton marked(QStringLiteral("R&D"));
  QPushButton bare(QStringLiteral("RD"));
  CHECK(inkOf(marked) > inkOf(bare));
  CHECK(marked.sizeHint().width() > bare.sizeHint().width());
}

TEST_CASE("in Qt's own picker of files the mark of a key is no letter") {
  QFileDialog picker;
  picker.setOption(QFileDialog::DontUseNativeDialog);
  int seen = 0;
  for (QPushButton* button : picker.findChildren<QPushButton*>()) {
    seen += button->text().contains(u'&') ? 1 : 0;
    CHECK_FALSE(shownTo(*button).text(QAccessible::Name).contains(u'&'));
  }
  CHECK(seen > 0);
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
