// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace footbridge {

/// True for well-formed UTF-8: no overlong form, surrogate, or code point above U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text);

/// Canonical composition (NFC). Ill-formed text comes back as it was.
[[nodiscard]] std::string toNfc(std::string_view text);

/// What search compares: compatibility-decomposed, case-folded, marks dropped ("Café" and "CAFE" meet).
[[nodiscard]] std::string searchKey(std::string_view text);

/// What stays of a text when all that only stands between or beside its words is taken away.
struct BareText {
  std::string letters;         ///< and digits, as searchKey() compares them
  std::size_t otherKinds = 0;  ///< how many different characters were taken away
};
/// `alsoKept`: ASCII signs that are taken for letters.
[[nodiscard]] BareText bareText(std::string_view text, std::string_view alsoKept = {});

/// Code points in well-formed text.
[[nodiscard]] std::size_t codePoints(std::string_view text);

/// Without white space at either end (ASCII space, tab, line ends, and U+00A0).
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Without what nobody sees (Unicode's default ignorable code points). A joiner or a variation selector stays after
/// what is not ASCII, where scripts and pictures need it.
[[nodiscard]] std::string withoutUnseen(std::string_view text);

/// Holds a character that can make text look other than it is: bidi overrides and isolates, C0/C1 controls besides
/// line feed and tab, tag characters (Trojan Source, CVE-2021-42574).
[[nodiscard]] bool hasDeceptiveCharacter(std::string_view text);

/// As it may be put on a terminal or a page: each deceptive character becomes U+FFFD, and so does each ill-formed byte.
/// Line feeds and tabs stay.
[[nodiscard]] std::string visibleText(std::string_view text);

}  // namespace footbridge
