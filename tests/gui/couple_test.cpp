// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/couple.h"

#include <QLabel>
#include <QLineEdit>

#include "catch.h"
#include "fakes/sample_exercise.h"
#include "gui/dialogs/copy_passphrase_dialog.h"
#include "gui/look/look.h"
#include "gui/pages/note_page.h"
#include "gui/pages/open_lines_page.h"
#include "gui/pages/settings_page.h"
#include "gui/widgets/card_button.h"
#include "player_view_probe.h"

using namespace footbridge;

namespace {

gui::Couple called(const char* a, const char* b) {
  gui::Couple couple = sample::couple();
  couple.a->name = *PartnerName::from(a);
  couple.b->name = *PartnerName::from(b);
  return couple;
}

/// Which way the first strong letter outside of what is set apart runs, is the way of the whole line.
bool runsFromLeft(const QString& line) {
  return !line.isRightToLeft();
}

}  // namespace

TEST_CASE("A name in letters from right to left turns no sentence round", "[couple]") {
  const gui::Couple couple = called("\u05E0\u05D5\u05E2\u05D4", "Sam");
  const QString name = couple.name(PartnerId::A);
  CHECK(name.contains(QStringLiteral("\u05E0\u05D5\u05E2\u05D4")));
  CHECK(runsFromLeft(QStringLiteral("%1’s turn").arg(name)));
  CHECK(runsFromLeft(couple.said("{me}, what did {partner} do?", PartnerId::A)));
  CHECK(gui::look::initialOf(name) == QStringLiteral("\u05E0"));
  sample::PlayerScreen talk = sample::playerScreen("talk");
  talk.setting.couple = called("Alex", "\u05E0\u05D5\u05E2\u05D4");
  CHECK(runsFromLeft(ViewProbe(talk).find<QLabel>("speakerLabel")->text()));
  // The name itself, as the journal has it, holds no mark of ours.
  CHECK(couple.a->name.text() == "\u05E0\u05D5\u05E2\u05D4");
  CHECK(called("Alex", "Sam").name(PartnerId::A) == QStringLiteral("Alex"));
}

TEST_CASE("What is taken over from the screen into own words holds none of its marks", "[couple]") {
  const gui::Couple couple = called("\u05E0\u05D5\u05E2\u05D4", "Sam");
  sample::PlayerScreen page = sample::playerScreen("write-open");
  page.setting.couple = couple;
  page.screen.body = practice::StepScreen{.step = sample::step("carried"), .answer = {}, .opened = {}};
  for (Step& one : page.exercise.steps) {
    if (one.id == sample::step("carried")) one.starters = {"Then {partner} …"};
  }
  ViewProbe probe(page);
  probe.press("starterButton");
  probe.press("doneButton");
  CHECK(probe.answer<WrittenAnswer>().text.find("\u05E0\u05D5\u05E2\u05D4") != std::string::npos);
  CHECK_FALSE(hasDeceptiveCharacter(probe.answer<WrittenAnswer>().text));
  sample::PlayerScreen step = sample::playerScreen("agree");
  step.setting.couple = couple;
  for (Step& one : step.exercise.steps) {
    if (auto* agree = std::get_if<AgreeStep>(&one.form)) agree->suggestions = {"{me} rings"};
  }
  ViewProbe idea(step);
  idea.find<QWidget>("suggestions")->findChildren<gui::CardButton*>().first()->click();
  idea.press("doneButton");
  CHECK_FALSE(hasDeceptiveCharacter(idea.answer<AgreedAnswer>().agreement->what));
}

TEST_CASE("Of two who bear one name, words as well as a colour say which is meant", "[couple]") {
  sample::PlayerScreen screen = sample::playerScreen("hand-over");
  screen.setting.couple = called("Kim", "Kim");
  screen.screen.body = practice::HandOverScreen{std::nullopt, practice::Viewer::A};
  ViewProbe probe(screen);
  CHECK(probe.find<QLabel>("textLabel")
            ->text()
            .startsWith(QStringLiteral("Kim 1, this part is for you alone. Kim 2, look away")));
  CHECK(probe.find<QPushButton>("readyButton")->text() == QStringLiteral("I’m Kim 1, and I’m ready"));
}

TEST_CASE("Two who bear one name are told apart wherever one of them is named", "[couple]") {
  const gui::Couple two = called("Kim", "Kim");
  const auto textOf = [](const QWidget& place, const char* label) {
    const auto* found = place.findChild<QLabel*>(QString::fromLatin1(label));
    REQUIRE(found != nullptr);
    return found->text();
  };
  SECTION("in the settings, where each name is changed as it is") {
    gui::SettingsPage page;
    gui::SettingsContent content;
    content.people = {{*two.a, true, false}, {*two.b, false, true}};
    page.showSettings(content);
    CHECK(textOf(page, "firstTitle") == QStringLiteral("Kim 1"));
    CHECK(textOf(page, "secondTitle") == QStringLiteral("Kim 2"));
    CHECK(textOf(page, "firstProtectLabel") ==
          QStringLiteral("Kim 1’s own part has a passphrase. Kim 1 can change this once Kim 1 is here."));
    CHECK(textOf(page, "secondProtectLabel") == QStringLiteral("Kim 2’s own part has no passphrase yet."));
    const auto* edit = page.findChild<QLineEdit*>(QStringLiteral("secondNameEdit"));
    CHECK(edit->text() == QStringLiteral("Kim"));
    CHECK(edit->accessibleName() == QStringLiteral("Name of Kim 2"));
  }
  SECTION("before the passphrase of a copy") {
    const gui::CopyPassphraseDialog dialog(
        *two.b, two.a, gui::CopyPassphraseDialog::Why::Join, [](Passphrase) { return Result<void>(); }, nullptr);
    CHECK(textOf(dialog, "titleLabel") == QStringLiteral("Kim 2, the other copy’s passphrase"));
  }
  SECTION("where lines are opened") {
    gui::OpenLinesPage page;
    page.showLines(*two.a, *two.b, {QStringLiteral("a line")});
    CHECK(textOf(page, "titleLabel") == QStringLiteral("What may Kim 2 read?"));
  }
  SECTION("on a line for oneself") {
    gui::NotePage page;
    gui::NotePage::Sheet sheet{*two.b, gui::NoteFor::JustMe, true, true};
    sheet.other = two.a;
    page.showSheet(sheet);
    CHECK(textOf(page, "whoTag").contains(QStringLiteral("Kim 2")));
  }
}
