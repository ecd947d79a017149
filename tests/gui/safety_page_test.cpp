// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/safety_page.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

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

TEST_CASE("Back stands at the top and at the end of the safety page, and Escape does the same") {
  gui::SafetyPage page;
  page.show();
  QSignalSpy back(&page, &gui::SafetyPage::backAsked);
  int asked = 0;
  for (const char* name : {"upButton", "backButton"}) {
    page.findChild<QPushButton*>(QString::fromLatin1(name))->click();
    CHECK(back.count() == ++asked);
  }
  page.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&page));
  page.findChild<QWidget*>(QStringLiteral("hideButton"))->setFocus();
  QTest::keyClick(page.focusWidget(), Qt::Key_Escape);
  CHECK(back.count() == ++asked);
}

TEST_CASE("Escape leaves the safety page also while the keyboard is on what stands around it") {
  QWidget window;
  auto* around = new QPushButton(QStringLiteral("Today"), &window);
  auto* page = new gui::SafetyPage(&window);
  QSignalSpy back(page, &gui::SafetyPage::backAsked);
  window.show();
  window.activateWindow();
  REQUIRE(QTest::qWaitForWindowActive(&window));
  around->setFocus();
  QTest::keyClick(around, Qt::Key_Escape);
  CHECK(back.count() == 1);
  page->hide();  // and not from behind another page
  QTest::keyClick(around, Qt::Key_Escape);
  CHECK(back.count() == 1);
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

TEST_CASE("Beside each number stands the day on which it was checked, in plain words") {
  const auto day = [](unsigned number) {
    return Day(std::chrono::year(2026), std::chrono::November, std::chrono::day(number));
  };
  gui::SafetyPage page;
  page.showHelpLines({{"Australia", "Emergency number", "000", "emergency", {}, day(3)},
                      {"Ireland", "Aid", "1800 341 900", "violence", {}, day(4)},
                      {"Ireland", "Samaritans", "116 123", "crisis", "Day and night, free.", day(5)}},
                     {});
  const auto says = [&page](const char* box, const char* words) {
    for (const QLabel* label : page.findChild<QWidget*>(QString::fromLatin1(box))->findChildren<QLabel*>())
      if (label->text() == QString::fromLatin1(words)) return true;
    return false;
  };
  CHECK(says("emergencyBox", "Checked on 3 November 2026"));
  CHECK(says("violenceBox", "Checked on 4 November 2026"));
  CHECK(says("crisisBox", "Checked on 5 November 2026"));
  const HelpLine aid{"Ireland", "Aid", "1800 341 900", "violence", {}, day(4)};
  page.showHelpLines({aid, aid}, QStringLiteral("We looked these up on 4 November 2026."));
  CHECK_FALSE(says("violenceBox", "Checked on 4 November 2026"));
  page.showHelpLines({aid, aid}, {});
  CHECK(says("violenceBox", "Checked on 4 November 2026"));
}
