// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/draft_book.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace footbridge::storage {
namespace {

constexpr std::size_t kLongest = 4 * 1024 * 1024;

/// One change of a draft together with the head that says so, in a transaction of their own.
template <typename Bind>
Result<void> commitDraft(JournalState& state, VaultId vault, Head head, std::string_view sql, Bind bind) {
  OpenVault& open = *state.vaults[vault];
  ++head.draftCounter;
  auto transaction = Transaction::begin(*state.database);
  if (!transaction) return transaction.error();
  auto statement = state.database->prepare(sql);
  if (!statement) return statement.error();
  bind(*statement);
  if (auto done = statement->run(); !done) return done;
  if (auto done = writeHead(*state.database, state.mark, open.keys, vault, head); !done) return done;
  if (auto done = transaction->commit(); !done) return done;
  open.head = head;
  state.lastSeen.note(open, vault);
  return {};
}

/// The head without what a draft of that name adds to it.
Head headWithout(const OpenVault& open, std::string_view place) {
  Head head = open.head;
  const auto at = open.drafts.find(place);
  if (at != open.drafts.end()) toggle(head.draftDigest, at->second.digest);
  return head;
}

CarriedDraft rowFor(const OpenVault& open, const JournalState& state, VaultId vault, std::string_view place,
                    std::string_view text) {
  return {vault, draftPlace(open.keys, place),
          sealDraft(open.keys, state.mark, vault, {std::string(place), std::string(text)})};
}

std::string packed(const CarriedDraft& row) {
  std::string sealed(1, static_cast<char>(row.vault));
  sealed.append(row.place.begin(), row.place.end());
  return sealed.append(row.box.begin(), row.box.end());
}

/// What was carried here for a place is older than what was just done with it.
void forgetCarried(JournalState& state, VaultId vault, const KeyMark& place) {
  std::erase_if(state.carried, [&](const CarriedDraft& row) { return row.vault == vault && row.place == place; });
}

Result<CarriedDraft> rowFrom(std::string_view sealed) {
  const Error damaged{ErrorKind::Damaged, "draft"};
  CarriedDraft row;
  if (sealed.size() <= 1 + row.place.size()) return damaged;
  const auto number = static_cast<unsigned char>(sealed.front());
  if (number < static_cast<int>(VaultId::A) || number > static_cast<int>(VaultId::Ours)) return damaged;
  row.vault = static_cast<VaultId>(number);
  const BytesView rest = bytesOf(sealed.substr(1));
  std::copy_n(rest.begin(), row.place.size(), row.place.begin());
  row.box.assign(rest.begin() + static_cast<std::ptrdiff_t>(row.place.size()), rest.end());
  return row;
}

}  // namespace

Result<void> putDraftIn(JournalState& state, VaultId vault, std::string_view place, std::string_view text) {
  if (auto may = state.mayWrite(vault); !may) return may;
  if (place.size() + text.size() > kLongest) return Error{ErrorKind::Invalid, "text", {}, "length"};
  OpenVault& open = *state.vaults[vault];
  const KeyMark name = draftPlace(open.keys, place);
  const Bytes box = sealDraft(open.keys, state.mark, vault, {std::string(place), std::string(text)});
  const Digest digest = draftDigestOf(open.keys, name, box);
  Head head = headWithout(open, place);
  toggle(head.draftDigest, digest);
  auto done = commitDraft(state, vault, head, "INSERT OR REPLACE INTO draft (place, vault, box) VALUES (?, ?, ?)",
                          [&](Statement& statement) {
                            statement.bind(1, BytesView(name)).bind(2, static_cast<std::int64_t>(vault));
                            statement.bind(3, BytesView(box));
                          });
  if (!done) return done;
  open.drafts.insert_or_assign(std::string(place), KeptDraft{std::string(text), digest});
  forgetCarried(state, vault, name);
  return done;
}

std::optional<std::string> findDraftIn(const JournalState& state, VaultId vault, std::string_view place) {
  if (!state.vaults[vault]) return std::nullopt;
  const auto& drafts = state.vaults[vault]->drafts;
  const auto at = drafts.find(place);
  if (at == drafts.end()) return std::nullopt;
  return at->second.text;
}

Result<void> clearDraftIn(JournalState& state, VaultId vault, std::string_view place) {
  if (auto may = state.mayWrite(vault); !may) return may;
  OpenVault& open = *state.vaults[vault];
  const KeyMark name = draftPlace(open.keys, place);
  const auto at = open.drafts.find(place);
  if (at == open.drafts.end()) return {};
  auto done = commitDraft(
      state, vault, headWithout(open, place), "DELETE FROM draft WHERE place = ? AND vault = ?",
      [&](Statement& statement) { statement.bind(1, BytesView(name)).bind(2, static_cast<std::int64_t>(vault)); });
  if (!done) return done;
  open.drafts.erase(at);
  forgetCarried(state, vault, name);
  return done;
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
  for (const CarriedDraft& row : state.carried) drafts.push_back(packed(row));
  return drafts;
}

}  // namespace footbridge::storage
