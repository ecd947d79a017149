// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/entry_text.h"
#include "cli/exit_code.h"
#include "cli/keyboard.h"
#include "cli/secret_input.h"
#include "cli/visible_text.h"
#include "content/folder_catalog.h"
#include "domain/text.h"
#include "storage/exchange_json.h"
#include "system/platform.h"

namespace footbridge::cli {
namespace {

constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();

std::string searchedWords(const Arguments& arguments) {
  std::string words;
  for (std::size_t i = 1; i < arguments.words().size(); ++i) words += (words.empty() ? "" : " ") + arguments.words()[i];
  return words;
}

}  // namespace

/// Finding nothing is an answer too: kRefused ("not found"), and a line on `err` for whoever wonders.
int runSearch(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed =
      Arguments::parse({"search",
                        2,
                        kAnyNumber,
                        {kAsOption, {"--json", 0}, kPassphraseOption, kAcceptOlderOption, kAcceptMissingOption},
                        "a FILE and WORDS"},
                       arguments, err);
  if (!parsed) return kUsage;
  const std::string words = searchedWords(*parsed);
  if (trimmed(words).empty() || !isUtf8(words)) return usageError("search", "please give words to look for", err);
  int code = kDone;
  const std::optional<Keyboard> keyboard = sitDownToRead(*parsed, "search", err, code);
  if (!keyboard) return code;
  const std::vector<Entry> entries = keyboard->journal->search(words, keyboard->reader());
  if (parsed->has("--json")) {
    out << storage::exchange::dumped(storage::exchange::toJson(entries)) << '\n';
  } else {
    content::FolderCatalog catalog(platform::contentFolder() / "en");
    const std::vector<Entry> all = keyboard->journal->entries(keyboard->reader());
    printEntries(out, entries, {all, keyboard->journal->partners(), &catalog});
  }
  if (!entries.empty()) return kDone;
  err << "footbridge-cli: " << visibleLine(parsed->file()) << ": no line that can be read here has these words. "
      << (parsed->has("--as") ? "Please try fewer, or others.\n"
                              : "Please try others, or --as NAME to look into your own part too.\n");
  return kRefused;
}

}  // namespace footbridge::cli
