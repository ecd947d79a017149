// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/story_flow.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

#include "at_laptop.h"
#include "gui/dialogs/protect_dialog.h"
#include "gui/pages/entry_page.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::probe;

namespace {

/// Alex alone at the laptop, with a journal in memory.
struct Reading : AtLaptop<> {
  gui::ExerciseShelf shelf{catalog};
  gui::StoryFlow flow{around, shelf};
  int forGood = 0;

  explicit Reading(std::optional<Partner> b = sample::sam()) : AtLaptop(Reader::A, std::move(b)) {
    journal.doors[0] = DoorState::Unlocked;
    catalog.all = {sample::supportExercise()};
    catalog.look = sample::weeklyLook();
    QObject::connect(&flow, &gui::StoryFlow::deletedForGood, &window, [this] { ++forGood; });
    window.resize(1280, 800);
    window.show();
  }
  Entry add(VaultId vault, const char* text) {
    auto added = journal.add(vault, PartnerId::A, Note{text});
    REQUIRE(added);
    return *added;
  }
  /// The first card of the list, opened.
  void openFirst() {
    flow.showStory();
    auto& list = child<QListView>(window, "storyList");
    list.setCurrentIndex(list.model()->index(0, 0));
    QTest::keyClick(&list, Qt::Key_Return);
    REQUIRE(window.currentPage() == gui::PageName::Entry);
  }
  QWidget& page() { return *window.page(window.currentPage()); }
  QString words() { return child<QPlainTextEdit>(page(), "noteEdit").toPlainText(); }
  QStringList ours() {
    QStringList texts;
    for (const Entry& entry : journal.entries(Reader::B)) {
      if (const auto* note = std::get_if<Note>(&entry.body)) texts << QString::fromStdString(note->text);
    }
    return texts;
  }
};

}  // namespace

TEST_CASE("whoever asks for a line can type it at once") {
  Reading at;
  at.flow.showStory();
  at.flow.showNote(PartnerId::A, gui::NoteFor::JustMe);
  CHECK(at.window.focusWidget() == &child<QPlainTextEdit>(at.page(), "noteEdit"));
}

TEST_CASE("a private note is opened line by line, and stays what it was") {
  Reading at;
  const Entry note = at.add(VaultId::A, "Of the cafés.\nOf the bill.\nOf the sea.");
  at.openFirst();
  press(at.page(), "openLinesButton");
  REQUIRE(at.window.currentPage() == gui::PageName::OpenLines);
  press(at.page(), "line1");
  press(at.page(), "line3");
  press(at.page(), "openButton");
  CHECK(at.window.currentPage() == gui::PageName::Entry);
  CHECK(child<QLabel>(at.page(), "noticeLabel").text().contains(QStringLiteral("Sam")));
  QStringList opened = at.ours();
  opened.sort();
  CHECK(opened == QStringList{QStringLiteral("Of the cafés."), QStringLiteral("Of the sea.")});
  CHECK(at.journal.find(note.id, Reader::A)->body == note.body);
  for (const Entry& entry : at.journal.entries(Reader::B)) CHECK(entry.author == PartnerId::A);
}

TEST_CASE("what the disk refuses is not opened, and the ticks stay") {
  Reading at;
  at.add(VaultId::A, "Of the cafés.\nOf the bill.");
  at.openFirst();
  press(at.page(), "openLinesButton");
  press(at.page(), "line2");
  at.journal.refuses = ErrorKind::DiskFull;
  press(at.page(), "openButton");
  CHECK(at.window.currentPage() == gui::PageName::OpenLines);
  CHECK(child<QPushButton>(at.page(), "line2").isChecked());
  CHECK(at.ours().isEmpty());
}

TEST_CASE("a note of a journal of one has nobody to be opened to") {
  for (const bool isAlone : {false, true}) {
    Reading at(isAlone ? std::nullopt : std::optional(sample::sam()));
    at.add(VaultId::A, "Of the sea.");
    at.openFirst();
    CHECK(child<QPushButton>(at.page(), "openLinesButton").isVisible() == !isAlone);
  }
}

