// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key.h"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <new>

namespace footbridge::storage {
namespace {

constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "footbrdg";
static_assert(Key::kSize == crypto_kdf_KEYBYTES);
static_assert(Key::kSize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

/// Without a working source of randomness nothing here may go on.
void readySodium() {
  static const int ready = sodium_init();
  if (ready < 0) std::abort();
}

SecretBytes newSecret(std::size_t size) {
  readySodium();
  SecretBytes bytes(static_cast<unsigned char*>(sodium_malloc(size)));
  if (!bytes) throw std::bad_alloc();
  return bytes;
}

}  // namespace

void FreeSecret::operator()(unsigned char* bytes) const {
  sodium_free(bytes);
}

Key::Key() : m_bytes(newSecret(kSize)) {}

Key Key::blank() {
  return Key();
}

Key Key::random() {
  Key key;
  randombytes_buf(key.data(), kSize);
  return key;
}

Key Key::from(BytesView bytes) {
  assert(bytes.size() == kSize);
  Key key;
  std::copy_n(bytes.begin(), kSize, key.data());
  return key;
}

Key Key::derived(const Key& from, std::uint64_t number) {
  Key key;
  crypto_kdf_derive_from_key(key.data(), kSize, number, kContext, from.data());
  return key;
}

Subkeys::Subkeys(const Key& of, std::size_t count) : m_bytes(newSecret(count * kKeySize)) {
  for (std::size_t i = 0; i < count; ++i)
    crypto_kdf_derive_from_key(m_bytes.get() + i * kKeySize, kKeySize, i + 1, kContext, of.data());
}

KeyView Subkeys::operator[](std::size_t number) const {
  return KeyView(m_bytes.get() + (number - 1) * kKeySize, kKeySize);
}

bool Key::sameAs(const Key& other) const {
  return sodium_memcmp(data(), other.data(), kSize) == 0;
}

void wipe(std::span<unsigned char> bytes) {
  if (!bytes.empty()) sodium_memzero(bytes.data(), bytes.size());
}

void fillRandom(std::span<unsigned char> bytes) {
  readySodium();
  randombytes_buf(bytes.data(), bytes.size());
}

std::int64_t randomId() {
  readySodium();
  std::uint64_t number = 0;
  do {
    randombytes_buf(&number, sizeof number);
    number >>= 1;
  } while (number == 0);
  return static_cast<std::int64_t>(number);
}

}  // namespace footbridge::storage
