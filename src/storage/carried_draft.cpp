// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/carried_draft.h"

#include <algorithm>
#include <utility>

namespace footbridge::storage {
namespace {

constexpr char kEnded = 0;
constexpr char kHasWords = 1;

}  // namespace

CarriedDraft rowFor(const OpenVault& open, const JournalMark& mark, const std::string& file, VaultId vault,
                    const OpenedRow& row) {
  std::string words(row.before.begin(), row.before.end());
  words += row.text ? kHasWords : kEnded;
  words += row.text.value_or(std::string());
  return {vault, draftPlace(open.keys, row.place), file, sealDraft(open.keys, mark, vault, {row.place, words})};
}

std::optional<OpenedRow> openRow(const OpenVault& open, const JournalMark& mark, const CarriedDraft& row) {
  auto draft = openDraft(open.keys, mark, row.vault, row.place, row.box);
  if (!draft || draft->text.size() <= sizeof(Digest)) return std::nullopt;
  OpenedRow opened{std::move(draft->place), {}, {}};
  std::copy_n(draft->text.begin(), opened.before.size(), opened.before.begin());
  if (draft->text[sizeof(Digest)] == kHasWords) opened.text = draft->text.substr(sizeof(Digest) + 1);
  return opened;
}

std::string packed(const CarriedDraft& row) {
  ByteWriter bytes;
  bytes.u8(static_cast<std::uint8_t>(row.vault)).raw(row.place).text(row.file).sized(row.box);
  return std::string(textOf(bytes.bytes()));
}

Result<CarriedDraft> rowFrom(std::string_view sealed) {
  ByteReader bytes(bytesOf(sealed));
  CarriedDraft row;
  const std::uint8_t number = bytes.u8();
  row.vault = static_cast<VaultId>(number);
  row.place = bytes.raw<sizeof row.place>();
  row.file = textOf(bytes.sized());
  const BytesView box = bytes.sized();
  row.box.assign(box.begin(), box.end());
  const bool isVault = number >= numberOf(VaultId::A) && number <= numberOf(VaultId::Ours);
  if (!isVault || !bytes.sound()) return Error{ErrorKind::Damaged, "draft"};
  return row;
}

}  // namespace footbridge::storage
