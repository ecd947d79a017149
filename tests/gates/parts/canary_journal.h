// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

namespace footbridge::gates {

/// What belongs to one partner and must not be found once it is locked.
struct Secrets {
  std::string passphrase;
  std::vector<std::string> words;  ///< of a note, of a draft, and the passphrase, each in every form
  std::vector<std::string> keys;   ///< those that the passphrase leads to; the one of *ours* is in both partners'
  /// Without the key of *ours*, which the other's vault holds as well.
  [[nodiscard]] std::vector<std::string> keysOfTheirsAlone() const;
};

/// Made here and now, since what is written in a program lies in the memory of each process that runs it. A journal at
/// `file`, which must not exist, in which both have a passphrase, and each a note and a draft of their own; what is A's
/// comes first. Empty keys: it could not be made.
[[nodiscard]] std::array<Secrets, 2> writeCanaryJournal(const std::string& file);

/// The place of that draft, which is where the window keeps a half-written note.
inline constexpr const char* kDraftPlace = "note/mine";

}  // namespace footbridge::gates
