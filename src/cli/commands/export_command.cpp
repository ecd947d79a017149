// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <ostream>
#include <string>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/error_text.h"
#include "cli/keyboard.h"
#include "cli/secret_input.h"
#include "cli/visible_text.h"
#include "content/folder_catalog.h"
#include "domain/exchange.h"
#include "system/platform.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kExportCommand = "export";
constexpr std::string_view kStandardOutput = "-";
constexpr std::array<std::string_view, 3> kFormats{"json", "markdown", "csv"};
constexpr std::array<std::string_view, 3> kParts{"everything", "own", "ours"};

template <typename Enum>
std::optional<Enum> among(const std::array<std::string_view, 3>& words, std::string_view word) {
  const auto at = std::ranges::find(words, word);
  if (at == words.end()) return std::nullopt;
  return static_cast<Enum>(at - words.begin());
}

/// Empty when the options make sense; else what is wrong with them.
std::string complaintAbout(const Arguments& arguments) {
  const std::string format = arguments.value("--format").value_or("");
  if (!among<ExportFormat>(kFormats, format)) return "please give --format json, markdown or csv";
  if (!among<ExportPart>(kParts, arguments.value("--part").value_or("everything")))
    return "--part is everything, own (what one wrote for oneself) or ours";
  if (arguments.value("--part") == "own" && !arguments.has(kAsOption.name))
    return "please say whose own part it is with --as NAME";
  if (!arguments.has("--output")) return "please say where to with --output FILE, or --output - for standard output";
  return {};
}

int writeTo(const std::string& target, const Exchange& exchange, const ExportWish& wish, const std::string& journal,
            std::ostream& out, std::ostream& err) {
  if (target == kStandardOutput) {
    const Result<std::string> text = exchange.exported(wish);
    if (!text) return report(text.error(), journal, err);
    out << *text << std::flush;
    return kDone;
  }
  const Result<void> written = exchange.exportTo(target, wish);
  if (written) return kDone;
  const bool isOfTarget = written.error().subject == target;
  return report(written.error(), isOfTarget ? target : journal, err);
}

}  // namespace

int runExport(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse({kExportCommand,
                                        1,
                                        1,
                                        {kAsOption,
                                         kAcceptOlderOption,
                                         kAcceptMissingOption,
                                         kPassphraseOption,
                                         {"--format", 1},
                                         {"--part", 1},
                                         {"--output", 1}}},
                                       arguments, err);
  if (!parsed) return kUsage;
  if (const std::string complaint = complaintAbout(*parsed); !complaint.empty())
    return usageError(kExportCommand, complaint, err);
  int code = kDone;
  const std::optional<Keyboard> keyboard = sitDownToRead(*parsed, kExportCommand, err, code);
  if (!keyboard) return code;
  content::FolderCatalog catalog(platform::contentFolder() / "en");
  const ExportWish wish{*among<ExportFormat>(kFormats, *parsed->value("--format")), keyboard->reader(),
                        *among<ExportPart>(kParts, parsed->value("--part").value_or("everything")), &catalog};
  const std::string target = *parsed->value("--output");
  code = writeTo(target, *keyboard->journal->exchange(), wish, parsed->file(), out, err);
  if (code == kDone && out)
    err << "footbridge-cli: " << (target == kStandardOutput ? "standard output" : visibleLine(target))
        << ": this is not sealed; anyone can read it.\n";
  return code;
}

}  // namespace footbridge::cli
