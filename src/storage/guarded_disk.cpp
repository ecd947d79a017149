// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/guarded_disk.h"

#include <sqlite3.h>

#include <cstdlib>
#include <memory>
#include <new>

namespace footbridge::storage {
namespace {

constexpr const char* kName = "footbridge";

sqlite3_vfs* systemDisk() {
  return sqlite3_vfs_find(nullptr);
}

/// Lies in memory that SQLite gives; made in openFile() and unmade in closeFile().
struct GuardedFile {
  sqlite3_file base;
  GuardedFile* database;  ///< itself, or the one whose journal this is; null for a file without a name
  bool syncFailed;        ///< of the database or its journal; kept with the database
  std::unique_ptr<unsigned char[]> memory;

  [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(memory.get()); }
  [[nodiscard]] bool isClosed() const { return database && database->syncFailed; }
};

GuardedFile& guarded(sqlite3_file* file) {
  return *reinterpret_cast<GuardedFile*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
  return guarded(file).real();
}
const sqlite3_io_methods& methods(sqlite3_file* file) {
  return *real(file)->pMethods;
}

int closeFile(sqlite3_file* file) {
  const int code = methods(file).xClose(real(file));
  guarded(file).~GuardedFile();
  return code;
}
int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  return methods(file).xRead(real(file), to, size, offset);
}
int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  if (guarded(file).isClosed()) return SQLITE_IOERR_WRITE;
  return methods(file).xWrite(real(file), from, size, offset);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  if (guarded(file).isClosed()) return SQLITE_IOERR_TRUNCATE;
  return methods(file).xTruncate(real(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
  if (guarded(file).isClosed()) return SQLITE_IOERR_FSYNC;
  const int code = methods(file).xSync(real(file), flags);
  if (code != SQLITE_OK && guarded(file).database) guarded(file).database->syncFailed = true;
  return code;
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
  return methods(file).xFileSize(real(file), size);
}
int lockFile(sqlite3_file* file, int level) {
  return methods(file).xLock(real(file), level);
}
int unlockFile(sqlite3_file* file, int level) {
  return methods(file).xUnlock(real(file), level);
}
int checkReserved(sqlite3_file* file, int* held) {
  return methods(file).xCheckReservedLock(real(file), held);
}
int controlFile(sqlite3_file* file, int what, void* argument) {
  return methods(file).xFileControl(real(file), what, argument);
}
int sectorSize(sqlite3_file* file) {
  return methods(file).xSectorSize(real(file));
}
int characteristics(sqlite3_file* file) {
  return methods(file).xDeviceCharacteristics(real(file));
}

// Version 1: without the calls for shared memory and memory maps, which a rollback journal does not need.
constexpr sqlite3_io_methods kMethods{.iVersion = 1,
                                      .xClose = closeFile,
                                      .xRead = readFile,
                                      .xWrite = writeFile,
                                      .xTruncate = truncateFile,
                                      .xSync = syncFile,
                                      .xFileSize = sizeOfFile,
                                      .xLock = lockFile,
                                      .xUnlock = unlockFile,
                                      .xCheckReservedLock = checkReserved,
                                      .xFileControl = controlFile,
                                      .xSectorSize = sectorSize,
                                      .xDeviceCharacteristics = characteristics,
                                      .xShmMap = nullptr,
                                      .xShmLock = nullptr,
                                      .xShmBarrier = nullptr,
                                      .xShmUnmap = nullptr,
                                      .xFetch = nullptr,
                                      .xUnfetch = nullptr};

GuardedFile* databaseOf(GuardedFile& file, const char* name, int flags) {
  if (flags & SQLITE_OPEN_MAIN_DB) return &file;
  if (name && (flags & SQLITE_OPEN_MAIN_JOURNAL)) return &guarded(sqlite3_database_file_object(name));
  return nullptr;
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given) {
  auto& fresh = *new (file) GuardedFile{};
  sqlite3_vfs* const system = systemDisk();
  fresh.memory.reset(new (std::nothrow) unsigned char[static_cast<std::size_t>(system->szOsFile)]());
  const int code = fresh.memory ? system->xOpen(system, name, fresh.real(), flags, given) : SQLITE_NOMEM;
  if (code != SQLITE_OK) {
    if (fresh.memory && fresh.real()->pMethods) fresh.real()->pMethods->xClose(fresh.real());
    fresh.~GuardedFile();
    file->pMethods = nullptr;
    return code;
  }
  fresh.base.pMethods = &kMethods;
  fresh.database = databaseOf(fresh, name, flags);
  return SQLITE_OK;
}

int deleteFile(sqlite3_vfs*, const char* name, int syncFolder) {
  return systemDisk()->xDelete(systemDisk(), name, syncFolder);
}
int accessFile(sqlite3_vfs*, const char* name, int flags, int* may) {
  return systemDisk()->xAccess(systemDisk(), name, flags, may);
}
int fullPath(sqlite3_vfs*, const char* name, int size, char* to) {
  return systemDisk()->xFullPathname(systemDisk(), name, size, to);
}

bool registerGuard() {
  static sqlite3_vfs guard = *systemDisk();  // the clock, the random numbers and the like stay the system's
  guard.iVersion = 2;
  guard.szOsFile = static_cast<int>(sizeof(GuardedFile));
  guard.zName = kName;
  guard.pNext = nullptr;
  guard.xOpen = openFile;
  guard.xDelete = deleteFile;
  guard.xAccess = accessFile;
  guard.xFullPathname = fullPath;
  return sqlite3_vfs_register(&guard, 0) == SQLITE_OK;
}

/// SQLite's own handle of a file: closing it leaves alone the locks that another connection of ours holds.
class PlainFile {
 public:
  PlainFile() : m_system(sqlite3_vfs_find(nullptr)), m_memory(new unsigned char[std::size_t(m_system->szOsFile)]()) {}
  PlainFile(const PlainFile&) = delete;
  PlainFile& operator=(const PlainFile&) = delete;
  ~PlainFile() {
    // NOLINTNEXTLINE(clang-analyzer-core.uninitialized.Branch): the brackets at its making make it all zeros
    if (file()->pMethods) file()->pMethods->xClose(file());
    sqlite3_free_filename(m_name);
  }
  [[nodiscard]] int open(const std::string& path) {
    m_name = sqlite3_create_filename(path.c_str(), "", "", 0, nullptr);
    if (!m_name) return SQLITE_NOMEM;
    return m_system->xOpen(m_system, m_name, file(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr);
  }
  [[nodiscard]] int read(std::span<unsigned char> bytes) {
    return file()->pMethods->xRead(file(), bytes.data(), static_cast<int>(bytes.size()), 0);
  }

 private:
  [[nodiscard]] sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(m_memory.get()); }
  sqlite3_vfs* m_system;
  std::unique_ptr<unsigned char[]> m_memory;
  sqlite3_filename m_name = nullptr;
};

}  // namespace

FirstRead readFirst(const std::string& path, std::span<unsigned char> bytes) {
  sqlite3_initialize();
  PlainFile file;
  FirstRead done{file.open(path), SQLITE_OK};
  if (done.opened == SQLITE_OK) done.read = file.read(bytes);
  return done;
}

const char* guardedDisk() {
  sqlite3_initialize();
  static const bool registered = registerGuard();
  if (!registered) std::abort();
  return kName;
}

}  // namespace footbridge::storage
