// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup_race.h"

#include "catch.h"
#include "storage/desk.h"

using namespace footbridge::storage::test;

// The whole form, 1,000 of them, is a release gate.
TEST_CASE("Backups made while a journal is written to hold exactly what was kept by then", "[backup][race]") {
  const Desk desk;
  const BackupRace race = runBackupsDuringWrites(desk.folder() / "race", 40);
  INFO(race.backups << " backups, " << race.wrong << " wrong, " << race.looks << " looks, " << race.halfFiles
                    << " half files, live journal opened " << race.opened << " times");
  CHECK(race.met(40));
}
