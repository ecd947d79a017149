// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/trouble_page.h"

#include <QLabel>
#include <QSignalSpy>

#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

constexpr int kTroubleKinds = static_cast<int>(ErrorKind::BadContent) + 1;
constexpr Day kLastBackup{std::chrono::year(2026), std::chrono::November, std::chrono::day(22)};

struct InTrouble {
  gui::TroublePage page;

  explicit InTrouble(const Error& error, std::optional<Day> lastBackup = std::nullopt) {
    page.resize(1280, 760);
    page.showTrouble(error, QStringLiteral("/home/alex/us.footbridge"), lastBackup);
    page.show();
  }
  QString text(const char* label) { return child<QLabel>(page, label).text(); }
  bool offers(const char* button) { return child<QPushButton>(page, button).isVisible(); }
};

}  // namespace

TEST_CASE("an older copy says by how much, and lets its owner go on with it") {
  InTrouble at({ErrorKind::RolledBack, {}, {}, {}, 12});
  CHECK(at.text("safeLabel")
            .startsWith(QStringLiteral("This copy is older than the one last used here: 12 notes fewer.")));
  CHECK(at.offers("anotherButton"));
  CHECK(at.offers("backupButton"));
  CHECK_FALSE(at.offers("againButton"));
  QSignalSpy goOn(&at.page, &gui::TroublePage::goOnAsked);
  press(at.page, "goOnButton");
  CHECK(goOn.count() == 1);
}

TEST_CASE("nobody knows by how much: then no number is made up") {
  InTrouble at({ErrorKind::RolledBack, {}, {}, {}, 0});
  CHECK(at.text("safeLabel").startsWith(QStringLiteral("This copy is older than the one last used here.")));
}

TEST_CASE("what was taken out of the file is named, with where it may still be, and can be gone on without") {
  InTrouble aside({ErrorKind::RolledBack, {}, {}, kAsideLeftOut, 0});
  CHECK(aside.text("safeLabel").contains(QStringLiteral("the words that were put aside")));
  CHECK(aside.text("doLabel").contains(QStringLiteral("backup")));
  CHECK(aside.offers("backupButton"));
  CHECK(aside.offers("goOnButton"));
  InTrouble waiting({ErrorKind::RolledBack, {}, {}, kWaitingLeftOut, 0});
  CHECK(waiting.text("safeLabel").contains(QStringLiteral("words from another copy")));
  CHECK(waiting.text("doLabel").contains(QStringLiteral("join it once more")));
}

TEST_CASE("only an older copy can be gone on with") {
  for (int kind = 0; kind < kTroubleKinds; ++kind) {
    const auto one = static_cast<ErrorKind>(kind);
    InTrouble at({one, {}, {}, {}, 2});
    CAPTURE(kind);
    CHECK(at.offers("goOnButton") == (one == ErrorKind::RolledBack));
  }
}

TEST_CASE("each trouble says what is safe, then what to do, and offers a way on") {
  for (int kind = 0; kind < kTroubleKinds; ++kind) {
    InTrouble at({static_cast<ErrorKind>(kind), {}, {}, {}, 2});
    CAPTURE(kind);
    for (const char* label : {"titleLabel", "safeLabel", "doLabel"}) {
      CHECK_FALSE(at.text(label).isEmpty());
      CHECK_FALSE(at.text(label).contains(u'!'));
      CHECK_FALSE(at.text(label).contains(QStringLiteral("%")));
    }
    CHECK((at.offers("anotherButton") || at.offers("againButton")));
    CHECK(qobject_cast<QPushButton*>(at.page.focusWidget()) != nullptr);
  }
}

TEST_CASE("damage names the day of the newest good backup, and brings one back first") {
  InTrouble at({ErrorKind::Damaged}, kLastBackup);
  CHECK(at.text("safeLabel").contains(QStringLiteral("22 November 2026")));
  CHECK(at.page.focusWidget() == &child<QPushButton>(at.page, "backupButton"));
  QSignalSpy backup(&at.page, &gui::TroublePage::backupAsked);
  press(at.page, "backupButton");
  CHECK(backup.count() == 1);
}

TEST_CASE("where no backup of a damaged journal was found, that is said, and no place is named where there is none") {
  InTrouble at({ErrorKind::Damaged});
  CHECK(at.text("safeLabel") == QStringLiteral("Nothing was changed. No backup of it was found on this laptop."));
  CHECK(at.text("doLabel").contains(QStringLiteral("look for a copy")));
}

TEST_CASE("where a journal lay, and has backups, another file is told of as that, with the day of the newest") {
  InTrouble at({ErrorKind::NotAJournal}, kLastBackup);
  CHECK(at.text("safeLabel").contains(QStringLiteral("22 November 2026")));
  CHECK(at.page.focusWidget() == &child<QPushButton>(at.page, "backupButton"));
  CHECK(InTrouble({ErrorKind::NotFound}, kLastBackup).text("safeLabel").contains(QStringLiteral("22 November 2026")));
}

TEST_CASE("a name that is too long is not called a disk that does not answer") {
  InTrouble at({ErrorKind::DiskFailed, {}, {}, kNameTooLong, 36});
  CHECK(at.text("titleLabel") == QStringLiteral("The name is too long"));
}

TEST_CASE("a way back is there only where it is offered") {
  InTrouble at({ErrorKind::NotAJournal});
  CHECK_FALSE(at.offers("backButton"));
  at.page.offerBack(true);
  REQUIRE(at.offers("backButton"));
  QSignalSpy back(&at.page, &gui::TroublePage::backAsked);
  press(at.page, "backButton");
  CHECK(back.count() == 1);
}

TEST_CASE("a newer format is named by its number, so that somebody can help") {
  InTrouble at({ErrorKind::NewerFormat, {}, {}, {}, 7});
  CHECK(at.text("doLabel").contains(QStringLiteral("format 7")));
}

TEST_CASE("a journal that did not open: reading order and names") {
  InTrouble at({ErrorKind::RolledBack, {}, {}, {}, 12});
  at.page.offerBack(true);
  CHECK(tabStops(at.page) == QStringList{QStringLiteral("anotherButton"), QStringLiteral("backupButton"),
                                         QStringLiteral("goOnButton"), QStringLiteral("backButton"),
                                         QStringLiteral("newButton")});
  CHECK(nameless(at.page).isEmpty());
}
