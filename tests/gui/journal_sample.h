// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/pages/journal_page.h"

namespace footbridge::sample {

/// The journal of Alex and Sam as Alex sees it alone: three backups, one of them damaged.
[[nodiscard]] inline gui::JournalContent journalContent() {
  const auto november = [](unsigned day) {
    return Day{std::chrono::year(2026), std::chrono::November, std::chrono::day(day)};
  };
  gui::JournalContent content;
  content.path = QStringLiteral("/home/alex/us.footbridge");
  content.today = november(23);
  content.backups =
      gui::JournalContent::Backups{.folder = QStringLiteral("/home/alex/backups"),
                                   .kept = {{november(22), false}, {november(21), true}, {november(15), false}},
                                   .lastGood = november(22),
                                   .lastDrill = november(1),
                                   .problem = {}};
  content.me = QStringLiteral("Alex");
  content.other = QStringLiteral("Sam");
  return content;
}

}  // namespace footbridge::sample
