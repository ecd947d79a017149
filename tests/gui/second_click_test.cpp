// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/second_click.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "catch.h"
#include "gui/main_window.h"

using namespace footbridge::gui;

namespace {

struct TwoButtons {
  TwoButtons() {
    auto* row = new QHBoxLayout(&place);
    row->addWidget(one = new QPushButton(QStringLiteral("Delete for good"), &place));
    row->addWidget(other = new QPushButton(QStringLiteral("Keep it"), &place));
    place.show();
  }
  QWidget place;
  QPushButton* one;
  QPushButton* other;
};

}  // namespace

/// As a hand does it: the second press comes as a double click, wherever it lands.
void doubleClick(QWidget& place) {
  QTest::mouseClick(&place, Qt::LeftButton);
  QTest::mouseDClick(&place, Qt::LeftButton);
  QTest::mouseRelease(&place, Qt::LeftButton);  // which Qt leaves out
}

TEST_CASE("A double click presses a button once, and so do more clicks as fast in one place") {
  const SecondClick second(nullptr);
  const TwoButtons buttons;
  QSignalSpy pressed(buttons.one, &QPushButton::clicked);
  doubleClick(*buttons.one);
  CHECK(pressed.count() == 1);
  QTest::mouseClick(buttons.one, Qt::LeftButton);
  CHECK(pressed.count() == 1);
  QTest::qWait(QApplication::doubleClickInterval() + 50);
  QTest::mouseClick(buttons.one, Qt::LeftButton);
  CHECK(pressed.count() == 2);
}

TEST_CASE("Another button is pressed at once after it") {
  const SecondClick second(nullptr);
  const TwoButtons buttons;
  QSignalSpy pressed(buttons.other, &QPushButton::clicked);
  doubleClick(*buttons.one);
  QTest::mouseClick(buttons.other, Qt::LeftButton);
  CHECK(pressed.count() == 1);
}

TEST_CASE("The second click does not answer what the first one asked, wherever there is a window of ours") {
  const MainWindow window;
  const TwoButtons buttons;
  int answers = 0;
  QObject::connect(buttons.one, &QPushButton::clicked, buttons.one, [&] {
    if (buttons.one->text() == QStringLiteral("Yes")) ++answers;
    buttons.one->setText(QStringLiteral("Yes"));
  });
  doubleClick(*buttons.one);
  CHECK(buttons.one->text() == QStringLiteral("Yes"));
  CHECK(answers == 0);
}
