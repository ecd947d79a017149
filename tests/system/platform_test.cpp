// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/platform.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "catch.h"

namespace platform = footbridge::platform;
namespace fs = std::filesystem;

TEST_CASE("A memory file comes back whole, and once") {
  const std::string bytes("half\0a line", 11);
  const int file = platform::memoryFile(bytes);
  REQUIRE(file >= 0);
  CHECK(::write(file, "x", 1) < 0);  // nothing changes it any more
  CHECK(platform::readMemoryFile(file) == bytes);
  CHECK_FALSE(platform::readMemoryFile(file).has_value());
}

TEST_CASE("A number that came from outside is taken for nothing that it is not") {
  const fs::path path = fs::temp_directory_path() / "footbridge-no-memory-file";
  const int plain = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  const int unsealed = ::memfd_create("plain", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  REQUIRE(plain >= 0);
  REQUIRE(unsealed >= 0);
  for (const int number : {plain, unsealed}) {
    CHECK_FALSE(platform::readMemoryFile(number).has_value());
    CHECK(::fcntl(number, F_GETFD) >= 0);  // still open
    REQUIRE(::setenv("FOOTBRIDGE_TEST_PIPE", std::to_string(number).c_str(), 1) == 0);
    CHECK_FALSE(platform::takePipe("FOOTBRIDGE_TEST_PIPE").has_value());
    CHECK(std::getenv("FOOTBRIDGE_TEST_PIPE") == nullptr);
    ::close(number);
  }
  fs::remove(path);
  CHECK_FALSE(platform::takePipe("FOOTBRIDGE_TEST_PIPE").has_value());
  REQUIRE(::setenv("FOOTBRIDGE_TEST_PIPE", "77", 1) == 0);  // nothing has it
  CHECK_FALSE(platform::takePipe("FOOTBRIDGE_TEST_PIPE").has_value());
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  REQUIRE(::setenv("FOOTBRIDGE_TEST_PIPE", std::to_string(ends[1]).c_str(), 1) == 0);
  CHECK(platform::takePipe("FOOTBRIDGE_TEST_PIPE") == ends[1]);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("A line is read to its end and no further") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  REQUIRE(::write(ends[1], "first\nsecond", 12) == 12);
  ::close(ends[1]);
  CHECK(platform::readLine(ends[0]) == "first");
  CHECK(platform::readLine(ends[0]) == "second");
  CHECK_FALSE(platform::readLine(ends[0]).has_value());
  ::close(ends[0]);
}

TEST_CASE("Folders and files can be made durable, and what is not there says so") {
  const fs::path folder = fs::temp_directory_path();
  CHECK_FALSE(platform::syncFolder(folder));
  CHECK(platform::syncFolder(folder / "no-such-folder") == std::errc::no_such_file_or_directory);
  CHECK(platform::syncFile(folder / "no-such-file") == std::errc::no_such_file_or_directory);
  CHECK(platform::fileSystemOf(folder / "no-such-folder") == platform::FileSystemKind::Unknown);
  CHECK(platform::fileSystemOf("/proc") == platform::FileSystemKind::Local);
}

TEST_CASE("A process that forbids dumps cannot be dumped") {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    rlimit core{1, 1};
    const bool said = platform::forbidMemoryDumps();
    const bool done = ::prctl(PR_GET_DUMPABLE) == 0 && ::getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0;
    ::_exit(said && done ? 0 : 1);
  }
  int status = 1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
}

TEST_CASE("Folders follow the XDG variables, and a relative one is ignored") {
  ::setenv("XDG_DATA_HOME", "/somewhere", 1);
  CHECK(platform::dataFolder() == fs::path("/somewhere/footbridge"));
  ::setenv("XDG_DATA_HOME", "here", 1);
  ::setenv("HOME", "/home/someone", 1);
  CHECK(platform::dataFolder() == fs::path("/home/someone/.local/share/footbridge"));
  ::unsetenv("XDG_DATA_HOME");
}

