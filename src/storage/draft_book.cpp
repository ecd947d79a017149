// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/draft_book.h"

#include <utility>

namespace footbridge::storage {
namespace {

constexpr std::size_t kLongest = 4 * 1024 * 1024;

template <typename Bind>
Result<void> runAlone(Database& database, std::string_view sql, Bind bind) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  auto statement = database.prepare(sql);
  if (!statement) return statement.error();
  bind(*statement);
  if (auto done = statement->run(); !done) return done;
  return transaction->commit();
}

}  // namespace

Result<void> putDraftIn(JournalState& state, VaultId vault, std::string_view place, std::string_view text) {
  if (auto may = state.mayWrite(vault); !may) return may;
  if (place.size() + text.size() > kLongest) return Error{ErrorKind::Invalid, "text", {}, "length"};
  OpenVault& open = *state.vaults[vault];
  const KeyMark name = draftPlace(open.keys, place);
  const Bytes box = sealDraft(open.keys, state.mark, vault, {std::string(place), std::string(text)});
  auto done = runAlone(*state.database, "INSERT OR REPLACE INTO draft (place, vault, box) VALUES (?, ?, ?)",
                       [&](Statement& statement) {
                         statement.bind(1, BytesView(name)).bind(2, static_cast<std::int64_t>(vault));
                         statement.bind(3, BytesView(box));
                       });
  if (done) open.drafts.insert_or_assign(std::string(place), std::string(text));
  return done;
}

std::optional<std::string> findDraftIn(const JournalState& state, VaultId vault, std::string_view place) {
  if (!state.vaults[vault]) return std::nullopt;
  const auto& drafts = state.vaults[vault]->drafts;
  const auto at = drafts.find(place);
  if (at == drafts.end()) return std::nullopt;
  return at->second;
}

Result<void> clearDraftIn(JournalState& state, VaultId vault, std::string_view place) {
  if (auto may = state.mayWrite(vault); !may) return may;
  OpenVault& open = *state.vaults[vault];
  const auto at = open.drafts.find(place);
  if (at == open.drafts.end()) return {};
  const KeyMark name = draftPlace(open.keys, place);
  auto done = runAlone(*state.database, "DELETE FROM draft WHERE place = ? AND vault = ?", [&](Statement& statement) {
    statement.bind(1, BytesView(name)).bind(2, static_cast<std::int64_t>(vault));
  });
  if (done) open.drafts.erase(at);
  return done;
}

}  // namespace footbridge::storage
