// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/safety_page.h"

#include <QLabel>

#include "catch.h"

using namespace footbridge;

TEST_CASE("What to call in danger stands at the top, from the file of help lines") {
  gui::SafetyPage page;
  page.showHelpLines({{"Australia", "Emergency number", "000", "emergency", "For danger to life, now.", {}},
                      {"Ireland", "Samaritans", "116 123", "crisis", "Day and night, free.", {}}},
                     {});
  const auto wordsIn = [&page](const char* box) {
    QStringList words;
    for (const QLabel* label : page.findChild<QWidget*>(QString::fromLatin1(box))->findChildren<QLabel*>())
      words << label->text();
    return words;
  };
  CHECK(wordsIn("emergencyBox") == QStringList{QStringLiteral("000"), QStringLiteral("Australia")});
  CHECK(wordsIn("crisisBox").contains(QStringLiteral("116 123")));
  CHECK_FALSE(wordsIn("crisisBox").contains(QStringLiteral("000")));
}

TEST_CASE("The safety page says how far its numbers can be trusted, and stands without them") {
  gui::SafetyPage page;
  auto* notice = page.findChild<QWidget*>(QStringLiteral("noticeLabel"));
  REQUIRE(notice != nullptr);
  CHECK(notice->isHidden());
  page.showHelpLines({}, QStringLiteral("Numbers change."));
  CHECK_FALSE(notice->isHidden());
  CHECK(notice->property("text").toString() == QStringLiteral("Numbers change."));
  page.showHelpLines({}, {});
  CHECK(notice->isHidden());
}
