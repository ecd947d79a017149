// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/questions.h"

#include <QSet>

#include "catch.h"

using namespace footbridge::gui;

TEST_CASE("each file that is looked for has a title of its own, and is never called a journal where it is none") {
  QSet<QString> titles;
  for (const FileFor what : {FileFor::Journal, FileFor::Backup, FileFor::Copy, FileFor::Import}) {
    const PickerWords words = pickerWords(what);
    titles.insert(words.title);
    CHECK_FALSE(words.accept.isEmpty());
    CHECK(words.filter.contains(QStringLiteral("(*)")));  // a file may bear any name
  }
  CHECK(titles.size() == 4);
  CHECK(pickerWords(FileFor::Import).filter.contains(QStringLiteral("*.json")));
  CHECK_FALSE(pickerWords(FileFor::Backup).title.contains(QStringLiteral("Open")));
}
