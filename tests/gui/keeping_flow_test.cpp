// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/keeping_flow.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <functional>

#include "at_laptop.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

constexpr Day november(unsigned day) {
  return {std::chrono::year(2026), std::chrono::November, std::chrono::day(day)};
}

/// Backups that are made at once, and a disk that can refuse.
class ListedBackups : public Backups {
 public:
  std::vector<Backup> kept{{"b/22", november(22), false}, {"b/15", november(15), false}};
  std::optional<ErrorKind> refuses;
  std::string restoredTo;
  bool unreadable = false;
  std::size_t ofOtherCopies = 0;

  BackupStatus status() const override {
    BackupStatus status;
    status.folder = "/home/alex/backups";
    status.kept = kept;
    status.journalFolder = "/home/alex";
    status.ofOtherCopies = ofOtherCopies;
    if (unreadable) status.unreadable = Error{ErrorKind::DiskFailed};
    if (!kept.empty()) status.lastGood = kept.front().made;
    return status;
  }
  Result<Backup> backUpNow() override {
    if (refuses) return Error{*refuses};
    kept.insert(kept.begin(), Backup{"b/new", november(22), false});
    return kept.front();
  }
  Result<void> keepUp(BackupPace) override { return {}; }
  Result<void> drill() override { return {}; }
  Result<void> remove(const Backup&) override { return {}; }
  Result<void> removeOlderThan(const Backup& backup) override {
    if (refuses) return Error{*refuses};
    std::erase_if(kept, [&backup](const Backup& each) { return each != backup && !each.forGood; });
    return {};
  }
  Result<void> restore(const Backup&, const std::string& to) override {
    if (refuses) return Error{*refuses};
    restoredTo = to;
    return {};
  }
};

/// Remembers what it was asked for.
class NotedExchange : public Exchange {
 public:
  mutable std::vector<ExportWish> wishes;
  std::vector<std::string> merged;
  std::vector<std::string> imported;
  std::function<void()> brings;  ///< along with what is imported
  std::optional<ErrorKind> refuses;
  std::vector<Removed> removes;  ///< what goes with the next that comes in
  std::vector<ConflictedCopy> copies;
  std::vector<PartnerId> staying;
  std::optional<std::string> synced;
  bool unproven = false;

  Result<std::string> exported(const ExportWish&) const override { return std::string(); }
  Result<void> exportTo(const std::string&, const ExportWish& wish) const override {
    if (refuses) return Error{*refuses};
    wishes.push_back(wish);
    return {};
  }
  Result<TakenIn> importFrom(const std::string& path, Reader) override {
    if (refuses) return Error{*refuses};
    imported.push_back(path);
    if (brings) brings();
    TakenIn taken;
    taken.removed = removes;
    return taken;
  }
  Result<TakenIn> mergeFrom(const std::string& path, const CopyPassphrases&) override {
    merged.push_back(path);
    return TakenIn{.added = 12, .waiting = {PartnerId::B}, .staying = staying, .removed = removes};
  }
  bool waitsForOtherPassphrase(PartnerId) const override { return false; }
  Result<TakenIn> takeInWaiting(PartnerId, const Passphrase&) override { return TakenIn{}; }
  std::vector<ConflictedCopy> conflictedCopies() const override { return copies; }
  std::optional<std::string> syncedFolder() const override { return synced; }
  bool diskIsUnproven() const override { return unproven; }
};

class KeptJournal : public fakes::MemoryJournal {
 public:
  using MemoryJournal::MemoryJournal;
  ListedBackups listed;
  NotedExchange noted;
  Backups* backups() override { return &listed; }
  Exchange* exchange() override { return &noted; }
  std::size_t left = 0;  ///< of an erasing
  Result<Erased> erase(PartnerId partner) override {
    const auto erased = MemoryJournal::erase(partner);
    return erased ? Erased{left} : erased;
  }
};

struct Keeping : AtLaptop<KeptJournal> {
  gui::KeepingFlow flow{around};
  std::vector<std::string> opened;
  int changed = 0;

