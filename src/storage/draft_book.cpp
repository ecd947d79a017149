// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/draft_book.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "storage/carried_draft.h"
#include "storage/joining.h"

namespace footbridge::storage {
namespace {

constexpr std::size_t kLongest = std::size_t{4} * 1024 * 1024;

/// The names of all that is kept at a place, and of what only the file still has there.
std::vector<std::string> namesAt(const OpenVault& open, std::string_view place) {
  std::vector<std::string> names;
  const auto has = [&](const std::string& name) {
    return open.drafts.contains(name) || open.endedDrafts.contains(name);
  };
  for (std::string name(place); has(name); name += kBesideMark) names.push_back(name);
  return names;
}

/// What one of those adds to the head's sum.
const Digest& digestOf(const OpenVault& open, const std::string& name) {
  const auto kept = open.drafts.find(name);
  return kept != open.drafts.end() ? kept->second.digest : open.endedDrafts.find(name)->second;
}

std::vector<std::string> textsAt(const OpenVault& open, std::string_view place) {
  std::vector<std::string> texts;
  for (const std::string& name : namesAt(open, place)) {
    if (const auto kept = open.drafts.find(name); kept != open.drafts.end()) texts.push_back(kept->second.text);
  }
  return texts;
}

struct NewDraft {
  std::string name;
  std::string text;
  KeyMark place{};
  Bytes box;
  Digest digest;
};

NewDraft newDraft(const OpenVault& open, const JournalMark& mark, VaultId vault, std::string name, std::string text) {
  NewDraft draft{std::move(name), std::move(text), {}, {}, {}};
  draft.place = draftPlace(open.keys, draft.name);
  draft.box = sealDraft(open.keys, mark, vault, {draft.name, draft.text});
  draft.digest = draftDigestOf(open.keys, draft.place, draft.box);
  return draft;
}

/// The drafts of these names go and the new ones come, together with the head that says so, in a transaction of their
/// own.
Result<void> commitDrafts(JournalState& state, VaultId vault, const std::vector<std::string>& gone,
                          const std::vector<NewDraft>& come) {
  OpenVault& open = *state.vaults[vault];
  Head head = open.head;
  ++head.draftCounter;
  auto transaction = Transaction::begin(*state.database);
  if (!transaction) return transaction.error();
  for (const std::string& name : gone) {
    toggle(head.draftDigest, digestOf(open, name));
    auto remove = state.database->prepare("DELETE FROM draft WHERE place = ? AND vault = ?");
    if (!remove) return remove.error();
    const KeyMark place = draftPlace(open.keys, name);
    remove->bind(1, BytesView(place)).bind(2, numberOf(vault));
    if (auto done = remove->run(); !done) return done;
  }
  for (const NewDraft& draft : come) {
    toggle(head.draftDigest, draft.digest);
    auto put = state.database->prepare("INSERT INTO draft (place, vault, box) VALUES (?, ?, ?)");
    if (!put) return put.error();
    put->bind(1, BytesView(draft.place)).bind(2, numberOf(vault)).bind(3, BytesView(draft.box));
    if (auto done = put->run(); !done) return done;
  }
  if (auto done = writeHead(*state.database, state.mark, open.keys, vault, head); !done) return done;
  if (auto done = transaction->commit(); !done) return done;
  open.head = head;
  for (const std::string& name : gone) {
    open.drafts.erase(name);
    open.endedDrafts.erase(name);
  }
  for (const NewDraft& draft : come) open.drafts.insert_or_assign(draft.name, KeptDraft{draft.text, draft.digest});
  state.lastSeen.note(open, vault);
  return {};
}

/// What the file has at a place, as one sum: nothing but zeros where it has nothing. Words that it did not take add
/// nothing to it.
Digest sumAt(const OpenVault& open, std::string_view place) {
  Digest sum{};
  for (const std::string& name : namesAt(open, place)) toggle(sum, digestOf(open, name));
  return sum;
}

/// All that stands at a place once carried words have come to it.
Drafts together(JournalState& state, VaultId vault, const OpenVault& open, const OpenedRow& row) {
  const auto isEarlier = [&](const SettledDraft& one) {
    return one.vault == vault && one.place == row.place && one.before == row.before;
  };
  const auto earlier = std::ranges::find_if(state.carriedSettled, isEarlier);
  std::vector<std::string> beside;
  if (sumAt(open, row.place) != row.before) beside = textsAt(open, row.place);
  if (earlier != state.carriedSettled.end()) {
    if (earlier->text) std::erase(beside, *earlier->text);
    state.carriedSettled.erase(earlier);
  }
  state.carriedSettled.push_back({vault, row.place, row.before, row.text});
  Drafts all;
  if (row.text) all.emplace(row.place, KeptDraft{*row.text, {}});
  for (const std::string& text : beside) all = unionOf(all, {{row.place, KeptDraft{text, {}}}});
  return all;
}

/// What the disk refused, shown as if it had not.
void hold(OpenVault& open, std::string_view place, const Drafts& all) {
  for (const std::string& name : namesAt(open, place)) {
    const Digest digest = digestOf(open, name);
    open.drafts.erase(name);
    if (digest != Digest{}) open.endedDrafts.insert_or_assign(name, digest);
  }
  for (const auto& [name, draft] : all) {
    const auto row = open.endedDrafts.extract(name);
    open.drafts.insert_or_assign(name, KeptDraft{draft.text, row ? row.mapped() : Digest{}});
  }
}

/// A disk that is still full changes nothing: the words are here, and the next save of them tries again. What is said
/// of the rows that the file holds stays as it is; those that it has not yet add nothing to its sum.
void settleRow(JournalState& state, const CarriedDraft& row, const OpenedRow& opened) {
  OpenVault& open = *state.vaults[row.vault];
  const Drafts all = together(state, row.vault, open, opened);
  std::vector<NewDraft> come;
  for (const auto& [name, draft] : all) come.push_back(newDraft(open, state.mark, row.vault, name, draft.text));
  if (state.mayWrite(row.vault) && commitDrafts(state, row.vault, namesAt(open, opened.place), come))
    std::erase(state.carried, row);
  else
    hold(open, opened.place, all);
}

/// Where two were carried for one place of a vault, whoever wrote the later had the earlier before them.
void forgetSuperseded(JournalState& state, VaultId vault, const OpenVault& open) {
  const auto opens = [&](const CarriedDraft& row) { return row.vault == vault && openRow(open, state.mark, row); };
  std::vector<CarriedDraft> left;
  for (auto at = state.carried.begin(); at != state.carried.end(); ++at) {
    const auto isLater = [&](const CarriedDraft& row) { return row.place == at->place && opens(row); };
    if (!opens(*at) || std::none_of(at + 1, state.carried.end(), isLater)) left.push_back(*at);
  }
  state.carried = std::move(left);
}

/// What was carried here for a place is older than what was just done with it.
void forgetCarried(JournalState& state, VaultId vault, const KeyMark& place) {
  std::erase_if(state.carried, [&](const CarriedDraft& row) { return row.vault == vault && row.place == place; });
}

/// Only its own key can tell.
bool mayHaveWords(const JournalState& state, const CarriedDraft& row) {
  const auto& open = state.vaults[row.vault];
  const auto opened = open ? openRow(*open, state.mark, row) : std::nullopt;
  return !opened || opened->text;
}

}  // namespace

Result<void> putDraftIn(JournalState& state, VaultId vault, std::string_view place, std::string_view text) {
  if (auto may = state.mayWrite(vault); !may) return may;
  if (place.size() + text.size() > kLongest) return Error{ErrorKind::Invalid, "text", {}, "length"};
  OpenVault& open = *state.vaults[vault];
  const NewDraft draft = newDraft(open, state.mark, vault, std::string(place), std::string(text));
  if (auto done = commitDrafts(state, vault, namesAt(open, place), {draft}); !done) return done;
  forgetCarried(state, vault, draft.place);
  return {};
}

std::vector<std::string> draftsIn(const JournalState& state, VaultId vault, std::string_view place) {
  return state.vaults[vault] ? textsAt(*state.vaults[vault], place) : std::vector<std::string>();
}

Result<void> clearDraftIn(JournalState& state, VaultId vault, std::string_view place) {
  if (auto may = state.mayWrite(vault); !may) return may;
  const OpenVault& open = *state.vaults[vault];
  const std::vector<std::string> names = namesAt(open, place);
  if (auto done = names.empty() ? Result<void>() : commitDrafts(state, vault, names, {}); !done) return done;
  forgetCarried(state, vault, draftPlace(open.keys, place));
  return {};
}

Result<std::string> sealDraftFor(const JournalState& state, VaultId vault, std::string_view place,
                                 std::optional<std::string_view> text) {
  if (!state.vaults[vault]) return Error{ErrorKind::Locked, state.subjectOf(vault)};
  const OpenVault& open = *state.vaults[vault];
  OpenedRow row{std::string(place), sumAt(open, place), {}};
  if (text) row.text = std::string(*text);
  return packed(rowFor(open, state.mark, state.path, vault, row));
}

Result<void> takeDraftIn(JournalState& state, std::string_view sealed) {
  auto row = rowFrom(sealed);
  if (!row) return row.error();
  state.carried.push_back(*std::move(row));
  settleCarriedDrafts(state);
  return {};
}

void settleCarriedDrafts(JournalState& state) {
  for (const VaultId vault : kVaults) {
    if (state.vaults[vault]) forgetSuperseded(state, vault, *state.vaults[vault]);
  }
  const std::vector<CarriedDraft> carried = state.carried;
  for (const CarriedDraft& row : carried) {
    const auto& open = state.vaults[row.vault];
    if (!open) continue;
    if (const auto opened = openRow(*open, state.mark, row)) settleRow(state, row, *opened);
  }
}

void holdCarried(JournalState& state, VaultId vault, OpenVault& open) {
  forgetSuperseded(state, vault, open);
  for (const CarriedDraft& row : state.carried) {
    const auto opened = row.vault == vault ? openRow(open, state.mark, row) : std::nullopt;
    if (opened) hold(open, opened->place, together(state, vault, open, *opened));
  }
}

void carryOver(std::vector<CarriedDraft>& carried, const JournalMark& mark, VaultId vault, const OpenVault& before,
               const OpenVault* after) {
  std::vector<CarriedDraft> left;
  for (CarriedDraft& row : carried) {
    auto opened = row.vault == vault ? openRow(before, mark, row) : std::nullopt;
    if (!opened) {
      left.push_back(std::move(row));
    } else if (after != nullptr) {
      const auto texts = textsAt(*after, opened->place);
      const bool isDone = opened->text ? std::ranges::find(texts, *opened->text) != texts.end() : texts.empty();
      if (isDone) continue;
      // What fitted fits still, and what did not must not.
      if (sumAt(before, opened->place) == opened->before) opened->before = sumAt(*after, opened->place);
      left.push_back(rowFor(*after, mark, row.file, vault, *opened));
    }
  }
  carried = std::move(left);
}

std::vector<std::string> waitingDraftsOf(const JournalState& state) {
  std::vector<std::string> drafts;
  drafts.reserve(state.carried.size());
  for (const CarriedDraft& row : state.carried) drafts.push_back(packed(row));
  return drafts;
}

bool wordsWaitIn(const JournalState& state) {
  return std::ranges::any_of(state.carried, [&](const CarriedDraft& row) { return mayHaveWords(state, row); });
}

bool ownDraftsWaitIn(const JournalState& state) {
  return std::ranges::any_of(
      state.carried, [&](const CarriedDraft& row) { return row.file == state.path && mayHaveWords(state, row); });
}

}  // namespace footbridge::storage
