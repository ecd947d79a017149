// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/first_minute_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "catch.h"

namespace footbridge::gui {
namespace {

struct OpenFirstMinutePage {
  OpenFirstMinutePage() {
    page.show();
    QObject::connect(&page, &FirstMinutePage::named, &page,
                     [this](const PartnerName& a, const std::optional<PartnerName>& b) {
                       first = a.text();
                       second = b ? b->text() : "nobody";
                     });
  }
  [[nodiscard]] QLineEdit* edit(const char* name) const {
    return page.findChild<QLineEdit*>(QString::fromLatin1(name));
  }
  [[nodiscard]] QPushButton* button(const char* name) const {
    return page.findChild<QPushButton*>(QString::fromLatin1(name));
  }
  FirstMinutePage page;
  std::string first;
  std::string second;
};

}  // namespace

TEST_CASE("two names, and they are in", "[first-minute]") {
  OpenFirstMinutePage it;
  const auto* problem = it.page.findChild<QLabel*>(QStringLiteral("problemLabel"));
  it.button("beginButton")->click();
  CHECK(problem->text().contains(QStringLiteral("for you")));
  it.edit("firstEdit")->setText(QStringLiteral("Alex"));
  CHECK_FALSE(problem->isVisible());
  QTest::keyClick(it.edit("firstEdit"), Qt::Key_Return);
  CHECK(it.page.focusWidget() == it.edit("secondEdit"));
  CHECK_FALSE(problem->isVisible());
  it.button("beginButton")->click();
  CHECK(problem->text().contains(QStringLiteral("for your partner")));
  CHECK(it.first.empty());
  it.edit("secondEdit")->setText(QStringLiteral("Sam"));
  QTest::mouseClick(it.button("beginButton"), Qt::LeftButton);
  CHECK(it.first == "Alex");
  CHECK(it.second == "Sam");
}

TEST_CASE("one person alone gives one name", "[first-minute]") {
  OpenFirstMinutePage it;
  it.edit("firstEdit")->setText(QStringLiteral("Alex"));
  it.button("aloneButton")->click();
  CHECK_FALSE(it.edit("secondEdit")->isVisible());
  QTest::keyClick(it.edit("firstEdit"), Qt::Key_Return);
  CHECK(it.first == "Alex");
  CHECK(it.second == "nobody");
}

TEST_CASE("a name that would deceive the eye is refused in words", "[first-minute]") {
  OpenFirstMinutePage it;
  it.edit("firstEdit")->setText(QStringLiteral("Al\u202Eex"));
  it.edit("secondEdit")->setText(QStringLiteral("Sam"));
  const auto* problem = it.page.findChild<QLabel*>(QStringLiteral("problemLabel"));
  CHECK(problem->isVisible());
  it.button("beginButton")->click();
  CHECK(problem->isVisible());
  CHECK(it.first.empty());
  it.edit("firstEdit")->setText(QStringLiteral("Alex"));
  CHECK_FALSE(problem->isVisible());
}

TEST_CASE("two partners may bear one name", "[first-minute]") {
  OpenFirstMinutePage it;
  it.edit("firstEdit")->setText(QStringLiteral("Kim"));
  it.edit("secondEdit")->setText(QStringLiteral("Kim"));
  const auto* hint = it.page.findChild<QLabel*>(QStringLiteral("problemLabel"));
  CHECK(hint->isVisible());
  CHECK(hint->text().startsWith(QStringLiteral("You share a name.")));
  it.button("beginButton")->click();
  CHECK(it.second == "Kim");
}

TEST_CASE("the other ways in are asked for, not taken", "[first-minute]") {
  OpenFirstMinutePage it;
  QSignalSpy open(&it.page, &FirstMinutePage::openAsked);
  QSignalSpy rehearsal(&it.page, &FirstMinutePage::rehearsalAsked);
  QSignalSpy safety(&it.page, &FirstMinutePage::safetyAsked);
  it.button("openButton")->click();
  it.button("rehearsalButton")->click();
  it.button("safetyButton")->click();
  CHECK(open.count() == 1);
  CHECK(rehearsal.count() == 1);
  CHECK(safety.count() == 1);
}

}  // namespace footbridge::gui