  explicit Keeping(std::optional<Partner> b = sample::sam()) : AtLaptop(Reader::B, std::move(b)) {
    journal.doors = {DoorState::Unlocked, DoorState::Unlocked};
    QObject::connect(&flow, &gui::KeepingFlow::openAsked, &window,
                     [this](const std::string& path) { opened.push_back(path); });
    QObject::connect(&flow, &gui::KeepingFlow::peopleChanged, &window, [this] { ++changed; });
    window.show();
    flow.show();
  }
  QWidget& page() { return *window.page(window.currentPage()); }
  QString notice() { return child<QLabel>(page(), "noticeLabel").text(); }
  QString refusal() { return child<QLabel>(page(), "refusalLabel").text(); }
};

}  // namespace

TEST_CASE("a backup is made on request, and a failed one is said with what is safe") {
  Keeping at;
  press(at.page(), "backUpButton");
  CHECK(at.journal.listed.kept.size() == 3);
  CHECK(at.notice().startsWith(QStringLiteral("Done.")));
  at.journal.listed.refuses = ErrorKind::DiskFull;
  press(at.page(), "backUpButton");
  CHECK(at.refusal().contains(QStringLiteral("disk is full")));
}

TEST_CASE("a backup comes back as a new file, which is then opened") {
  Keeping at;
  at.questions.file = QStringLiteral("/home/alex/back.footbridge");
  press(at.page(), "bringBackButton");
  press(at.page(), "kept1");
  CHECK(at.journal.listed.restoredTo == "/home/alex/back.footbridge");
  CHECK(at.opened == std::vector<std::string>{"/home/alex/back.footbridge"});
}

TEST_CASE("after something went for good older backups are offered for removal, once") {
  Keeping at;
  CHECK_FALSE(child<QWidget>(at.page(), "olderCard").isVisible());
  at.flow.wentForGood(PartnerId::B);
  at.flow.show();
  CHECK(child<QWidget>(at.page(), "olderCard").isVisible());
  CHECK(at.flow.backupWords().contains(QStringLiteral("Older ones")));
  SECTION("removed") {
    press(at.page(), "removeOlderButton");
    CHECK(at.journal.listed.kept == std::vector<Backup>{{"b/new", november(22), false}});
    CHECK(at.notice() == QStringLiteral("The older backups are gone. A new one is there."));
  }
  SECTION("removed, but for those of other copies, which is said") {
    at.journal.listed.ofOtherCopies = 2;
    press(at.page(), "removeOlderButton");
    CHECK(at.notice().endsWith(
        QStringLiteral("Backups of other copies of this journal were left. They lie in /home/alex.")));
  }
  SECTION("removed, but for one that may hold more, which is said with where it lies") {
    at.journal.listed.kept.back().forGood = true;
    press(at.page(), "removeOlderButton");
    CHECK(at.journal.listed.kept.size() == 2);
    CHECK(at.notice().startsWith(QStringLiteral("A new backup is there. Some older ones were kept")));
    CHECK(at.notice().contains(QStringLiteral("/home/alex/backups")));
  }
  SECTION("kept") {
    press(at.page(), "keepOlderButton");
    CHECK(at.journal.listed.kept.size() == 2);
  }
  CHECK_FALSE(child<QWidget>(at.page(), "olderCard").isVisible());
  CHECK(at.journal.drafts.empty());
}

TEST_CASE("the offer outlives the process that made it, and is for the one who made it alone") {
  Keeping at;
  at.flow.wentForGood(PartnerId::B);
  gui::KeepingFlow after({at.journal, at.catalog, at.clock, at.window, at.questions, at.privacy, at.here});
  CHECK(after.backupWords().contains(QStringLiteral("Older ones")));
  at.here.reader = Reader::A;
  CHECK_FALSE(after.backupWords().contains(QStringLiteral("Older ones")));
  at.here.reader = Reader::OursAlone;
  CHECK_FALSE(after.backupWords().contains(QStringLiteral("Older ones")));
}

TEST_CASE("a disk that removes nothing leaves the offer as it was") {
  Keeping at;
  at.flow.wentForGood(PartnerId::B);
  at.flow.show();
  at.journal.listed.refuses = ErrorKind::DiskFailed;
  press(at.page(), "removeOlderButton");
  CHECK(at.journal.listed.kept.size() == 2);
  CHECK(at.refusal().startsWith(QStringLiteral("The older backups did not all go. ")));
  at.flow.show();
  CHECK(child<QWidget>(at.page(), "olderCard").isVisible());
}

