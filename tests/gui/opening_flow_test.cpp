// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/opening_flow.h"

#include <QLabel>
#include <QSignalSpy>

#include "fakes/scripted_questions.h"
#include "gui/main_window.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

/// A shelf that opens nothing, and remembers which older copy was taken.
class NoShelf : public JournalShelf {
 public:
  std::vector<std::string> taken;
  std::optional<ErrorKind> refuses;

  Result<std::unique_ptr<Journal>> create(const std::string&, const PartnerName&,
                                          const std::optional<PartnerName>&) override {
    return Error{ErrorKind::NotAllowed};
  }
  Result<std::unique_ptr<Journal>> open(const std::string&) override { return Error{ErrorKind::NotAllowed}; }
  Result<void> accept(const std::string& path, const Error& refusal) override {
    if (refuses) return Error{*refuses};
    CHECK(refusal.kind == ErrorKind::RolledBack);
    taken.push_back(path);
    return {};
  }
  std::string defaultPath() const override { return "/home/alex/us.footbridge"; }
};

/// One backup of one journal; what is brought back is remembered.
class OneBackup : public BackupShelf {
 public:
  std::vector<std::pair<std::string, std::string>> restored;

  std::vector<BackedUpJournal> backedUp() const override { return {*backupsOf("/home/alex/us.footbridge")}; }
  std::optional<BackedUpJournal> backupsOf(const std::string& journal) const override {
    if (journal != "/home/alex/us.footbridge") return std::nullopt;
    BackedUpJournal one;
    one.journal = "/home/alex/us.footbridge";
    one.status.folder = "/home/alex/backups";
    one.status.lastGood = Day{std::chrono::year(2026), std::chrono::November, std::chrono::day(22)};
    return one;
  }
  Result<void> restore(const std::string& backup, const std::string& to) override {
    restored.emplace_back(backup, to);
    return {};
  }
};

struct Opening {
  gui::MainWindow window;
  NoShelf shelf;
  fakes::ScriptedQuestions questions;
  OneBackup backups;
  gui::OpeningFlow flow{{window, shelf, backups, questions}};
  std::vector<std::string> opened;

  explicit Opening(ErrorKind kind) {
    QObject::connect(&flow, &gui::OpeningFlow::openAsked, &window,
                     [this](const std::string& path) { opened.push_back(path); });
    window.show();
    flow.showTrouble("/home/alex/us.footbridge", Error{.kind = kind, .number = 12});
  }
  QWidget& page() { return *window.page(gui::PageName::Trouble); }
};

}  // namespace

TEST_CASE("an older copy is gone on with only by somebody's own hand, and is then opened again") {
  Opening at(ErrorKind::RolledBack);
  CHECK(at.window.currentPage() == gui::PageName::Trouble);
  CHECK(at.shelf.taken.empty());
  press(at.page(), "goOnButton");
  CHECK(at.shelf.taken == std::vector<std::string>{"/home/alex/us.footbridge"});
  CHECK(at.opened == at.shelf.taken);
}

TEST_CASE("where that is refused, the page stays and says why") {
  Opening at(ErrorKind::RolledBack);
  at.shelf.refuses = ErrorKind::DiskFull;
  press(at.page(), "goOnButton");
  CHECK(at.opened.empty());
  CHECK(child<QWidget>(at.page(), "refusalLabel").isVisible());
}

TEST_CASE("another journal can be looked for, and called off") {
  Opening at(ErrorKind::NotFound);
  press(at.page(), "anotherButton");
  CHECK(at.opened.empty());
  at.questions.file = QStringLiteral("/media/stick/us.footbridge");
  press(at.page(), "anotherButton");
  CHECK(at.opened == std::vector<std::string>{"/media/stick/us.footbridge"});
}

TEST_CASE("a backup is brought back beside a damaged journal, and opened from there") {
  Opening at(ErrorKind::Damaged);
  CHECK(child<QLabel>(at.page(), "safeLabel").text().contains(QStringLiteral("22 November 2026")));
  press(at.page(), "backupButton");
  CHECK(at.backups.restored.empty());
  at.questions.file = QStringLiteral("/home/alex/new.footbridge");
  press(at.page(), "backupButton");
  REQUIRE(at.backups.restored.size() == 1);
  CHECK(at.backups.restored.front().second == "/home/alex/new.footbridge");
  CHECK(at.opened == std::vector<std::string>{"/home/alex/new.footbridge"});
}

TEST_CASE("a backup is looked for as a backup, and another journal as a journal") {
  Opening at(ErrorKind::Damaged);
  press(at.page(), "backupButton");
  press(at.page(), "anotherButton");
  CHECK(at.questions.looked == std::vector<gui::FileFor>{gui::FileFor::Backup, gui::FileFor::Journal});
}

TEST_CASE("a journal in use is tried once more on request") {
  Opening at(ErrorKind::InUse);
  press(at.page(), "againButton");
  CHECK(at.opened == std::vector<std::string>{"/home/alex/us.footbridge"});
}
