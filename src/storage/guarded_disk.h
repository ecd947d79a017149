// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace footbridge::storage {

/// The name of a file layer for SQLite that does what the system's own does, until a sync of a database or of its
/// rollback journal fails. From then on it refuses to write, cut or sync them, so that nothing is built upon
/// pages that nobody knows the disk to have: SQLite would put the old pages back through the same connection, and
/// believe the next sync. The journal stays beside the file, and whoever opens it next puts things right.
[[nodiscard]] const char* guardedDisk();

/// SQLite's codes for the two steps.
struct FirstRead {
  int opened;
  int read;  ///< of use where it was opened; a short file is one of them
};
/// Fills `bytes` from the beginning of the file, by SQLite's own handle of it, unguarded: closing that leaves alone the
/// locks that another connection of ours holds.
[[nodiscard]] FirstRead readFirst(const std::string& path, std::span<unsigned char> bytes);

}  // namespace footbridge::storage
