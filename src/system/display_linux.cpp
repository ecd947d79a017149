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

/// A line to a socket by name; a leading NUL means one without a file.
Descriptor lineTo(const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (name.size() >= sizeof address.sun_path) return Descriptor();
  std::copy(name.begin(), name.end(), std::begin(address.sun_path));
  Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size() + (name[0] == '\0' ? 0 : 1));
  const bool answers =
      socket.valid() && ::connect(socket.number(), reinterpret_cast<const sockaddr*>(&address), length) == 0;
  return answers ? std::move(socket) : Descriptor();
}

Descriptor lineToWayland() {
  const char* display = std::getenv("WAYLAND_DISPLAY");
  const char* folder = std::getenv("XDG_RUNTIME_DIR");
  if (display == nullptr || display[0] == '\0') return Descriptor();
  if (display[0] == '/') return lineTo(display);
  return folder == nullptr ? Descriptor() : lineTo(std::string(folder) + "/" + display);
}

constexpr int kX11Port = 6000;
constexpr int kLongestWait = 1000;  // milliseconds

Descriptor lineTo(const addrinfo& to) {
  Descriptor socket(::socket(to.ai_family, to.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, to.ai_protocol));
  if (!socket.valid() || ::connect(socket.number(), to.ai_addr, to.ai_addrlen) == 0) return socket;
  pollfd ready{socket.number(), POLLOUT, 0};
  if (errno != EINPROGRESS || ::poll(&ready, 1, kLongestWait) != 1) return Descriptor();
  int problem = 0;
  socklen_t size = sizeof problem;
  const bool answers = ::getsockopt(socket.number(), SOL_SOCKET, SO_ERROR, &problem, &size) == 0 && problem == 0;
  return answers ? std::move(socket) : Descriptor();
}

/// A display on another machine, or one that is led here from there. No longer than a moment is waited for it.
Descriptor lineTo(const std::string& host, int port) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found) != 0) return Descriptor();
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> all(found, &::freeaddrinfo);
  for (const addrinfo* at = found; at != nullptr; at = at->ai_next)
    if (Descriptor line = lineTo(*at); line.valid()) return line;
  return Descriptor();
}

Descriptor lineToX11() {
  const char* display = std::getenv("DISPLAY");
  if (display == nullptr || display[0] == '\0') return Descriptor();
  const std::string_view name(display);
  const std::size_t colon = name.rfind(':');
  if (colon == std::string_view::npos) return Descriptor();
  const std::string host(name.substr(0, colon));
  const int number = std::atoi(display + colon + 1);
  if (!host.empty() && host != "unix") return lineTo(host, kX11Port + number);
  const std::string socket = "/tmp/.X11-unix/X" + std::to_string(number);
  Descriptor line = lineTo(socket);
  return line.valid() ? std::move(line) : lineTo(std::string(1, '\0') + socket);
}

}  // namespace

// Qt tries the platforms that are named one after another; each may have arguments after a colon.
std::optional<Display> Display::find() {
  const char* named = std::getenv("QT_QPA_PLATFORM");
  std::string_view platforms(named == nullptr || *named == '\0' ? "wayland;xcb" : named);
  while (!platforms.empty()) {
    const std::string_view one = platforms.substr(0, platforms.find(';'));
    platforms.remove_prefix(std::min(platforms.size(), one.size() + 1));
    const bool isX11 = one.starts_with("xcb");
    if (!isX11 && !one.starts_with("wayland")) return Display(-1);
    Descriptor line = isX11 ? lineToX11() : lineToWayland();
    if (line.valid()) return Display(line.release());
  }
  return std::nullopt;
}

Display::~Display() {
  const Descriptor ends(m_line);
}

}  // namespace footbridge::platform
