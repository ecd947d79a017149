// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <linux/magic.h>
#include <malloc.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <utility>

#include "system/descriptor.h"
#include "system/platform.h"

namespace footbridge::platform {
namespace fs = std::filesystem;
namespace {

/// Of a file, whatever its name: its disk and its number there.
using Identity = std::pair<dev_t, ino_t>;

Identity identityOf(int descriptor) {
  struct stat found {};
  return ::fstat(descriptor, &found) == 0 ? Identity(found.st_dev, found.st_ino) : Identity();
}

struct HeldAlone {
  std::mutex guard;
  std::vector<Identity> files;
};
HeldAlone theHeldAlone;

std::error_code lastError() {
  return {errno, std::generic_category()};
}

std::error_code syncPath(const fs::path& path, int flags) {
  const Descriptor file(::open(path.c_str(), flags | O_CLOEXEC));
  if (!file.valid() || ::fsync(file.number()) != 0) return lastError();
  return {};
}

// Not all of these stand in linux/magic.h of every kernel.
constexpr std::array<std::uint32_t, 7> kNetworkMagic{0x6969U,       // NFS
                                                     0xFF534D42U,   // CIFS
                                                     0xFE534D42U,   // SMB2
                                                     0x517BU,       // SMB
                                                     0x5346414FU,   // AFS
                                                     0x00C36400U,   // Ceph
                                                     0x01021997U};  // 9p
constexpr std::uint32_t kFuseMagic = 0x65735546U;

constexpr int kMemoryFileSeals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

bool writeAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t now = ::write(file, bytes.data(), bytes.size());
    if (now < 0 && errno == EINTR) continue;
    if (now <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(now));
  }
  return true;
}

fs::path xdgFolder(const char* variable, const char* underHome) {
  // The specification says that a relative path in these variables is to be ignored.
  if (const char* set = std::getenv(variable); set != nullptr && set[0] == '/') return fs::path(set) / "footbridge";
  const char* home = std::getenv("HOME");
  return fs::path(home != nullptr ? home : "/") / underHome / "footbridge";
}

bool isIn(const fs::path& file, const fs::path& folder) {
  std::error_code problem;
  const fs::path whole = fs::weakly_canonical(folder, problem);
  const fs::path within = fs::weakly_canonical(file, problem);
  return std::mismatch(whole.begin(), whole.end(), within.begin(), within.end()).first == whole.end();
}

void closeOnExecExcept(const std::vector<int>& keep) {
  std::error_code problem;
  for (fs::directory_iterator at("/proc/self/fd", problem), end; !problem && at != end; at.increment(problem)) {
    const int number = std::atoi(at->path().filename().c_str());
    if (number <= STDERR_FILENO) continue;
    const bool kept = std::find(keep.begin(), keep.end(), number) != keep.end();
    const int flags = ::fcntl(number, F_GETFD);
    if (flags >= 0) ::fcntl(number, F_SETFD, kept ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC);
  }
}

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

FileSystemKind fileSystemOf(const fs::path& folder) {
  struct statfs facts {};
  if (::statfs(folder.c_str(), &facts) != 0) return FileSystemKind::Unknown;
  const auto magic = static_cast<std::uint32_t>(facts.f_type);
  if (magic == kFuseMagic) return FileSystemKind::UserSpace;
  const bool network = std::find(kNetworkMagic.begin(), kNetworkMagic.end(), magic) != kNetworkMagic.end();
  return network ? FileSystemKind::Network : FileSystemKind::Local;
}

bool mayWrite(const fs::path& place) {
  return ::faccessat(AT_FDCWD, place.c_str(), W_OK, AT_EACCESS) == 0;
}

std::error_code syncFolder(const fs::path& folder) {
  return syncPath(folder, O_RDONLY | O_DIRECTORY);
}
std::error_code syncFile(const fs::path& file) {
  return syncPath(file, O_RDONLY);
}

