// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/open_lines_page.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "fakes/sample_exercise.h"
#include "gui/flows/note_lines.h"
#include "gui/widgets/tick_card.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

struct Choosing {
  gui::OpenLinesPage page;
  QSignalSpy opened{&page, &gui::OpenLinesPage::openAsked};
  QSignalSpy back{&page, &gui::OpenLinesPage::backAsked};

  Choosing() {
    page.resize(1068, 800);
    page.showLines(sample::alex(), sample::sam(),
                   {QStringLiteral("Of the cafés."), QStringLiteral("Of the bill."), QStringLiteral("Of the sea.")});
    page.show();
  }
  QPushButton& open() { return child<QPushButton>(page, "openButton"); }
};

}  // namespace

TEST_CASE("nothing of a note is ticked beforehand, and nothing opens without a tick") {
  Choosing at;
  CHECK_FALSE(at.open().isEnabled());
  CHECK(at.open().text() == QStringLiteral("Open to Sam"));
  press(at.page, "line3");
  CHECK(at.open().text() == QStringLiteral("Open it to Sam"));
  press(at.page, "line1");
  CHECK(at.open().text() == QStringLiteral("Open 2 lines to Sam"));
  press(at.page, "openButton");
  REQUIRE(at.opened.count() == 1);
  CHECK(at.opened.first().first().toStringList() ==
        QStringList{QStringLiteral("Of the cafés."), QStringLiteral("Of the sea.")});
}

TEST_CASE("the plain word is there before anything is opened, and the way back keeps all of it") {
  Choosing at;
  CHECK(child<QLabel>(at.page, "wordLabel").text().contains(QStringLiteral("cannot be unread")));
  press(at.page, "keepButton");
  CHECK(at.back.count() == 1);
  CHECK(at.opened.count() == 0);
}

TEST_CASE("leaving the page takes the lines off it") {
  Choosing at;
  at.page.hide();
  CHECK_FALSE(anywhere(at.page, QStringLiteral("cafés")));
}

TEST_CASE("whoever comes back from another page finds the note, and nothing to open that is not there") {
  Choosing at;
  press(at.page, "line1");
  press(at.page, "line3");
  at.page.hide();
  CHECK_FALSE(at.open().isEnabled());
  CHECK(at.open().text() == QStringLiteral("Open to Sam"));
  at.page.show();
  CHECK(QTest::qWaitFor([&at] { return at.back.count() == 1; }, 3000));
}

TEST_CASE("a refusal keeps the ticks") {
  Choosing at;
  press(at.page, "line2");
  at.page.showRefusal({ErrorKind::DiskFull});
  CHECK(child<QLabel>(at.page, "refusalLabel").isVisible());
  CHECK(child<QPushButton>(at.page, "line2").isChecked());
}

TEST_CASE("choosing lines: reading order with the lines as one stop, names, and focus on the first line") {
  Choosing at;
  QStringList stops = tabStops(at.page);
  stops.removeAll(QStringLiteral("scroll"));
  CHECK(stops == QStringList{QStringLiteral("backButton"), QStringLiteral("line1"), QStringLiteral("keepButton")});
  CHECK(nameless(at.page).isEmpty());
  CHECK(at.page.focusWidget() == &child<QPushButton>(at.page, "line1"));
  QTest::keyClick(at.page.focusWidget(), Qt::Key_Space);
  CHECK(at.open().isEnabled());
}

TEST_CASE("a note opens by its lines, and a single line by its sentences") {
  const auto lines = [](const char* note) { return gui::noteLines(QString::fromUtf8(note)); };
  CHECK(lines("One.\n\n  Two. Three.  \n") == QStringList{QStringLiteral("One."), QStringLiteral("Two. Three.")});
  CHECK(lines("I counted. It is not the coffee! Is it?") ==
        QStringList{QStringLiteral("I counted."), QStringLiteral("It is not the coffee!"), QStringLiteral("Is it?")});
  CHECK(lines("no stop at all") == QStringList{QStringLiteral("no stop at all")});
  CHECK(lines(" \n ").isEmpty());
}

TEST_CASE("a line is as high as its words, however much room there is") {
  Choosing at;
  QTest::qWait(20);
  for (const char* name : {"line1", "line2", "line3"}) {
    const auto& card = child<QPushButton>(at.page, name);
    CHECK(card.height() <= card.heightForWidth(card.width()) + 1);
  }
}
