// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/ports.h"

namespace footbridge::storage::test {

inline constexpr const char* kFixtureAlex = "quiet harbour seven lanterns";
inline constexpr const char* kFixtureSam = "brass kettle under the willow";
inline constexpr const char* kFixtureJo = "nine copper herons at dusk";

/// The journals that every later format must open, in the format of this program: "both" (two, both protected), "solo"
/// (one alone, protected) and "open" (two, no passphrase). They and "secrets.txt" appear in `folder`, which must not
/// hold them yet. Answers what went wrong, or nothing.
[[nodiscard]] std::string makeFixtureJournals(const std::filesystem::path& folder);

/// What the reader may see, newest first, one line each: vault, writer, revision, kind and words.
[[nodiscard]] std::vector<std::string> linesOf(const Journal& journal, Reader reader);

/// What linesOf() must answer for those journals, whatever format they are in by now.
[[nodiscard]] const std::vector<std::string>& fixtureLines(const std::string& journal, Reader reader);

}  // namespace footbridge::storage::test