FileHold::FileHold(FileHold&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_isAlone(std::exchange(other.m_isAlone, false)) {}

FileHold::~FileHold() {
  if (m_descriptor < 0) return;
  if (m_isAlone) {
    const std::scoped_lock lock(theHeldAlone.guard);
    std::erase(theHeldAlone.files, identityOf(m_descriptor));
  }
  ::close(m_descriptor);
}

std::optional<FileHold> FileHold::take(const fs::path& file, Way way) {
  const std::scoped_lock lock(theHeldAlone.guard);
  struct stat found {};
  // What this process holds is not even opened: closing it again would end the POSIX lock on it.
  if (::stat(file.c_str(), &found) == 0 && std::ranges::count(theHeldAlone.files, Identity(found.st_dev, found.st_ino)))
    return std::nullopt;
  FileHold hold(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (hold.m_descriptor < 0) return hold;
  if (::flock(hold.m_descriptor, (way == Way::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return std::nullopt;
  }
  // Meanwhile another file may have come to bear the name, as that of a journal taken to a newer format.
  const Identity held = identityOf(hold.m_descriptor);
  if (::stat(file.c_str(), &found) != 0 || Identity(found.st_dev, found.st_ino) != held) return std::nullopt;
  if (way == Way::Alone) {
    theHeldAlone.files.push_back(held);
    hold.m_isAlone = true;
  }
  return hold;
}

bool forbidMemoryDumps() {
  const rlimit none{0, 0};
  const bool noCore = ::setrlimit(RLIMIT_CORE, &none) == 0;
  return ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && noCore;
}

void returnFreeMemory() {
  ::malloc_trim(0);
}

std::error_code restartInPlace(const std::vector<std::string>& arguments, const std::vector<int>& keep) {
  const fs::path program = executablePath();
  if (program.empty()) return std::make_error_code(std::errc::no_such_file_or_directory);
  std::vector<std::string> owned{program.string()};
  owned.insert(owned.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(owned.size() + 1);
  for (std::string& argument : owned) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  closeOnExecExcept(keep);
  ::execv(program.c_str(), pointers.data());
  return lastError();
}

int memoryFile(const std::string& bytes) {
  const int file = ::memfd_create("footbridge", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return -1;
  if (writeAll(file, bytes) && ::fcntl(file, F_ADD_SEALS, kMemoryFileSeals) == 0) return file;
  ::close(file);
  return -1;
}

// Only memoryFile() makes files with all of these seals. Closing another one of ours could drop SQLite's lock on it.
std::optional<std::string> readMemoryFile(int descriptor) {
  const int seals = ::fcntl(descriptor, F_GET_SEALS);
  if (seals < 0 || (seals & kMemoryFileSeals) != kMemoryFileSeals) return std::nullopt;  // a system may add its own
  const Descriptor file(descriptor);
  if (::lseek(file.number(), 0, SEEK_SET) < 0) return std::nullopt;
  std::string bytes;
  std::array<char, 4096> part{};
  for (;;) {
    const ssize_t now = ::read(file.number(), part.data(), part.size());
    if (now < 0 && errno == EINTR) continue;
    if (now < 0) return std::nullopt;
    if (now == 0) return bytes;
    bytes.append(part.data(), static_cast<std::size_t>(now));
  }
}

std::optional<int> takePipe(const char* variable) {
  const char* const value = std::getenv(variable);
  if (value == nullptr) return std::nullopt;
  const int descriptor = std::atoi(value);
  ::unsetenv(variable);
  struct stat facts {};
  const bool isPipe = ::fstat(descriptor, &facts) == 0 && (S_ISFIFO(facts.st_mode) || S_ISSOCK(facts.st_mode));
  return isPipe ? std::optional(descriptor) : std::nullopt;
}

void writeByte(int descriptor) {
  const char byte = 'r';
  [[maybe_unused]] const ssize_t written = ::write(descriptor, &byte, 1);
}

int listenForEnd() {
  sigset_t ends;
  ::sigemptyset(&ends);
  for (const int signal : {SIGTERM, SIGHUP, SIGINT}) ::sigaddset(&ends, signal);
  const int heard = ::signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
  if (heard >= 0 && ::pthread_sigmask(SIG_BLOCK, &ends, nullptr) == 0) return heard;
  if (heard >= 0) ::close(heard);
  return -1;
}

// An address that libdbus takes for none, where it would look for a bus of X11 and begin one.
void startNoBus() {
  const auto isSet = [](const char* value) { return value != nullptr && value[0] != '\0'; };
  if (isSet(std::getenv("DBUS_SESSION_BUS_ADDRESS"))) return;
  std::error_code ignored;
  const char* const folder = std::getenv("XDG_RUNTIME_DIR");
  if (isSet(folder) && fs::exists(fs::path(folder) / "bus", ignored)) return;
  const char* const home = std::getenv("HOME");
  if (isSet(home) && fs::exists(fs::path(home) / ".dbus" / "session-bus", ignored)) return;
  ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
}

bool displayAnswers() {
  if (std::getenv("QT_QPA_PLATFORM") != nullptr) return true;
  return waylandAnswers() || x11Answers();
}

fs::path executablePath() {
  std::error_code problem;
  fs::path program = fs::read_symlink("/proc/self/exe", problem);
  // After an upgrade the kernel marks the old file; the new one stands under the same name.
  constexpr std::string_view kGone = " (deleted)";
  if (const std::string text = program.string(); text.ends_with(kGone))
    return text.substr(0, text.size() - kGone.size());
  return program;
}

fs::path dataFolder() {
  return xdgFolder("XDG_DATA_HOME", ".local/share");
}
fs::path configFolder() {
  return xdgFolder("XDG_CONFIG_HOME", ".config");
}
fs::path stateFolder() {
  return xdgFolder("XDG_STATE_HOME", ".local/state");
}

std::error_code makeOwnFolder(const fs::path& folder) {
  std::error_code problem;
  if (folder.empty() || fs::is_directory(folder, problem)) return {};
  if (const auto above = makeOwnFolder(folder.parent_path())) return above;
  // Another program may make it at the same moment.
  if (::mkdir(folder.c_str(), S_IRWXU) == 0 || (errno == EEXIST && fs::is_directory(folder, problem))) return {};
  return {errno, std::generic_category()};
}

fs::path contentFolder() {
  const fs::path program = executablePath();
  fs::path installed = program.parent_path().parent_path() / FOOTBRIDGE_INSTALLED_CONTENT;
  std::error_code problem;
  if (fs::is_directory(installed, problem) || !isIn(program, FOOTBRIDGE_BUILD_FOLDER)) return installed;
  return FOOTBRIDGE_SOURCE_CONTENT;
}

}  // namespace footbridge::platform
