// SPDX-License-Identifier: GPL-3.0-or-later
#include "system/platform.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <tuple>

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
  using Folder = fs::path (*)();
  for (const auto& [variable, under, folder] :
       {std::tuple<const char*, const char*, Folder>{"XDG_DATA_HOME", ".local/share", &platform::dataFolder},
        {"XDG_CONFIG_HOME", ".config", &platform::configFolder},
        {"XDG_STATE_HOME", ".local/state", &platform::stateFolder}}) {
    CAPTURE(variable);
    ::setenv(variable, "/somewhere", 1);
    CHECK(folder() == fs::path("/somewhere/footbridge"));
    ::setenv(variable, "here", 1);
    ::setenv("HOME", "/home/someone", 1);
    CHECK(folder() == fs::path("/home/someone") / under / "footbridge");
    ::unsetenv(variable);
  }
}

TEST_CASE("What is kept over a restart is open in the new process, and nothing else is") {
  int answer[2];
  REQUIRE(::pipe(answer) == 0);
  const int kept = platform::memoryFile("words");
  const int other = ::open("/dev/null", O_RDONLY);
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string told = std::to_string(kept) + ' ' + std::to_string(answer[1]) + ' ' + std::to_string(other);
    ::setenv("FOOTBRIDGE_TEST_KEPT", told.c_str(), 1);
    static_cast<void>(platform::restartInPlace({"After a restart"}, {kept, answer[1]}));
    ::_exit(1);
  }
  ::close(answer[1]);
  char said = 0;
  CHECK((::read(answer[0], &said, 1) == 1 && said == 'k'));
  int status = 1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  for (const int each : {answer[0], kept, other}) ::close(each);
}

// What the test before becomes, which runs it; by itself it has nothing to look at, and fails.
TEST_CASE("After a restart", "[.]") {
  const char* const told = std::getenv("FOOTBRIDGE_TEST_KEPT");
  REQUIRE(told != nullptr);
  std::istringstream numbers(told);
  int kept = -1;
  int answer = -1;
  int other = -1;
  numbers >> kept >> answer >> other;
  CHECK_FALSE(platform::isOpen(other));
  REQUIRE(platform::readMemoryFile(kept) == "words");
  CHECK(::write(answer, "k", 1) == 1);
}

TEST_CASE("A wish to end is heard, whichever signal brings it, and ends nothing by itself") {
  for (const int signal : {SIGTERM, SIGHUP, SIGINT}) {
    CAPTURE(signal);
    const pid_t child = ::fork();
    if (child == 0) {
      const int heard = platform::listenForEnd();
      ::raise(signal);
      signalfd_siginfo said{};
      const bool isSo = ::read(heard, &said, sizeof said) == sizeof said && static_cast<int>(said.ssi_signo) == signal;
      ::_exit(isSo ? 0 : 1);
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
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

TEST_CASE("A display that answers is found, whichever way it is named") {
  const auto listening = [](const std::string& name) {
    const int line = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    name.copy(at.sun_path, sizeof at.sun_path - 1);
    const std::size_t end = name.front() == '\0' ? 0 : 1;
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size() + end);
    REQUIRE(::bind(line, reinterpret_cast<const sockaddr*>(&at), length) == 0);
    REQUIRE(::listen(line, 8) == 0);
    return line;
  };
  std::string folder = (fs::temp_directory_path() / "footbridge-display-XXXXXX").string();
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  const std::string number = std::to_string(20000 + ::getpid() % 10000);
  const int wayland = listening(folder + "/wayland-7");
  const int x11 = listening(std::string(1, '\0') + "/tmp/.X11-unix/X" + number);
  for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY"}) ::unsetenv(name);
  ::setenv("XDG_RUNTIME_DIR", folder.c_str(), 1);
  for (const std::string& name : {std::string("wayland-7"), folder + "/wayland-7"}) {
    CAPTURE(name);
    ::setenv("WAYLAND_DISPLAY", name.c_str(), 1);
    CHECK(platform::Display::find().has_value());
  }
  ::unsetenv("WAYLAND_DISPLAY");
  ::setenv("DISPLAY", (":" + number).c_str(), 1);
  CHECK(platform::Display::find().has_value());
  for (const char* name : {"DISPLAY", "XDG_RUNTIME_DIR"}) ::unsetenv(name);
  ::close(wayland);
  ::close(x11);
  fs::remove_all(folder);
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
