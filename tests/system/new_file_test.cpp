// SPDX-License-Identifier: GPL-3.0-or-later
// New files on disks that refuse. None can be had everywhere, so what the system answers is put in its place here.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.h"
#include "fakes/short_files.h"
#include "system/platform.h"

namespace platform = footbridge::platform;
namespace fs = std::filesystem;

namespace {

struct Refusals {
  bool folderSync = false;
  bool fileSync = false;
  bool nameless = false;      ///< no file can be without a name
  bool secondNames = false;   ///< nor have two
  bool carefulNames = false;  ///< nor be renamed over nothing alone
  unsigned int magic = 0;     ///< what the disk says of itself, if not 0
};
Refusals refused;

bool isFolder(int descriptor) {
  struct stat found {};
  return ::fstat(descriptor, &found) == 0 && S_ISDIR(found.st_mode);
}

template <typename Call>
Call theirs(const char* name) {
  return reinterpret_cast<Call>(dlsym(RTLD_NEXT, name));
}

int refuse(int number) {
  errno = number;
  return -1;
}

}  // namespace

// The C library is a shared one, so the program's own functions of these names are those that our code calls.
extern "C" {
int fsync(int descriptor) {
  if (isFolder(descriptor) ? refused.folderSync : refused.fileSync) return refuse(EIO);
  return theirs<int (*)(int)>("fsync")(descriptor);
}
int open(const char* path, int flags, ...) {
  if (refused.nameless && (flags & O_TMPFILE) == O_TMPFILE) return refuse(EOPNOTSUPP);
  std::va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return theirs<int (*)(const char*, int, ...)>("open")(path, flags, mode);
}
int statfs(const char* path, struct statfs* facts) noexcept {
  const int answer = theirs<int (*)(const char*, struct statfs*)>("statfs")(path, facts);
  if (refused.magic != 0) facts->f_type = static_cast<decltype(facts->f_type)>(refused.magic);
  return answer;
}
int link(const char* from, const char* to) noexcept {
  if (refused.secondNames) return refuse(EPERM);
  return theirs<int (*)(const char*, const char*)>("link")(from, to);
}
int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) noexcept {
  if (refused.secondNames) return refuse(EPERM);
  return theirs<int (*)(int, const char*, int, const char*, int)>("linkat")(fromFolder, from, toFolder, to, flags);
}
int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned int flags) noexcept {
  if (refused.carefulNames) return refuse(EINVAL);
  return theirs<int (*)(int, const char*, int, const char*, unsigned int)>("renameat2")(fromFolder, from, toFolder, to,
                                                                                        flags);
}
}

namespace {

/// An empty folder, and a system that answers as it should again when this goes.
class Folder {
 public:
  Folder() {
    fs::remove_all(m_path);
    fs::create_directory(m_path);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    refused = {};
    fs::remove_all(m_path);
  }
  [[nodiscard]] fs::path file(const char* name) const { return m_path / name; }
  [[nodiscard]] const fs::path& path() const { return m_path; }
  [[nodiscard]] std::ptrdiff_t count() const { return std::distance(fs::directory_iterator(m_path), {}); }

