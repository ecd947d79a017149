// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/waiting_note.h"

#include <sodium.h>

namespace footbridge::storage {
namespace {

constexpr std::size_t kNoteHead = 1 + Key::kSize + 4;
constexpr std::size_t kNoteSide = 8 + 1;

}  // namespace

Bytes noteFor(const PublicKey& owner, const WaitingNote& note) {
  ByteWriter bytes(kNoteHead + kNoteSide * note.sides.size());  // never moved: it begins with the key
  bytes.u8(note.key ? 1 : 0).raw(note.key ? note.key->bytes() : BytesView(Key::blank().bytes()));
  bytes.u32(static_cast<std::uint32_t>(note.sides.size()));
  for (const auto& [sitting, side] : note.sides) bytes.i64(sitting.number()).u8(static_cast<std::uint8_t>(side));
  Bytes plain = bytes.take();
  Bytes box(plain.size() + crypto_box_SEALBYTES);
  crypto_box_seal(box.data(), plain.data(), plain.size(), owner.data());
  wipe(plain);
  return box;
}

std::optional<WaitingNote> openNote(const Bytes& box, const PartnerKeys& keys) {
  if (box.size() < crypto_box_SEALBYTES) return std::nullopt;
  Bytes plain(box.size() - crypto_box_SEALBYTES);
  const PublicKey publicKey = keys.publicKey();
  if (crypto_box_seal_open(plain.data(), box.data(), box.size(), publicKey.data(), keys.boxSecret.data()) != 0)
    return std::nullopt;
  WaitingNote note;
  ByteReader reader(plain);
  const bool hasKey = reader.u8() == 1;
  auto key = reader.raw<Key::kSize>();
  if (hasKey) note.key = Key::from(key);
  wipe(key);
  for (std::uint32_t left = reader.u32(); left > 0 && !reader.isShort(); --left) {
    const auto sitting = SittingId::from(static_cast<std::int64_t>(reader.u64()));
    const Side side = reader.u8() == 0 ? Side::Mine : Side::Theirs;
    if (sitting) note.sides.emplace(*sitting, side);
  }
  wipe(plain);
  return note;
}

}  // namespace footbridge::storage
