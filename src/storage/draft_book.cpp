// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/draft_book.h"

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
  state.lastSeen.note(open.keys, vault, head);
  return {};
}

/// The head without what a draft of that name adds to it.
Head headWithout(const OpenVault& open, std::string_view place) {
  Head head = open.head;
  const auto at = open.drafts.find(place);
  if (at != open.drafts.end()) toggle(head.draftDigest, at->second.digest);
  return head;
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
  if (done) open.drafts.insert_or_assign(std::string(place), KeptDraft{std::string(text), digest});
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
  const auto at = open.drafts.find(place);
  if (at == open.drafts.end()) return {};
  const KeyMark name = draftPlace(open.keys, place);
  auto done = commitDraft(
      state, vault, headWithout(open, place), "DELETE FROM draft WHERE place = ? AND vault = ?",
      [&](Statement& statement) { statement.bind(1, BytesView(name)).bind(2, static_cast<std::int64_t>(vault)); });
  if (done) open.drafts.erase(at);
  return done;
}

}  // namespace footbridge::storage
