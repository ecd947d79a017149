// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/recovery_code.h"

#include <algorithm>
#include <set>
#include <string>

#include "catch.h"

using namespace footbridge;
using namespace footbridge::storage;

TEST_CASE("A recovery code is 26 letters and digits in groups, never twice the same", "[recovery]") {
  std::set<std::string> codes;
  for (int i = 0; i < 200; ++i) {
    const Passphrase code = newRecoveryCode();
    codes.emplace(code.text());
    CHECK(code.text().size() == 26 + 6);
    CHECK(std::ranges::count(code.text(), '-') == 6);
    CHECK(code.text().find_first_of("ILOU") == std::string_view::npos);
    CHECK(parseRecoveryCode(code.text())->text().size() == 26);
  }
  CHECK(codes.size() == 200);
}

TEST_CASE("A code is read as people write it", "[recovery]") {
  const std::string code = "0123456789ABCDEFGHJKMNPQRV";
  for (const char* typed :
       {"0123456789ABCDEFGHJKMNPQRV", "0123-4567-89AB-CDEF-GHJK-MNPQ-RV", " o1234 56789 abcdef ghjk mnpq ru \n",
        "Oi23456789ABCDEFGHJKMNPQRV", "0l23456789ABCDEFGHJKMNPQRV", "1 0123 2 4567 3 89AB 4 CDEF 5 GHJK 6 MNPQ 7 RV",
        "0123\xE2\x80\x93"
        "456789ABCDEFGHJKMNPQRV",
        "0123\xC2\xA0"
        "456789.ABCDEF_GHJKMNPQRV"}) {
    INFO(typed);
    const auto parsed = parseRecoveryCode(typed);
    REQUIRE(parsed.has_value());
    CHECK(parsed->text() == code);
  }
}

TEST_CASE("What is no code is not taken for one", "[recovery]") {
  for (const char* typed :
       {"", "0123", "0123456789ABCDEFGHJKMNPQRVV", "0123456789ABCDEFGHJKMNPQR!",
        "1 0123 2 4567 3 89AB 4 CDEF 5 GHJK 7 MNPQ 6 RV", "1 0123 2 4567 3 89AB 4 CDEF 5 GHJK 6 MNPQ RV",
        "0123456789ABCDEFGHJKMNPQR\xC3\xA9", "my passphrase"}) {
    INFO(typed);
    CHECK_FALSE(parseRecoveryCode(typed).has_value());
  }
}
