// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_header.h"

#include <cassert>

namespace footbridge::storage {
namespace {

std::int32_t bigEndian(BytesView bytes) {
  std::uint32_t value = 0;
  for (const unsigned char byte : bytes) value = (value << 8) | byte;
  return static_cast<std::int32_t>(value);
}

}  // namespace

FileHeader FileHeader::from(BytesView bytes) {
  assert(bytes.size() >= kSize);
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  FileHeader header;
  header.isSqlite = textOf(bytes).substr(0, kMagic.size()) == kMagic;
  header.rollbackJournal = bytes[18] == 1 && bytes[19] == 1;
  header.format = bigEndian(bytes.subspan(60, 4));
  header.application = bigEndian(bytes.subspan(68, 4));
  return header;
}

}  // namespace footbridge::storage
