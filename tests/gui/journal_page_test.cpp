// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/journal_page.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "journal_sample.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;
using gui::JournalContent;
using gui::JournalPage;

namespace {

struct OurFile {
  JournalPage page;

  explicit OurFile(const JournalContent& content = sample::journalContent()) {
    page.resize(1068, 800);
    page.showJournal(content);
    page.show();
  }
  QString text(const char* label) { return child<QLabel>(page, label).text(); }
  bool shows(const char* part) { return child<QWidget>(page, part).isVisible(); }
};

}  // namespace

TEST_CASE("the page says where the journal is and how old the last good backup is") {
  OurFile at;
  CHECK(at.text("fileLabel") == QStringLiteral("“us.footbridge”, in the folder “alex”, on this laptop alone."));
  CHECK(at.text("lastLabel") == QStringLiteral("The last good one is from yesterday."));
  CHECK(at.text("drillLabel") == QStringLiteral("Read back and found whole on 1 November."));
  CHECK_FALSE(at.text("folderLabel").contains(QLatin1Char('/')));
}

TEST_CASE("whole paths are there for who asks, to be selected by keyboard too") {
  OurFile at;
  CHECK_FALSE(at.shows("whereBox"));
  press(at.page, "whereButton");
  CHECK(at.shows("whereBox"));
  CHECK(child<QLineEdit>(at.page, "pathEdit").text() == QStringLiteral("/home/alex/us.footbridge"));
  CHECK(child<QLineEdit>(at.page, "backupsPathEdit").text() == QStringLiteral("/home/alex/backups"));
  CHECK(child<QLineEdit>(at.page, "pathEdit").isReadOnly());
  QStringList stops = tabStops(at.page);
  stops.removeAll(QStringLiteral("scroll"));
  CHECK(stops.mid(0, 4) == QStringList{QStringLiteral("backButton"), QStringLiteral("whereButton"),
                                       QStringLiteral("pathEdit"), QStringLiteral("backupsPathEdit")});
  CHECK(nameless(at.page).isEmpty());
}

TEST_CASE("words that wait and words put aside are offered to their owner") {
  JournalContent content = sample::journalContent();
  OurFile none(content);
  CHECK_FALSE(none.shows("waitingCard"));
  CHECK_FALSE(none.shows("asideCard"));
  content.wordsWait = content.wordsAside = true;
  OurFile at(content);
  QSignalSpy waiting(&at.page, &JournalPage::waitingAsked);
  QSignalSpy aside(&at.page, &JournalPage::asideAsked);
  press(at.page, "waitingButton");
  press(at.page, "asideButton");
  CHECK(waiting.count() == 1);
  CHECK(aside.count() == 1);
}

TEST_CASE("no backup yet is said as it is, and there is none to bring back") {
  JournalContent content = sample::journalContent();
  content.backups->kept.clear();
  content.backups->lastGood.reset();
  content.backups->lastDrill.reset();
  OurFile at(content);
  CHECK(at.text("lastLabel").startsWith(QStringLiteral("There is no backup yet.")));
  CHECK_FALSE(child<QPushButton>(at.page, "bringBackButton").isEnabled());
  QSignalSpy now(&at.page, &JournalPage::backUpAsked);
  press(at.page, "backUpButton");
  CHECK(now.count() == 1);
}

TEST_CASE("a backup of last year is not taken for one of this year") {
  JournalContent content = sample::journalContent();
  const Day last = std::chrono::sys_days(content.today) - std::chrono::days(360);
  content.backups->lastGood = last;
  content.backups->lastDrill = last;
  OurFile at(content);
  const QString year = QString::number(static_cast<int>(last.year()));
  REQUIRE(last.year() != content.today.year());
  CHECK(at.text("lastLabel").contains(year));
  CHECK(at.text("drillLabel").contains(year));
}

TEST_CASE("a folder of backups that cannot be read is not called empty") {
  JournalContent content = sample::journalContent();
  content.backups->kept.clear();
  content.backups->lastGood.reset();
  content.backups->unreadable = true;
  OurFile at(content);
  CHECK(at.text("lastLabel").contains(QStringLiteral("cannot be read")));
  CHECK_FALSE(at.text("lastLabel").contains(QStringLiteral("no backup yet")));
}

TEST_CASE("a disk that nobody can vouch for is named quietly, and only then") {
  JournalContent content = sample::journalContent();
  CHECK_FALSE(OurFile(content).shows("diskCard"));
  content.unprovenDisk = true;
  OurFile at(content);
  CHECK(at.shows("diskCard"));
  CHECK(at.text("diskLabel").contains(QStringLiteral("Your journal works here.")));
  CHECK_FALSE(at.text("fileLabel").contains(QStringLiteral("on this laptop alone")));
}

TEST_CASE("a backup is brought back by its day; a damaged one is not offered") {
  OurFile at;
  QSignalSpy restore(&at.page, &JournalPage::restoreAsked);
  CHECK_FALSE(at.shows("listBox"));
  press(at.page, "bringBackButton");
  CHECK(at.shows("listBox"));
  CHECK(child<QPushButton>(at.page, "kept0").text() == QStringLiteral("Sunday, 22 November 2026"));
  CHECK_FALSE(child<QPushButton>(at.page, "kept1").isEnabled());
  press(at.page, "kept2");
  REQUIRE(restore.count() == 1);
  CHECK(restore.first().first().toInt() == 2);
}

