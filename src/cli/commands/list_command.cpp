// SPDX-License-Identifier: GPL-3.0-or-later
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
#include "content/folder_catalog.h"
#include "storage/exchange_json.h"
#include "system/platform.h"

namespace footbridge::cli {

int runList(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse(
      {"list", 1, 1, {kAsOption, {"--json", 0}, kPassphraseOption, kAcceptOlderOption, kAcceptMissingOption}},
      arguments, err);
  if (!parsed) return kUsage;
  int code = kDone;
  const std::optional<Keyboard> keyboard = sitDownToRead(*parsed, "list", err, code);
  if (!keyboard) return code;
  const std::vector<Entry> entries = keyboard->journal->entries(keyboard->reader());
  if (parsed->has("--json")) {
    out << storage::exchange::dumped(storage::exchange::toJson(entries)) << '\n';
  } else {
    content::FolderCatalog catalog(platform::contentFolder() / "en");
    printEntries(out, entries, {entries, keyboard->journal->partners(), &catalog});
  }
  return kDone;
}

}  // namespace footbridge::cli
