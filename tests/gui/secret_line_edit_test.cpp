// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/secret_line_edit.h"

#include <QTest>

#include "catch.h"

using namespace footbridge;

TEST_CASE("Of a secret that is shown nothing can be marked, for what is marked is on a clipboard") {
  gui::SecretLineEdit edit;
  edit.resize(300, 40);
  edit.show();
  edit.setText(QStringLiteral("otter lantern gravel"));
  edit.setShown(true);
  QStringList marked;
  QObject::connect(&edit, &QLineEdit::selectionChanged, [&] { marked << edit.selectedText(); });
  SECTION("to its beginning") {
    QTest::keyClick(&edit, Qt::Key_Home, Qt::ShiftModifier);
  }
  SECTION("letter by letter") {
    QTest::keyClick(&edit, Qt::Key_Left, Qt::ShiftModifier);
  }
  SECTION("word by word") {
    QTest::keyClick(&edit, Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
  }
  SECTION("all of it") {
    QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
  }
  SECTION("to where it is pressed") {
    QTest::mouseClick(&edit, Qt::LeftButton, Qt::ShiftModifier, {20, 20});
  }
  CHECK_FALSE(edit.hasSelectedText());
  CHECK(edit.text() == QStringLiteral("otter lantern gravel"));
  for (const QString& words : marked) CHECK(words.isEmpty());
}

TEST_CASE("A masked secret can be marked, and so typed over") {
  gui::SecretLineEdit edit;
  edit.show();
  edit.setText(QStringLiteral("otter"));
  QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
  CHECK(edit.hasSelectedText());
  QTest::keyClicks(&edit, QStringLiteral("b"));
  CHECK(edit.text() == QStringLiteral("b"));
}