TEST_CASE("older backups are offered for removal only when they hold what the journal holds no longer") {
  JournalContent content = sample::journalContent();
  CHECK_FALSE(OurFile(content).shows("olderCard"));
  content.backups->olderLie = true;
  OurFile at(content);
  CHECK(at.shows("olderCard"));
  QSignalSpy gone(&at.page, &JournalPage::removeOlderAsked);
  QSignalSpy kept(&at.page, &JournalPage::keepOlderAsked);
  press(at.page, "removeOlderButton");
  press(at.page, "keepOlderButton");
  CHECK(gone.count() == 1);
  CHECK(kept.count() == 1);
}

TEST_CASE("a second copy beside the journal is named, and joining is offered") {
  JournalContent content = sample::journalContent();
  CHECK_FALSE(OurFile(content).shows("copyCard"));
  content.otherCopy = QStringLiteral("us (conflicted copy).footbridge");
  OurFile at(content);
  CHECK(at.text("copyLabel").contains(content.otherCopy));
  QSignalSpy merge(&at.page, &JournalPage::mergeCopyAsked);
  press(at.page, "mergeCopyButton");
  CHECK(merge.count() == 1);
}

TEST_CASE("somebody can join a journal of one, with a name that fits") {
  JournalContent content = sample::journalContent();
  content.other.clear();
  OurFile at(content);
  CHECK(at.shows("joinCard"));
  CHECK_FALSE(at.shows("leaveCard"));
  QSignalSpy joined(&at.page, &JournalPage::joinAsked);
  auto& name = child<QLineEdit>(at.page, "joinNameEdit");
  CHECK_FALSE(child<QPushButton>(at.page, "joinButton").isEnabled());
  name.setText(QString(60, QLatin1Char('x')));
  CHECK(at.shows("joinProblemLabel"));
  name.setText(QStringLiteral("Sam"));
  QTest::keyClick(&name, Qt::Key_Return);
  REQUIRE(joined.count() == 1);
  CHECK(valueIn<PartnerName>(joined.first().first()).text() == "Sam");
}

TEST_CASE("one's own part is offered only to one person alone with it") {
  OurFile at;
  CHECK(at.shows("leaveCard"));
  CHECK_FALSE(at.shows("joinCard"));
  CHECK(at.text("takeLabel").contains(QStringLiteral("Alex")));
  JournalContent content = sample::journalContent();
  content.me.clear();
  OurFile together(content);
  CHECK_FALSE(together.shows("leaveCard"));
  CHECK(together.text("takeLabel").startsWith(QStringLiteral("Everything that is for both of you")));
}

TEST_CASE("each kind of file to take along is asked for by its own button, with the plain word beside it") {
  OurFile at;
  CHECK(at.text("anyoneLabel").startsWith(QStringLiteral("Anyone can read")));
  QSignalSpy taken(&at.page, &JournalPage::takeAsked);
  press(at.page, "readButton");
  press(at.page, "tableButton");
  press(at.page, "everythingButton");
  REQUIRE(taken.count() == 3);
  CHECK(valueIn<JournalPage::Format>(taken.at(0).first()) == JournalPage::Format::ToRead);
  CHECK(valueIn<JournalPage::Format>(taken.at(1).first()) == JournalPage::Format::Table);
  CHECK(valueIn<JournalPage::Format>(taken.at(2).first()) == JournalPage::Format::Everything);
}

TEST_CASE("a journal to read only is brought nothing, and nothing is taken out of it") {
  JournalContent content = sample::journalContent();
  content.readOnly = true;
  OurFile at(content);
  for (const char* card : {"bringCard", "joinCard", "leaveCard"}) CHECK_FALSE(at.shows(card));
  CHECK(at.shows("takeCard"));
}

TEST_CASE("the made-up couple has nothing that is kept") {
  OurFile at(JournalContent{.path = {},
                            .syncedBy = {},
                            .otherCopy = {},
                            .backups = {},
                            .me = QStringLiteral("Alex"),
                            .other = QStringLiteral("Sam")});
  CHECK_FALSE(at.shows("backupCard"));
  CHECK(at.text("fileLabel") == QStringLiteral("In memory alone; nothing is kept."));
}

TEST_CASE("the journal's page: reading order and names") {
  OurFile at;
  press(at.page, "bringBackButton");
  QStringList stops = tabStops(at.page);
  stops.removeAll(QStringLiteral("scroll"));
  CHECK(stops == QStringList{QStringLiteral("backButton"), QStringLiteral("whereButton"),
                             QStringLiteral("backUpButton"), QStringLiteral("bringBackButton"), QStringLiteral("kept0"),
                             QStringLiteral("kept2"), QStringLiteral("leaveButton"), QStringLiteral("ownPartBox"),
                             QStringLiteral("readButton"), QStringLiteral("tableButton"),
                             QStringLiteral("everythingButton"), QStringLiteral("importButton"),
                             QStringLiteral("mergeButton")});
  CHECK(nameless(at.page).isEmpty());
}

TEST_CASE("to bring in stands below to take, and neither leaves a hole where it is not offered") {
  OurFile at;
  const auto in = [&at](const char* name) {
    const auto& card = child<QWidget>(at.page, name);
    return QRect(card.mapTo(&at.page, QPoint(0, 0)), card.size());
  };
  CHECK(in("bringCard").left() == in("takeCard").left());
  CHECK(in("bringCard").top() > in("takeCard").bottom());
  CHECK(in("takeCard").top() == in("backupCard").top());
  CHECK(in("takeCard").left() > in("backupCard").right());
  JournalContent content = sample::journalContent();
  content.mayExchange = false;
  OurFile alone(content);
  CHECK_FALSE(alone.shows("rightCards"));
}