TEST_CASE("deleting for good goes back to the story, without it") {
  Reading at;
  at.add(VaultId::A, "Of the cafés.");
  at.openFirst();
  press(at.page(), "removeButton");
  press(at.page(), "forGoodButton");
  press(at.page(), "forGoodButton");
  CHECK(at.window.currentPage() == gui::PageName::Story);
  CHECK(at.journal.entries(Reader::A).empty());
  CHECK(at.forGood == 1);
}

TEST_CASE("earlier words of a note stand again as its newest") {
  Reading at;
  const Entry note = at.add(VaultId::A, "first words");
  REQUIRE(at.journal.revise(note.id, Note{"second words"}));
  at.openFirst();
  press(at.page(), "versionsButton");
  press(at.page(), "version0");
  CHECK(std::get<Note>(at.journal.find(note.id, Reader::A)->body).text == "first words");
  CHECK(child<QLabel>(at.page(), "wordsLabel").text() == QStringLiteral("first words"));
}

TEST_CASE("a half-written line is its writer's alone, also where it is meant for both") {
  Reading at;
  at.journal.doors = {DoorState::Unlocked, DoorState::Unlocked};
  at.flow.showNote(PartnerId::A, gui::NoteFor::Both);
  auto& edit = child<QWidget>(at.page(), "noteEdit");
  QTest::keyClicks(&edit, QStringLiteral("Half a li"));
  REQUIRE(at.flow.putAway());
  CHECK(at.flow.hasHalfWritten(PartnerId::A));
  CHECK_FALSE(at.flow.hasHalfWritten(PartnerId::B));
  at.here.reader = Reader::B;
  at.flow.showNote(PartnerId::B, gui::NoteFor::Both);
  CHECK_FALSE(anywhere(at.page(), QStringLiteral("Half a li")));
  at.flow.showNote(PartnerId::A, gui::NoteFor::Both);
  CHECK(anywhere(at.page(), QStringLiteral("Half a li")));
}

TEST_CASE("words for one pair of eyes never come to lie at the place of the other") {
  Reading at;
  at.flow.showNote(PartnerId::A, gui::NoteFor::JustMe);
  auto& edit = child<QPlainTextEdit>(at.page(), "noteEdit");
  QTest::keyClicks(&edit, QStringLiteral("only mine"));
  press(at.page(), "bothChip");
  QTest::keyClicks(&edit, QStringLiteral("ours"));
  press(at.page(), "justMeChip");
  QTest::keyClicks(&edit, QStringLiteral(" and more"));
  REQUIRE(at.flow.putAway());
  CHECK(at.journal.findDraft(VaultId::A, "note/mine") == "only mine and more");
  CHECK(at.journal.findDraft(VaultId::A, "note/ours") == "ours");
}

TEST_CASE("what the disk refuses stays on its page, each for its own eyes, and goes along when the window locks") {
  Reading at;
  at.flow.showNote(PartnerId::A, gui::NoteFor::JustMe);
  auto& edit = child<QPlainTextEdit>(at.page(), "noteEdit");
  QTest::keyClicks(&edit, QStringLiteral("only mine"));
  press(at.page(), "bothChip");
  at.journal.refuses = ErrorKind::DiskFull;
  QTest::keyClicks(&edit, QStringLiteral("ours"));
  CHECK_FALSE(at.flow.putAway());
  CHECK(at.words() == QStringLiteral("ours"));
  CHECK(at.flow.sealedDrafts().size() == 2);
  at.window.showPage(gui::PageName::Story);
  at.flow.showNote(PartnerId::A, gui::NoteFor::JustMe);  // the page with the words comes back, and says why
  CHECK(at.window.currentPage() == gui::PageName::Note);
  CHECK(at.words() == QStringLiteral("ours"));
  CHECK_FALSE(child<QLabel>(at.page(), "refusalLabel").isHidden());
}

TEST_CASE("whoever comes back to a page whose words were thrown away is led to the story") {
  Reading at;
  at.add(VaultId::A, "of the cafés");
  at.openFirst();
  press(at.page(), "removeButton");
  at.window.showPage(gui::PageName::Note);  // any other page
  at.window.showPage(gui::PageName::Entry);
  CHECK_FALSE(child<QPushButton>(at.page(), "undoButton").isVisible());
  CHECK_FALSE(anywhere(at.page(), QStringLiteral("cafés")));
  QCoreApplication::processEvents();
  CHECK(at.window.currentPage() == gui::PageName::Story);
  CHECK(at.journal.entries(Reader::A).empty());
}

