// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/draft_book.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "storage/joining.h"

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
    toggle(head.draftDigest, open.drafts.find(name)->second.digest);
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
  for (const std::string& name : gone) open.drafts.erase(name);
  for (const NewDraft& draft : come) open.drafts.insert_or_assign(draft.name, KeptDraft{draft.text, draft.digest});
  state.lastSeen.note(open, vault);
  return {};
}

/// What the file has at a place, as one sum: nothing but zeros where it has nothing. Words that it did not take add
/// nothing to it.
Digest sumAt(const OpenVault& open, std::string_view place) {
  Digest sum{};
  for (const std::string& name : namesAt(open, place)) toggle(sum, open.drafts.find(name)->second.digest);
  return sum;
}

/// What is in a CarriedDraft.
struct OpenedRow {
  std::string place;
  Digest before{};
  std::string text;
};

CarriedDraft rowFor(const OpenVault& open, const JournalMark& mark, const std::string& file, VaultId vault,
                    const OpenedRow& row) {
  const std::string words = std::string(row.before.begin(), row.before.end()) + row.text;
  return {vault, draftPlace(open.keys, row.place), file, sealDraft(open.keys, mark, vault, {row.place, words})};
}

std::optional<OpenedRow> openRow(const OpenVault& open, const JournalMark& mark, const CarriedDraft& row) {
  auto draft = openDraft(open.keys, mark, row.vault, row.place, row.box);
  if (!draft || draft->text.size() < sizeof(Digest)) return std::nullopt;
  OpenedRow opened{std::move(draft->place), {}, draft->text.substr(sizeof(Digest))};
  std::copy_n(draft->text.begin(), opened.before.size(), opened.before.begin());
  return opened;
}

std::string packed(const CarriedDraft& row) {
  ByteWriter bytes;
  bytes.u8(static_cast<std::uint8_t>(row.vault)).raw(row.place).text(row.file).sized(row.box);
  return std::string(textOf(bytes.bytes()));
}

std::vector<std::string> textsAt(const OpenVault& open, std::string_view place) {
  std::vector<std::string> texts;
  for (const std::string& name : namesAt(open, place)) texts.push_back(open.drafts.find(name)->second.text);
  return texts;
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
    std::erase(beside, earlier->text);
    state.carriedSettled.erase(earlier);
  }
  state.carriedSettled.push_back({vault, row.place, row.before, row.text});
  Drafts all{{row.place, KeptDraft{row.text, {}}}};
  for (const std::string& text : beside) all = unionOf(all, {{row.place, KeptDraft{text, {}}}});
  return all;
}

/// What the disk refused, shown as if it had not.
void hold(OpenVault& open, std::string_view place, const Drafts& all) {
  for (const std::string& name : namesAt(open, place)) {
    const bool isHere = open.drafts.find(name)->second.digest == Digest{};
    if (isHere && !all.contains(name)) open.drafts.erase(name);
  }
  for (const auto& [name, draft] : all) open.drafts[name].text = draft.text;
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
  const NewDraft draft = newDraft(open, state.mark, vault, std::string(place), std::string(text));
  if (auto done = commitDrafts(state, vault, namesAt(open, place), {draft}); !done) return done;
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

// Where there is none, nothing is to be written, and a file that is only to be read is no trouble.
Result<void> clearDraftIn(JournalState& state, VaultId vault, std::string_view place) {
  if (state.vaults[vault] && namesAt(*state.vaults[vault], place).empty()) return {};
  if (auto may = state.mayWrite(vault); !may) return may;
  const OpenVault& open = *state.vaults[vault];
  const std::vector<std::string> names = namesAt(open, place);
  if (auto done = commitDrafts(state, vault, names, {}); !done) return done;
  forgetCarried(state, vault, draftPlace(open.keys, place));
  return {};
}

Result<std::string> sealDraftFor(const JournalState& state, VaultId vault, std::string_view place,
                                 std::string_view text) {
  if (!state.vaults[vault]) return Error{ErrorKind::Locked, state.subjectOf(vault)};
  const OpenVault& open = *state.vaults[vault];
  return packed(
      rowFor(open, state.mark, state.path, vault, {std::string(place), sumAt(open, place), std::string(text)}));
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
      if (std::ranges::find(texts, opened->text) != texts.end()) continue;
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

bool ownDraftsWaitIn(const JournalState& state) {
  return std::ranges::count(state.carried, state.path, &CarriedDraft::file) > 0;
}

}  // namespace footbridge::storage
