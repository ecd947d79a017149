// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstddef>
#include <string_view>

#include "domain/owed_code.h"
#include "domain/ports.h"

namespace footbridge {

/// Where, among the drafts of its owner's vault, it is said how many things (a sitting as one) came in in their name
/// from a copy that was not locked, so that others could write in it as well. What was here stays as it was; these
/// stand beside it, marked (Entry::unproven). Whoever told its owner clears it.
inline constexpr std::string_view kCameInPlace = "privacy/came-in";

/// What stands there as a number; 0 for what is none.
[[nodiscard]] inline std::size_t countOf(std::string_view text) {
  std::size_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

/// How many their owner is to be told of; 0 while the vault is locked.
[[nodiscard]] inline std::size_t cameIn(const DraftStore& drafts, PartnerId owner) {
  return countOf(drafts.findDraft(vaultOf(owner), kCameInPlace).value_or(""));
}

/// A draft that the journal keeps to say something to its owner: no words of theirs, and of this file alone.
[[nodiscard]] inline bool isOfJournal(std::string_view place) {
  return place == kOwedCodePlace || place == kCameInPlace;
}

}  // namespace footbridge
