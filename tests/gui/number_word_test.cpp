// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/number_word.h"

#include "catch.h"

using footbridge::gui::numberWord;

TEST_CASE("small numbers are words, and large ones figures") {
  CHECK(numberWord(0) == QStringLiteral("none"));
  CHECK(numberWord(1) == QStringLiteral("one"));
  CHECK(numberWord(12) == QStringLiteral("twelve"));
  CHECK(numberWord(13) == QStringLiteral("13"));
  CHECK(numberWord(-1) == QStringLiteral("-1"));
}
