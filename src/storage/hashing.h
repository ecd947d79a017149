// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sodium.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "domain/result.h"
#include "storage/bytes.h"
#include "storage/database.h"
#include "storage/sealing.h"

namespace footbridge::storage {

/// Unkeyed BLAKE2b, taken in piece by piece: tells whether something has changed, and keeps no forger out.
class Hasher {
 public:
  /// `size` in bytes, 16 to 64, is part of what is hashed.
  explicit Hasher(std::size_t size);
  void add(BytesView bytes);
  void add(std::uint64_t number);
  template <std::size_t Size>
  [[nodiscard]] std::array<unsigned char, Size> take() {
    std::array<unsigned char, Size> hash{};
    finish(hash);
    return hash;
  }

 private:
  void finish(std::span<unsigned char> hash);
  crypto_generichash_state m_state{};
};

/// What a backup's name holds of its bytes.
using FileHash = std::array<unsigned char, 16>;
/// Of all bytes of a file that no connection of this process holds.
[[nodiscard]] Result<FileHash> hashOf(const std::filesystem::path& file);
[[nodiscard]] FileHash hashOf(BytesView bytes);

/// Over every value of every row of every table: the same for two databases that hold the same, however their pages
/// lie. Needs no key, since what is sealed is compared as it is.
[[nodiscard]] Result<Digest> digestOfAll(Database& database);
/// The same without the records. It changes with them all the same, since a head is written with every record; and
/// reading it takes no time.
[[nodiscard]] Result<Digest> digestOfHeads(Database& database);
/// The sealed boxes alone, with the rows that they are bound to: what no numbered SQL step may change.
[[nodiscard]] Result<Digest> digestOfBoxes(Database& database);

[[nodiscard]] std::string toHex(BytesView bytes);
/// Lower-case digits alone, as toHex() writes them.
template <std::size_t Size>
[[nodiscard]] std::optional<std::array<unsigned char, Size>> fromHex(std::string_view text) {
  std::array<unsigned char, Size> bytes{};
  std::size_t written = 0;
  const int code = sodium_hex2bin(bytes.data(), Size, text.data(), text.size(), nullptr, &written, nullptr);
  if (code != 0 || written != Size || toHex(bytes) != text) return std::nullopt;
  return bytes;
}

}  // namespace footbridge::storage
