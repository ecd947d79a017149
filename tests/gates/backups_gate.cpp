// SPDX-License-Identifier: GPL-3.0-or-later
// backups_gate [backups=N]
// Makes one backup after another between writes, and restores each: it holds exactly what had been kept by then.
// Another process looks on all the while, and must never find half a backup, nor get hold of the journal.
#include "gates/parts/gate.h"
#include "storage/backup_race.h"

using namespace footbridge::gates;

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {{"backups", 60}});
  const Scratch scratch;
  const auto race = footbridge::storage::test::runBackupsDuringWrites(scratch.folder() / "race", sizes["backups"]);
  const std::string seen =
      said(race.backups, " backups restored, ", race.wrong, " wrong; ", race.looks, " looks from outside, ",
           race.halfFiles, " at half a file, ", race.opened, " into the live journal");
  return answer({"backups during writes", "each is what was kept by then", seen, race.met(sizes["backups"])});
}
