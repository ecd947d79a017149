// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/error_text.h"

#include <regex>
#include <set>
#include <vector>

#include "catch.h"

using namespace footbridge;

TEST_CASE("every failure, wherever it came from, says what is safe and then what to do") {
  const std::vector<std::string> facts{
      "",         "folder",    "backup",   "partner",     "aside",         "closed",    "two",           "partners",
      "own part", "same file", "alone",    "open",        "of two",        "gone",      "needs-no-code", "memory",
      "length",   "same-name", "not-sure", "no-terminal", "unreadable",    kMoved,      kCreate,         kReopen,
      kNotClosed, "a",         "ours",     kAsideLeftOut, kWaitingLeftOut, kHalfErased, kSideName,       kNameTooLong};
  const std::regex safe(
      "[Nn]othing|is safe|are safe|and safe|all are safe|never overwritten|not touched|was touched|What was saved "
      "before is in it");
  const std::regex act("[Pp]lease|`footbridge-cli");
  std::set<std::string> plain;
  const int kinds = static_cast<int>(ErrorKind::OtherPassphrase) + 1;
  for (int kind = 0; kind < kinds; ++kind) {
    plain.insert(cli::errorText({static_cast<ErrorKind>(kind), "us.footbridge", {}, {}, 3}, "us.footbridge"));
    for (const std::string& fact : facts) {
      for (const Error& error : {Error{static_cast<ErrorKind>(kind), "us.footbridge", fact, {}, 3},
                                 Error{static_cast<ErrorKind>(kind), "us.footbridge", {}, fact, 3},
                                 Error{static_cast<ErrorKind>(kind), fact, {}, {}, 3}}) {
        const std::string words = cli::errorText(error, "us.footbridge");
        INFO(kind << " " << fact << ": " << words);
        CHECK(std::regex_search(words, safe));
        CHECK(std::regex_search(words, act));
        CHECK(words.ends_with('.'));
        CHECK(words.find('!') == std::string::npos);
      }
    }
  }
  CHECK(plain.size() == static_cast<std::size_t>(kinds));  // no two kinds share their words
}

TEST_CASE("a reason is a part of a sentence, and says neither what is safe nor that nothing was kept") {
  const std::regex more("[Nn]othing|safe|[Pp]lease|kept|\\.$|!");
  const int kinds = static_cast<int>(ErrorKind::OtherPassphrase) + 1;
  for (int kind = 0; kind < kinds; ++kind) {
    for (const char* const detail : {"", kNameTooLong, kReopen}) {
      const Error error{static_cast<ErrorKind>(kind), "us.footbridge", {}, detail, 28};
      CAPTURE(kind, cli::reasonText(error));
      CHECK_FALSE(std::regex_search(cli::reasonText(error), more));
      CHECK_FALSE(cli::wayOnText(error).empty());
    }
  }
}
