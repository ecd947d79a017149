// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/draft_book.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace footbridge::storage {
namespace {

constexpr std::size_t kLongest = std::size_t{4} * 1024 * 1024;

/// The names of all that is kept at a place.
std::vector<std::string> namesAt(const OpenVault& open, std::string_view place) {
  std::vector<std::string> names;
  for (std::string name(place); open.drafts.contains(name); name += kBesideMark) names.push_back(name);
  return names;
}

struct NewDraft {
  KeyMark place{};
  Bytes box;
  Digest digest;
};

/// The drafts of these names go and the new one comes, together with the head that says so, in a transaction of their
/// own.
Result<void> commitDrafts(JournalState& state, VaultId vault, const std::vector<std::string>& gone,
                          const NewDraft* come) {
  OpenVault& open = *state.vaults[vault];
  Head head = open.head;
  ++head.draftCounter;
  auto transaction = Transaction::begin(*state.database);
  if (!transaction) return transaction.error();
  for (const std::string& name : gone) {
    toggle(head.draftDigest, open.drafts.find(name)->second.digest);
    auto remove = state.database->prepare("DELETE FROM draft WHERE place = ? AND vault = ?");
    if (!remove) return remove.error();
    const KeyMark place = draftPlace(open.keys, name);
    remove->bind(1, BytesView(place)).bind(2, numberOf(vault));
    if (auto done = remove->run(); !done) return done;
  }
  if (come != nullptr) {
    toggle(head.draftDigest, come->digest);
    auto put = state.database->prepare("INSERT INTO draft (place, vault, box) VALUES (?, ?, ?)");
    if (!put) return put.error();
    put->bind(1, BytesView(come->place)).bind(2, numberOf(vault)).bind(3, BytesView(come->box));
    if (auto done = put->run(); !done) return done;
  }
  if (auto done = writeHead(*state.database, state.mark, open.keys, vault, head); !done) return done;
  if (auto done = transaction->commit(); !done) return done;
  open.head = head;
  for (const std::string& name : gone) open.drafts.erase(name);
  state.lastSeen.note(open, vault);
  return {};
}

CarriedDraft rowFor(const OpenVault& open, const JournalState& state, VaultId vault, std::string_view place,
                    std::string_view text) {
  return {vault, draftPlace(open.keys, place), state.path,
          sealDraft(open.keys, state.mark, vault, {std::string(place), std::string(text)})};
}

std::string packed(const CarriedDraft& row) {
  ByteWriter bytes;
  bytes.u8(static_cast<std::uint8_t>(row.vault)).raw(row.place).text(row.file).sized(row.box);
  return std::string(textOf(bytes.bytes()));
}

/// What was carried here for a place is older than what was just done with it.
void forgetCarried(JournalState& state, VaultId vault, const KeyMark& place) {
  std::erase_if(state.carried, [&](const CarriedDraft& row) { return row.vault == vault && row.place == place; });
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

}  // namespace

Result<void> putDraftIn(JournalState& state, VaultId vault, std::string_view place, std::string_view text) {
  if (auto may = state.mayWrite(vault); !may) return may;
  if (place.size() + text.size() > kLongest) return Error{ErrorKind::Invalid, "text", {}, "length"};
  OpenVault& open = *state.vaults[vault];
  NewDraft draft{draftPlace(open.keys, place),
                 sealDraft(open.keys, state.mark, vault, {std::string(place), std::string(text)}),
                 {}};
  draft.digest = draftDigestOf(open.keys, draft.place, draft.box);
  if (auto done = commitDrafts(state, vault, namesAt(open, place), &draft); !done) return done;
  open.drafts.insert_or_assign(std::string(place), KeptDraft{std::string(text), draft.digest});
  forgetCarried(state, vault, draft.place);
  return {};
}

std::vector<std::string> draftsIn(const JournalState& state, VaultId vault, std::string_view place) {
  std::vector<std::string> drafts;
  if (!state.vaults[vault]) return drafts;
  const OpenVault& open = *state.vaults[vault];
  for (const std::string& name : namesAt(open, place)) drafts.push_back(open.drafts.find(name)->second.text);
  return drafts;
}

Result<void> clearDraftIn(JournalState& state, VaultId vault, std::string_view place) {
  if (auto may = state.mayWrite(vault); !may) return may;
  const OpenVault& open = *state.vaults[vault];
  const std::vector<std::string> names = namesAt(open, place);
  if (names.empty()) return {};
  if (auto done = commitDrafts(state, vault, names, nullptr); !done) return done;
  forgetCarried(state, vault, draftPlace(open.keys, place));
  return {};
}

Result<std::string> sealDraftFor(const JournalState& state, VaultId vault, std::string_view place,
                                 std::string_view text) {
  if (!state.vaults[vault]) return Error{ErrorKind::Locked, state.subjectOf(vault)};
  return packed(rowFor(*state.vaults[vault], state, vault, place, text));
}

Result<void> takeDraftIn(JournalState& state, std::string_view sealed) {
  auto row = rowFrom(sealed);
  if (!row) return row.error();
  state.carried.push_back(*std::move(row));
  settleCarriedDrafts(state);
  return {};
}

void settleCarriedDrafts(JournalState& state) {
  // What is put takes itself out of the list.
  const std::vector<CarriedDraft> carried = state.carried;
  for (const CarriedDraft& row : carried) {
    auto& open = state.vaults[row.vault];
    if (!open) continue;
    const auto draft = openDraft(open->keys, state.mark, row.vault, row.place, row.box);
    if (!draft) continue;
    // A disk that is still full changes nothing: the words are here, and the next save of them tries again. The digest
    // stays that of the row which the file holds, or of none.
    if (!putDraftIn(state, row.vault, draft->place, draft->text)) open->drafts[draft->place].text = draft->text;
  }
}

std::vector<std::string> waitingDraftsOf(const JournalState& state) {
  std::vector<std::string> drafts;
  drafts.reserve(state.carried.size());
  for (const CarriedDraft& row : state.carried) drafts.push_back(packed(row));
  return drafts;
}

bool ownDraftsWaitIn(const JournalState& state) {
  return std::ranges::count(state.carried, state.path, &CarriedDraft::file) > 0;
}

}  // namespace footbridge::storage
