// SPDX-License-Identifier: GPL-3.0-or-later
// fault_gate [saves=N] [stride=N]
// Lets each call fail that opening, a save and closing make to the disk: reading, writing (whole, short, disk full),
// syncing, truncating, locking (busy), deleting; then each of SQLite's and of our own allocations; then each call
// while a transaction that was cut short is rolled back. Each once and from then on. Afterwards: what was acknowledged
// is there, nothing is half, and once a sync failed that connection has written nothing more.
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <map>
#include <new>
#include <random>

#include "gates/instead/failing_memory.h"
#include "gates/parts/disk_log.h"
#include "gates/parts/gate.h"
#include "gates/parts/saboteur.h"
#include "gates/parts/script.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

enum Count : std::size_t { Runs, Told, Unnoticed, Lost, Corrupt, WroteAfterSync, Kinds };

/// The journal as it was before each save.
struct Evening {
  std::vector<std::string> files;
  std::vector<ContentMark> contents;
};

Evening recordEvening(int saves) {
  const Scratch scratch;
  auto shelf = forgetfulShelf();
  Evening evening;
  const std::string file = scratch.file("us.footbridge");
  createFor(shelf, file).value().reset();
  for (int step = 0; step <= saves; ++step) {
    evening.files.push_back(bytesIn(file));
    auto journal = shelf.openSealed(file);
    evening.contents.push_back(markOf(*journal.value()));
    if (!save(*journal.value(), step)) complain("a save failed by itself");
  }
  return evening;
}

/// How a process ended that ran out of memory. To end is an answer: what is on the disk is what was acknowledged.
enum Ending : int { Saved = 60, Refused, Ended, NotHit };

/// What one visit to the journal came to.
struct Visit {
  bool opened = false;
  bool saved = false;
};

/// Opens, saves, and when that was refused tries again, as somebody at the screen would.
Visit visit(const std::string& file, int step) {
  auto shelf = forgetfulShelf();
  Visit seen;
  auto journal = shelf.openSealed(file);
  seen.opened = journal.ok();
  for (int attempt = 0; seen.opened && !seen.saved && attempt < 2; ++attempt)
    seen.saved = save(*journal.value(), step).ok();
  return seen;
}

class FaultRuns {
 public:
  explicit FaultRuns(int saves) : m_evening(recordEvening(saves)) {}

  /// The calls of one visit, made without any fault.
  [[nodiscard]] std::vector<Op> callsOf(int step) const {
    const Scratch scratch;
    const std::string file = place(scratch, step);
    Saboteur quiet;
    watchDisk(&quiet);
    visit(file, step);
    watchDisk(nullptr);
    return quiet.ops();
  }

  void failCall(int step, std::uint64_t at, std::size_t way, bool sticky, Counts& counts) const {
    const Scratch scratch;
    const std::string file = place(scratch, step);
    Saboteur saboteur(at, way, sticky);
    watchDisk(&saboteur);
    const Visit seen = visit(file, step);
    watchDisk(nullptr);
    if (!saboteur.hit()) return;
    if (saboteur.wroteAfterFailedSync()) {
      ++counts[WroteAfterSync];
      complain(said("step ", step, " call ", at, " way ", way, sticky ? " sticky" : "", ": wrote after a failed sync"));
    }
    judge(file, step, seen, said(nameOf(saboteur.ops()[at]), " call ", at, " way ", way, sticky ? " sticky" : ""),
          counts);
  }

  void failMemory(int step, std::uint64_t at, bool sticky, bool ours, Counts& counts) const {
    const Scratch scratch;
    const std::string file = place(scratch, step);
    const int code = inChild([&] {
      std::set_terminate([] { _exit(Ended); });
      failMemoryAt(at, sticky, ours);
      int ending = Refused;
      try {
        if (visit(file, step).saved) ending = Saved;
      } catch (const std::bad_alloc&) {
      }
      return stopFailingMemory() ? ending : NotHit;
    });
    if (code == NotHit) return;
    const Visit seen{true, code == Saved};
    if (code != Saved && code != Refused && code != Ended) ++counts[Corrupt];
    judge(file, step, seen, said(ours ? "new " : "malloc ", at, sticky ? " sticky" : ""), counts);
  }

  [[nodiscard]] std::uint64_t allocationsOf(int step, bool ours) const {
    const Scratch scratch;
    const std::string file = place(scratch, step);
    failMemoryAt(kNever, false, ours);
    visit(file, step);
    stopFailingMemory();
    return allocationsSeen();
  }

  /// The file and its hot journal at every call of a save, or at every `stride`th.
  void failRecovery(int step, bool sticky, std::uint64_t stride, Counts& counts) const {
    const auto images = hotImages(step);
    for (std::size_t i = 0; i < images.size(); i += stride) {
      for (std::uint64_t at = 0; failRecoveryAt(images[i], step, at, sticky, counts); ++at) {
      }
    }
  }

 private:
  using Image = std::map<std::string, std::string>;

  [[nodiscard]] std::string place(const Scratch& scratch, int step) const {
    const std::string file = scratch.file("us.footbridge");
    putBytes(file, m_evening.files[static_cast<std::size_t>(step)]);
    return file;
  }

  void judge(const std::string& file, int step, const Visit& seen, const std::string& what, Counts& counts) const {
    ++counts[Runs];
    ++counts[seen.saved ? Unnoticed : Told];
    auto shelf = forgetfulShelf();
    const auto journal = shelf.openSealed(file);
    const std::string where = said("step ", step, ", ", what, ": ");
    if (!journal) {
      ++counts[Corrupt];
      return complain(
          said(where, "does not open, error ", static_cast<int>(journal.error().kind), " ", journal.error().detail));
    }
    const ContentMark content = markOf(*journal.value());
    const auto at = static_cast<std::size_t>(step);
    const bool asBefore = !seen.saved && content == m_evening.contents[at];
    if (asBefore || content == m_evening.contents[at + 1]) return;
    ++counts[Lost];
    complain(where + (seen.saved ? "said to be saved, and is not there" : "neither as before nor as after"));
  }

