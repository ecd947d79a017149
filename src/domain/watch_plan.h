// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/exercise.h"
#include "domain/ids.h"

namespace footbridge {

using WatchPlanId = NameId<struct WatchPlanTag>;

/// So many things to watch over a while, each with a talk after it. There is no day by which anything is due.
struct WatchPlan {
  WatchPlanId id;
  std::string title;
  std::string summary;
  std::vector<std::string> paragraphs;  ///< how it goes
  int count = 0;                        ///< how many things to watch make one round
  int talkMinutes = 0;                  ///< about how long the talk after each takes
  std::vector<EvidenceNote> evidence;
  std::string evidenceGrade;  ///< how sure it is, in words
};

}  // namespace footbridge