TEST_CASE("a journal without backups has no older ones to offer") {
  Keeping at;
  at.journal.listed.kept.clear();
  at.flow.wentForGood(PartnerId::B);
  CHECK(at.journal.drafts.empty());
}

TEST_CASE("what comes in may bring other names: the page has them, and the window is told") {
  Keeping at;
  QSignalSpy came(&at.flow, &gui::KeepingFlow::cameIn);
  at.questions.file = QStringLiteral("kept.json");
  at.journal.noted.brings = [&at] {
    REQUIRE(at.journal.change(Partner{sample::sam().id, *PartnerName::from("Robin"), PartnerColour::Plum}).ok());
  };
  press(at.page(), "importButton");
  CHECK(came.count() == 1);
  CHECK(anywhere(at.page(), QStringLiteral("Robin")));
  CHECK(at.notice().startsWith(QStringLiteral("Done.")));
}

TEST_CASE("each file is looked for by what it is") {
  Keeping at;
  press(at.page(), "importButton");
  press(at.page(), "mergeButton");
  CHECK(at.questions.looked == std::vector<gui::FileFor>{gui::FileFor::Import, gui::FileFor::Copy});
}

TEST_CASE("a folder that a service keeps in step is said to be, and is not called on this laptop alone") {
  Keeping at;
  at.journal.noted.synced = "Dropbox";
  at.flow.show();
  CHECK(child<QLabel>(at.page(), "syncLabel").text().contains(QStringLiteral("Dropbox")));
  CHECK(child<QWidget>(at.page(), "syncCard").isVisible());
  CHECK_FALSE(child<QLabel>(at.page(), "fileLabel").text().contains(QStringLiteral("alone")));
}

TEST_CASE("a disk that another program runs is said to be, where the journal's place is shown") {
  Keeping at;
  at.flow.show();
  CHECK_FALSE(child<QWidget>(at.page(), "diskCard").isVisible());
  at.journal.noted.unproven = true;
  at.flow.show();
  CHECK(child<QWidget>(at.page(), "diskCard").isVisible());
}

TEST_CASE("backups whose folder cannot be read are not called absent") {
  Keeping at;
  at.journal.listed.kept.clear();
  CHECK(at.flow.backupWords().contains(QStringLiteral("no backup yet")));
  at.journal.listed.unreadable = true;
  CHECK(at.flow.backupWords().contains(QStringLiteral("cannot be read")));
}

TEST_CASE("what is taken along is for the eyes of who is here") {
  Keeping at;
  press(at.page(), "readButton");
  CHECK(at.journal.noted.wishes.empty());
  at.questions.file = QStringLiteral("/home/sam/our words.md");
  press(at.page(), "readButton");
  press(at.page(), "everythingButton");
  REQUIRE(at.journal.noted.wishes.size() == 2);
  CHECK(at.journal.noted.wishes[0].format == ExportFormat::Markdown);
  CHECK(at.journal.noted.wishes[0].reader == Reader::B);
  CHECK(at.journal.noted.wishes[1].format == ExportFormat::Json);
  CHECK(at.notice().contains(QStringLiteral("our words.md")));
  CHECK(at.notice().contains(QStringLiteral("can read it")));
  CHECK(at.journal.noted.wishes[1].part == ExportPart::Everything);
  at.page().findChild<QAbstractButton*>(QStringLiteral("ownPartBox"))->click();
  press(at.page(), "tableButton");
  REQUIRE(at.journal.noted.wishes.size() == 3);
  CHECK(at.journal.noted.wishes[2].part == ExportPart::Own);
  CHECK(at.journal.noted.wishes[2].reader == Reader::B);
}

TEST_CASE("a conflicted copy is joined, and nobody is told what or whose came in") {
  Keeping at;
  at.journal.noted.copies = {{"/home/alex/us (conflicted copy).footbridge", "Dropbox"}};
  at.flow.show();
  press(at.page(), "mergeCopyButton");
  CHECK(at.journal.noted.merged == std::vector<std::string>{"/home/alex/us (conflicted copy).footbridge"});
  CHECK_FALSE(at.notice().contains(QStringLiteral("12")));
  CHECK_FALSE(at.notice().contains(QStringLiteral("Sam")));
}