  /// At every call of a save that leaves a hot journal, what a kill would leave behind.
  [[nodiscard]] std::vector<Image> hotImages(int step) const {
    const Scratch scratch;
    const std::string file = place(scratch, step);
    DiskLog log;
    watchDisk(&log);
    visit(file, step);
    watchDisk(nullptr);
    Disk disk(Image{{file, m_evening.files[static_cast<std::size_t>(step)]}});
    std::mt19937_64 random(1);
    std::vector<Image> images;
    for (const DiskEvent& event : log.events()) {
      disk.take(event);
      Image found = disk.afterPowerCut(Loss::Nothing, random);
      const std::string& beside = found[file + "-journal"];
      if (event.kind == DiskEvent::Kind::Write && !beside.empty() && beside.front() != '\0')
        images.push_back({{"", found[file]}, {"-journal", beside}});
    }
    return images;
  }

  /// False when the recovery makes fewer calls than that.
  bool failRecoveryAt(const Image& image, int step, std::uint64_t at, bool sticky, Counts& counts) const {
    bool any = false;
    for (std::size_t way = 0; way < 4; ++way) {
      const Scratch scratch;
      const std::string file = scratch.file("us.footbridge");
      for (const auto& [ending, bytes] : image) putBytes(file + ending, bytes);
      Saboteur saboteur(at, way, sticky);
      watchDisk(&saboteur);
      auto shelf = forgetfulShelf();
      { const auto opened = shelf.openSealed(file); }
      watchDisk(nullptr);
      any = any || saboteur.ops().size() > at;
      if (saboteur.hit()) judge(file, step, {}, said("recovery, call ", at, " way ", way), counts);
    }
    return any;
  }

  Evening m_evening;
};

struct Job {
  int step = 0;
  std::uint64_t at = 0;
  std::size_t way = 0;
  bool sticky = false;
};

/// Every failure of every call of the visits. Opening is the same each time, so it is gone through on every tenth.
std::vector<Job> diskJobs(const FaultRuns& runs, int saves) {
  std::vector<Job> jobs;
  for (int step = 0; step < saves; ++step) {
    const std::vector<Op> ops = runs.callsOf(step);
    const auto firstWrite = static_cast<std::uint64_t>(std::ranges::find(ops, Op::Write) - ops.begin());
    for (std::uint64_t at = step % 10 == 0 ? 0 : firstWrite; at < ops.size(); ++at) {
      for (std::size_t way = 0; way < failuresOf(ops[at]).size(); ++way) {
        for (const bool sticky : {false, true}) jobs.push_back({step, at, way, sticky});
      }
    }
  }
  return jobs;
}

std::vector<Job> memoryJobs(const FaultRuns& runs, int saves, bool ours) {
  std::vector<Job> jobs;
  for (int step = 0; step < saves; step += 10) {
    const std::uint64_t all = runs.allocationsOf(step + step / 10 % 10, ours);  // one of each sort of save
    for (std::uint64_t at = 0; at < all; ++at) {
      for (const bool sticky : {false, true}) jobs.push_back({step + step / 10 % 10, at, 0, sticky});
    }
  }
  return jobs;
}

bool gate(const char* name, const Shared& done) {
  const Counts& counts = done.counts;
  const bool met = !done.lost && counts[Runs] > 0 && counts[Told] > 0 &&
                   counts[Lost] + counts[Corrupt] + counts[WroteAfterSync] == 0;
  const std::string seen =
      said(counts[Runs], " faults, ", counts[Told], " told, ", counts[Unnoticed], " overcome: ", counts[Lost],
           " lost, ", counts[Corrupt], " corrupt, ", counts[WroteAfterSync], " wrote on after a failed sync");
  return answer({name, "0 lost, 0 corrupt", seen, met}) == 0;
}

using Work = std::function<void(const Job&, Counts&)>;
bool run(const char* name, const std::vector<Job>& jobs, std::uint64_t stride, const Work& work) {
  const auto nth = [&](std::uint64_t index) { return static_cast<std::size_t>(index * stride); };
  return gate(name, shareOut((jobs.size() + stride - 1) / stride, Kinds,
                             [&](std::uint64_t index, Counts& counts) { work(jobs[nth(index)], counts); }));
}

}  // namespace

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {{"saves", 20}, {"stride", 9}});
  useFailingMemory();
  const auto saves = static_cast<int>(sizes["saves"]);
  const std::uint64_t stride = sizes["stride"];
  const FaultRuns runs(saves);
  bool met = run("fault disk", diskJobs(runs, saves), stride,
                 [&](const Job& job, Counts& counts) { runs.failCall(job.step, job.at, job.way, job.sticky, counts); });
  for (const bool ours : {false, true}) {
    met = run(ours ? "fault memory" : "fault memory of sqlite", memoryJobs(runs, saves, ours),
              stride == 1 ? 1 : stride * 3,
              [&](const Job& job, Counts& counts) { runs.failMemory(job.step, job.at, job.sticky, ours, counts); }) &&
          met;
  }
  std::vector<Job> recoveries;
  for (int step = 0; step < saves; ++step)
    recoveries.push_back({step, 0, 0, (step + step / 10) % 2 == 1});  // each sort of save in both ways
  met = run("fault recovery", recoveries, stride == 1 ? 1 : 7,
            [&](const Job& job, Counts& counts) { runs.failRecovery(job.step, job.sticky, stride, counts); }) &&
        met;
  return met ? 0 : 1;
}
