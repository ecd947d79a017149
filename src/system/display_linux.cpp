// SPDX-License-Identifier: GPL-3.0-or-later
// Whether there is a display to open a window on.
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <memory>

#include "system/descriptor.h"
#include "system/platform.h"

namespace footbridge::platform {
namespace {

/// Connects to a socket by name; a leading NUL means one without a file.
bool socketAnswers(const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (name.size() >= sizeof address.sun_path) return false;
  std::copy(name.begin(), name.end(), std::begin(address.sun_path));
  const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size() + (name[0] == '\0' ? 0 : 1));
  return socket.valid() && ::connect(socket.number(), reinterpret_cast<const sockaddr*>(&address), length) == 0;
}

bool waylandAnswers() {
  const char* display = std::getenv("WAYLAND_DISPLAY");
  const char* folder = std::getenv("XDG_RUNTIME_DIR");
  if (display == nullptr || display[0] == '\0') return false;
  if (display[0] == '/') return socketAnswers(display);
  return folder != nullptr && socketAnswers(std::string(folder) + "/" + display);
}

constexpr int kX11Port = 6000;
constexpr int kLongestWait = 1000;  // milliseconds

bool connects(const addrinfo& to) {
  const Descriptor socket(::socket(to.ai_family, to.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, to.ai_protocol));
  if (!socket.valid()) return false;
  if (::connect(socket.number(), to.ai_addr, to.ai_addrlen) == 0) return true;
  pollfd ready{socket.number(), POLLOUT, 0};
  if (errno != EINPROGRESS || ::poll(&ready, 1, kLongestWait) != 1) return false;
  int problem = 0;
  socklen_t size = sizeof problem;
  return ::getsockopt(socket.number(), SOL_SOCKET, SO_ERROR, &problem, &size) == 0 && problem == 0;
}

/// A display on another machine, or one that is led here from there. No longer than a moment is waited for it.
bool portAnswers(const std::string& host, int port) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found) != 0) return false;
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> all(found, &::freeaddrinfo);
  for (const addrinfo* at = found; at != nullptr; at = at->ai_next)
    if (connects(*at)) return true;
  return false;
}

bool x11Answers() {
  const char* display = std::getenv("DISPLAY");
  if (display == nullptr || display[0] == '\0') return false;
  const std::string_view name(display);
  const std::size_t colon = name.rfind(':');
  if (colon == std::string_view::npos) return false;
  const std::string host(name.substr(0, colon));
  const int number = std::atoi(display + colon + 1);
  if (!host.empty() && host != "unix") return portAnswers(host, kX11Port + number);
  const std::string socket = "/tmp/.X11-unix/X" + std::to_string(number);
  return socketAnswers(socket) || socketAnswers(std::string(1, '\0') + socket);
}

}  // namespace

bool displayAnswers() {
  if (std::getenv("QT_QPA_PLATFORM") != nullptr) return true;
  return waylandAnswers() || x11Answers();
}

}  // namespace footbridge::platform
