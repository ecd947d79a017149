// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/entry_json.h"
#include "cli/error_text.h"
#include "cli/keyboard.h"
#include "cli/new_file.h"
#include "cli/secret_input.h"
#include "cli/visible_text.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kCommand = "export";
constexpr int kExportFormat = 1;

std::string exportText(const Keyboard& keyboard) {
  nlohmann::ordered_json json;
  json["footbridgeExport"] = kExportFormat;
  json["reader"] = keyboard.partner ? nlohmann::ordered_json(toText(keyboard.partner->id)) : nullptr;
  json["partners"] = nlohmann::ordered_json::array();
  for (const Partner& partner : keyboard.journal->partners()) json["partners"].push_back(toJson(partner));
  json["entries"] = toJson(keyboard.journal->entries(keyboard.reader()));
  return dumped(json) + '\n';
}

/// Empty when the options say what this version can do; else what is wrong with them.
std::string complaintAbout(const Arguments& arguments) {
  const std::optional<std::string> format = arguments.value("--format");
  if (!format) return "please give --format json";
  if (*format != "json") return "this version writes --format json only, and not " + *format;
  if (!arguments.has("--output")) return "please say where to with --output FILE, or --output - for standard output";
  return {};
}

}  // namespace

int runExport(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse(
      {kCommand, 1, 1, {kAsOption, kAcceptOlderOption, kPassphraseOption, {"--format", 1}, {"--output", 1}}}, arguments,
      err);
  if (!parsed) return kUsage;
  if (const std::string complaint = complaintAbout(*parsed); !complaint.empty())
    return usageError(kCommand, complaint, err);
  int code = kDone;
  const std::optional<Keyboard> keyboard = sitDownToRead(*parsed, kCommand, err, code);
  if (!keyboard) return code;
  const std::string target = *parsed->value("--output");
  const std::string text = exportText(*keyboard);
  if (target == "-") {
    out << text;
    return kDone;
  }
  if (const Result<void> written = writeNewFile(target, text); !written) return report(written.error(), target, err);
  out << "Written to " << visibleLine(target) << ". It is not sealed: anyone who can open the file can read it.\n";
  return kDone;
}

}  // namespace footbridge::cli
