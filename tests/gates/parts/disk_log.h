// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "gates/parts/watched_vfs.h"

namespace footbridge::gates {

/// What reached the disk, in order, and between it when a save was said to be kept.
struct DiskEvent {
  enum class Kind : std::uint8_t { Create, Write, Truncate, Sync, Delete, Acknowledged };
  Kind kind = Kind::Write;
  std::string file{};
  std::int64_t offset = 0;  ///< of a Write; the size of a Truncate
  std::string bytes{};
  bool durable = false;  ///< Delete: the folder was synced
};

class DiskLog : public Watcher {
 public:
  void after(const Call& call) override;
  void acknowledge() { m_events.push_back({DiskEvent::Kind::Acknowledged}); }
  [[nodiscard]] const std::vector<DiskEvent>& events() const { return m_events; }

 private:
  std::vector<DiskEvent> m_events;
  std::map<std::string, bool> m_known;
};

/// How what was not synced is found after the power went.
enum class Loss : std::uint8_t {
  NothingSynced,  ///< all of it is gone
  Nothing,        ///< none of it is gone: the program was killed, not the power
  LastTorn,       ///< the last write ends at some sector
  LastTornFront,  ///< the last write begins at some sector
  SomeWrites,     ///< each write is there or not
  SomeSectors,    ///< each sector of each write is there or not
  Reordered,      ///< some writes, in any order
  Garbage,        ///< sectors that were being written hold anything
  JournalOnly,    ///< what went to the rollback journal is there, the rest is not
  DatabaseOnly,
};
inline constexpr int kLosses = 10;

/// A disk that is told one event after another, and can say how its files could be found if the power went now.
class Disk {
 public:
  /// The files that are there, and durable, to begin with.
  explicit Disk(std::map<std::string, std::string> files, bool obeysSync = true);

  void take(const DiskEvent& event);
  [[nodiscard]] bool hasPending() const;
  [[nodiscard]] std::map<std::string, std::string> afterPowerCut(Loss loss, std::mt19937_64& random) const;

 private:
  struct File {
    std::string durable;
    std::vector<DiskEvent> pending;
    bool nameIsDurable = true;
    bool isGone = false;  ///< deleted, though the folder does not know it yet
  };
  [[nodiscard]] static std::string remains(const File& file, Loss loss, bool isJournal, std::mt19937_64& random);

  std::map<std::string, File> m_files;
  bool m_obeysSync;
};

}  // namespace footbridge::gates
