// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sealing.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <utility>

#include "storage/counting.h"

namespace footbridge::storage {
namespace {

constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(kBoxOverhead == kNonceSize + crypto_aead_xchacha20poly1305_ietf_ABYTES);
constexpr std::size_t kSmallestPadding = 256;

/// Keyed BLAKE2b, as long as the array.
template <typename Array>
void hashInto(Array& hash, KeyView key, BytesView bytes) {
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), key.data(), key.size());
}

void pad(Bytes& bytes) {
  std::size_t block = kSmallestPadding;
  while (block <= bytes.size()) block *= 2;
  const std::size_t plain = bytes.size();
  bytes.resize(block);
  std::size_t length = 0;
  [[maybe_unused]] const int refused = sodium_pad(&length, bytes.data(), plain, block, bytes.size());
  assert(refused == 0 && length == block);
}

/// What sodium_unpad() does, without its constant time: the text is authentic by now, and reading every byte of every
/// padding makes a large journal open noticeably later. Most of it is looked through many bytes at a time.
bool unpad(Bytes& bytes) {
  constexpr unsigned char kMark = 0x80;
  constexpr std::array<unsigned char, 32> kZeros{};
  std::size_t end = bytes.size();
  while (end >= kZeros.size() && std::memcmp(&bytes[end - kZeros.size()], kZeros.data(), kZeros.size()) == 0)
    end -= kZeros.size();
  while (end > 0 && bytes[end - 1] == 0) --end;
  if (end == 0 || bytes[end - 1] != kMark) return false;
  bytes.resize(end - 1);
  return true;
}

std::optional<Bytes> openPadded(KeyView key, BytesView box, BytesView aad) {
  std::optional<Bytes> plain = openBox(key, box, aad);
  if (!plain || !unpad(*plain)) return std::nullopt;
  return plain;
}

Bytes boundToVault(std::string_view domain, const JournalMark& mark, VaultId vault) {
  return boundTo(domain, mark).u8(static_cast<std::uint8_t>(vault)).take();
}

Bytes boundToRow(const JournalMark& mark, VaultId vault, std::int64_t row) {
  return boundTo("footbridge record", mark).u8(static_cast<std::uint8_t>(vault)).i64(row).take();
}

Bytes boundToPlace(const JournalMark& mark, VaultId vault, BytesView place) {
  return boundTo("footbridge draft", mark).u8(static_cast<std::uint8_t>(vault)).sized(place).take();
}

}  // namespace

ByteWriter boundTo(std::string_view domain, const JournalMark& mark) {
  ByteWriter bytes;
  bytes.text(domain).raw(mark.uuid).u32(mark.format);
  return bytes;
}

Bytes sealBox(KeyView key, BytesView plain, BytesView aad) {
  Bytes box(kBoxOverhead + plain.size());
  randombytes_buf(box.data(), kNonceSize);
  unsigned long long length = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(box.data() + kNonceSize, &length, plain.data(), plain.size(), aad.data(),
                                             aad.size(), nullptr, box.data(), key.data());
  return box;
}

std::optional<Bytes> openBox(KeyView key, BytesView box, BytesView aad) {
  if (box.size() < kBoxOverhead) return std::nullopt;
  Bytes plain(box.size() - kBoxOverhead);
  unsigned long long length = 0;
  const int forged = crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), &length, nullptr, box.data() + kNonceSize,
                                                                box.size() - kNonceSize, aad.data(), aad.size(),
                                                                box.data(), key.data());
  if (forged != 0) return std::nullopt;
  return plain;
}

std::array<unsigned char, kTagSize> tagOf(BytesView box) {
  std::array<unsigned char, kTagSize> tag{};
  if (box.size() >= kTagSize) std::copy_n(box.end() - kTagSize, kTagSize, tag.begin());
  return tag;
}

VaultKeys::VaultKeys(Key master) : m_master(std::move(master)), m_subkeys(m_master, Mark) {
  std::copy_n(m_subkeys[Mark].begin(), m_mark.size(), m_mark.begin());
}

void toggle(Digest& sum, const Digest& row) {
  std::array<std::uint64_t, sizeof(Digest) / sizeof(std::uint64_t)> whole{};  // every record of a journal comes by here
  std::array<std::uint64_t, whole.size()> added{};
  std::memcpy(whole.data(), sum.data(), sizeof whole);
  std::memcpy(added.data(), row.data(), sizeof added);
  for (std::size_t i = 0; i < whole.size(); ++i) whole[i] ^= added[i];
  std::memcpy(sum.data(), whole.data(), sizeof whole);
}