TEST_CASE("a line for both that is taken back leaves no version behind") {
  Reading at;
  const Entry line = at.add(VaultId::Ours, "opened once");
  at.openFirst();
  press(at.page(), "removeButton");
  REQUIRE(at.flow.putAway());
  CHECK(at.forGood == 1);
  CHECK_FALSE(at.journal.restore(line.id));
}

TEST_CASE("a change of a note that was left half-written stays with that note, beside a new line") {
  Reading at;
  const Entry note = at.add(VaultId::A, "first words");
  at.flow.showNote(PartnerId::A, gui::NoteFor::JustMe);
  QTest::keyClicks(&child<QWidget>(at.page(), "noteEdit"), QStringLiteral("a new line"));
  at.openFirst();
  press(at.page(), "editButton");
  QTest::keyClicks(&child<QWidget>(at.page(), "noteEdit"), QStringLiteral(", and more"));
  REQUIRE(at.flow.putAway());
  CHECK(at.journal.drafts.size() == 2);
  CHECK_FALSE(at.flow.writesOnAtChange(PartnerId::A));

  at.flow.writeOn(PartnerId::A);
  CHECK(at.words() == QStringLiteral("a new line"));
  press(at.page(), "keepButton");
  CHECK(at.flow.hasHalfWritten(PartnerId::A));
  CHECK(at.flow.writesOnAtChange(PartnerId::A));
  at.flow.writeOn(PartnerId::A);
  CHECK(at.words() == QStringLiteral("first words, and more"));
  press(at.page(), "keepButton");
  CHECK(std::get<Note>(at.journal.find(note.id, Reader::A)->body).text == "first words, and more");
  CHECK(at.journal.entries(Reader::A).size() == 2);
  CHECK(at.journal.drafts.empty());
  CHECK_FALSE(at.flow.hasHalfWritten(PartnerId::A));
}

TEST_CASE("words of a note that were deleted stay deleted when its page is left, until it is left as it was") {
  Reading at;
  const Entry note = at.add(VaultId::A, "words that I regret");
  at.openFirst();
  press(at.page(), "editButton");
  child<QPlainTextEdit>(at.page(), "noteEdit").clear();
  SECTION("the page was left") {
    press(at.page(), "backButton");
  }
  SECTION("a lock") {
    REQUIRE(at.flow.putAway());
  }
  SECTION("a lock on a full disk") {
    at.journal.refuses = ErrorKind::DiskFull;
    REQUIRE_FALSE(at.flow.putAway());
    const auto sealed = at.flow.sealedDrafts();
    REQUIRE(sealed.size() == 1);
    at.flow.forget();
    at.journal.refuses.reset();
    REQUIRE(at.journal.takeDraft(sealed.front()));
  }
  CHECK(at.flow.hasHalfWritten(PartnerId::A));
  at.flow.writeOn(PartnerId::A);
  CHECK(at.words().isEmpty());
  press(at.page(), "throwButton");
  press(at.page(), "backButton");
  CHECK(at.journal.drafts.empty());
  CHECK(std::get<Note>(at.journal.find(note.id, Reader::A)->body).text == "words that I regret");
}

TEST_CASE("a new line that was emptied is no half-written one, though the disk could not let it go") {
  Reading at;
  at.flow.showNote(PartnerId::A, gui::NoteFor::JustMe);
  QTest::keyClicks(&child<QWidget>(at.page(), "noteEdit"), QStringLiteral("a line"));
  child<QPlainTextEdit>(at.page(), "noteEdit").clear();
  at.journal.refuses = ErrorKind::DiskFull;
  const auto sealed = at.flow.sealedDrafts();
  REQUIRE(sealed.size() == 1);
  at.flow.forget();
  at.journal.refuses.reset();
  REQUIRE(at.journal.takeDraft(sealed.front()));
  CHECK_FALSE(at.flow.hasHalfWritten(PartnerId::A));
}

