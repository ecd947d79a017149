// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "storage/bytes.h"

namespace footbridge::storage {

/// What the first bytes of a file say that it is.
struct FileHeader {
  static constexpr std::size_t kSize = 100;

  bool isSqlite = false;
  bool rollbackJournal = false;  ///< neither WAL nor something newer
  std::int32_t application = 0;
  std::int64_t format = 0;

  /// Of kSize bytes at least; says nothing of what else is in the file.
  [[nodiscard]] static FileHeader from(BytesView bytes);
};

}  // namespace footbridge::storage
