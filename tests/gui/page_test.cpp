// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every page that has somebody's own words on it, and for every screen of the player: the Tab key goes
// right round it. The front pages have a file of their own.
#include "gui/pages/page.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <functional>

#include "at_text_size.h"
#include "fakes/fake_vault_door.h"
#include "fakes/sample_exercise.h"
#include "gui/main_window.h"
#include "gui/pages/deleted_page.h"
#include "gui/pages/entry_page.h"
#include "gui/pages/gate_page.h"
#include "gui/pages/journal_page.h"
#include "gui/pages/note_page.h"
#include "gui/pages/open_lines_page.h"
#include "gui/pages/player_page.h"
#include "gui/pages/story_page.h"
#include "gui/pages/take_out_page.h"
#include "gui/pages/trouble_page.h"
#include "gui/pages/unlock_page.h"
#include "gui/pages/weekly_look_page.h"
#include "gui/steps/pause_view.h"
#include "journal_sample.h"
#include "player_screens.h"
#include "privacy_probe.h"
#include "reader_hand.h"
#include "story_sample.h"
#include "tab_ring.h"

using namespace footbridge;
using namespace footbridge::probe;
using gui::PageName;

namespace {

const Partner& alex() {
  static const Partner one = fakes::partner(PartnerId::A, "Alex");
  return one;
}
const Partner& sam() {
  static const Partner one = fakes::partner(PartnerId::B, "Sam");
  return one;
}

struct Own {
  const char* name;
  PageName page;
  std::function<QWidget*()> make;
};

template <typename Page, typename Fill>
std::function<QWidget*()> maker(Fill fill) {
  return [fill] {
    auto* page = new Page;
    fill(*page);
    return page;
  };
}

std::function<QWidget*()> noteFor(gui::NoteFor to, bool isProtected, bool typed) {
  return maker<gui::NotePage>([=](auto& page) {
    page.showSheet({alex(), to, true, isProtected, typed ? QStringLiteral("Of the sea.") : QString(), {}});
  });
}

std::function<QWidget*()> entryOf(const gui::EntryView& view) {
  return maker<gui::EntryPage>([view](auto& page) { page.showEntry(view); });
}

/// Doors outlive the pages that ask at them.
struct Doors {
  fakes::FakeVaultDoor door;
  fakes::FakePartners partners;
};

std::function<QWidget*()> unlockOf(Doors& doors, std::optional<PartnerId> chosen) {
  return [&doors, chosen] {
    auto* page = new gui::UnlockPage(doors.door, doors.partners);
    if (chosen) page->choose(*chosen);
    return page;
  };
}

const Exercise& gated() {
  static const Exercise one = [] {
    Exercise exercise = sample::supportExercise();
    exercise.gate = Gate{"What would {me} look at?",
                         {{"A small thing", GateOutcome::GoOn, "Good, small it is."},
                          {"A big thing", GateOutcome::Aside, "Then ask {partner} plainly."}},
                         {}};
    return exercise;
  }();
  return one;
}

std::vector<Own> ownPages(Doors& doors) {
  using gui::NoteFor;
  return {
      {"names", PageName::Unlock, unlockOf(doors, {})},
      {"a name chosen, with a passphrase", PageName::Unlock, unlockOf(doors, PartnerId::A)},
      {"a name chosen, with none", PageName::Unlock, unlockOf(doors, PartnerId::B)},
      {"a line just for me", PageName::Note, noteFor(NoteFor::JustMe, true, true)},
      {"no passphrase yet", PageName::Note, noteFor(NoteFor::JustMe, false, false)},
      {"a line for both", PageName::Note, noteFor(NoteFor::Both, true, false)},
      {"our story", PageName::Story,
       maker<gui::StoryPage>([](auto& page) { page.showStory(sample::storyCards(), sample::kToday, true); })},
      {"nothing kept yet", PageName::Story, maker<gui::StoryPage>([](auto&) {})},
      {"a part of our story with nothing in it", PageName::Story, maker<gui::StoryPage>([](auto& page) {
         page.showStory({sample::storyCards().front()}, sample::kToday, true);
         page.setAnyDeleted(true);
         press(page, "appreciationsChip");
       })},
      {"a private line", PageName::Entry, entryOf(sample::privateNote())},
      {"an agreement", PageName::Entry, entryOf(sample::agreement())},
      {"a sitting", PageName::Entry, entryOf(sample::sitting())},
      {"deleted", PageName::Deleted,
       maker<gui::DeletedPage>([](auto& page) { page.showDeleted(sample::deletedThings()); })},
      {"deleted, and asked twice", PageName::Deleted, maker<gui::DeletedPage>([](auto& page) {
         page.showDeleted(sample::deletedThings());
         press(page, "read1");
         press(page, "forGood1");
       })},
      {"lines to open", PageName::OpenLines, maker<gui::OpenLinesPage>([](auto& page) {
         page.showLines(alex(), sam(),
                        {QStringLiteral("I counted the cafés we have not been to since the spring. It is not about the "
                                        "coffee. I think I miss being asked where I would like to go."),
                         QStringLiteral("Of the sea.")});
         press(page, "line2");
       })},
      {"journal", PageName::Journal,
       maker<gui::JournalPage>([](auto& page) { page.showJournal(sample::journalContent()); })},
      {"take out", PageName::TakeOut, maker<gui::TakeOutPage>([](auto& page) { page.showPart(alex(), sam(), true); })},
      {"trouble", PageName::Trouble, maker<gui::TroublePage>([](auto& page) {
         page.showTrouble(Error{.kind = ErrorKind::Damaged}, QStringLiteral("/home/alex/us.footbridge"),
                          sample::kToday);
       })},
      {"weekly look", PageName::WeeklyLook, maker<gui::WeeklyLookPage>([](auto& page) {
         page.showCouple(sample::couple());
         page.showNotes(&gated());
       })},
  };
}

/// Every screen of the player that a sitting leads to, and what stands between.
std::vector<Own> playerPages() {
  std::vector<Own> pages;
  static const std::vector<sample::PlayerScreen> screens = sample::playerScreens();
  for (const auto& one : screens) {
    pages.push_back({one.name.c_str(), PageName::Player, maker<gui::PlayerPage>([&one](auto& page) {
                       page.showScreen(one.exercise, one.screen, one.setting);
                     })});
  }
  pages.push_back({"pause", PageName::Player, maker<gui::PlayerPage>([](auto& page) {
                     page.showPause({.couple = sample::couple(), .until = {}});
                   })});
  pages.push_back({"pause until", PageName::Player, maker<gui::PlayerPage>([](auto& page) {
                     page.showPause({.couple = sample::couple(), .until = QStringLiteral("20:40")});
                   })});
  pages.push_back({"leave", PageName::Player, maker<gui::PlayerPage>([](auto& page) { page.showLeave({}); })});
  pages.push_back({"absent", PageName::Player,
                   maker<gui::PlayerPage>([](auto& page) { page.showAbsent(sample::couple(), PartnerId::B, true); })});
  return pages;
}

std::vector<Own> gatePages() {
  const auto page = [](const char* name, auto fill) { return Own{name, PageName::Gate, maker<gui::GatePage>(fill)}; };
  return {
      page("gate", [](auto& gate) { gate.showIntro(gated(), sample::couple(), {}); }),
      page("gate for one of two", [](auto& gate) { gate.showWho(gated(), sample::couple()); }),
      page("curtain of a gate", [](auto& gate) { gate.showCurtain(gated(), sample::couple(), practice::Viewer::A); }),
      page("turn at a gate",
           [](auto& gate) { gate.showTurn(gated(), sample::couple(), PartnerId::A, gui::GateTurnView::Room::Alone); }),
      page("end of a gate", [](auto& gate) { gate.showEnd({}, QStringLiteral("Done")); })};
}

void each(const std::vector<Own>& pages, QSize size, const std::function<void(gui::MainWindow&)>& look) {
  for (const Own& one : pages) {
    INFO(one.name);
    gui::MainWindow window;
    window.addPage(one.page, one.make);
    window.resize(size);
    window.showPage(one.page);
    window.show();
    for (int i = 0; i < 4; ++i) QApplication::processEvents();
    look(window);
  }
}

void checkRings(const std::vector<Own>& pages, QSize size) {
  each(pages, size, [](gui::MainWindow& window) { checkTabRing(window); });
}

/// Of the words that are cut off in their place.
QStringList cutOff(const gui::MainWindow& window) {
  QStringList words;
  for (const QLabel* label : window.findChildren<QLabel*>()) {
    const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->minimumSizeHint().height();
    if (label->isVisible() && !label->text().isEmpty() && label->height() < needed) words << label->text();
  }
  for (const QPushButton* button : window.findChildren<QPushButton*>()) {
    const QSize needed = button->minimumSizeHint();
    const bool isCut = button->height() < needed.height() || button->width() < needed.width();
    if (button->isVisible() && !button->text().isEmpty() && isCut) words << button->text();
  }
  return words;
}

/// A page with something before its first field.
struct WithField : gui::Page {
  QPushButton before{this};
  QPushButton field{this};