TEST_CASE("what is kept just for oneself never takes the place of what is for both, nor the other way round") {
  Reading at;
  const bool bothFirst = GENERATE(true, false);
  const auto keep = [&at](bool forBoth) {
    press(at.page(), forBoth ? "bothChip" : "justMeChip");
    QTest::keyClicks(&child<QWidget>(at.page(), "noteEdit"), forBoth ? QStringLiteral("ours") : QStringLiteral("mine"));
    press(at.page(), "keepButton");
  };
  at.flow.showNote(PartnerId::A, gui::NoteFor::JustMe);
  keep(bothFirst);
  keep(!bothFirst);
  CHECK(at.ours() == QStringList{QStringLiteral("ours")});
  REQUIRE(at.journal.entries(Reader::A).size() == 2);
  for (const Entry& entry : at.journal.entries(Reader::A))
    CHECK(std::get<Note>(entry.body).text == (entry.vault == VaultId::Ours ? "ours" : "mine"));
}

TEST_CASE("a line that one wrote for both is nobody else's to change or take back, once anybody has a passphrase") {
  Reading at;
  const Entry line = at.add(VaultId::Ours, "first words");
  REQUIRE(at.journal.revise(line.id, Note{"of Alex"}));
  at.journal.doors[0] = DoorState::Locked;
  at.here.reader = GENERATE(Reader::OursAlone, Reader::B);
  at.openFirst();
  CHECK(child<QLabel>(at.page(), "whoTag").text().contains(QStringLiteral("Alex")));
  for (const char* name : {"editButton", "removeButton", "versionsButton"})
    CHECK_FALSE(child<QWidget>(at.page(), name).isVisible());
}

TEST_CASE("a line that has no writer is changed by whoever is here, its earlier words with it") {
  Reading at;
  const Entry line = *at.journal.add(VaultId::Ours, std::nullopt, Note{"first words"});
  REQUIRE(at.journal.revise(line.id, Note{"second words"}));
  at.here.reader = GENERATE(Reader::A, Reader::B);
  at.openFirst();
  press(at.page(), "versionsButton");
  press(at.page(), "version0");
  press(at.page(), "editButton");
  REQUIRE(at.window.currentPage() == gui::PageName::Note);
  QTest::keyClicks(&child<QWidget>(at.page(), "noteEdit"), QStringLiteral(", and more"));
  press(at.page(), "keepButton");
  CHECK(std::get<Note>(at.journal.find(line.id, Reader::A)->body).text == "first words, and more");
}

TEST_CASE("a change that was begun beside a line of both is still its writer's, and nobody else's") {
  Reading at;
  const Entry line = at.add(VaultId::Ours, "for both");
  const std::string place = "note/" + std::to_string(line.id.number());
  REQUIRE(at.journal.putDraft(VaultId::Ours, place, "for both, and more"));
  CHECK_FALSE(at.flow.hasHalfWritten(PartnerId::B));
  at.flow.writeOn(PartnerId::A);
  CHECK(at.words() == QStringLiteral("for both, and more"));
  press(at.page(), "keepButton");
  CHECK(at.journal.drafts.empty());
  CHECK(std::get<Note>(at.journal.find(line.id, Reader::A)->body).text == "for both, and more");
}

TEST_CASE("what was thrown away is gone when the window locks, as when its page is left") {
  Reading at;
  at.add(VaultId::A, "thrown away");
  at.openFirst();
  press(at.page(), "removeButton");
  REQUIRE(at.flow.putAway());
  CHECK(at.journal.entries(Reader::A).empty());
}

TEST_CASE("the story that one goes back to does not show what was thrown away") {
  Reading at;
  at.add(GENERATE(VaultId::A, VaultId::Ours), "thrown away");
  at.openFirst();
  press(at.page(), "removeButton");
  press(at.page(), "backButton");
  REQUIRE(at.window.currentPage() == gui::PageName::Story);
  CHECK(child<QListView>(at.window, "storyList").model()->rowCount() == 0);
  CHECK(at.journal.entries(Reader::A).empty());
}

