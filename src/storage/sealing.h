// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.h"
#include "storage/bytes.h"
#include "storage/key.h"

namespace footbridge::storage {

/// What every sealed text of one journal is bound to.
struct JournalMark {
  std::array<unsigned char, 16> uuid{};
  std::uint32_t format = 0;
  bool operator==(const JournalMark&) const = default;
};

/// The beginning of everything that is authenticated along with a box. `domain` keeps boxes of one purpose from
/// passing for those of another.
[[nodiscard]] ByteWriter boundTo(std::string_view domain, const JournalMark& mark);

/// A box: nonce, sealed text, tag. `aad` is authenticated with it and kept elsewhere.
[[nodiscard]] Bytes sealBox(KeyView key, BytesView plain, BytesView aad);
[[nodiscard]] std::optional<Bytes> openBox(KeyView key, BytesView box, BytesView aad);
inline constexpr std::size_t kBoxOverhead = 24 + 16;
inline constexpr std::size_t kTagSize = 16;
[[nodiscard]] std::array<unsigned char, kTagSize> tagOf(BytesView box);

using Digest = std::array<unsigned char, 32>;
using KeyMark = std::array<unsigned char, 16>;
using PublicKey = std::array<unsigned char, 32>;
/// One for A and one for B, at placeInHead().
using Apart = std::array<Digest, 2>;

/// A vault's key and the keys made of it, each for one purpose.
class VaultKeys {
 public:
  explicit VaultKeys(Key master);

  [[nodiscard]] const Key& master() const { return m_master; }
  [[nodiscard]] KeyView records() const { return m_subkeys[Records]; }
  [[nodiscard]] KeyView head() const { return m_subkeys[Heads]; }
  [[nodiscard]] KeyView rows() const { return m_subkeys[Rows]; }
  [[nodiscard]] KeyView drafts() const { return m_subkeys[Drafts]; }
  [[nodiscard]] KeyView places() const { return m_subkeys[Places]; }
  [[nodiscard]] KeyView seen() const { return m_subkeys[Seen]; }
  /// Tells keys apart without telling the key.
  [[nodiscard]] const KeyMark& mark() const { return m_mark; }

 private:
  enum Purpose : std::size_t { Records = 1, Heads, Rows, Drafts, Places, Seen, Mark };

  Key m_master;
  Subkeys m_subkeys;
  KeyMark m_mark{};
};

/// Since whom *ours* is shared by who is here: made anew whenever somebody joins, for nothing that was shared before is
/// shared with them.
struct Era {
  std::uint32_t joins = 0;            ///< how often somebody has joined; 0: since the journal was begun
  std::array<std::uint8_t, 16> id{};  ///< at random; zero as long as nobody has joined
  bool operator==(const Era&) const = default;
};

/// What a vault holds, said in one sealed place, so that a row cannot go, come back or be swapped unseen.
struct Head {
  std::uint64_t counter = 0;              ///< grows with all that is written or sealed anew
  std::uint64_t count = 0;                ///< rows there are
  Digest digest{};                        ///< XOR of rowDigest() over all rows
  std::uint64_t draftCounter = 0;         ///< drafts ever put or cleared; only grows
  Digest draftDigest{};                   ///< XOR of draftDigestOf() over all drafts
  std::uint64_t born = 0;  ///< the counter of *ours* when this vault, or this era, was begun; 0: with the journal
  std::array<PublicKey, 2> publicKeys{};  ///< of A and B, in the head of *ours* alone; zero where there is none
  Apart aside{};    ///< XOR of apartDigest() over what each has put aside; in an own head of its owner alone
  Apart waiting{};  ///< the same over what waits for each; in that of *ours* alone
  Era era{};        ///< in that of *ours* alone
  bool operator==(const Head&) const = default;
};

/// Where what is of one partner stands in a head.
[[nodiscard]] constexpr std::size_t placeInHead(PartnerId partner) {
  return partner == PartnerId::A ? 0 : 1;
}

/// Takes a row into the sum, or out of it.
void toggle(Digest& sum, const Digest& row);
[[nodiscard]] Digest rowDigest(const VaultKeys& keys, std::int64_t row, BytesView box);
[[nodiscard]] Digest draftDigestOf(const VaultKeys& keys, BytesView place, BytesView box);
/// Of a row under other keys, by all that is to be bound of it.
[[nodiscard]] Digest apartDigest(const VaultKeys& keys, BytesView row);

[[nodiscard]] Bytes sealHead(const VaultKeys& keys, const JournalMark& mark, VaultId vault, const Head& head);
[[nodiscard]] std::optional<Head> openHead(const VaultKeys& keys, const JournalMark& mark, VaultId vault,
                                           BytesView box);

/// Padded to 256 bytes doubled as often as needed, so that a box tells little about its length.
[[nodiscard]] Bytes sealRecord(const VaultKeys& keys, const JournalMark& mark, VaultId vault, std::int64_t row,
                               std::string_view payload);
[[nodiscard]] std::optional<Bytes> openRecord(const VaultKeys& keys, const JournalMark& mark, VaultId vault,
                                              std::int64_t row, BytesView box);

/// A draft's name in the table: nobody without the key can tell which page it belongs to.
[[nodiscard]] KeyMark draftPlace(const VaultKeys& keys, std::string_view place);
struct DraftText {
  std::string place;
  std::string text;
};
[[nodiscard]] Bytes sealDraft(const VaultKeys& keys, const JournalMark& mark, VaultId vault, const DraftText& draft);
[[nodiscard]] std::optional<DraftText> openDraft(const VaultKeys& keys, const JournalMark& mark, VaultId vault,
                                                 BytesView place, BytesView box);

}  // namespace footbridge::storage
