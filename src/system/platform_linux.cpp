// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <linux/magic.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
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
constexpr std::array<std::uint32_t, 9> kNetworkMagic{0x6969U,       // NFS
                                                     0xFF534D42U,   // CIFS
                                                     0xFE534D42U,   // SMB2
                                                     0x517BU,       // SMB
                                                     0x5346414FU,   // AFS, of OpenAFS
                                                     0x6B414653U,   // AFS, of the kernel
                                                     0x73757245U,   // Coda
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
