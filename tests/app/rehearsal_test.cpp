// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal.h"

#include <algorithm>

#include "app/system_clock.h"
#include "catch.h"
#include "content/folder_catalog.h"
#include "storage/shelf.h"

using namespace footbridge;

TEST_CASE("The made-up couple has eight weeks behind it, in memory alone") {
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
  CHECK(looks == 8);
  CHECK(sittings.size() == 8 + script->sittings.size());
  CHECK(daysBetween(sittings.back().begun.day, real.today()) >= 49);

  const auto entries = (*journal)->entries(Reader::OursAlone);
  CHECK(std::any_of(entries.begin(), entries.end(), [](const Entry& entry) {
    const auto* agreement = std::get_if<Agreement>(&entry.body);
    return agreement != nullptr && agreement->state == AgreementState::Kept;
  }));
}
