// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/result.h"
#include "storage/shelf.h"

namespace footbridge::gates {

inline constexpr const char* kAlex = "quiet harbour seven lanterns";
inline constexpr const char* kSam = "brass kettle under the willow";

/// A shelf with the cheapest passphrases that the format allows and a clock that stands still, so that the same script
/// writes the same journal each time, but for its random numbers. `state` holds the last-seen counters.
[[nodiscard]] storage::FileShelf stillShelf(const std::filesystem::path& state);
/// The same, keeping no last-seen counters: its state folder cannot be made.
[[nodiscard]] storage::FileShelf forgetfulShelf();

[[nodiscard]] Passphrase secret(std::string text);
[[nodiscard]] PartnerName personName(const char* text);
[[nodiscard]] Result<std::unique_ptr<storage::SealedJournal>> createFor(storage::FileShelf& shelf,
                                                                        const std::string& file);

/// The `step`-th save of an endless evening: entries of every size, revisions, deletions, sittings in each lane,
/// drafts. What it does follows from the step and from what the journal holds, so it can go on after a reopening.
[[nodiscard]] Result<void> save(storage::SealedJournal& journal, int step);

/// Everything that can be read, without the random numbers: equal texts are equal journals.
[[nodiscard]] std::string contentOf(const storage::SealedJournal& journal);

/// Two journals with the same mark have the same content.
using ContentMark = std::uint64_t;
[[nodiscard]] ContentMark markOf(const storage::SealedJournal& journal);

/// The marks after 0, 1, ... `saves` saves on a new journal with two people.
[[nodiscard]] std::vector<ContentMark> expectedContents(int saves);

}  // namespace footbridge::gates
