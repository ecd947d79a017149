// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/parts/watched_vfs.h"

#include <sqlite3.h>

#include <array>
#include <cstdlib>

namespace footbridge::gates {
namespace {

using storage::BytesView;

Watcher* theWatcher = nullptr;
sqlite3_vfs* theSystem = nullptr;

/// Lies at the start of the memory that SQLite gives us; the system's own file follows it.
struct WatchedFile {
  sqlite3_file base;
  std::string* name;
};

WatchedFile& watched(sqlite3_file* file) {
  return *reinterpret_cast<WatchedFile*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(&watched(file) + 1);
}
const sqlite3_io_methods& methods(sqlite3_file* file) {
  return *real(file)->pMethods;
}

/// Asks the watcher, makes the call, and tells the watcher.
template <typename Do>
int through(const Call& call, Do make) {
  if (!theWatcher) return make();
  const Outcome outcome = theWatcher->before(call);
  if (outcome.code != SQLITE_OK) return outcome.code;
  const int code = make();
  if (code == SQLITE_OK) theWatcher->after(call);
  return code;
}

int closeFile(sqlite3_file* file) {
  const int code = through({Op::Close, *watched(file).name}, [file] { return methods(file).xClose(real(file)); });
  delete watched(file).name;
  watched(file).name = nullptr;
  file->pMethods = nullptr;
  return code;
}

int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  return through({Op::Read, *watched(file).name, offset},
                 [&] { return methods(file).xRead(real(file), to, size, offset); });
}

int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  const BytesView bytes(static_cast<const unsigned char*>(from), static_cast<std::size_t>(size));
  const Call call{Op::Write, *watched(file).name, offset, bytes};
  const auto make = [&](int length) { return methods(file).xWrite(real(file), from, length, offset); };
  if (!theWatcher) return make(size);
  const Outcome outcome = theWatcher->before(call);
  if (outcome.code != SQLITE_OK) {
    if (outcome.writtenFirst > 0) make(static_cast<int>(outcome.writtenFirst));
    return outcome.code;
  }
  const int code = make(size);
  if (code == SQLITE_OK) theWatcher->after(call);
  return code;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  return through({Op::Truncate, *watched(file).name, size}, [&] { return methods(file).xTruncate(real(file), size); });
}
int syncFile(sqlite3_file* file, int flags) {
  return through({Op::Sync, *watched(file).name}, [&] { return methods(file).xSync(real(file), flags); });
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
  return through({Op::Size, *watched(file).name}, [&] { return methods(file).xFileSize(real(file), size); });
}
int lockFile(sqlite3_file* file, int level) {
  return through({Op::Lock, *watched(file).name}, [&] { return methods(file).xLock(real(file), level); });
}
int unlockFile(sqlite3_file* file, int level) {
  return through({Op::Unlock, *watched(file).name}, [&] { return methods(file).xUnlock(real(file), level); });
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

const sqlite3_io_methods kMethods{.iVersion = 1,
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

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given) {
  const std::string known = name ? name : "";
  file->pMethods = nullptr;
  const int code =
      through({Op::Open, known}, [&] { return theSystem->xOpen(theSystem, name, real(file), flags, given); });
  if (code != SQLITE_OK) return code;
  watched(file).name = new std::string(known);
  file->pMethods = &kMethods;
  return SQLITE_OK;
}

int deleteFile(sqlite3_vfs*, const char* name, int syncFolder) {
  const std::string known = name;
  return through({Op::Delete, known, 0, {}, syncFolder != 0},
                 [&] { return theSystem->xDelete(theSystem, name, syncFolder); });
}

int accessFile(sqlite3_vfs*, const char* name, int flags, int* may) {
  const std::string known = name;
  return through({Op::Access, known}, [&] { return theSystem->xAccess(theSystem, name, flags, may); });
}

int fullPath(sqlite3_vfs*, const char* name, int size, char* to) {
  return theSystem->xFullPathname(theSystem, name, size, to);
}

/// A copy of the system's, with another name, our calls, and room for our part of a file.
sqlite3_vfs watchedVfs() {
  sqlite3_vfs vfs = *theSystem;
  vfs.iVersion = 2;
  vfs.szOsFile = static_cast<int>(sizeof(WatchedFile)) + theSystem->szOsFile;
  vfs.zName = "watched";
  vfs.pNext = nullptr;
  vfs.xOpen = openFile;
  vfs.xDelete = deleteFile;
  vfs.xAccess = accessFile;
  vfs.xFullPathname = fullPath;
  return vfs;
}

}  // namespace

const char* nameOf(Op op) {
  static constexpr std::array<const char*, kOps> kNames{"open", "close", "read",   "write",  "truncate", "sync",
                                                        "size", "lock",  "unlock", "delete", "access"};
  return kNames[static_cast<std::size_t>(op)];
}

void watchDisk(Watcher* watcher) {
  static sqlite3_vfs vfs;
  if (!theSystem) {
    theSystem = sqlite3_vfs_find(nullptr);
    vfs = watchedVfs();
    if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK) std::abort();
  }
  theWatcher = watcher;
}

}  // namespace footbridge::gates
