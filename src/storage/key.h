// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "storage/bytes.h"

namespace footbridge::storage {

/// 32 secret bytes in guarded, locked memory; wiped when they go.
class Key {
 public:
  static constexpr std::size_t kSize = 32;

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

 private:
  struct Free {
    void operator()(unsigned char* bytes) const;
  };
  Key();
  std::unique_ptr<unsigned char[], Free> m_bytes;
};

/// Wipes plain bytes that held something secret.
void wipe(std::span<unsigned char> bytes);

/// A random number of 63 bits, never 0.
[[nodiscard]] std::int64_t randomId();

/// Fills with random bytes.
void fillRandom(std::span<unsigned char> bytes);

}  // namespace footbridge::storage
