// SPDX-License-Identifier: GPL-3.0-or-later
// Asking at the terminal.
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "system/descriptor.h"
#include "system/platform.h"

namespace footbridge::platform {
namespace {

/// Echo off while it lives; whatever happens, the terminal gets its old manners back, and half a secret that nobody
/// has read goes with them.
class QuietTerminal {
 public:
  explicit QuietTerminal(int terminal) : m_terminal(terminal) {
    m_known = ::tcgetattr(terminal, &m_before) == 0;
    if (!m_known) return;
    termios quiet = m_before;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(terminal, TCSAFLUSH, &quiet);
  }
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;
  ~QuietTerminal() {
    if (m_known) ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
  }

 private:
  int m_terminal;
  bool m_known = false;
  termios m_before{};
};

volatile std::sig_atomic_t caughtSignal = 0;

void noteSignal(int number) {
  caughtSignal = number;
}

/// While it lives, what would end or stop the program is only noted, and comes through while wait() waits and at no
/// other time: so it can be taken up when the terminal has its manners back.
class HeldSignals {
 public:
  HeldSignals() {
    caughtSignal = 0;
    sigset_t held;
    sigemptyset(&held);
    for (const int number : kNumbers) sigaddset(&held, number);
    ::sigprocmask(SIG_BLOCK, &held, &m_maskBefore);
    for (std::size_t i = 0; i < kNumbers.size(); ++i) {
      ::sigaction(kNumbers[i], nullptr, &m_before[i]);
      if (m_before[i].sa_handler == SIG_IGN) continue;
      struct sigaction noting {};
      noting.sa_handler = noteSignal;
      ::sigaction(kNumbers[i], &noting, nullptr);
    }
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals() {
    for (std::size_t i = 0; i < kNumbers.size(); ++i) ::sigaction(kNumbers[i], &m_before[i], nullptr);
    ::sigprocmask(SIG_SETMASK, &m_maskBefore, nullptr);
  }

  /// Until there is something to read, or something came in between: then false.
  [[nodiscard]] bool wait(int descriptor) const {
    pollfd ready{descriptor, POLLIN, 0};
    while (caughtSignal == 0) {
      const int count = ::ppoll(&ready, 1, nullptr, &m_maskBefore);
      if (count > 0) return true;
      if (count < 0 && errno != EINTR) return false;
    }
    return false;
  }

 private:
  static constexpr std::array kNumbers{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
  std::array<struct sigaction, kNumbers.size()> m_before{};
  sigset_t m_maskBefore{};
};

/// A line in the making. Whoever takes it wipes it; what nobody takes is wiped here.
class Line {
 public:
  Line() { m_text.reserve(kLongest); }  // a string that grows leaves copies
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line() { ::explicit_bzero(m_text.data(), m_text.size()); }

  /// False for more than a line may have.
  [[nodiscard]] bool add(char c) {
    if (m_text.size() == kLongest) return false;
    m_text.push_back(c);
    return true;
  }
  [[nodiscard]] bool isEmpty() const { return m_text.empty(); }
  [[nodiscard]] std::string take() { return std::exchange(m_text, {}); }

 private:
  static constexpr std::size_t kLongest = 4096;
  std::string m_text;
};

/// Byte by byte, so that nothing of a secret stays in a buffer and the next line is left for its reader. False on
/// failure.
template <typename Wait>
bool readInto(Line& line, int descriptor, Wait wait) {
  for (;;) {
    char c = 0;
    if (!wait()) return false;
    const ssize_t got = ::read(descriptor, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 || (got == 0 && line.isEmpty())) return false;
    if (got == 0 || c == '\n') return true;
    if (!line.add(c)) return false;
  }
}

bool say(int terminal, const std::string& words) {
  return ::write(terminal, words.data(), words.size()) >= 0;
}

/// False as well when a signal came in between, which is then in `caughtSignal`.
bool askQuietly(Line& line, int terminal, const std::string& prompt) {
  const HeldSignals held;
  const QuietTerminal quiet(terminal);
  if (!say(terminal, prompt)) return false;
  const bool isRead = readInto(line, terminal, [&] { return held.wait(terminal); });
  return say(terminal, "\n") && isRead;
}

}  // namespace

std::optional<std::string> readSecretFromTerminal(const std::string& prompt) {
  const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
  if (!terminal.valid()) return std::nullopt;
  for (;;) {
    {
      Line line;
      const bool isRead = askQuietly(line, terminal.number(), prompt);
      if (caughtSignal == 0) return isRead ? std::optional(line.take()) : std::nullopt;
    }
    // Most end the program here. Whoever stopped it and comes back is asked once more.
    ::raise(caughtSignal);
  }
}

std::optional<std::string> readLineFromTerminal(const std::string& prompt) {
  const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
  if (!terminal.valid() || !say(terminal.number(), prompt)) return std::nullopt;
  return readLine(terminal.number());
}

bool isOpen(int descriptor) {
  return ::fcntl(descriptor, F_GETFD) >= 0;
}

// The lowest free number is the one that is given. Turned the wrong way, so that reading or writing fails as it would
// have failed.
void openStandardStreams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (!isOpen(stream)) static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

std::optional<std::string> readLine(int descriptor) {
  Line line;
  if (!readInto(line, descriptor, [] { return true; })) return std::nullopt;
  return line.take();
}

}  // namespace footbridge::platform
