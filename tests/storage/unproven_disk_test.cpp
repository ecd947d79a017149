// SPDX-License-Identifier: GPL-3.0-or-later
// Disks that another program or another computer provides. None can be had everywhere, so what the system says of a
// folder is put in its place here.
#include <dlfcn.h>
#include <linux/magic.h>
#include <sys/vfs.h>

#include <cstring>

#include "catch.h"
#include "storage/conflicted_copies.h"
#include "storage/desk.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

using Ask = int (*)(const char*, struct statfs*);
constexpr std::uint32_t kFuse = 0x65735546;

bool lies = false;
std::uint32_t magic = 0;

/// The system calls every disk one of this kind as long as this is there.
class AnotherDisk {
 public:
  explicit AnotherDisk(std::uint32_t kind) {
    lies = true;
    magic = kind;
  }
  AnotherDisk(const AnotherDisk&) = delete;
  AnotherDisk& operator=(const AnotherDisk&) = delete;
  ~AnotherDisk() { lies = false; }
};

}  // namespace

// The C library is a shared one, so the program's own function of this name is the one that the journal's code calls.
extern "C" int statfs(const char* path, struct statfs* facts) noexcept {
  static const auto theirs = reinterpret_cast<Ask>(dlsym(RTLD_NEXT, "statfs"));
  const int code = theirs(path, facts);
  if (code == 0 && lies) facts->f_type = static_cast<decltype(facts->f_type)>(magic);
  return code;
}

TEST_CASE("A disk that another program provides is warned about, and the journal works", "[disk]") {
  Desk desk;
  {
    const auto journal = desk.create();
    CHECK_FALSE(journal->exchange()->diskIsUnproven());
  }
  CHECK_FALSE(liesOnUnprovenDisk(desk.file()));
  const AnotherDisk fuse(kFuse);
  CHECK(liesOnUnprovenDisk(desk.file()));
  const auto journal = desk.open();
  CHECK(journal->exchange()->diskIsUnproven());
  CHECK(journal->add(VaultId::Ours, PartnerId::A, note("kept")).ok());
  CHECK(desk.shelf().createSealed(desk.file("new.footbridge"), name("Alex"), std::nullopt).ok());
}

TEST_CASE("A journal on a network is refused, and left as it is", "[disk]") {
  Desk desk;
  desk.create().reset();
  const std::string before = bytesIn(desk.file());
  const AnotherDisk network(NFS_SUPER_MAGIC);
  CHECK(kindOf(desk.shelf().open(desk.file())) == ErrorKind::NetworkFileSystem);
  CHECK(kindOf(desk.shelf().createSealed(desk.file("new.footbridge"), name("Alex"), std::nullopt)) ==
        ErrorKind::NetworkFileSystem);
  CHECK_FALSE(std::filesystem::exists(desk.file("new.footbridge")));
  CHECK(bytesIn(desk.file()) == before);
}

TEST_CASE("A journal in memory lies on no disk", "[disk]") {
  Desk desk;
  const auto journal = desk.shelf().createInMemory(name("Alex"), std::nullopt);
  REQUIRE(journal.ok());
  const AnotherDisk fuse(kFuse);
  CHECK_FALSE(journal.value()->exchange()->diskIsUnproven());
}
