// SPDX-License-Identifier: GPL-3.0-or-later
// Another journal in place of the one that is open, and the way back to that.
#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QTimer>
#include <algorithm>
#include <fstream>
#include <functional>

#include "catch.h"
#include "evening.h"
#include "file_chooser.h"
#include "full_disk.h"
#include "storage/raw_file.h"

using namespace footbridge;
using namespace footbridge::app_test;

namespace {

gui::PageName pageShown(Evening& evening) {
  return evening.program().window().currentPage();
}

void lookForAnother(Evening& evening, const std::string& file) {
  const FileChooser chooser(file);
  evening.robot().press(QStringLiteral("elsewhereButton"));
  REQUIRE(evening.robot().wait([&chooser] { return chooser.hasChosen(); }));
  evening.robot().settle();
}

bool carriesDrafts(const Evening& evening) {
  return std::ranges::find(evening.next(), "--drafts") != evening.next().end();
}

/// While it lives, every question of the window is answered by the button that says this.
class BoxPresser {
 public:
  explicit BoxPresser(const QString& says, const std::function<void()>& before = {}) {
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this, says, before] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (box == nullptr) return;
      m_asked << box->text();
      if (before) before();
      for (QAbstractButton* button : box->buttons())
        if (button->text() == says) return button->click();
      box->reject();
    });
    m_timer.start(20);
  }
  [[nodiscard]] const QStringList& asked() const { return m_asked; }

 private:
  QTimer m_timer;
  QStringList m_asked;
};

const QString kNotSaved = QStringLiteral("Half-written words are not saved yet");

}  // namespace

TEST_CASE("A journal that is opened beside one's own words opens in a process of its own") {
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  Journal& journal = *evening.program().journal();
  REQUIRE(journal.backups()->backUpNow().ok());
  REQUIRE(journal.add(VaultId::A, PartnerId::A, Note{"only Alex knows"}).ok());
  app::Robot& robot = evening.robot();
  Q_EMIT evening.program().window().navigated(gui::PageName::Settings);
  robot.press(QStringLiteral("journalButton"));
  {
    const FileChooser chooser({});
    robot.press(QStringLiteral("bringBackButton"));
    robot.press(QStringLiteral("kept0"));
    REQUIRE(robot.wait([&chooser] { return chooser.hasChosen(); }));
  }
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  REQUIRE(robot.wait([&evening] { return !evening.next().empty(); }));
  const fs::path restored(evening.next().front());
  CHECK(fs::exists(restored));
  CHECK_FALSE(fs::equivalent(restored, evening.path()));
  CHECK(fs::equivalent(evening.program().journal()->path(), evening.path()));
  evening.restart();
  CHECK(fs::equivalent(evening.program().journal()->path(), restored));
  CHECK(pageShown(evening) == gui::PageName::Unlock);
}

TEST_CASE("Whoever chooses the journal that is open comes back to it") {
  Evening evening;
  evening.start({evening.path()});
  lookForAnother(evening, evening.path());
  CHECK(pageShown(evening) == gui::PageName::Unlock);
  CHECK(evening.robot().sees(QStringLiteral("partnerAButton")));
}

TEST_CASE("From a file that did not open a button leads back to the journal that is open") {
  Evening evening;
  const std::string wrong = (evening.folder() / "shopping.footbridge").string();
  std::ofstream(wrong) << "milk";
  evening.start({evening.path()});
  lookForAnother(evening, wrong);
  REQUIRE(pageShown(evening) == gui::PageName::Trouble);
  evening.robot().press(QStringLiteral("backButton"));
  CHECK(pageShown(evening) == gui::PageName::Unlock);
  CHECK(evening.robot().faults().isEmpty());
}

TEST_CASE("Damage that is found when somebody comes in leads to the backups, and back to the journal") {
  Evening evening;
  comeInAs(evening, "partnerAButton", kAlex);
  REQUIRE(evening.program().journal()->backups()->backUpNow().ok());
  REQUIRE(evening.program().journal()->add(VaultId::A, PartnerId::A, Note{"only Alex knows"}).ok());
  evening.end();
  storage::test::RawFile(evening.path()).run("DELETE FROM rec WHERE vault = 1");
  evening.start({evening.path()});
  app::Robot& robot = evening.robot();
  robot.press(QStringLiteral("partnerAButton"));
  giveSecret(robot, kAlex);
  REQUIRE(robot.wait([&evening] { return pageShown(evening) == gui::PageName::Trouble; }));
  CHECK(robot.sees(QStringLiteral("backupButton")));
  robot.press(QStringLiteral("backButton"));
  CHECK(pageShown(evening) == gui::PageName::Unlock);
}

TEST_CASE("Where no journal is open no button leads back to one") {
  Evening evening;
  const std::string wrong = (evening.folder() / "shopping.footbridge").string();
  std::ofstream(wrong) << "milk";
  evening.start({wrong});
  REQUIRE(pageShown(evening) == gui::PageName::Trouble);
  CHECK_FALSE(evening.robot().sees(QStringLiteral("backButton")));
}

