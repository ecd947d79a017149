// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/pause_view.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>

#include "catch.h"
#include "content/folder_catalog.h"
#include "gui/main_window.h"
#include "gui/pages/player_page.h"

namespace footbridge::gui {
namespace {

Partner partner(PartnerId id, const char* name) {
  return {id, *PartnerName::from(name), PartnerColour::Ember};
}

QString wordsOf(const PauseView& view) {
  QStringList words;
  for (const QLabel* label : view.findChildren<QLabel*>())
    if (!label->isHidden()) words << label->text();
  return words.join(u'\n');
}

}  // namespace

TEST_CASE("A pause of two speaks of both, and of one only of oneself", "[pause]") {
  const Partner alex = partner(PartnerId::A, "Alex");
  for (const QString& until : {QString(), QStringLiteral("20:40")}) {
    const PauseView together({.couple = {alex, partner(PartnerId::B, "Sam")}, .until = until});
    const PauseView alone({.couple = {alex, std::nullopt}, .until = until});
    const QString words = wordsOf(alone);
    INFO(words.toStdString());
    CHECK_FALSE(words.contains(QStringLiteral("both")));
    CHECK_FALSE(words.contains(QStringLiteral("one of you")));
    CHECK_FALSE(words.contains(QStringLiteral("different rooms")));
    CHECK(wordsOf(together).contains(QStringLiteral("different rooms")));
  }
}

TEST_CASE("A slip is taken back by who sits there, before any time is named", "[pause]") {
  const Partner alex = partner(PartnerId::A, "Alex");
  for (const auto& b : {std::optional<Partner>(), std::optional(partner(PartnerId::B, "Sam"))}) {
    PauseView view({.couple = {alex, b}});
    int over = 0;
    QObject::connect(&view, &PauseView::bothReady, &view, [&over] { ++over; });
    for (const char* name : {"readyAButton", "readyBButton"}) {
      auto* button = view.findChild<QPushButton*>(QString::fromLatin1(name));
      if (!b && button->isHidden()) continue;
      CHECK(over == 0);
      REQUIRE(button->isVisibleTo(&view));
      button->click();
    }
    CHECK(over == 1);
  }
}

TEST_CASE("In a small window, too, what takes a slip back is in sight", "[pause]") {
  auto catalog = content::FolderCatalog(FOOTBRIDGE_CONTENT "/en");
  const PauseScreen screen{.couple = {partner(PartnerId::A, "Alex"), partner(PartnerId::B, "Sam")},
                           .until = {},
                           .decks = careDecksOf(catalog)};
  MainWindow window;
  window.addPage(PageName::Player, [&screen] {
    auto* page = new PlayerPage;
    page->showPause(screen);
    return page;
  });
  window.resize(1024, 640);
  window.showPage(PageName::Player, Chrome::Bare);
  window.show();
  for (int i = 0; i < 4; ++i) QApplication::processEvents();
  for (const char* name : {"twentyButton", "readyAButton", "readyBButton"}) {
    const auto* button = window.findChild<QPushButton*>(QString::fromLatin1(name));
    INFO(name);
    const QRect all(button->mapTo(&window, QPoint()), button->size());
    CHECK(button->visibleRegion().boundingRect().height() == button->height());
    CHECK(window.rect().contains(all));
  }
}

TEST_CASE("Who has said that they are ready can be seen, and taken back", "[pause]") {
  const PauseView view(
      {.couple = {partner(PartnerId::A, "Alex"), partner(PartnerId::B, "Sam")}, .until = QStringLiteral("20:40")});
  auto* alex = view.findChild<QPushButton*>(QStringLiteral("readyAButton"));
  CHECK(alex->text() == QStringLiteral("I’m Alex, and I’m ready"));
  alex->click();
  CHECK(alex->text() == QStringLiteral("Alex is ready"));
  CHECK(alex->property("role").toString() == QStringLiteral("quiet"));
  alex->click();
  CHECK(alex->text() == QStringLiteral("I’m Alex, and I’m ready"));
}

TEST_CASE("The two buttons stand beside each other, whoever is ready", "[pause]") {
  PauseView view(
      {.couple = {partner(PartnerId::A, "Alex"), partner(PartnerId::B, "Sam")}, .until = QStringLiteral("20:40")});
  view.resize(1192, 660);
  view.show();
  auto* alex = view.findChild<QPushButton*>(QStringLiteral("readyAButton"));
  auto* sam = view.findChild<QPushButton*>(QStringLiteral("readyBButton"));
  for (QPushButton* next : {alex, sam, alex}) {
    for (int i = 0; i < 4; ++i) QApplication::processEvents();
    INFO(alex->text().toStdString() << ", " << sam->text().toStdString());
    CHECK(alex->y() == sam->y());
    CHECK(alex->geometry().right() < sam->x());
    next->click();
  }
}

}  // namespace footbridge::gui
