// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace footbridge::app {

/// Where a tour goes, and how large the window and its words are on the way.
struct TourPlan {
  std::string folder;
  std::string size{};     ///< "1024x640"; empty: 1280x800, as the window usually is
  int textPercent = 100;  ///< 100 to 200
  bool inTheDark = true;  ///< a second time, in the dark theme
  bool pictures = true;   ///< none: the screens are looked at and counted alone, which takes half the time
};

/// What a tour wrote, and whatever it met that a person would have stumbled over.
struct TourReport {
  int light = 0;  ///< different screens
  int dark = 0;
  std::vector<std::string> faults;
  bool diskRefused = false;  ///< nothing could be written there
  std::string journal;       ///< the journal of the light tour, kept in the folder
};

/// The passphrases that the made-up couple chooses on a tour, for whoever reads its journal afterwards.
inline constexpr const char* kTourPassphraseOfA = "plum kettle, north window";
inline constexpr const char* kTourPassphraseOfB = "second row at the concert";

/// Uses the real window, with real journals in the folder, from the first minute through one exercise of each practice
/// and a weekly look, looks for what cannot be seen or reached in a window of that size, and writes each screen that it
/// comes by as a picture into folder/light and folder/dark, where pictures are wanted. Needs a QApplication, and no
/// display.
[[nodiscard]] TourReport takeTour(const TourPlan& plan);

}  // namespace footbridge::app
