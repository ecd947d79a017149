// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rollback_journal.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace footbridge::storage {
namespace {

constexpr std::array<unsigned char, 8> kMagic{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
constexpr std::uint32_t kLargestPage = 65536;
constexpr std::size_t kAround = 8;  // a page's number before it, its checksum after it

struct Shape {
  std::uint32_t sector = 0;
  std::uint32_t page = 0;
};

std::optional<Bytes> readAt(std::ifstream& stream, std::uint64_t place, std::size_t length) {
  Bytes bytes(length);
  stream.seekg(static_cast<std::streamoff>(place));
  stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(length));
  if (!stream) return std::nullopt;
  return bytes;
}

std::uint32_t bigEndian(const Bytes& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = (value << 8) | bytes[at + i];
  return value;
}

/// The first header of a journal: magic, counts, then the sizes of a sector and of a page.
std::optional<Shape> shapeOf(std::ifstream& stream) {
  const auto header = readAt(stream, 0, 28);
  if (!header || !std::equal(kMagic.begin(), kMagic.end(), header->begin())) return std::nullopt;
  const Shape shape{bigEndian(*header, 20), bigEndian(*header, 24)};
  const bool fits =
      shape.sector >= 32 && shape.sector <= kLargestPage && shape.page >= 512 && shape.page <= kLargestPage;
  return fits ? std::optional(shape) : std::nullopt;
}

}  // namespace

std::optional<Bytes> firstPageBefore(const std::filesystem::path& database) {
  std::filesystem::path beside = database;
  std::ifstream stream(beside += "-journal", std::ios::binary);
  const auto shape = stream ? shapeOf(stream) : std::nullopt;
  if (!shape) return std::nullopt;
  for (std::uint64_t place = shape->sector;; place += shape->page + kAround) {
    const auto number = readAt(stream, place, 4);
    if (!number) return std::nullopt;
    if (bigEndian(*number, 0) == 1) return readAt(stream, place + 4, shape->page);
  }
}

}  // namespace footbridge::storage
