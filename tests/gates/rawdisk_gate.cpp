// SPDX-License-Identifier: GPL-3.0-or-later
// rawdisk_gate CLI [rounds=N]
// A disk of its own, an ext4 image mounted by loop, holds HOME and TMPDIR. The command line and the store write,
// revise, delete, draft, protect and change a passphrase there; then the raw image is read from its first byte to its
// last. None of what was sealed may be in it; a plain file of the same words, as a control, must be found. Ends with 77
// where nobody may mount.
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "gates/parts/canaries.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

constexpr int kSkipped = 77;

bool run(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

class LoopDisk {
 public:
  explicit LoopDisk(const Scratch& scratch) : m_image(scratch.file("image")), m_at(scratch.file("disk")) {
    std::filesystem::create_directories(m_at);
    m_made = run("truncate -s 64M " + m_image) && run("mkfs.ext4 -q -F " + m_image) && mountAgain();
  }
  LoopDisk(const LoopDisk&) = delete;
  LoopDisk& operator=(const LoopDisk&) = delete;
  ~LoopDisk() { unmount(); }

  [[nodiscard]] bool mountAgain() { return m_mounted = run("mount -o loop " + m_image + " " + m_at); }
  void unmount() {
    if (m_mounted && !run("umount " + m_at)) complain("the disk could not be unmounted");
    m_mounted = false;
  }
  [[nodiscard]] bool made() const { return m_made; }
  [[nodiscard]] const std::string& at() const { return m_at; }
  [[nodiscard]] const std::string& image() const { return m_image; }

 private:
  std::string m_image;
  std::string m_at;
  bool m_made = false;
  bool m_mounted = false;
};

/// A folder of the disk as somebody's home, for this process and those that it starts.
void liveIn(const std::string& disk) {
  for (const char* folder : {"home", "tmp"}) std::filesystem::create_directories(disk + "/" + folder);
  setenv("HOME", (disk + "/home").c_str(), 1);
  setenv("TMPDIR", (disk + "/tmp").c_str(), 1);
  setenv("SQLITE_TMPDIR", (disk + "/tmp").c_str(), 1);
  for (const char* name : {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) unsetenv(name);
}

/// What the command line is told comes by pipes, as from a terminal; nothing of it is an argument.
bool byCommands(const std::string& cli, const std::string& file, const std::string& words) {
  const std::string secret = std::string(" 3<<<'") + kAlex + "'";
  const auto bash = [](const std::string& line) { return run("bash -c \"" + line + "\""); };
  return bash(cli + " new " + file + " --names Alex Sam") &&
         bash(cli + " protect " + file + " --as Alex --new-passphrase-fd 3" + secret) &&
         bash(cli + " note " + file + " --as Alex --private --passphrase-fd 3 <<<'" + words + "'" + secret) &&
         bash(cli + " list " + file + " --as Alex --passphrase-fd 3" + secret) &&
         bash(cli + " search " + file + " canary --as Alex --passphrase-fd 3" + secret) &&
         bash(cli + " verify " + file + " --as Alex --passphrase-fd 3" + secret);
}

/// What a window has the store do in an evening.
bool byStore(const std::string& file, const std::string& words) {
  storage::FileShelf shelf({storage::KdfCost::least(), {}, {}});
  auto journal = createFor(shelf, file);
  if (!journal) return false;
  auto& open = *journal.value();
  const auto shared = open.add(VaultId::Ours, PartnerId::A, Note{words + " for both"});
  bool done = shared && open.putDraft(VaultId::A, "here", words + " half a line");
  for (const PartnerId who : {PartnerId::A, PartnerId::B})
    done = done && open.protect(who, secret(who == PartnerId::A ? kAlex : kSam));
  const auto own = open.add(VaultId::A, PartnerId::A, Note{words + std::string(20'000, '.') + words});
  done = done && own && open.revise(own->id, Note{words + " otherwise"}) && open.remove(shared->id) &&
         open.clearDraft(VaultId::A, "here") && open.protect(PartnerId::A, secret("eleven umbrellas went missing"));
  for (int step = 0; done && step < 40; ++step) done = save(open, step).ok();
  return done;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const Sizes sizes(argc - 1, argv + 1, {{"rounds", 1}});
  const Scratch scratch(std::filesystem::temp_directory_path());
  LoopDisk disk(scratch);
  if (!disk.made()) {
    complain("no loop mounts here; not tried");
    return kSkipped;
  }
  const std::string words = freshCanary("canary ");
  std::uint64_t failed = 0;
  for (std::uint64_t round = 0; round < sizes["rounds"]; ++round) {
    const std::string cli = argv[1];
    const int code = inChild([&] {
      liveIn(disk.at());
      const std::string home = disk.at() + "/home/";
      const bool done = byCommands(cli, home + said("cli", round, ".footbridge"), words) &&
                        byStore(home + said("store", round, ".footbridge"), words);
      return done ? 0 : 1;
    });
    if (code != 0) ++failed;
  }
  disk.unmount();
  std::vector<std::string> wanted = formsOf(words);
  for (const char* passphrase : {kAlex, kSam}) wanted.emplace_back(passphrase);
  const std::uint64_t sealed = foundInFile(disk.image(), wanted);
  if (!disk.mountAgain()) ++failed;
  putBytes(disk.at() + "/home/plain.txt", words);
  disk.unmount();
  const std::uint64_t plain = foundInFile(disk.image(), wanted);
  const std::string seen = said(sizes["rounds"], " rounds on ext4 by loop, ", failed, " failed: ", sealed,
                                " found; in a plain file ", plain);
  return answer({"raw disk", "0 found, control > 0", seen, failed == 0 && sealed == 0 && plain > 0});
}
