// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>

namespace footbridge::app {

/// What the window was asked to start with.
struct WindowRequest {
  std::optional<std::string> journal;  ///< a file; none: the one last used here
  bool rehearsal = false;              ///< the made-up couple, in memory alone
  std::optional<std::string> page;     ///< the page to open with, by its object name
  bool locked = false;                 ///< begin at the lock screen (after a restart)
  bool covered = false;                ///< begin behind the plain cover (after Hide)
  std::string paused;  ///< the sitting whose pause is to be shown, as PausedSitting says it; may be empty
  std::string drafts;  ///< the descriptor that carries sealed drafts over a restart; may be empty
  std::string place;   ///< of the window before a restart, as WindowPlace writes it; may be empty
};
struct TourRequest {
  std::string folder;
  std::string size{};     ///< "1024x640"; empty: as large as the window usually is
  int textPercent = 100;  ///< 100 to 200
};
/// An exercise as sheets of paper, in a PDF.
struct PrintRequest {
  enum class Paper : std::uint8_t { Usual, A4, Letter };
  std::string exercise;
  std::string output;
  Paper paper = Paper::Usual;                                ///< usual: what paper is like here
  std::optional<std::pair<std::string, std::string>> names;  ///< none: A and B, and a line to write on
};
struct VersionRequest {};
struct UsageRequest {};

/// The arguments make no sense; `what` is the one that does not, or `missing` the one that it needs beside it.
struct UsageProblem {
  std::string what;
  std::string missing{};
};

using Request = std::variant<WindowRequest, TourRequest, PrintRequest, VersionRequest, UsageRequest, UsageProblem>;

/// Without the program's own name.
[[nodiscard]] Request parseArguments(std::span<const std::string> arguments);

/// What `--help` prints.
[[nodiscard]] const char* usageText();

}  // namespace footbridge::app
