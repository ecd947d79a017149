// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <string>

#include "program.h"

namespace footbridge::cli_test {

/// The program as the job of a small shell on a terminal of its own, so that it can be ended or stopped by a key and
/// gone on with. The shell leaves the terminal's manners alone, so what the program leaves behind can be seen.
class Terminal {
 public:
  Terminal(const Home& home, const Words& arguments);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Waits until the program has written these words after whatever was waited for before. False when they do not come.
  bool waitFor(const std::string& words);
  void type(const std::string& keys) const;
  void signal(int number) const;

  /// Waits until the program stops or ends. Its exit code, 128 and the signal that ended it, or less than 0: the
  /// signal that stopped it.
  [[nodiscard]] int rest() const;
  /// After it stopped.
  void goOn() const;

  [[nodiscard]] pid_t program() const { return m_program; }
  [[nodiscard]] bool echoes() const;
  /// What whoever reads this terminal next gets.
  [[nodiscard]] std::string firstLineLeft() const;

 private:
  int m_keys = -1;      ///< the end that somebody sits at
  int m_terminal = -1;  ///< the program's end, kept open so that it can be asked when the program is gone
  int m_shell = -1;
  pid_t m_shellProcess = -1;
  pid_t m_program = -1;
  std::string m_shown;
  std::size_t m_seen = 0;
};

}  // namespace footbridge::cli_test
