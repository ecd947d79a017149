// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/ids.h"

namespace footbridge {

using JourneyId = NameId<struct JourneyTag>;

/// One stretch of a journey. It is called a week, and takes as long as it takes.
struct JourneyWeek {
  std::string title;
  std::string text;
  ExerciseId together;  ///< written for two
  ExerciseId alone;     ///< written for one, for whoever walks by themselves
};

/// Exercises in an order, with words for the way.
struct Journey {
  JourneyId id;
  std::string title;
  std::string summary;
  std::vector<std::string> opening;  ///< paragraphs, before the first week
  std::vector<JourneyWeek> weeks;
  std::vector<std::string> closing;  ///< paragraphs, after the last
  std::string afterGap;              ///< said once to those who come back after a while
};

}  // namespace footbridge