Digest rowDigest(const VaultKeys& keys, std::int64_t row, BytesView box) {
  std::array<unsigned char, sizeof row + kTagSize> bytes{};
  for (std::size_t i = 0; i < sizeof row; ++i)
    bytes[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(row) >> (8 * i));
  const auto tag = tagOf(box);
  std::copy(tag.begin(), tag.end(), bytes.begin() + sizeof row);
  Digest digest{};
  hashInto(digest, keys.rows(), bytes);
  return digest;
}

Digest draftDigestOf(const VaultKeys& keys, BytesView place, BytesView box) {
  const Bytes bytes = ByteWriter().sized(place).raw(tagOf(box)).take();
  Digest digest{};
  hashInto(digest, keys.rows(), bytes);
  return digest;
}

Digest apartDigest(const VaultKeys& keys, BytesView row) {
  Digest digest{};
  hashInto(digest, keys.rows(), row);
  return digest;
}

Bytes sealHead(const VaultKeys& keys, const JournalMark& mark, VaultId vault, const Head& head) {
  ByteWriter bytes;
  bytes.u32(mark.format).u64(head.counter).u64(head.count).raw(head.digest);
  bytes.u64(head.draftCounter).raw(head.draftDigest).u64(head.born).raw(keys.mark());
  for (const PublicKey& key : head.publicKeys) bytes.raw(key);
  for (const Apart* const sums : {&head.aside, &head.waiting}) bytes.raw((*sums)[0]).raw((*sums)[1]);
  bytes.u32(head.era.joins).raw(head.era.id);
  return sealBox(keys.head(), bytes.bytes(), boundToVault("footbridge head", mark, vault));
}

std::optional<Head> openHead(const VaultKeys& keys, const JournalMark& mark, VaultId vault, BytesView box) {
  const auto plain = openBox(keys.head(), box, boundToVault("footbridge head", mark, vault));
  if (!plain) return std::nullopt;
  ByteReader bytes(*plain);
  const bool sameFormat = bytes.u32() == mark.format;
  Head head;
  head.counter = counted(bytes.u64());
  head.count = bytes.u64();
  head.digest = bytes.raw<sizeof(Digest)>();
  head.draftCounter = counted(bytes.u64());
  head.draftDigest = bytes.raw<sizeof(Digest)>();
  head.born = counted(bytes.u64());
  const bool sameKey = bytes.raw<sizeof(KeyMark)>() == keys.mark();
  for (PublicKey& key : head.publicKeys) key = bytes.raw<sizeof(PublicKey)>();
  for (Apart* const sums : {&head.aside, &head.waiting}) {
    for (Digest& sum : *sums) sum = bytes.raw<sizeof(Digest)>();
  }
  head.era.joins = bytes.u32();
  head.era.id = bytes.raw<sizeof(head.era.id)>();
  if (!bytes.sound() || !sameFormat || !sameKey) return std::nullopt;
  return head;
}

Bytes sealRecord(const VaultKeys& keys, const JournalMark& mark, VaultId vault, std::int64_t row,
                 std::string_view payload) {
  Bytes plain(payload.begin(), payload.end());
  pad(plain);
  return sealBox(keys.records(), plain, boundToRow(mark, vault, row));
}

std::optional<Bytes> openRecord(const VaultKeys& keys, const JournalMark& mark, VaultId vault, std::int64_t row,
                                BytesView box) {
  return openPadded(keys.records(), box, boundToRow(mark, vault, row));
}

KeyMark draftPlace(const VaultKeys& keys, std::string_view place) {
  KeyMark name{};
  hashInto(name, keys.places(), bytesOf(place));
  return name;
}

Bytes sealDraft(const VaultKeys& keys, const JournalMark& mark, VaultId vault, const DraftText& draft) {
  ByteWriter bytes;
  bytes.text(draft.place).raw(bytesOf(draft.text));
  Bytes plain = bytes.take();
  pad(plain);
  return sealBox(keys.drafts(), plain, boundToPlace(mark, vault, draftPlace(keys, draft.place)));
}

std::optional<DraftText> openDraft(const VaultKeys& keys, const JournalMark& mark, VaultId vault, BytesView place,
                                   BytesView box) {
  const auto plain = openPadded(keys.drafts(), box, boundToPlace(mark, vault, place));
  if (!plain) return std::nullopt;
  ByteReader bytes(*plain);
  const std::size_t length = bytes.u32();
  constexpr std::size_t kLengthField = 4;
  if (plain->size() < kLengthField + length) return std::nullopt;
  const std::string_view rest = textOf(*plain).substr(kLengthField);
  return DraftText{std::string(rest.substr(0, length)), std::string(rest.substr(length))};
}

}  // namespace footbridge::storage
