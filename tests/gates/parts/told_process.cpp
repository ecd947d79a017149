// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/parts/told_process.h"

#include <sys/wait.h>
#include <unistd.h>

#include "system/platform.h"

namespace footbridge::gates {
namespace {

constexpr const char* kDone = "done";

[[noreturn]] void become(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), platform::executablePath().string());
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  execv(pointers.front(), pointers.data());
  _exit(1);
}

}  // namespace

ToldProcess::ToldProcess(const std::vector<std::string>& arguments) {
  int in[2];
  int out[2];
  if (pipe(in) != 0 || pipe(out) != 0) return;
  m_process = fork();
  if (m_process == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    for (const int end : {in[0], in[1], out[0], out[1]}) close(end);
    become(arguments);
  }
  close(in[0]);
  close(out[1]);
  m_in = in[1];
  m_out = out[0];
  m_alive = answered();
}

ToldProcess::~ToldProcess() {
  close(m_in);
  close(m_out);
  waitpid(m_process, nullptr, 0);
}

bool ToldProcess::tell(const std::string& line) {
  const std::string whole = line + "\n";
  m_alive = m_alive && write(m_in, whole.data(), whole.size()) == static_cast<ssize_t>(whole.size()) && answered();
  return m_alive;
}

bool ToldProcess::answered() const {
  return platform::readLine(m_out) == kDone;
}

void sayDone() {
  const std::string line = std::string(kDone) + "\n";
  if (write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(1);
}

}  // namespace footbridge::gates
