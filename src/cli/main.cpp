// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <csignal>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/commands/content_command.h"
#include "cli/exit_code.h"
#include "system/platform.h"

namespace footbridge::cli {
namespace {

/// What stands when a command did what it was asked for, and its answer leads nowhere.
enum class Kind { Reads, Writes };

struct Command {
  std::string_view name;
  std::string_view usage;
  std::string_view does;
  int (*run)(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);
  Kind kind = Kind::Writes;
};

constexpr std::array kCommands{
    Command{"new", "new FILE --names A B | --name A", "makes a journal for two, or for one person alone", runNew},
    Command{"info", "info FILE", "partners, and what is protected; needs no passphrase", runInfo, Kind::Reads},
    Command{"protect", "protect FILE --as NAME [--remove-older-backups]",
            "sets or changes a passphrase; shows a recovery code once", runProtect},
    Command{"recover", "recover FILE --as NAME", "back in by the recovery code, with a new passphrase", runRecover},
    Command{"readmit", "readmit FILE --as NAME --partner NAME",
            "the other is back in *ours* with a new passphrase; what they wrote before is put aside, sealed",
            runReadmit},
    Command{"join", "join FILE --name NAME", "a partner is added to the journal of one", runJoin},
    Command{"erase", "erase FILE --as NAME [--sure]", "takes your own part out for good; asks twice", runErase},
    Command{"note", "note FILE --as NAME [--private]", "keeps a note from standard input; prints its id", runNote},
    Command{"list", "list FILE [--as NAME] [--json]", "entries, newest first", runList, Kind::Reads},
    Command{"search", "search FILE WORDS [--as NAME] [--json]", "entries that hold every word", runSearch, Kind::Reads},
    Command{"export", "export FILE --format json|markdown|csv --output F [--as NAME] [--part everything|own|ours]",
            "what one may read (own: what one wrote for oneself alone); - is standard output", runExport, Kind::Reads},
    Command{"import", "import FILE SOURCE [--as NAME]", "takes in a json export; nothing twice", runImport},
    Command{"merge", "merge FILE OTHER [--as NAME] [--other-passphrase-fd N]",
            "joins another copy of the journal into FILE, losing neither; without OTHER, what still waits", runMerge},
    Command{"backup", "backup FILE --output F | --remove-older-backups",
            "a verified copy, or a new one in the place of all that were made by themselves; needs no passphrase",
            runBackup},
    Command{"restore", "restore BACKUP --output F", "a journal from a backup; never over an existing file", runRestore},
    Command{"verify", "verify FILE [--as NAME]", "the database, and all that the given keys open", runVerify,
            Kind::Reads},
    Command{"content", "content check PATH... | content list [--json]",
            "checks exercises and packs; lists what is there", runContent, Kind::Reads},
};

constexpr std::string_view kNotes = R"(
--as NAME says who is at the keyboard (1 or 2 where both have one name); without it a command sees *ours* alone.
A passphrase or recovery code is asked for on the terminal, or read as one line from an open descriptor with
--passphrase-fd N; a new passphrase from --new-passphrase-fd N. It is never an argument. Where recover brings back a
part that was put aside, the passphrase of today comes after the code, on the next line.
--remove-older-backups, also for recover, readmit and erase: none stays that opens with the passphrase of before, but
for one that may have words that the file has not, since an older copy took its place; --accept-older lets that go, too.
--accept-older goes on with a copy that is older than the one last used here, and --accept-missing with one that lacks
words that waited in it or were put aside.

Answers: 0 done, 1 refused or not found, 2 usage, 3 damaged, 4 in use, 5 the disk said no.
)";

const Command* commandOf(std::span<const std::string> arguments) {
  const auto* const found =
      arguments.empty() ? kCommands.end() : std::ranges::find(kCommands, arguments.front(), &Command::name);
  return found == kCommands.end() ? nullptr : found;
}

int printHelp(std::ostream& out) {
  out << "footbridge-cli: Footbridge's journals and content, at the command line.\n\n";
  for (const Command& command : kCommands) out << "  " << command.usage << "\n      " << command.does << '\n';
  out << "  --help, --version\n" << kNotes;
  return kDone;
}

int printHelp(const Command& command, std::ostream& out) {
  out << "footbridge-cli " << command.usage << "\n  " << command.does << '\n' << kNotes;
  return kDone;
}

/// Where the answer could not be written.
std::string_view whatStands(std::span<const std::string> arguments, int code) {
  const Command* const command = commandOf(arguments);
  if (command == nullptr || command->kind == Kind::Reads) return ", and nothing was changed";
  return code == kDone ? ", but what was asked for was done" : "";
}

bool asksForHelp(std::span<const std::string> arguments) {
  const auto end = std::ranges::find(arguments, "--");
  return std::find(arguments.begin(), end, "--help") != end;
}

int run(std::span<const std::string> arguments) {
  if (arguments.empty()) return usageError("", "please say what to do", std::cerr);
  const std::string& name = arguments.front();
  if (name == "--help") return printHelp(std::cout);
  if (name == "--version") {
    std::cout << "footbridge-cli " FOOTBRIDGE_VERSION "\n";
    return kDone;
  }
  const Command* const command = commandOf(arguments);
  if (command == nullptr) return usageError("", "there is no command " + name, std::cerr);
  if (asksForHelp(arguments)) return printHelp(*command, std::cout);
  return command->run(arguments.subspan(1), std::cout, std::cerr);
}

}  // namespace
}  // namespace footbridge::cli

int main(int argc, char** argv) {
  footbridge::platform::openStandardStreams();
  // An answer that nobody reads any more is an error like any other, and what stands is said.
  std::signal(SIGPIPE, SIG_IGN);
  const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  const int code = footbridge::cli::run(arguments);
  // Whoever answers that the disk refused has said what it meant.
  if (code == footbridge::cli::kDiskRefused || std::cout.flush()) return code;
  std::cerr << "footbridge-cli: standard output: the answer could not be written"
            << footbridge::cli::whatStands(arguments, code) << ". Please check where it leads.\n";
  return code == footbridge::cli::kDone ? footbridge::cli::kDiskRefused : code;
}
