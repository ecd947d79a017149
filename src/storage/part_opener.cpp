// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/part_opener.h"

#include <cassert>

#include "storage/damaged.h"
#include "storage/payload.h"
#include "storage/recovery_code.h"

namespace footbridge::storage {
namespace {

/// With the vault key of their owner.
Result<OpenedPart> openOwn(const JournalMark& mark, const WaitingPart& part, const PartnerKeys& keys) {
  auto opened = openPart(mark, part, VaultKeys(keys.vault.copy()));
  if (auto note = opened ? openNote(part.note, keys) : std::nullopt) opened->sides = std::move(note->sides);
  return opened;
}

/// With the key in the note. Anybody can have sealed that for the owner, and the key may be that of a slot that was
/// open to all; so it leads to the words and says nothing of who wrote them.
Result<OpenedPart> openByNote(const JournalMark& mark, const WaitingPart& part, const PartnerKeys& keys) {
  auto note = openNote(part.note, keys);
  if (!note || !note->key) return Error{ErrorKind::WrongPassphrase};
  auto opened = openPart(mark, part, VaultKeys(note->key->copy()));
  if (!opened) return opened;
  opened->sides = std::move(note->sides);
  opened->isProven = false;
  return opened;
}

/// What a passphrase, or the recovery code, leads to by these slots.
std::optional<PartnerKeys> keysBehind(const Keyring& way, PartnerId partner, std::string_view secret) {
  const auto letters = parseRecoveryCode(secret);
  auto keys = letters ? way.open(partner, SlotKind::Recovery, letters->text()) : Error{ErrorKind::WrongCode};
  if (!keys) keys = way.open(partner, SlotKind::Passphrase, secret);
  return keys ? std::optional(std::move(keys->keys)) : std::nullopt;
}

}  // namespace

Result<OpenedPart> openPart(const JournalMark& mark, const WaitingPart& part, const VaultKeys& keys) {
  const auto head = openHead(keys, mark, part.vault, part.head);
  if (!head) return Error{ErrorKind::WrongPassphrase};
  const Error broken = damaged(kWaiting);
  OpenedPart opened{*head, {}, {}};
  Head found;
  for (const auto& [id, box] : part.rows) {
    const auto payload = openRecord(keys, mark, part.vault, id, box);
    auto record = payload ? parsePayload(textOf(*payload), part.vault) : Error{ErrorKind::Damaged};
    if (!record) return broken;
    toggle(found.digest, rowDigest(keys, id, box));
    opened.rows.push_back({id, std::move(record).value()});
  }
  for (const auto& [place, box] : part.drafts) {
    auto draft = openDraft(keys, mark, part.vault, place, box);
    if (!draft) return broken;
    toggle(found.draftDigest, draftDigestOf(keys, place, box));
    opened.drafts.insert_or_assign(std::move(draft->place), KeptDraft{std::move(draft->text), {}});
  }
  const bool isWhole =
      head->count == opened.rows.size() && head->digest == found.digest && head->draftDigest == found.draftDigest;
  if (!isWhole) return broken;
  return opened;
}

bool isOfOtherKeys(const Result<OpenedPart>& opened) {
  return !opened && opened.error().kind == ErrorKind::WrongPassphrase;
}

Result<OpenedPart> openWith(const JournalMark& mark, const WaitingPart& part, const PartnerKeys& keys) {
  auto opened = openOwn(mark, part, keys);
  if (!isOfOtherKeys(opened)) return opened;
  return openByNote(mark, part, keys);
}

Result<OpenedPart> PartOpener::open(const WaitingPart& part) {
  const PartnerKeys today = m_state.personal[part.vault]->keys.copy();  // other things may go on while keys are made
  auto opened = openOwn(m_state.mark, part, today);
  if (isOfOtherKeys(opened) && m_before) opened = openPart(m_state.mark, part, VaultKeys(m_before->copy()));
  if (isOfOtherKeys(opened)) opened = openByWay(part, openOwn);
  if (isOfOtherKeys(opened)) opened = openByNote(m_state.mark, part, today);
  if (isOfOtherKeys(opened)) opened = openByWay(part, openByNote);
  if (auto note = opened ? openNote(part.note, today) : std::nullopt) opened->sides = std::move(note->sides);
  return opened;
}

/// By the slots that came along.
Result<OpenedPart> PartOpener::openByWay(const WaitingPart& part, WayIn wayIn) {
  const Error closed{ErrorKind::WrongPassphrase};
  auto ways = m_secret.empty() ? closed : Keyring::fromWay(m_state.mark, part.way);
  if (!ways) return closed;
  for (std::size_t at = 0; at < ways->size(); ++at) {
    const auto& keys = keysBy(part.way, at, (*ways)[at]);
    auto opened = keys ? wayIn(m_state.mark, part, *keys) : closed;
    if (!isOfOtherKeys(opened)) return opened;
  }
  return closed;
}

const std::optional<PartnerKeys>& PartOpener::keysBy(const Bytes& ways, std::size_t at, Keyring& way) {
  const auto [known, isNew] = m_tried.try_emplace({ways, at});
  if (isNew) {
    assert(!m_state.database->inTransaction());
    way.makeKeysBy(m_state.keyring.keysMadeBy());
    known->second = keysBehind(way, m_partner, m_secret);
  }
  return known->second;
}

}  // namespace footbridge::storage
