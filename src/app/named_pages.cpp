// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/named_pages.h"

#include <map>

namespace footbridge::app {

using gui::PageName;

std::optional<PageName> pageNamed(const std::string& name) {
  static const std::map<std::string, PageName> pages{
      {"today", PageName::Today},
      {"practices", PageName::Practices},
      {"weekly-look", PageName::WeeklyLook},
      {"story", PageName::Story},
      {"settings", PageName::Settings},
      {"safety", PageName::Safety},
      {"unlock", PageName::Unlock},
      {"note", PageName::Note},
      {"journal", PageName::Journal},
      {"entry", PageName::Entry},
      {"open-lines", PageName::OpenLines},
      {"take-out", PageName::TakeOut},
      {"deleted", PageName::Deleted},
      {"journey", PageName::Journey},
      {"watch", PageName::Watch},
      {"evidence", PageName::Evidence},
  };
  const auto found = pages.find(name);
  if (found == pages.end()) return std::nullopt;
  return found->second;
}

}  // namespace footbridge::app