TEST_CASE("what went with a joined copy is said, to whoever could read it, and whether it can come back") {
  Keeping at;
  std::vector<std::vector<EntryId>> asked;
  QObject::connect(&at.flow, &gui::KeepingFlow::deletedAsked, &at.window,
                   [&](const std::vector<EntryId>& first) { asked.push_back(first); });
  at.questions.file = QStringLiteral("/home/sam/copy.footbridge");
  const auto join = [&at](std::vector<Removed> removes) {
    at.journal.noted.removes = std::move(removes);
    press(at.page(), "mergeButton");
    return at.notice();
  };
  const auto gone = at.journal.add(VaultId::Ours, PartnerId::B, Note{"dear words"});
  REQUIRE(gone);
  REQUIRE(at.journal.remove(gone->id));
  const QString nothing = join({});
  CHECK_FALSE(nothing.contains(QStringLiteral("gone")));
  SECTION("thrown away") {
    const QString words = join({{gone->id, VaultId::Ours, false}});
    CHECK(words.contains(QStringLiteral("can bring it back")));
    CHECK_FALSE(words.contains(QStringLiteral("Nobody")));
    press(at.page(), "deletedButton");
    CHECK(asked == std::vector<std::vector<EntryId>>{{gone->id}});
  }
  SECTION("for good") {
    const QString words = join({{gone->id, VaultId::Ours, true}});
    CHECK(words.contains(QStringLiteral("Nobody can bring it back")));
    CHECK_FALSE(words.contains(QStringLiteral("not gone yet")));
    CHECK_FALSE(child<QWidget>(at.page(), "deletedButton").isVisible());
  }
  SECTION("in their partner's own part") {
    CHECK(join({{gone->id, VaultId::A, true}, {gone->id, VaultId::A, false}}) == nothing);
  }
}

TEST_CASE("after one conflicted copy the next is offered, and one that has changed since is offered again") {
  Keeping at;
  const QTemporaryDir folder;
  const auto copy = [&folder](const char* name) { return folder.filePath(QString::fromLatin1(name)).toStdString(); };
  const auto write = [](const std::string& path, qint64 hour) {
    QFile file(QString::fromStdString(path));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.setFileTime(QDateTime::fromSecsSinceEpoch(hour * 3600), QFileDevice::FileModificationTime));
  };
  at.journal.noted.copies = {{copy("one"), "Dropbox"}, {copy("two"), "Dropbox"}};
  for (const ConflictedCopy& each : at.journal.noted.copies) write(each.path, 1);
  const auto isOffered = [&at] {
    return at.page().findChild<QWidget*>(QStringLiteral("mergeCopyButton"))->isVisible();
  };
  at.flow.show();
  press(at.page(), "mergeCopyButton");
  press(at.page(), "mergeCopyButton");
  CHECK(at.journal.noted.merged == std::vector<std::string>{copy("one"), copy("two")});
  CHECK_FALSE(isOffered());
  write(copy("one"), 2);
  at.flow.show();
  CHECK(isOffered());
}

TEST_CASE("of what was put aside in the other file it is said whose it is, and that the file is to be kept") {
  Keeping at;
  at.questions.file = QStringLiteral("/home/sam/copy.footbridge");
  press(at.page(), "mergeButton");
  CHECK_FALSE(at.notice().contains(QStringLiteral("put aside")));
  at.journal.noted.staying = {PartnerId::A};
  press(at.page(), "mergeButton");
  CHECK(at.notice().contains(QStringLiteral("Something that Alex put aside stays in that file.")));
  CHECK(at.notice().contains(QStringLiteral("until Alex has brought it back there")));
}

TEST_CASE("a file that is no export is refused in words, and changes nothing") {
  Keeping at;
  at.questions.file = QStringLiteral("/home/sam/recipe.json");
  at.journal.noted.refuses = ErrorKind::BadImport;
  const QSignalSpy came(&at.flow, &gui::KeepingFlow::cameIn);
  press(at.page(), "importButton");
  CHECK_FALSE(at.refusal().isEmpty());
  CHECK(came.isEmpty());
}