TEST_CASE("what the journal does not let go keeps its page, which says so") {
  Reading at;
  at.add(GENERATE(VaultId::A, VaultId::Ours), "a line to regret");
  at.openFirst();
  press(at.page(), "removeButton");
  at.journal.refuses = ErrorKind::DiskFull;
  press(at.page(), "backButton");
  CHECK(at.window.currentPage() == gui::PageName::Entry);
  CHECK(child<QLabel>(at.page(), "refusalLabel").isVisible());
  CHECK(at.page().focusWidget() == &child<QPushButton>(at.page(), "undoButton"));
  at.window.showPage(gui::PageName::Story);
  CHECK_FALSE(at.flow.settleThrown());
  CHECK(at.window.currentPage() == gui::PageName::Entry);
  CHECK(child<QPushButton>(at.page(), "undoButton").isVisible());
  CHECK(at.journal.entries(Reader::A).size() == 1);
  CHECK(at.forGood == 0);
  CHECK(at.flow.putAway());  // for a lock that nobody is here to see
  at.journal.refuses.reset();
  press(at.page(), "backButton");
  CHECK(at.window.currentPage() == gui::PageName::Story);
  CHECK(at.journal.entries(Reader::A).empty());
}

TEST_CASE("a half-written line that was thrown away is gone, however its page is left") {
  Reading at;
  at.flow.showNote(PartnerId::A, gui::NoteFor::JustMe);
  QTest::keyClicks(&child<QWidget>(at.page(), "noteEdit"), QStringLiteral("half a line"));
  if (GENERATE(true, false)) REQUIRE(at.journal.putDraft(VaultId::A, "note/mine", "half a line"));  // in time
  press(at.page(), "throwButton");
  SECTION("the window locks, or closes") {
    REQUIRE(at.flow.putAway());
  }
  SECTION("another page") {
    at.window.showPage(gui::PageName::Story);
  }
  SECTION("back") {
    press(at.page(), "backButton");
    CHECK(at.window.currentPage() == gui::PageName::Story);
  }
  SECTION("another line") {
    at.flow.showNote(PartnerId::A, gui::NoteFor::Both);
  }
  CHECK(at.journal.drafts.empty());
  CHECK(at.flow.sealedDrafts().empty());
  CHECK_FALSE(at.flow.hasHalfWritten(PartnerId::A));
  CHECK_FALSE(anywhere(*at.window.page(gui::PageName::Note), QStringLiteral("half a line")));
}

TEST_CASE("a half-written line that the journal does not let go keeps its page, and can be written on") {
  Reading at;
  REQUIRE(at.journal.putDraft(VaultId::A, "note/mine", "half a line"));
  at.flow.writeOn(PartnerId::A);
  press(at.page(), "throwButton");
  at.journal.refuses = ErrorKind::DiskFull;
  press(at.page(), "backButton");
  CHECK(at.window.currentPage() == gui::PageName::Note);
  CHECK(child<QLabel>(at.page(), "refusalLabel").isVisible());
  at.journal.refuses.reset();
  press(at.page(), "undoButton");
  QTest::keyClicks(&child<QWidget>(at.page(), "noteEdit"), QStringLiteral(", and more"));
  REQUIRE(at.flow.putAway());
  CHECK(at.journal.findDraft(VaultId::A, "note/mine") == "half a line, and more");
}

TEST_CASE("what was thrown away is found again from the story, and brought back") {
  Reading at;
  at.add(VaultId::A, "of the cafés");
  at.openFirst();
  press(at.page(), "removeButton");
  CHECK(child<QLabel>(at.page(), "thrownLabel").text().contains(QStringLiteral("until you delete it for good")));
  press(at.page(), "backButton");
  press(at.page(), "deletedButton");
  REQUIRE(at.window.currentPage() == gui::PageName::Deleted);
  CHECK_FALSE(anywhere(at.page(), QStringLiteral("cafés")));
  press(at.page(), "bringBack1");
  CHECK(child<QLabel>(at.page(), "noticeLabel").text() == QStringLiteral("It is back in Our story."));
  CHECK(at.page().findChild<QWidget*>(QStringLiteral("bringBack1")) == nullptr);
  press(at.page(), "backButton");
  CHECK(at.window.currentPage() == gui::PageName::Story);
  CHECK(child<QListView>(at.window, "storyList").model()->rowCount() == 1);
  CHECK_FALSE(child<QWidget>(at.page(), "deletedButton").isVisible());
}

