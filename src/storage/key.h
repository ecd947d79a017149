// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "storage/bytes.h"

namespace footbridge::storage {

inline constexpr std::size_t kKeySize = 32;

/// Somebody's key, read where it lies.
using KeyView = std::span<const unsigned char, kKeySize>;

/// Bytes in guarded, locked memory; wiped when they go.
struct FreeSecret {
  void operator()(unsigned char* bytes) const;
};
using SecretBytes = std::unique_ptr<unsigned char[], FreeSecret>;

/// One secret key.
class Key {
 public:
  static constexpr std::size_t kSize = kKeySize;

  [[nodiscard]] static Key random();
  /// `bytes` must be kSize long; they are copied, the caller wipes its own.
  [[nodiscard]] static Key from(BytesView bytes);
  /// The numbered subkey of a key.
  [[nodiscard]] static Key derived(const Key& from, std::uint64_t number);
  /// Room to be filled by the caller at once.
  [[nodiscard]] static Key blank();

  [[nodiscard]] Key copy() const { return from(bytes()); }
  [[nodiscard]] BytesView bytes() const { return {m_bytes.get(), kSize}; }
  [[nodiscard]] const unsigned char* data() const { return m_bytes.get(); }
  [[nodiscard]] unsigned char* data() { return m_bytes.get(); }
  [[nodiscard]] bool sameAs(const Key& other) const;
  operator KeyView() const { return KeyView(m_bytes.get(), kSize); }

 private:
  Key();
  SecretBytes m_bytes;
};

/// The subkeys 1 to `count` of a key, in one piece of guarded memory: each piece costs ten calls to the system.
class Subkeys {
 public:
  Subkeys(const Key& of, std::size_t count);

  /// From 1.
  [[nodiscard]] KeyView operator[](std::size_t number) const;

 private:
  SecretBytes m_bytes;
};

/// Wipes plain bytes that held something secret.
void wipe(std::span<unsigned char> bytes);

/// A random number of 63 bits, never 0.
[[nodiscard]] std::int64_t randomId();

/// Fills with random bytes.
void fillRandom(std::span<unsigned char> bytes);

}  // namespace footbridge::storage
