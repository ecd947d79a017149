// SPDX-License-Identifier: GPL-3.0-or-later
// A command line, its words parted by line ends. Read by the rules or said to be wrong, in one line. The window's as
// well.
#include <algorithm>
#include <sstream>

#include "app/arguments.h"
#include "cli/arguments.h"
#include "gates/fuzz/target.h"

using namespace footbridge;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::istringstream lines{std::string(gates::textOf(bytes, size))};
  std::vector<std::string> words;
  for (std::string word; std::getline(lines, word);) words.push_back(word);
  const cli::ArgumentRules rules{"note", 1, 2, {{"--as", 1}, {"--private", 0}, {"--names", 2}, {"--output", 1}}};
  std::ostringstream err;
  const auto parsed = cli::Arguments::parse(rules, words, err);
  gates::must(parsed.has_value() == err.str().empty());
  gates::must(std::ranges::count(err.view(), '\n') <= 1);
  static_cast<void>(app::parseArguments(words));
  if (parsed) gates::must(!parsed->words().empty() && parsed->words().size() <= 2);
  return 0;
}
