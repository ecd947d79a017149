// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace footbridge::cli_test {
namespace {

constexpr int kPatience = 20'000;

int restOf(int status) {
  if (WIFSTOPPED(status)) return -WSTOPSIG(status);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

pid_t startJob(const ProgramCall& call) {
  const pid_t job = ::fork();
  if (job != 0) return job;
  ::setpgid(0, 0);
  ::tcsetpgrp(STDIN_FILENO, ::getpid());
  ::signal(SIGTTOU, SIG_DFL);
  call.become();
}

/// What a shell does for its one job: tells how it rests, and lets it go on when told to.
[[noreturn]] void beShell(int told, const ProgramCall& call) {
  ::signal(SIGTTOU, SIG_IGN);
  const pid_t job = startJob(call);
  if (::write(told, &job, sizeof job) < 0) ::_exit(1);
  for (int status = 0; ::waitpid(job, &status, WUNTRACED) == job;) {
    ::tcsetpgrp(STDIN_FILENO, ::getpid());
    const int rest = restOf(status);
    char word = 0;
    if (::write(told, &rest, sizeof rest) < 0 || rest >= 0 || ::read(told, &word, 1) != 1) break;
    ::tcsetpgrp(STDIN_FILENO, job);
    ::kill(job, SIGCONT);
  }
  ::kill(job, SIGKILL);
  ::_exit(0);
}

}  // namespace

Terminal::Terminal(const Home& home, const Words& arguments) {
  const ProgramCall call(home, arguments);
  std::array<int, 2> ends{};
  if (::openpty(&m_keys, &m_terminal, nullptr, nullptr, nullptr) != 0 ||
      ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw std::runtime_error("no terminal for the test");
  m_shell = ends[0];
  m_shellProcess = ::fork();
  if (m_shellProcess == 0) {
    ::close(m_keys);
    ::close(ends[0]);
    ::login_tty(m_terminal);
    beShell(ends[1], call);
  }
  ::close(ends[1]);
  if (::read(m_shell, &m_program, sizeof m_program) != sizeof m_program) throw std::runtime_error("no program");
}

Terminal::~Terminal() {
  ::close(m_shell);
  ::close(m_terminal);
  ::close(m_keys);
  ::waitpid(m_shellProcess, nullptr, 0);
}

bool Terminal::waitFor(const std::string& words) {
  std::array<char, 1024> buffer{};
  for (;;) {
    if (const std::size_t at = m_shown.find(words, m_seen); at != std::string::npos) {
      m_seen = at + words.size();
      return true;
    }
    pollfd ready{m_keys, POLLIN, 0};
    if (::poll(&ready, 1, kPatience) <= 0) return false;
    const ssize_t got = ::read(m_keys, buffer.data(), buffer.size());
    if (got <= 0) return false;
    m_shown.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

void Terminal::type(const std::string& keys) const {
  if (::write(m_keys, keys.data(), keys.size()) < 0) throw std::runtime_error("the terminal takes no keys");
}

void Terminal::signal(int number) const {
  ::kill(m_program, number);
}

int Terminal::rest() const {
  pollfd ready{m_shell, POLLIN, 0};
  int rest = -1000;
  if (::poll(&ready, 1, kPatience) <= 0 || ::read(m_shell, &rest, sizeof rest) != sizeof rest)
    throw std::runtime_error("the program goes on");
  return rest;
}

void Terminal::goOn() const {
  if (::write(m_shell, "c", 1) != 1) throw std::runtime_error("the shell is gone");
}

bool Terminal::echoes() const {
  termios manners{};
  return ::tcgetattr(m_terminal, &manners) == 0 && (manners.c_lflag & static_cast<tcflag_t>(ECHO)) != 0;
}

std::string Terminal::firstLineLeft() const {
  std::array<char, 1024> buffer{};
  pollfd ready{m_terminal, POLLIN, 0};
  if (::poll(&ready, 1, kPatience) <= 0) return {};
  const ssize_t got = ::read(m_terminal, buffer.data(), buffer.size());
  return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
}

}  // namespace footbridge::cli_test