TEST_CASE("A folder of one's own is made with all that it lies in, and nobody else looks into any of them") {
  std::string name = (fs::temp_directory_path() / "footbridge-own-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  const fs::path place = name;
  const fs::path deep = place / "share" / "footbridge" / "backups";
  ::umask(0);
  REQUIRE_FALSE(platform::makeOwnFolder(deep));
  CHECK_FALSE(platform::makeOwnFolder(deep));  // as it is
  ::umask(S_IWGRP | S_IWOTH);
  for (fs::path each = deep; each != place; each = each.parent_path()) {
    INFO(each);
    CHECK(fs::status(each).permissions() == fs::perms::owner_all);
  }
  std::ofstream(place / "file") << "x";
  CHECK(platform::makeOwnFolder(place / "file") == std::errc::file_exists);
  CHECK(platform::makeOwnFolder(place / "file" / "below") == std::errc::file_exists);
  fs::remove_all(place);
}

TEST_CASE("A file of one's own is nobody else's from its first moment, and takes the place of nothing") {
  const fs::path folder = fs::temp_directory_path() / ("footbridge-own-" + std::to_string(::getpid()));
  fs::create_directory(folder);
  const fs::path file = folder / "new";
  const mode_t before = ::umask(0);
  CHECK_FALSE(platform::makeOwnFile(file));
  ::umask(before);
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  std::ofstream(file) << "words";
  CHECK(platform::makeOwnFile(file) == std::errc::file_exists);
  CHECK(fs::file_size(file) == 5);
  fs::create_symlink("nowhere", folder / "link");
  CHECK(platform::makeOwnFile(folder / "link") == std::errc::file_exists);
  CHECK_FALSE(fs::exists(folder / "nowhere"));
  CHECK(platform::makeOwnFile(folder / "none" / "new") == std::errc::no_such_file_or_directory);
  fs::remove_all(folder);
}

TEST_CASE("A program that was started without its standard streams opens nothing in their place") {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    for (int stream = 0; stream < 3; ++stream) ::close(stream);
    if (platform::isOpen(1)) ::_exit(1);
    platform::openStandardStreams();
    char byte = 0;
    const bool fails = ::read(0, &byte, 1) < 0 && ::write(1, "x", 1) < 0 && ::write(2, "x", 1) < 0;
    ::_exit(fails && ::open("/dev/null", O_RDONLY) > 2 ? 0 : 2);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("The content is found from a build tree") {
  CHECK(fs::exists(platform::contentFolder() / "FORMAT.md"));
}

TEST_CASE("No bus is begun where none runs, and one that runs is left as it is") {
  const fs::path folder = fs::temp_directory_path() / ("footbridge-no-bus-" + std::to_string(::getpid()));
  fs::create_directories(folder / "home");
  ::setenv("XDG_RUNTIME_DIR", folder.c_str(), 1);
  ::setenv("HOME", (folder / "home").c_str(), 1);
  const auto addressAfter = [](const char* before) {
    if (before != nullptr)
      ::setenv("DBUS_SESSION_BUS_ADDRESS", before, 1);
    else
      ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
    platform::startNoBus();
    const char* const after = std::getenv("DBUS_SESSION_BUS_ADDRESS");
    return after == nullptr ? std::string("none") : std::string(after);
  };
  CHECK(addressAfter(nullptr) == "disabled:");
  CHECK(addressAfter("") == "disabled:");
  CHECK(addressAfter("unix:path=/somewhere") == "unix:path=/somewhere");
  std::ofstream(folder / "bus").put('b');
  CHECK(addressAfter(nullptr) == "none");
  fs::remove(folder / "bus");
  fs::create_directories(folder / "home" / ".dbus" / "session-bus");
  CHECK(addressAfter(nullptr) == "none");
  fs::remove_all(folder);
  ::unsetenv("XDG_RUNTIME_DIR");
  ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
}

TEST_CASE("A display that is not there does not answer") {
  ::unsetenv("QT_QPA_PLATFORM");
  ::unsetenv("WAYLAND_DISPLAY");
  ::unsetenv("DISPLAY");
  CHECK_FALSE(platform::Display::find().has_value());
  for (const char* gone : {":9999", "unix:9999", "localhost:9999.0", "127.0.0.1:9999", "words"}) {
    CAPTURE(gone);
    ::setenv("DISPLAY", gone, 1);
    CHECK_FALSE(platform::Display::find().has_value());
  }
  ::setenv("WAYLAND_DISPLAY", "/no/such/socket", 1);
  CHECK_FALSE(platform::Display::find().has_value());
  for (const char* named : {"", "xcb", "wayland", "wayland-egl;xcb:glx"}) {
    CAPTURE(named);
    ::setenv("QT_QPA_PLATFORM", named, 1);
    CHECK_FALSE(platform::Display::find().has_value());
  }
  for (const char* needsNone : {"offscreen", "xcb;offscreen", "vnc:size=800x600"}) {
    CAPTURE(needsNone);
    ::setenv("QT_QPA_PLATFORM", needsNone, 1);
    CHECK(platform::Display::find().has_value());
  }
}

namespace {

/// In a process of its own.
bool canHold(const fs::path& file, platform::FileHold::Way way) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(platform::FileHold::take(file, way) ? 0 : 1);
  int state = 0;
  return ::waitpid(child, &state, 0) == child && WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

}  // namespace

TEST_CASE("A file that is held stays so, whatever else of the process opens and closes it") {
  using Way = platform::FileHold::Way;
  const fs::path path = fs::temp_directory_path() / ("footbridge-held-" + std::to_string(::getpid()));
  std::ofstream(path) << "words";
  {
    auto hold = platform::FileHold::take(path, Way::Alone);
    REQUIRE(hold.has_value());
    CHECK_FALSE(platform::FileHold::take(path, Way::Alone).has_value());
    CHECK_FALSE(platform::FileHold::take(path, Way::Shared).has_value());
    std::ifstream(path).get();
    const auto moved = *std::move(hold);
    hold.reset();
    CHECK_FALSE(platform::FileHold::take(path, Way::Alone).has_value());
  }
  CHECK(canHold(path, Way::Alone));
  {
    const auto reader = platform::FileHold::take(path, Way::Shared);
    REQUIRE(reader.has_value());
    CHECK(platform::FileHold::take(path, Way::Shared).has_value());
    std::ifstream(path).get();
    CHECK(canHold(path, Way::Shared));
    CHECK_FALSE(canHold(path, Way::Alone));
  }
  CHECK(platform::FileHold::take(path, Way::Alone).has_value());
  fs::remove(path);
  CHECK(platform::FileHold::take(path, Way::Alone).has_value());  // nothing there to be held
}

TEST_CASE("Asking for what this process holds leaves its POSIX lock in place") {
  const fs::path path = fs::temp_directory_path() / ("footbridge-locked-" + std::to_string(::getpid()));
  std::ofstream(path) << "words";
  const auto hold = platform::FileHold::take(path, platform::FileHold::Way::Alone);
  const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  struct flock wish {};
  wish.l_type = F_WRLCK;
  REQUIRE(::fcntl(file, F_SETLK, &wish) == 0);
  CHECK_FALSE(platform::FileHold::take(path, platform::FileHold::Way::Alone).has_value());
  const pid_t child = ::fork();
  if (child == 0) {
    struct flock seen {};
    seen.l_type = F_WRLCK;
    ::_exit(::fcntl(file, F_GETLK, &seen) == 0 && seen.l_type == F_WRLCK ? 0 : 1);
  }
  int state = 0;
  CHECK((::waitpid(child, &state, 0) == child && WIFEXITED(state) && WEXITSTATUS(state) == 0));
  ::close(file);
  fs::remove(path);
}