 private:
  fs::path m_path = fs::temp_directory_path() / ("footbridge-new-file-" + std::to_string(::getpid()));
};

std::string bytesIn(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// From the best disk there is to the poorest.
const std::vector<Refusals> kDisks{
    {}, {.nameless = true}, {.secondNames = true}, {.nameless = true, .secondNames = true, .carefulNames = true}};

}  // namespace

TEST_CASE("A new file is whole, its owner's alone, and never over another") {
  for (const Refusals& disk : kDisks) {
    const Folder folder;
    refused = disk;
    const fs::path file = folder.file("new");
    const std::string words(100000, 'w');
    REQUIRE_FALSE(platform::writeNewFile(file, words));
    CHECK(bytesIn(file) == words);
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(platform::writeNewFile(file, "other") == std::errc::file_exists);
    CHECK(bytesIn(file) == words);
    fs::create_symlink("nowhere", folder.file("link"));
    CHECK(platform::writeNewFile(folder.file("link"), "other") == std::errc::file_exists);
    CHECK(folder.count() == 2);
    CHECK(platform::writeNewFile(folder.file("no") / "new", words) == std::errc::no_such_file_or_directory);
    CHECK(platform::writeNewFile({}, words) == std::errc::no_such_file_or_directory);
  }
}

TEST_CASE("A new file that cannot be kept for good is not there, and nothing of it is left") {
  for (const Refusals& disk : kDisks) {
    for (bool Refusals::*const sync : {&Refusals::folderSync, &Refusals::fileSync}) {
      const Folder folder;
      refused = disk;
      refused.*sync = true;
      CHECK(platform::writeNewFile(folder.file("new"), "words") == std::errc::io_error);
      CHECK(folder.count() == 0);
    }
  }
}

TEST_CASE("A new file that is longer than the disk lets files be is not there, and nothing of it is left") {
  for (const Refusals& disk : kDisks) {
    const Folder folder;
    refused = disk;
    std::error_code problem;
    {
      const footbridge::test::ShortFiles most(1000);
      problem = platform::writeNewFile(folder.file("new"), std::string(1001, 'w'));
    }
    CHECK(problem == std::errc::file_too_large);
    CHECK(folder.count() == 0);
  }
}

TEST_CASE("What an ended program left of a new file goes with the next, and what another is writing stays") {
  const Folder folder;
  refused.nameless = true;
  const fs::path left = folder.file(".footbridge-making-aB3xYz"), held = folder.file(".footbridge-making-aB3xYy");
  const fs::path other = folder.file(".footbridge-making-notes"), link = folder.file(".footbridge-making-aB3xYx");
  for (const fs::path& file : {left, held, other}) std::ofstream(file) << "plain words";
  fs::create_symlink(other, link);
  const int holder = ::open(held.c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(::flock(holder, LOCK_EX | LOCK_NB) == 0);
  REQUIRE_FALSE(platform::writeNewFile(folder.file("new"), "words"));
  CHECK_FALSE(fs::exists(left));
  CHECK(fs::exists(held));
  CHECK(fs::exists(other));
  CHECK(fs::is_symlink(link));
  ::close(holder);
  REQUIRE_FALSE(platform::writeNewFile(folder.file("newer"), "words"));
  CHECK_FALSE(fs::exists(held));
  CHECK(folder.count() == 4);
}

TEST_CASE("A disk that lies on a network is known by what it says of itself") {
  const Folder folder;
  for (const unsigned int magic :
       {0x6969U, 0xFF534D42U, 0xFE534D42U, 0x517BU, 0x5346414FU, 0x6B414653U, 0x73757245U, 0x00C36400U, 0x01021997U}) {
    refused.magic = magic;
    CHECK(platform::fileSystemOf(folder.path()) == platform::FileSystemKind::Network);
  }
  refused.magic = 0xEF53U;  // ext4
  CHECK(platform::fileSystemOf(folder.path()) == platform::FileSystemKind::Local);
}

TEST_CASE("A file gets a new name for good, never over another, or has none") {
  for (const Refusals& disk : kDisks) {
    const Folder folder;
    refused = disk;
    const fs::path made = folder.file("made");
    const fs::path name = folder.file("name");
    std::ofstream(made) << "words";
    std::ofstream(name) << "other";
    CHECK(platform::nameNewFile(made, name) == std::errc::file_exists);
    CHECK(bytesIn(name) == "other");
    CHECK(bytesIn(made) == "words");
    fs::remove(name);
    CHECK_FALSE(platform::nameNewFile(made, name));
    CHECK(bytesIn(name) == "words");
    CHECK(folder.count() == 1);
    refused.folderSync = true;
    CHECK(platform::nameNewFile(name, folder.file("later")) == std::errc::io_error);
    CHECK(folder.count() == 0);
  }
}
