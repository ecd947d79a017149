// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace footbridge::storage::test {

/// As long as it is there, SQLite writes no more than so often.
class FullDisk {
 public:
  explicit FullDisk(int writes = 0) {
    s_left = writes;
    s_wasFull = false;
    put(0, reinterpret_cast<sqlite3_syscall_ptr>(writeNext));
    put(1, reinterpret_cast<sqlite3_syscall_ptr>(writeAt));
    put(2, reinterpret_cast<sqlite3_syscall_ptr>(writeAt));
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    for (const char* call : kCalls) m_system->xSetSystemCall(m_system, call, nullptr);
  }

  /// It has refused something.
  [[nodiscard]] static bool wasFull() { return s_wasFull; }

 private:
  static bool hasRoom() {
    if (s_left-- > 0) return true;
    s_left = 0;
    s_wasFull = true;
    errno = ENOSPC;
    return false;
  }
  static ssize_t writeNext(int file, const void* bytes, size_t size) {
    return hasRoom() ? write(file, bytes, size) : -1;
  }
  static ssize_t writeAt(int file, const void* bytes, size_t size, off_t at) {
    return hasRoom() ? pwrite(file, bytes, size, at) : -1;
  }
  void put(std::size_t which, sqlite3_syscall_ptr ours) { m_system->xSetSystemCall(m_system, kCalls.at(which), ours); }

  static constexpr std::array kCalls{"write", "pwrite", "pwrite64"};
  static inline int s_left = 0;
  static inline bool s_wasFull = false;
  sqlite3_vfs* m_system = sqlite3_vfs_find(nullptr);
};

}  // namespace footbridge::storage::test
