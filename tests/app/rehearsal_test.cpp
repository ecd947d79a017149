// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal.h"

#include <QTemporaryDir>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "app/system_clock.h"
#include "catch.h"
#include "content/folder_catalog.h"
#include "practice/watch.h"
#include "storage/shelf.h"

using namespace footbridge;

TEST_CASE("The made-up couple has half a year behind it, in memory alone") {
  app::SystemClock real;
  app::RehearsalClock clock(real);
  content::FolderCatalog catalog(FOOTBRIDGE_CONTENT "/en");
  const auto script = content::readRehearsalScript(FOOTBRIDGE_CONTENT "/en/rehearsal.json");
  REQUIRE(script.ok());
  storage::ShelfOptions options;
  options.now = [&clock] { return clock.now(); };
  storage::FileShelf shelf(options);
  auto journal = shelf.createInMemory(*PartnerName::from(script->names[0]), PartnerName::from(script->names[1]));
  REQUIRE(journal.ok());

  const auto filled = app::fillRehearsal(*script, catalog, clock, **journal);
  INFO((filled ? "" : filled.error().detail + " " + filled.error().subject));
  REQUIRE(filled.ok());
  CHECK((*journal)->path().empty());
  CHECK(clock.today() == real.today());

  const auto sittings = (*journal)->sittings(Reader::OursAlone);
  const auto looks = std::count_if(sittings.begin(), sittings.end(), [](const SittingSummary& sitting) {
    return sitting.begun.mode == SittingMode::JointLook;
  });
  CHECK(looks == static_cast<std::ptrdiff_t>(script->looks.size()));
  CHECK(sittings.size() == script->looks.size() + script->sittings.size());
  CHECK(daysBetween(sittings.back().begun.day, real.today()) >= 25 * 7);

  const auto entries = (*journal)->entries(Reader::OursAlone);
  std::map<AgreementState, int> agreements;
  for (const Entry& entry : entries) {
    if (const auto* agreement = std::get_if<Agreement>(&entry.body)) ++agreements[agreement->state];
  }
  CHECK(agreements.size() == 4);  // kept, changed, dropped, and some that are still open
  CHECK(agreements[AgreementState::Open] <= 3);
  const practice::WatchQueue queue = practice::queueOf(entries);
  CHECK(queue.next.size() + queue.seen.size() == script->viewings.size());
  CHECK_FALSE(queue.next.empty());
  REQUIRE_FALSE(queue.seen.empty());
  CHECK(practice::sittingsAbout(queue.seen.front().id, sittings).size() == 1);
  for (const Entry& entry : queue.seen) {
    for (const ViewingTalk& talk : std::get<Viewing>(entry.body).talks) {
      if (!talk.card) continue;
      const auto deck = catalog.deck(talk.card->deck);
      REQUIRE(deck.ok());
      INFO(talk.card->card.text());
      CHECK(std::ranges::count((*deck)->cards, talk.card->card, &Card::id) == 1);
    }
  }
}

TEST_CASE("An exercise that cannot be used costs the made-up couple its evening, and nothing else") {
  const QTemporaryDir folder;
  const std::filesystem::path content = std::filesystem::path(folder.path().toStdString()) / "en";
  std::filesystem::copy(FOOTBRIDGE_CONTENT "/en", content, std::filesystem::copy_options::recursive);
  app::SystemClock real;
  app::RehearsalClock clock(real);
  const auto script = content::readRehearsalScript(FOOTBRIDGE_CONTENT "/en/rehearsal.json");
  REQUIRE(script.ok());
  REQUIRE_FALSE(script->sittings.empty());
  const ExerciseId broken = script->sittings.front().exercise;
  std::ofstream(content / "exercises" / (broken.text() + ".json")) << "{";
  content::FolderCatalog catalog(content);
  const auto lost = std::count_if(script->sittings.begin(), script->sittings.end(),
                                  [&](const auto& sitting) { return sitting.exercise == broken; });
  storage::ShelfOptions options;
  options.now = [&clock] { return clock.now(); };
  storage::FileShelf shelf(options);
  auto journal = shelf.createInMemory(*PartnerName::from(script->names[0]), PartnerName::from(script->names[1]));
  REQUIRE(journal.ok());
  REQUIRE(app::fillRehearsal(*script, catalog, clock, **journal).ok());
  CHECK((*journal)->sittings(Reader::OursAlone).size() + static_cast<std::size_t>(lost) ==
        script->looks.size() + script->sittings.size());
}

TEST_CASE("Where the made-up couple's life cannot be told, the clock is back at today all the same") {
  const QTemporaryDir folder;
  const std::filesystem::path content = std::filesystem::path(folder.path().toStdString()) / "en";
  std::filesystem::copy(FOOTBRIDGE_CONTENT "/en", content, std::filesystem::copy_options::recursive);
  std::filesystem::remove(content / "weekly-look.json");
  app::SystemClock real;
  app::RehearsalClock clock(real);
  content::FolderCatalog catalog(content);
  const auto script = content::readRehearsalScript(content / "rehearsal.json");
  REQUIRE(script.ok());
  storage::FileShelf shelf(storage::ShelfOptions{});
  auto journal = shelf.createInMemory(*PartnerName::from("Ada"), PartnerName::from("Bo"));
  REQUIRE(journal.ok());
  CHECK_FALSE(app::fillRehearsal(*script, catalog, clock, **journal));
  CHECK(clock.today() == real.today());
}