TEST_CASE("A page or a pause that is asked for at the start is that of the journal named there, and of no other") {
  Evening evening({}, Evening::Of::TwoAlexOpen);
  const std::string other = (evening.folder() / "other.footbridge").string();
  const std::string away = (evening.folder() / "away").string();
  {
    storage::FileShelf shelf({.cost = storage::KdfCost::least(), .stateFolder = {}, .now = {}});
    REQUIRE(shelf.create(other, *PartnerName::from("Kim"), PartnerName::from("Ro")).ok());
  }
  std::vector<std::string> arguments{evening.path()};
  SECTION("a page") {
    arguments.insert(arguments.end(), {"--page", "settings"});
  }
  SECTION("a pause") {
    arguments.insert(arguments.end(), {"--paused", "7"});
  }
  fs::rename(evening.path(), away);
  evening.start(arguments);
  REQUIRE(pageShown(evening) == gui::PageName::Trouble);
  {
    const FileChooser chooser(other);
    evening.robot().press(QStringLiteral("anotherButton"));
    REQUIRE(evening.robot().wait([&evening] { return pageShown(evening) != gui::PageName::Trouble; }));
  }
  CHECK(pageShown(evening) == gui::PageName::Today);
}

TEST_CASE("Words that a full disk refused keep their journal open here until it has them") {
  SmallDisk disk;
  Evening evening([&disk](const fs::path& folder) { disk.mountAt(folder); });
  if (!disk.mounted()) {
    WARN("no disk of our own may be mounted here: not tried");
    return;
  }
  const std::string copy = (evening.folder() / "copy.footbridge").string();
  fs::copy_file(evening.path(), copy);  // it would open them as well, and knows nothing of the sitting they are of
  const std::string whole = "I have not slept, and" + lockOnFullDisk(evening, disk).toStdString();
  REQUIRE(carriesDrafts(evening));
  evening.restart();
  app::Robot& robot = evening.robot();
  {
    const BoxPresser stay(QStringLiteral("Stay"));
    const FileChooser chooser(copy);  // for whoever is not asked
    robot.press(QStringLiteral("elsewhereButton"));
    REQUIRE(robot.wait([&stay] { return !stay.asked().empty(); }));
    CHECK(stay.asked() == QStringList{kNotSaved});
  }
  robot.settle();
  CHECK(pageShown(evening) == gui::PageName::Unlock);
  CHECK(evening.program().journal()->path() == evening.path());
  CHECK(evening.next().empty());

  robot.press(QStringLiteral("partnerAButton"));
  giveSecret(robot, kAlex);
  Q_EMIT evening.program().window().navigated(gui::PageName::Unlock);
  {
    const BoxPresser again(QStringLiteral("Save again"), [&disk] { disk.clear(); });
    const FileChooser chooser(copy);
    robot.press(QStringLiteral("elsewhereButton"));
    REQUIRE(robot.wait([&evening] { return !evening.next().empty(); }));
    CHECK(again.asked() == QStringList{kNotSaved});
  }
  CHECK(evening.next().front() == copy);
  CHECK_FALSE(carriesDrafts(evening));
  evening.start({evening.path()});
  Journal& journal = *evening.program().journal();
  REQUIRE(journal.unlock(PartnerId::A, *Passphrase::from(kAlex)).ok());
  CHECK(halfLineOfAlex(journal) == whole);
}

TEST_CASE("What waits for a journal that does not open goes along to another, and is kept when the first opens again") {
  SmallDisk disk;
  Evening evening([&disk](const fs::path& folder) { disk.mountAt(folder); });
  if (!disk.mounted()) {
    WARN("no disk of our own may be mounted here: not tried");
    return;
  }
  const std::string other = (evening.folder() / "other.footbridge").string();
  const std::string away = (evening.folder() / "away").string();
  {
    storage::FileShelf shelf({.cost = storage::KdfCost::least(), .stateFolder = {}, .now = {}});
    auto journal = shelf.create(other, *PartnerName::from("Kim"), std::nullopt);
    REQUIRE(journal.ok());
    REQUIRE((*journal)->protect(PartnerId::A, *Passphrase::from(kSam)).ok());
  }
  const std::string whole = "I have not slept, and" + lockOnFullDisk(evening, disk).toStdString();
  evening.end();
  fs::rename(evening.path(), away);
  evening.restart();
  REQUIRE(pageShown(evening) == gui::PageName::Trouble);
  {
    const FileChooser chooser(other);
    evening.robot().press(QStringLiteral("anotherButton"));
    REQUIRE(evening.robot().wait([&evening] { return pageShown(evening) == gui::PageName::Unlock; }));
  }
  giveSecret(evening.robot(), kSam);
  Q_EMIT evening.program().window().lockAsked();
  REQUIRE(evening.next().front() == other);
  REQUIRE(carriesDrafts(evening));

  fs::rename(away, evening.path());
  disk.clear();
  evening.restart();
  lookForAnother(evening, evening.path());
  Journal& journal = *evening.program().journal();
  REQUIRE(journal.path() == evening.path());
  REQUIRE(journal.unlock(PartnerId::A, *Passphrase::from(kAlex)).ok());
  CHECK(halfLineOfAlex(journal) == whole);
  CHECK(journal.waitingDrafts().empty());
}