TEST_CASE("what an import deleted is said with the way to it, and of no backup more than there is") {
  Keeping at;
  std::vector<std::vector<EntryId>> asked;
  QObject::connect(&at.flow, &gui::KeepingFlow::deletedAsked, &at.window,
                   [&](const std::vector<EntryId>& first) { asked.push_back(first); });
  at.questions.file = QStringLiteral("/home/sam/ours.json");
  press(at.page(), "importButton");
  CHECK(at.notice().contains(QStringLiteral("nothing that was here has gone")));
  CHECK_FALSE(child<QWidget>(at.page(), "deletedButton").isVisible());

  const auto gone = at.journal.add(VaultId::Ours, PartnerId::B, Note{"dear words"});
  REQUIRE(gone);
  REQUIRE(at.journal.remove(gone->id));
  at.journal.noted.removes = {{gone->id, VaultId::Ours, false}};
  at.journal.listed.kept.clear();
  press(at.page(), "importButton");
  CHECK(at.notice().contains(QStringLiteral("can bring it back")));
  CHECK_FALSE(at.notice().contains(QStringLiteral("backup")));
  CHECK(child<QWidget>(at.page(), "deletedButton").isVisible());
  press(at.page(), "deletedButton");
  REQUIRE(asked.size() == 1);
  CHECK(asked.front() == std::vector<EntryId>{gone->id});
  SECTION("what is their partner's leads nowhere") {
    at.here.reader = Reader::A;
    press(at.page(), "importButton");
    CHECK(at.notice().contains(QStringLiteral("can bring it back")));
    CHECK_FALSE(child<QWidget>(at.page(), "deletedButton").isVisible());
  }
  SECTION("the page shown anew does not lead there") {
    at.flow.show();
    CHECK_FALSE(child<QWidget>(at.page(), "deletedButton").isVisible());
  }
}

TEST_CASE("somebody joins a journal of one") {
  Keeping at(std::nullopt);
  at.here.reader = Reader::A;
  at.flow.show();
  child<QLineEdit>(at.page(), "joinNameEdit").setText(QStringLiteral("Sam"));
  press(at.page(), "joinButton");
  CHECK(at.changed == 1);
  CHECK(at.journal.partners().size() == 2);
}

TEST_CASE("one's part goes only after both questions, with the backups that held it") {
  Keeping at;
  press(at.page(), "leaveButton");
  REQUIRE(at.window.currentPage() == gui::PageName::TakeOut);
  press(at.page(), "firstButton");
  CHECK(at.journal.partners().size() == 2);
  press(at.page(), "secondButton");
  CHECK(at.journal.partners().size() == 1);
  CHECK(at.journal.listed.kept.size() == 1);
  CHECK(at.questions.asked == QStringList{QStringLiteral("Your part is out of the journal")});
  CHECK(at.questions.said == QStringList{QStringLiteral("Your words are gone from it, and from its backups here.")});
  CHECK(at.changed == 1);
}

TEST_CASE("a disk that keeps the older backups is told of, with where they lie") {
  Keeping at;
  at.journal.listed.refuses = ErrorKind::DiskFailed;
  press(at.page(), "leaveButton");
  press(at.page(), "firstButton");
  press(at.page(), "secondButton");
  CHECK(at.questions.asked == QStringList{QStringLiteral("Your part is out of the journal")});
  REQUIRE(at.questions.said.size() == 1);
  CHECK(at.questions.said.front().contains(QStringLiteral("did not all go")));
  CHECK(at.questions.said.front().contains(QStringLiteral("They lie in /home/alex/backups")));
  CHECK(at.changed == 1);
}

TEST_CASE("backups of another copy that may be one's own are told of, with where they lie") {
  Keeping at;
  at.journal.left = 2;
  press(at.page(), "leaveButton");
  press(at.page(), "firstButton");
  press(at.page(), "secondButton");
  CHECK(at.questions.asked == QStringList{QStringLiteral("Your part is out of the journal")});
  REQUIRE(at.questions.said.size() == 1);
  CHECK(at.questions.said.front().contains(QStringLiteral("They lie in /home/alex. If they are yours")));
  CHECK(at.changed == 1);
}
