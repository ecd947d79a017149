// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/parts/disk_log.h"

#include <algorithm>
#include <utility>

namespace footbridge::gates {
namespace {

using Kind = DiskEvent::Kind;
constexpr std::size_t kSector = 512;

void apply(std::string& bytes, const DiskEvent& event) {
  if (event.kind == Kind::Truncate) {
    bytes.resize(static_cast<std::size_t>(event.offset));
    return;
  }
  const auto at = static_cast<std::size_t>(event.offset);
  if (bytes.size() < at + event.bytes.size()) bytes.resize(at + event.bytes.size());
  bytes.replace(at, event.bytes.size(), event.bytes);
}

/// The pieces of a write as sectors of the disk see them.
std::vector<DiskEvent> sectorsOf(const DiskEvent& write) {
  std::vector<DiskEvent> sectors;
  for (std::size_t from = 0; from < write.bytes.size();) {
    const std::size_t at = static_cast<std::size_t>(write.offset) + from;
    const std::size_t length = std::min(kSector - at % kSector, write.bytes.size() - from);
    DiskEvent sector = write;
    sector.offset = static_cast<std::int64_t>(at);
    sector.bytes = write.bytes.substr(from, length);
    sectors.push_back(std::move(sector));
    from += length;
  }
  return sectors;
}

bool tossed(std::mt19937_64& random) {
  return (random() & 1U) != 0;
}

/// The pending events of one file, less what is lost.
class Remainder {
 public:
  Remainder(const std::vector<DiskEvent>& pending, std::mt19937_64& random) : m_pending(pending), m_random(random) {}

  [[nodiscard]] std::vector<DiskEvent> after(Loss loss) {
    switch (loss) {
      case Loss::LastTorn:
      case Loss::LastTornFront:
        return lastTorn(loss == Loss::LastTornFront);
      case Loss::SomeWrites:
        return some(m_pending);
      case Loss::SomeSectors:
        return some(allSectors());
      case Loss::Reordered: {
        auto events = some(m_pending);
        std::ranges::shuffle(events, m_random);
        return events;
      }
      case Loss::Garbage:
        return garbled();
      default:
        return m_pending;
    }
  }

 private:
  [[nodiscard]] std::vector<DiskEvent> lastTorn(bool front) {
    std::vector<DiskEvent> events(m_pending.begin(), m_pending.end());
    if (events.empty() || events.back().kind != Kind::Write) return events;
    const auto sectors = sectorsOf(events.back());
    events.pop_back();
    const auto cut = static_cast<std::ptrdiff_t>(m_random() % (sectors.size() + 1));
    if (front)
      events.insert(events.end(), sectors.begin() + cut, sectors.end());
    else
      events.insert(events.end(), sectors.begin(), sectors.begin() + cut);
    return events;
  }

  [[nodiscard]] std::vector<DiskEvent> some(const std::vector<DiskEvent>& events) {
    std::vector<DiskEvent> chosen;
    for (const DiskEvent& event : events) {
      if (tossed(m_random)) chosen.push_back(event);
    }
    return chosen;
  }

  [[nodiscard]] std::vector<DiskEvent> allSectors() const {
    std::vector<DiskEvent> sectors;
    for (const DiskEvent& event : m_pending) {
      if (event.kind == Kind::Write)
        std::ranges::move(sectorsOf(event), std::back_inserter(sectors));
      else
        sectors.push_back(event);
    }
    return sectors;
  }

  [[nodiscard]] std::vector<DiskEvent> garbled() {
    std::vector<DiskEvent> events = allSectors();
    for (DiskEvent& event : events) {
      if (event.kind != Kind::Write || m_random() % 3 != 0) continue;
      for (char& byte : event.bytes) byte = static_cast<char>(m_random());
    }
    return events;
  }

  const std::vector<DiskEvent>& m_pending;
  std::mt19937_64& m_random;
};

bool isJournalName(const std::string& file) {
  return file.ends_with("-journal");
}

}  // namespace

void DiskLog::after(const Call& call) {
  switch (call.op) {
    case Op::Open:
      if (!std::exchange(m_known[call.file], true)) m_events.push_back({Kind::Create, call.file});
      break;
    case Op::Write:
      m_events.push_back({Kind::Write, call.file, call.offset, std::string(storage::textOf(call.bytes))});
      break;
    case Op::Truncate:
      m_events.push_back({Kind::Truncate, call.file, call.offset});
      break;
    case Op::Sync:
      m_events.push_back({Kind::Sync, call.file});
      break;
    case Op::Delete:
      m_known[call.file] = false;
      m_events.push_back({Kind::Delete, call.file, 0, {}, call.durable});
      break;
    default:
      break;
  }
}

Disk::Disk(std::map<std::string, std::string> files, bool obeysSync) : m_obeysSync(obeysSync) {
  for (auto& [name, bytes] : files) m_files[name].durable = std::move(bytes);
}

// SQLite's own file layer syncs the folder along with the first sync of a journal that it made.
void Disk::take(const DiskEvent& event) {
  if (event.kind == Kind::Acknowledged) return;
  if (event.kind == Kind::Create) {
    if (!m_files.contains(event.file) || m_files[event.file].isGone) m_files[event.file] = {{}, {}, false, false};
    return;
  }
  File& file = m_files[event.file];
  if (event.kind == Kind::Delete) {
    file.isGone = true;
    if (event.durable && m_obeysSync) m_files.erase(event.file);
  } else if (event.kind != Kind::Sync) {
    file.pending.push_back(event);
  } else if (m_obeysSync) {
    for (const DiskEvent& each : file.pending) apply(file.durable, each);
    file.pending.clear();
    file.nameIsDurable = true;
  }
}

bool Disk::hasPending() const {
  return std::ranges::any_of(m_files, [](const auto& entry) {
    return !entry.second.pending.empty() || !entry.second.nameIsDurable || entry.second.isGone;
  });
}

std::string Disk::remains(const File& file, Loss loss, bool isJournal, std::mt19937_64& random) {
  const bool dropsAll = loss == Loss::NothingSynced || (loss == Loss::JournalOnly && !isJournal) ||
                        (loss == Loss::DatabaseOnly && isJournal);
  std::string bytes = file.durable;
  if (dropsAll) return bytes;
  for (const DiskEvent& event : Remainder(file.pending, random).after(loss)) apply(bytes, event);
  return bytes;
}

std::map<std::string, std::string> Disk::afterPowerCut(Loss loss, std::mt19937_64& random) const {
  std::map<std::string, std::string> files;
  for (const auto& [name, file] : m_files) {
    const bool undecided = !file.nameIsDurable || file.isGone;
    const bool asTold = loss == Loss::Nothing || (loss != Loss::NothingSynced && tossed(random));
    const bool isThere = undecided ? asTold != file.isGone : true;
    if (isThere) files[name] = remains(file, loss, isJournalName(name), random);
  }
  return files;
}

}  // namespace footbridge::gates