TEST_CASE("what was thrown away can still be deleted for good, and the backups from before are offered") {
  Reading at;
  const Entry note = at.add(VaultId::A, "of the cafés");
  REQUIRE(at.journal.remove(note.id));
  at.flow.showDeleted();
  press(at.page(), "forGood1");
  at.journal.refuses = ErrorKind::DiskFull;
  press(at.page(), "forGood1");
  CHECK(child<QLabel>(at.page(), "refusalLabel").isVisible());
  CHECK(at.forGood == 0);
  at.journal.refuses.reset();
  press(at.page(), "forGood1");
  CHECK(at.forGood == 1);
  CHECK_FALSE(at.journal.anyDeleted(Reader::A));
  CHECK(child<QLabel>(at.page(), "noticeLabel").text() == QStringLiteral("It is gone for good."));
  CHECK_FALSE(at.journal.restore(note.id));
}

TEST_CASE("a private line comes back behind a passphrase alone, which is offered where there is none") {
  Reading at;
  const Entry note = at.add(VaultId::A, "of the cafés");
  REQUIRE(at.journal.remove(note.id));
  at.journal.doors[0] = DoorState::Open;
  at.flow.showDeleted();
  at.journal.refuses = ErrorKind::NotProtected;
  press(at.page(), "bringBack1");
  CHECK(child<QLabel>(at.page(), "refusalLabel").isVisible());
  auto* dialog = at.window.findChild<gui::ProtectDialog*>();
  REQUIRE(dialog != nullptr);
  dialog->reject();
  CHECK(at.journal.anyDeleted(Reader::A));
}

TEST_CASE("of what was deleted each is called what it was, and what an import deleted comes first") {
  Reading at;
  const auto viewing = at.journal.add(VaultId::Ours, PartnerId::B, Viewing{"The lighthouse film", {}, {}, {}, {}});
  const auto agreement = at.journal.add(
      VaultId::Ours, std::nullopt, Agreement{"tea on Saturday", AgreementWho::Both, {}, {}, AgreementState::Open, {}});
  REQUIRE(viewing);
  REQUIRE(agreement);
  const Entry line = at.add(VaultId::Ours, "for both");
  for (const EntryId id : {viewing->id, agreement->id, line.id}) REQUIRE(at.journal.remove(id));
  at.here.reader = Reader::OursAlone;
  at.flow.showDeleted({viewing->id});
  CHECK(anywhere(at.page(), QStringLiteral("Something to watch together")));
  CHECK(anywhere(at.page(), QStringLiteral("tea on Saturday")));
  CHECK_FALSE(anywhere(at.page(), QStringLiteral("for both")));  // for the one who wrote it
  press(at.page(), "bringBack1");
  CHECK(at.journal.find(viewing->id, Reader::OursAlone));
  CHECK(child<QLabel>(at.page(), "noticeLabel").text() == QStringLiteral("It is back under Watch together."));
  at.flow.forget();
  CHECK_FALSE(anywhere(at.page(), QStringLiteral("tea on Saturday")));
}

TEST_CASE("a half-written change goes with its note, also when that can be brought back") {
  Reading at;
  at.add(VaultId::A, "first words");
  at.openFirst();
  press(at.page(), "editButton");
  QTest::keyClicks(&child<QWidget>(at.page(), "noteEdit"), QStringLiteral(", and more"));
  REQUIRE(at.flow.putAway());
  REQUIRE(at.journal.drafts.size() == 1);
  at.openFirst();
  press(at.page(), "removeButton");
  press(at.page(), "backButton");
  CHECK(at.journal.drafts.empty());
}

TEST_CASE("a half-written change goes with its note when that is deleted for good") {
  Reading at;
  const Entry note = at.add(VaultId::A, "first words");
  at.openFirst();
  press(at.page(), "editButton");
  QTest::keyClicks(&child<QWidget>(at.page(), "noteEdit"), QStringLiteral(", and more"));
  REQUIRE(at.flow.putAway());
  REQUIRE(at.journal.drafts.size() == 1);
  at.openFirst();
  Q_EMIT dynamic_cast<gui::EntryPage&>(at.page()).removeForGoodAsked(note.id);
  CHECK(at.journal.drafts.empty());
}

