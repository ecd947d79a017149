// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/settings_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "catch.h"
#include "gui/example_content.h"
#include "reader_hand.h"

namespace footbridge::gui {
namespace {

struct OpenSettingsPage {
  OpenSettingsPage() {
    page.showSettings(example::settings());
    page.show();
    QObject::connect(&page, &SettingsPage::partnerChanged, &page,
                     [this](const Partner& one) { partners.push_back(one); });
    QObject::connect(&page, &SettingsPage::preferencesChanged, &page,
                     [this](const Preferences& one) { preferences.push_back(one); });
    QObject::connect(&page, &SettingsPage::protectAsked, &page, [this](PartnerId one) { asked.push_back(one); });
  }
  template <typename Widget = QPushButton>
  [[nodiscard]] Widget* find(const char* name) const {
    auto* found = page.findChild<Widget*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return found;
  }
  SettingsPage page;
  std::vector<Partner> partners;
  std::vector<Preferences> preferences;
  std::vector<PartnerId> asked;
};

}  // namespace

TEST_CASE("a new name is told once, a bad one never", "[settings]") {
  OpenSettingsPage it;
  auto* edit = it.find<QLineEdit>("secondNameEdit");
  edit->setText(QStringLiteral("Samira"));
  QTest::keyClick(edit, Qt::Key_Return);
  QTest::keyClick(edit, Qt::Key_Return);
  REQUIRE(it.partners.size() == 1);
  CHECK(it.partners[0].name.text() == "Samira");
  CHECK(it.partners[0].id == PartnerId::B);
  edit->setText(QString());
  QTest::keyClick(edit, Qt::Key_Return);
  CHECK(it.partners.size() == 1);
  CHECK(it.find<QLabel>("secondProblemLabel")->isVisible());
  CHECK(it.find<QLabel>("secondProblemLabel")->text() == QStringLiteral("A name is missing. Any short one will do."));
}

TEST_CASE("beside one person alone there is room for who joins", "[settings]") {
  OpenSettingsPage it;
  CHECK_FALSE(it.find<QWidget>("joinCard")->isVisible());
  SettingsContent content = example::settings();
  content.people.pop_back();
  content.mayJoin = true;
  it.page.showSettings(content);
  CHECK(it.find<QWidget>("joinCard")->isVisible());
  QSignalSpy asked(&it.page, &SettingsPage::joinAsked);
  it.find("joinButton")->click();
  CHECK(asked.count() == 1);
}

TEST_CASE("where the journal lies can be forgotten, from right after what else is done with it", "[settings]") {
  OpenSettingsPage it;
  SettingsContent content = example::settings();
  content.mayForget = true;
  it.page.showSettings(content);
  auto* button = it.find("forgetButton");
  CHECK(button->isVisible());
  CHECK(button->accessibleName() == QStringLiteral("Forget where your journal is"));
  CHECK(it.find("journalButton")->nextInFocusChain() == button);
  QSignalSpy asked(&it.page, &SettingsPage::forgetAsked);
  button->click();
  CHECK(asked.count() == 1);
  content.mayForget = false;
  it.page.showSettings(content);
  CHECK_FALSE(button->isVisible());
}

TEST_CASE("two partners never have one colour", "[settings]") {
  OpenSettingsPage it;
  CHECK_FALSE(it.find("firstColours_lagoon")->isEnabled());
  it.find("secondColours_moss")->click();
  REQUIRE(it.partners.size() == 1);
  CHECK(it.partners[0].colour == PartnerColour::Moss);
  CHECK(it.find("firstColours_lagoon")->isEnabled());
  CHECK_FALSE(it.find("firstColours_moss")->isEnabled());
  it.find("secondColours_moss")->click();  // it stays chosen, and nothing more is told
  CHECK(it.find("secondColours_moss")->isChecked());
  CHECK(it.partners.size() == 1);
}

TEST_CASE("each preference is told with all the others as they were", "[settings]") {
  OpenSettingsPage it;
  it.find("themeRow_dark")->click();
  it.find("textRow_150")->click();
  it.find<QCheckBox>("motionCheck")->click();
  auto* idle = it.find<QComboBox>("idleCombo");
  idle->setCurrentIndex(idle->findData(Preferences::kNeverLock));
  Q_EMIT idle->activated(idle->currentIndex());
  REQUIRE(it.preferences.size() == 4);
  const Preferences& last = it.preferences.back();
  CHECK(last.appearance.theme == ThemeChoice::Dark);
  CHECK(last.appearance.textPercent == 150);
  CHECK_FALSE(last.appearance.motion);
  CHECK(last.idleLockMinutes == Preferences::kNeverLock);
}

TEST_CASE("what a screen reader chooses is told too", "[settings]") {
  OpenSettingsPage it;
  probe::pressAsReader(*it.find("themeRow_dark"));
  probe::pressAsReader(*it.find("textRow_200"));
  REQUIRE(it.preferences.size() == 2);
  CHECK(it.preferences.back().appearance.theme == ThemeChoice::Dark);
  CHECK(it.preferences.back().appearance.textPercent == 200);
  probe::pressAsReader(*it.find("secondColours_moss"));
  REQUIRE(it.partners.size() == 1);
  CHECK(it.partners[0].colour == PartnerColour::Moss);
}

TEST_CASE("a passphrase is asked for by its owner's own button", "[settings]") {
  OpenSettingsPage it;
  it.find("secondProtectButton")->click();
  it.find("firstProtectButton")->click();
  CHECK(it.asked == std::vector{PartnerId::B, PartnerId::A});
}

TEST_CASE("nobody changes what is locked", "[settings]") {
  OpenSettingsPage it;
  SettingsContent content = example::settings();
  content.people[1].mayChange = false;
  it.page.showSettings(content);
  CHECK_FALSE(it.find<QLineEdit>("secondNameEdit")->isEnabled());
  CHECK_FALSE(it.find("secondColours_moss")->isEnabled());
  CHECK(it.find<QLineEdit>("firstNameEdit")->isEnabled());
}

TEST_CASE("of whoever is away the colour that is theirs is the one that is shown", "[settings]") {
  OpenSettingsPage it;
  SettingsContent content = example::settings();
  content.people[1].mayChange = false;
  it.page.showSettings(content);
  const auto shown = [&it](const char* row) {
    QStringList names;
    for (const QPushButton* chip : it.find<QWidget>(row)->findChildren<QPushButton*>())
      if (chip->isVisible()) names << chip->text();
    return names;
  };
  CHECK(shown("secondColours") == QStringList{QStringLiteral("Lagoon")});
  CHECK(it.find("secondColours_lagoon")->isChecked());
  CHECK(shown("firstColours").size() == 6);
  content.people[1].mayChange = true;
  it.page.showSettings(content);
  CHECK(shown("secondColours").size() == 6);
}

TEST_CASE("a journal of one shows one person", "[settings]") {
  OpenSettingsPage it;
  SettingsContent content = example::settings();
  content.people.pop_back();
  it.page.showSettings(content);
  CHECK_FALSE(it.find<QWidget>("secondCard")->isVisible());
  CHECK(it.find("firstColours_lagoon")->isEnabled());
}

TEST_CASE("how it hides and locks is said as it is", "[settings]") {
  OpenSettingsPage it;
  SettingsContent content = example::settings();
  const auto words = [&] {
    it.page.showSettings(content);
    return it.find<QLabel>("idleNote")->text();
  };
  content.people[0].isProtected = true;
  content.people[1].isProtected = false;
  CHECK(words().contains(QStringLiteral("lock screen")));
  content.people[0].isProtected = false;
  CHECK_FALSE(words().contains(QStringLiteral("lock screen")));
  CHECK(words().contains(QStringLiteral("Ctrl+L asks who is here")));
  content.people.pop_back();
  CHECK_FALSE(words().contains(QStringLiteral("Ctrl+L")));
}

TEST_CASE("why a partner’s part cannot be changed just now is said", "[settings]") {
  OpenSettingsPage it;
  SettingsContent content = example::settings();
  content.people[1].isProtected = true;
  it.page.showSettings(content);
  CHECK_FALSE(it.find<QLabel>("secondProtectLabel")->text().contains(QStringLiteral("can change this")));
  content.people[1].mayChange = false;
  it.page.showSettings(content);
  const QString name = QString::fromStdString(content.people[1].partner.name.text());
  CHECK(it.find<QLabel>("secondProtectLabel")
            ->text()
            .endsWith(QStringLiteral("%1 can change this once %1 is here.").arg(name)));
}

}  // namespace footbridge::gui
