// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "storage/bytes.h"

namespace footbridge::gates {

/// What SQLite asks of a disk.
enum class Op : std::uint8_t { Open, Close, Read, Write, Truncate, Sync, Size, Lock, Unlock, Delete, Access };
inline constexpr std::size_t kOps = 11;
[[nodiscard]] const char* nameOf(Op op);

struct Call {
  Op op = Op::Read;
  const std::string& file;     ///< whole path
  std::int64_t offset = 0;     ///< Write, Read; the new size of a Truncate
  storage::BytesView bytes{};  ///< of a Write
  bool durable = false;        ///< Delete: the folder is synced as well
};

/// What becomes of a call: SQLITE_OK lets it through; anything else is answered in its stead, after so many bytes of a
/// Write were written all the same.
struct Outcome {
  int code = 0;
  std::size_t writtenFirst = 0;
};

/// Sees every call before it is made and after it went well.
class Watcher {
 public:
  virtual ~Watcher() = default;
  [[nodiscard]] virtual Outcome before(const Call&) { return {}; }
  virtual void after(const Call&) {}
};

/// From the first call on, the process's default VFS is one that looks like the system's, does what that does, and
/// shows every call to the watcher. The journal's own code needs no door for it. Null: nobody watches.
void watchDisk(Watcher* watcher);

}  // namespace footbridge::gates