TEST_CASE("two half-written lines that a merge left side by side are shown and kept as one") {
  Reading at;
  REQUIRE(at.journal.putDraft(VaultId::A, "note/mine", "from this laptop"));
  at.journal.draftsBeside[{VaultId::A, "note/mine"}] = "from the other";
  at.flow.writeOn(PartnerId::A);
  CHECK(at.words() == QStringLiteral("from this laptop\n\nfrom the other"));
  press(at.page(), "keepButton");
  CHECK(at.journal.drafts.empty());
  CHECK(at.journal.draftsBeside.empty());
}

TEST_CASE("words of somebody who has gone are kept nowhere") {
  Reading at;
  at.flow.showNote(PartnerId::A, gui::NoteFor::JustMe);
  QTest::keyClicks(&child<QWidget>(at.page(), "noteEdit"), QStringLiteral("half a line"));
  at.flow.forget();
  REQUIRE(at.flow.putAway());
  CHECK(at.journal.drafts.empty());
  CHECK_FALSE(anywhere(at.page(), QStringLiteral("half a line")));
}

TEST_CASE("a sitting that was left is gone on with from the story, and one that is read only is not") {
  Reading at;
  const Exercise exercise = sample::supportExercise();
  const auto id = at.journal.begin(
      VaultId::Ours, Begun{exercise.id, "", "", SittingMode::Together, PartnerId::A, at.clock.day, {}, {}, false});
  REQUIRE(id);
  REQUIRE(at.journal.append(*id, VaultId::Ours, {Left{}}));
  std::vector<SittingId> asked;
  QObject::connect(&at.flow, &gui::StoryFlow::sittingAsked, &at.window, [&](SittingId one) { asked.push_back(one); });
  at.openFirst();
  REQUIRE(child<QWidget>(at.page(), "goOnButton").isVisible());
  press(at.page(), "goOnButton");
  CHECK(asked == std::vector<SittingId>{*id});
  at.add(VaultId::A, "Of the cafés.");
  at.openFirst();
  CHECK_FALSE(child<QWidget>(at.page(), "goOnButton").isVisible());
}

TEST_CASE("a line opened at a reveal is taken back by its writer, and by nobody else") {
  Reading at;
  QString said = QStringLiteral("Taken back. It is yours alone again.");
  SECTION("whose words a passphrase locks") {
    REQUIRE(at.journal.door(VaultId::A) == DoorState::Unlocked);
  }
  SECTION("whose words nothing locks yet") {
    at.journal.doors[0] = DoorState::Open;
    said = QStringLiteral("Taken back. It is yours again, and not locked yet.");
  }
  const Exercise exercise = sample::supportExercise();
  const auto id = at.journal.begin(
      VaultId::Ours, Begun{exercise.id, "", "", SittingMode::Together, PartnerId::A, at.clock.day, {}, {}, false});
  REQUIRE(id);
  const StepId carried = sample::step("carried");
  REQUIRE(at.journal.append(*id, VaultId::A, {Answered{carried, WrittenAnswer{"of the school"}}}));
  REQUIRE(at.journal.append(*id, VaultId::Ours,
                            {Revealed{sample::step("reveal"),
                                      {{PartnerId::A, {carried, {}}, WrittenAnswer{"of the school"}},
                                       {PartnerId::B, {carried, {}}, WrittenAnswer{"of the contract"}}}}}));
  at.openFirst();
  CHECK(at.page().findChildren<QPushButton*>(QStringLiteral("takeBack-carried")).size() == 1);
  press(at.page(), "takeBack-carried");
  press(at.page(), "takeBack-carried");
  CHECK(at.forGood == 1);
  const auto lanes = at.journal.load(*id);
  REQUIRE(lanes);
  for (const SittingEvent& event : *lanes->joint) {
    const auto* revealed = std::get_if<Revealed>(&event);
    if (revealed == nullptr) continue;
    CHECK(std::holds_alternative<std::monostate>(revealed->lines[0].answer));
    CHECK(revealed->lines[1].answer == Answer(WrittenAnswer{"of the contract"}));
  }
  CHECK(at.page().findChildren<QPushButton*>(QStringLiteral("takeBack-carried")).isEmpty());
  // Its writer reads it still, and whose it is now; the partner reads only that it was taken back.
  CHECK(anywhere(at.page(), QStringLiteral("of the school")));
  CHECK(anywhere(at.page(), said));
  CHECK(anywhere(at.page(), QStringLiteral("Taken back. It is yours again.")));
  at.here.reader = Reader::B;
  at.openFirst();
  CHECK(anywhere(at.page(), QStringLiteral("Taken back.")));
  CHECK_FALSE(anywhere(at.page(), QStringLiteral("of the school")));
}

