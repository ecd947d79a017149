// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <QLabel>
#include <QListView>
#include <QTest>
#include <QTextEdit>
#include <algorithm>

#include "catch.h"
#include "evening.h"
#include "gates/parts/watched_vfs.h"

using namespace footbridge;
using namespace footbridge::app_test;

namespace {

/// A disk that can be made to fail at one kind of call.
class FailingDisk : public gates::Watcher {
 public:
  FailingDisk(gates::Op at, int with) : m_at(at), m_with(with) { gates::watchDisk(this); }
  ~FailingDisk() override { gates::watchDisk(nullptr); }
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;

  [[nodiscard]] gates::Outcome before(const gates::Call& call) override {
    return fails && call.op == m_at ? gates::Outcome{m_with} : gates::Outcome{};
  }
  bool fails = false;

 private:
  gates::Op m_at;
  int m_with;
};

/// Takes what it is given, and fails where it should say that it has it.
struct FailingSync : FailingDisk {
  FailingSync() : FailingDisk(gates::Op::Sync, SQLITE_IOERR_FSYNC) {}
};

/// A note is deleted, and its page has not been left: until then it can be had back.
void throwAway(Evening& evening, const char* line) {
  REQUIRE(evening.program().journal()->add(VaultId::Ours, PartnerId::A, Note{line}).ok());
  Q_EMIT evening.program().window().navigated(gui::PageName::Story);
  auto* list = evening.robot().find<QListView>(QStringLiteral("storyList"));
  REQUIRE(list != nullptr);
  Q_EMIT list->clicked(list->model()->index(0, 0));
  evening.robot().press(QStringLiteral("removeButton"));
}

}  // namespace

TEST_CASE("A line that the disk did not take keeps its page, wherever one wants to go") {
  FailingSync disk;
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  app::Robot& robot = evening.robot();
  gui::MainWindow& window = evening.program().window();
  disk.fails = true;
  Q_EMIT window.navigated(gui::PageName::Note);
  REQUIRE(window.currentPage() == gui::PageName::Note);
  robot.type(QStringLiteral("noteEdit"), QStringLiteral("the rent is late"));
  for (const auto page : {gui::PageName::Practices, gui::PageName::Story, gui::PageName::Settings}) {
    Q_EMIT window.navigated(page);
    CHECK(window.currentPage() == gui::PageName::Note);
    CHECK(robot.sees(QStringLiteral("refusalLabel")));
  }
  Q_EMIT window.safetyAsked();
  CHECK(window.currentPage() == gui::PageName::Safety);
  CHECK_FALSE(window.close());
  CHECK(window.currentPage() == gui::PageName::Note);
  Q_EMIT window.lockAsked();
  REQUIRE(robot.wait([&evening] { return !evening.next().empty(); }));
  CHECK(std::ranges::find(evening.next(), "--drafts") != evening.next().end());
}

TEST_CASE("A line that the disk does not let go keeps its page from closing, and once from Lock, but not from Hide") {
  FailingSync disk;
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  app::Robot& robot = evening.robot();
  gui::MainWindow& window = evening.program().window();
  throwAway(evening, "said in anger");
  disk.fails = true;
  Q_EMIT window.lockAsked();
  CHECK(evening.next().empty());
  CHECK(window.currentPage() == gui::PageName::Entry);
  CHECK(robot.sees(QStringLiteral("refusalLabel")));
  Q_EMIT window.safetyAsked();
  CHECK_FALSE(window.close());
  CHECK(window.currentPage() == gui::PageName::Entry);
  Q_EMIT window.navigated(gui::PageName::Story);
  CHECK(window.currentPage() == gui::PageName::Entry);
  SECTION("Hide does not wait for it") {
    Q_EMIT window.hideAsked();
  }
  SECTION("nor does Lock, once it was said") {
    Q_EMIT window.lockAsked();
  }
  CHECK(robot.wait([&evening] { return !evening.next().empty(); }));
}

TEST_CASE("Lock tells of every line that does not go, and not of the first alone") {
  FailingDisk disk(gates::Op::Write, SQLITE_FULL);
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  app::Robot& robot = evening.robot();
  gui::MainWindow& window = evening.program().window();
  throwAway(evening, "said in anger");
  disk.fails = true;
  Q_EMIT window.lockAsked();
  CHECK(evening.restarts().empty());
  disk.fails = false;
  Q_EMIT window.lockAsked();
  REQUIRE(evening.restarts().size() == 1);
  throwAway(evening, "and this, too");
  disk.fails = true;
  Q_EMIT window.lockAsked();
  CHECK(evening.restarts().size() == 1);
  CHECK(window.currentPage() == gui::PageName::Entry);
  CHECK(robot.sees(QStringLiteral("refusalLabel")));
}

TEST_CASE(
    "After a failed sync nothing more is written, and what helps is said: the words come along to a new process") {
  FailingSync disk;
  Evening evening;
  writeHalfALine(evening);
  app::Robot& robot = evening.robot();
  disk.fails = true;
  robot.find<QTextEdit>(QStringLiteral("pageEdit"))->insertPlainText(QStringLiteral(" the roof"));
  REQUIRE(robot.wait([&robot] { return robot.sees(QStringLiteral("troubleFrame")); }));
  disk.fails = false;
  robot.press(QStringLiteral("saveAgainButton"));
  REQUIRE(robot.sees(QStringLiteral("troubleFrame")));  // not into a file that may not have what it said it had
  CHECK(robot.find<QLabel>(QStringLiteral("troubleLabel"))->text().contains(QStringLiteral("press F8 again")));
  CHECK_FALSE(evening.program().window().close());

  Q_EMIT evening.program().window().hideAsked();
  REQUIRE(robot.wait([&evening] { return !evening.next().empty(); }));
  CHECK(std::ranges::find(evening.next(), "--drafts") != evening.next().end());
  evening.restart();
  CHECK(evening.program().window().currentPage() == gui::PageName::Cover);
  QTest::qWait(800);
  Q_EMIT evening.program().window().hideAsked();
  REQUIRE(evening.program().journal() != nullptr);
  Journal& journal = *evening.program().journal();
  REQUIRE(journal.unlock(PartnerId::A, *Passphrase::from(kAlex)).ok());
  CHECK(halfLineOfAlex(journal) == "I have not slept, and the roof");
}
