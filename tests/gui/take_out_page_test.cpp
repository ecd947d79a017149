// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/take_out_page.h"

#include <QLabel>
#include <QSignalSpy>

#include "fakes/sample_exercise.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

struct Leaving {
  gui::TakeOutPage page;
  QSignalSpy confirmed{&page, &gui::TakeOutPage::confirmed};
  QSignalSpy back{&page, &gui::TakeOutPage::backAsked};

  Leaving() {
    page.resize(1068, 800);
    page.showPart(sample::sam(), sample::alex(), false);
    page.show();
  }
  bool shows(const char* part) { return child<QWidget>(page, part).isVisible(); }
};

}  // namespace

TEST_CASE("taking one's part out says what goes and what stays, and asks twice") {
  Leaving at;
  CHECK(child<QLabel>(at.page, "goesLabel").text().contains(QStringLiteral("your notes")));
  CHECK(child<QLabel>(at.page, "staysLabel").text().startsWith(QStringLiteral("All that Alex wrote")));
  press(at.page, "firstButton");
  CHECK(at.confirmed.count() == 0);
  CHECK(at.shows("secondCard"));
  CHECK_FALSE(at.shows("firstCard"));
  press(at.page, "secondButton");
  CHECK(at.confirmed.count() == 1);
}

TEST_CASE("who has words put aside reads that these go as well") {
  Leaving at;
  const auto& goes = child<QLabel>(at.page, "goesLabel");
  CHECK_FALSE(goes.text().contains(QStringLiteral("put aside")));
  at.page.showPart(sample::sam(), sample::alex(), true);
  CHECK(goes.text().contains(QStringLiteral("Your words that were put aside.")));
}

TEST_CASE("the safe way has the keyboard, both times") {
  Leaving at;
  CHECK(at.page.focusWidget() == &child<QPushButton>(at.page, "keepButton"));
  press(at.page, "firstButton");
  CHECK(at.page.focusWidget() == &child<QPushButton>(at.page, "stayButton"));
  press(at.page, "stayButton");
  CHECK(at.back.count() == 1);
  CHECK(at.confirmed.count() == 0);
}

TEST_CASE("who comes back is asked twice again") {
  Leaving at;
  press(at.page, "firstButton");
  at.page.hide();
  at.page.show();
  CHECK(at.shows("firstCard"));
  CHECK_FALSE(at.shows("secondCard"));
}

TEST_CASE("a refusal goes back to the first question and says that nothing is lost") {
  Leaving at;
  press(at.page, "firstButton");
  at.page.showRefusal({ErrorKind::DiskFailed});
  CHECK(at.shows("refusalLabel"));
  CHECK(at.shows("firstCard"));
}

TEST_CASE("taking out: reading order and names") {
  Leaving at;
  QStringList stops = tabStops(at.page);
  stops.removeAll(QStringLiteral("scroll"));
  CHECK(stops == QStringList{QStringLiteral("backButton"), QStringLiteral("keepButton"), QStringLiteral("copyButton"),
                             QStringLiteral("firstButton")});
  CHECK(nameless(at.page).isEmpty());
}