TEST_CASE("every line of a step is taken back in one, also where it was opened twice") {
  Reading at;
  const Exercise exercise = sample::supportExercise();
  const auto id = at.journal.begin(
      VaultId::Ours, Begun{exercise.id, "", "", SittingMode::Together, PartnerId::A, at.clock.day, {}, {}, false});
  REQUIRE(id);
  const StepId carried = sample::step("carried");
  REQUIRE(at.journal.append(*id, VaultId::A, {Answered{carried, WrittenAnswer{"of the school"}}}));
  const OpenedLine line{PartnerId::A, {carried, {}}, WrittenAnswer{"of the school"}};
  for (int i = 0; i < 2; ++i)
    REQUIRE(at.journal.append(*id, VaultId::Ours, {Revealed{sample::step("reveal"), {line}}}));
  at.openFirst();
  press(at.page(), "takeBack-carried");
  press(at.page(), "takeBack-carried");
  CHECK(at.forGood == 1);
  CHECK(anywhere(at.page(), QStringLiteral("Taken back. It is yours alone again.")));
}

TEST_CASE("each earlier version that is kept is offered, and comes back by one key") {
  Reading at;
  const Entry note = at.add(VaultId::A, "words 0");
  for (int i = 1; i < 10; ++i) REQUIRE(at.journal.revise(note.id, Note{"words " + std::to_string(i)}));
  at.openFirst();
  auto& versions = child<QPushButton>(at.page(), "versionsButton");
  versions.setFocus();
  QTest::keyClick(&versions, Qt::Key_Space);
  CHECK(child<QWidget>(at.page(), "versionsBox").isVisible());
  CHECK(at.page().findChild<QPushButton*>(QStringLiteral("version9")) == nullptr);
  auto& oldest = child<QPushButton>(at.page(), "version8");
  oldest.setFocus();
  QTest::keyClick(&oldest, Qt::Key_Space);
  CHECK(std::get<Note>(at.journal.find(note.id, Reader::A)->body).text == "words 0");
}

TEST_CASE("a sitting in an exercise that is no longer here opens, and what one opened in it can be taken back") {
  Reading at;
  const auto id = at.journal.begin(VaultId::Ours, Begun{*ExerciseId::from("gone-since"),
                                                        "",
                                                        "",
                                                        SittingMode::Together,
                                                        PartnerId::A,
                                                        at.clock.today(),
                                                        {},
                                                        {},
                                                        false});
  REQUIRE(id);
  const OpenedLine line{PartnerId::A, {sample::step("old"), {}}, WrittenAnswer{"the harbour"}};
  REQUIRE(at.journal.append(*id, VaultId::A, {Answered{sample::step("old"), WrittenAnswer{"the harbour"}}}));
  REQUIRE(at.journal.append(*id, VaultId::Ours, {Revealed{sample::step("show"), {line}}}));
  at.openFirst();
  CHECK(anywhere(at.page(), QStringLiteral("An exercise that is no longer here")));
  CHECK(anywhere(at.page(), QStringLiteral("the harbour")));
  CHECK_FALSE(child<QWidget>(at.page(), "leftOffFrame").isVisible());
  press(at.page(), "takeBack-old");
  press(at.page(), "takeBack-old");
  CHECK(
      practice::openedLinesOf(at.journal.sittings(Reader::A).front().lanes, PartnerId::A, sample::step("old")).empty());
}
