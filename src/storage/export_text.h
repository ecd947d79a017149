// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "domain/entry.h"
#include "domain/partner.h"
#include "storage/plain_words.h"

namespace footbridge::storage {

/// What a page for people begins with.
struct ExportTitle {
  std::string names;
  std::string notIncluded;  ///< one sentence
};

/// Under headings by day, oldest first. Whatever somebody wrote is quoted and can become neither markup nor a link.
[[nodiscard]] std::string toMarkdown(std::span<const Entry> oldestFirst, const PlainWords& words,
                                     const ExportTitle& title);

/// RFC 4180 in UTF-8, with a header row and one row a line of text. No cell can be taken for a formula.
[[nodiscard]] std::string toCsv(std::span<const Entry> oldestFirst, const PlainWords& words);

/// A line of text as Markdown shows it, letter for letter: nothing in it is markup, a link, a picture or a mention.
[[nodiscard]] std::string markdownLine(std::string_view text);

/// One quoted cell.
[[nodiscard]] std::string csvCell(std::string_view text);

}  // namespace footbridge::storage
