// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/partner_swap.h"

#include <utility>

namespace footbridge::storage {
namespace {

void swap(std::optional<PartnerId>& partner) {
  if (partner) partner = otherOf(*partner);
}

void swap(Agreement& agreement) {
  if (agreement.who == AgreementWho::A)
    agreement.who = AgreementWho::B;
  else if (agreement.who == AgreementWho::B)
    agreement.who = AgreementWho::A;
}

void swap(Answer& answer) {
  if (auto* const agreed = std::get_if<AgreedAnswer>(&answer); agreed && agreed->agreement) swap(*agreed->agreement);
  if (auto* const close = std::get_if<CloseAnswer>(&answer)) {
    std::swap(close->heard[0], close->heard[1]);
    std::swap(close->appreciated[0], close->appreciated[1]);
  }
}

void swap(SittingEvent& event) {
  if (auto* const begun = std::get_if<Begun>(&event)) {
    begun->first = otherOf(begun->first);
    std::swap(begun->lookOfA, begun->lookOfB);
  }
  if (auto* const answered = std::get_if<Answered>(&event)) swap(answered->answer);
  if (auto* const lookedOver = std::get_if<LookedOver>(&event)) {
    for (LineChoice& choice : lookedOver->choices) {
      if (choice.trimmed) swap(*choice.trimmed);
    }
  }
  if (auto* const revealed = std::get_if<Revealed>(&event)) {
    for (OpenedLine& line : revealed->lines) {
      line.writer = otherOf(line.writer);
      swap(line.answer);
    }
  }
}

}  // namespace

VaultId swapped(VaultId vault) {
  const auto owner = ownerOf(vault);
  return owner ? vaultOf(otherOf(*owner)) : vault;
}

Reader swapped(Reader reader) {
  const auto partner = partnerOf(reader);
  return partner ? readerOf(otherOf(*partner)) : reader;
}

Partner swapped(Partner partner) {
  partner.id = otherOf(partner.id);
  return partner;
}

Record swapped(Record record) {
  Entry& entry = record.entry;
  entry.vault = swapped(entry.vault);
  swap(entry.author);
  if (auto* const agreement = std::get_if<Agreement>(&entry.body)) swap(*agreement);
  if (auto* const viewing = std::get_if<Viewing>(&entry.body)) swap(viewing->suggestedBy);
  if (auto* const event = std::get_if<LaneEvent>(&entry.body)) swap(event->event);
  return record;
}

}  // namespace footbridge::storage