  WithField() { beginAt(&field); }
  using Page::beginAt;
};

}  // namespace

TEST_CASE("the Tab key goes right round every page, and back") {
  Doors doors;
  doors.door.lockWith(PartnerId::A, "the counter and the rain");
  const int percent = GENERATE(100, 200);
  const AtTextSize textSize(percent);
  checkRings(ownPages(doors), percent == 100 ? QSize(1280, 800) : QSize(1024, 640));
}

TEST_CASE("no words are cut off on any page, however large the text and small the window") {
  Doors doors;
  doors.door.lockWith(PartnerId::A, "the counter and the rain");
  const int percent = GENERATE(100, 150, 200);
  const AtTextSize textSize(percent);
  CAPTURE(percent);
  each(ownPages(doors), {1024, 640}, [](gui::MainWindow& window) {
    const QStringList cut = cutOff(window);
    INFO(cut.join(QStringLiteral(" | ")).toStdString());
    CHECK(cut.isEmpty());
  });
}

TEST_CASE("the Tab key goes right round every screen of a sitting, and back") {
  const int percent = GENERATE(100, 200);
  const AtTextSize textSize(percent);
  checkRings(playerPages(), percent == 100 ? QSize(1280, 800) : QSize(1024, 640));
}

TEST_CASE("the Tab key goes right round every screen of a gate, and back") {
  checkRings(gatePages(), {1280, 800});
}

TEST_CASE("what shows as chosen on any page is chosen, by a screen reader's hand too") {
  Doors doors;
  doors.door.lockWith(PartnerId::A, "the counter and the rain");
  for (const auto& pages : {ownPages(doors), playerPages(), gatePages()}) {
    int pressed = 0;
    each(pages, {1280, 800}, [&pressed](QWidget& window) { pressed += checkReaderPresses(window); });
    CHECK(pressed > 0);
  }
}

TEST_CASE("a page takes the keyboard at its first field each time it is come to, and not out of sight") {
  gui::MainWindow window;
  WithField* page = nullptr;
  window.addPage(PageName::Note, [&page] { return page = new WithField; });
  window.addPage(PageName::Today, [] { return new QWidget; });
  window.showPage(PageName::Note);
  window.show();
  CHECK(window.focusWidget() == &page->field);
  page->before.setFocus();
  window.showPage(PageName::Today);
  page->beginAt(&page->field);
  CHECK_FALSE(page->isAncestorOf(window.focusWidget()));
  window.showPage(PageName::Note);
  CHECK(window.focusWidget() == &page->field);
  page->field.hide();
  page->takeKeyboard();
  CHECK(window.focusWidget() == page);
}
