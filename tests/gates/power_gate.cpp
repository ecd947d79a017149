// SPDX-License-Identifier: GPL-3.0-or-later
// power_gate [saves=N] [points=N] [variants=N] [seed=N] [obey=0|1]
// Writes down every call that an evening of saves makes to the disk. At each of them the power is cut: the files are
// put together as they could be found then, opened by the journal's own code, and must hold every save that had been
// acknowledged, and nothing half. With obey=0 the disk ignores fsync; the gate must then fail, or it would prove
// nothing. points=0 cuts at every call.
#include <algorithm>

#include "gates/parts/disk_log.h"
#include "gates/parts/gate.h"
#include "gates/parts/script.h"

using namespace footbridge;
using namespace footbridge::gates;

namespace {

enum Count : std::size_t { Images, HotJournals, Lost, Corrupt, Kinds };

struct Evening {
  std::string file;
  std::map<std::string, std::string> before;
  DiskLog log;
};

bool record(Evening& evening, int saves) {
  auto shelf = forgetfulShelf();
  if (!createFor(shelf, evening.file)) return false;
  evening.before[evening.file] = bytesIn(evening.file);
  watchDisk(&evening.log);
  bool kept = true;
  {
    auto journal = shelf.openSealed(evening.file);
    kept = journal.ok();
    for (int step = 0; kept && step < saves; ++step) {
      kept = save(*journal.value(), step).ok();
      evening.log.acknowledge();
    }
  }
  watchDisk(nullptr);
  return kept;
}

/// How many saves were acknowledged before each event, counted once for all.
std::vector<std::size_t> acknowledgedBefore(const std::vector<DiskEvent>& events) {
  std::vector<std::size_t> counts;
  std::size_t count = 0;
  for (const DiskEvent& event : events) {
    counts.push_back(count);
    if (event.kind == DiskEvent::Kind::Acknowledged) ++count;
  }
  return counts;
}

class Cutter {
 public:
  Cutter(const Evening& evening, std::vector<ContentMark> contents, std::uint64_t variants, bool obeys)
      : m_evening(evening),
        m_contents(std::move(contents)),
        m_acknowledged(acknowledgedBefore(evening.log.events())),
        m_variants(variants),
        m_disk(evening.before, obeys) {}

  /// Points are asked for in rising order by each worker.
  void cutAt(std::size_t point, std::uint64_t seed, Counts& counts) {
    for (; m_told < point; ++m_told) m_disk.take(m_evening.log.events()[m_told]);
    std::mt19937_64 random(seed * 1000003 + point);
    for (std::uint64_t variant = 0; variant < m_variants; ++variant) {
      const auto loss = static_cast<Loss>((m_variants < kLosses ? random() : variant) % kLosses);
      ++counts[Images];
      check(point, loss, m_disk.afterPowerCut(loss, random), counts);
    }
  }

 private:
  void check(std::size_t point, Loss loss, const std::map<std::string, std::string>& files, Counts& counts) {
    const Scratch scratch;
    const std::string place = scratch.file("us.footbridge");
    for (const auto& [name, bytes] : files) {
      const bool isJournal = name != m_evening.file;
      if (isJournal && !bytes.empty() && bytes.front() != '\0') ++counts[HotJournals];
      putBytes(place + name.substr(m_evening.file.size()), bytes);
    }
    const std::string where = said("power cut at call ", point, ", loss ", static_cast<int>(loss), ": ");
    auto shelf = forgetfulShelf();
    const auto journal = shelf.openSealed(place);
    if (!journal) {
      ++counts[Corrupt];
      return complain(
          said(where, "does not open, error ", static_cast<int>(journal.error().kind), " ", journal.error().detail));
    }
    const std::size_t kept = m_acknowledged[std::min(point, m_acknowledged.size() - 1)];
    const ContentMark content = markOf(*journal.value());
    if (content == m_contents[kept] || (kept + 1 < m_contents.size() && content == m_contents[kept + 1])) return;
    ++counts[Lost];
    complain(where + "not what was acknowledged");
  }

  const Evening& m_evening;
  std::vector<ContentMark> m_contents;
  std::vector<std::size_t> m_acknowledged;
  std::uint64_t m_variants;
  Disk m_disk;
  std::size_t m_told = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const Sizes sizes(argc, argv, {{"saves", 60}, {"points", 200}, {"variants", 4}, {"seed", 20261123}, {"obey", 1}});
  const auto saves = static_cast<int>(sizes["saves"]);
  const Scratch scratch;
  Evening evening{scratch.file("us.footbridge"), {}, {}};
  auto contents = expectedContents(saves);
  if (!record(evening, saves) || contents.size() != sizes["saves"] + 1)
    return answer({"power", "0 lost, 0 corrupt", "the evening could not be written", false});
  const std::size_t calls = evening.log.events().size();
  const std::uint64_t stride = sizes["points"] == 0 ? 1 : strideFor(calls, sizes["points"]);
  Cutter cutter(evening, std::move(contents), sizes["variants"], sizes["obey"] != 0);
  const Shared done = shareOut(calls / stride, Kinds, [&](std::uint64_t index, Counts& counts) {
    cutter.cutAt(static_cast<std::size_t>(index * stride) + 1, sizes["seed"], counts);
  });
  const Counts& counts = done.counts;
  const std::string seen = said(saves, " saves, ", calls, " calls, ", counts[Images], " images (", counts[HotJournals],
                                " with a hot journal): ", counts[Lost], " lost, ", counts[Corrupt], " corrupt");
  return answer({"power", "0 lost, 0 corrupt", seen, !done.lost && counts[Lost] + counts[Corrupt] == 0});
}
