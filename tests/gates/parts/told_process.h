// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace footbridge::gates {

/// This program once more, as a process that is told what to do a line at a time and says "done" after each, and once
/// when it is ready. Ended with its owner.
class ToldProcess {
 public:
  /// Waits until it is ready. `arguments` exclude the program's name.
  explicit ToldProcess(const std::vector<std::string>& arguments);
  ToldProcess(const ToldProcess&) = delete;
  ToldProcess& operator=(const ToldProcess&) = delete;
  ~ToldProcess();

  /// Returns once it is done; false, from then on, when it ended or said something else.
  bool tell(const std::string& line);
  [[nodiscard]] bool alive() const { return m_alive; }
  [[nodiscard]] pid_t number() const { return m_process; }

 private:
  [[nodiscard]] bool answered() const;

  pid_t m_process = -1;
  int m_in = -1;
  int m_out = -1;
  bool m_alive = false;
};

/// What the told process says when it is ready, and after each line.
void sayDone();

}  // namespace footbridge::gates
