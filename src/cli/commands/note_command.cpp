// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <optional>
#include <string>

#include "cli/answer.h"
#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/error_text.h"
#include "cli/keyboard.h"
#include "cli/secret_input.h"
#include "domain/text.h"

namespace footbridge::cli {
namespace {

constexpr std::string_view kNoteCommand = "note";
constexpr std::size_t kLongest = std::size_t{256} * 1024;

/// What came in on standard input, without white space around it and with plain line ends.
Result<std::string> noteFromInput() {
  std::string text(kLongest + 1, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  const auto refused = [](const char* why) {
    return Error{.kind = ErrorKind::Invalid, .subject = "the note on standard input", .detail = why};
  };
  if (text.size() > kLongest) return refused("it is longer than 256 KiB; please keep it in parts");
  std::erase(text, '\r');
  if (text.find('\0') != std::string::npos) return refused("it holds a NUL byte; please give plain text");
  if (!isUtf8(text)) return refused("it is not UTF-8; please save it as UTF-8 text first");
  if (trimmed(text).empty()) return refused("it is empty; please type its words and end with Ctrl+D, or send them in");
  return std::string(trimmed(text));
}

}  // namespace

int runNote(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto parsed = Arguments::parse(
      {kNoteCommand, 1, 1, {kAsOption, kAcceptOlderOption, kAcceptMissingOption, {"--private", 0}, kPassphraseOption}},
      arguments, err);
  if (!parsed) return kUsage;
  if (!parsed->has(kAsOption.name)) return usageError(kNoteCommand, "please say who writes with --as NAME", err);
  int code = kDone;
  const std::optional<Keyboard> keyboard = sitDown(*parsed, kNoteCommand, err, code);
  if (!keyboard) return code;
  const PartnerId writer = keyboard->partner->id;
  // What somebody writes alone is theirs: *ours* begins empty when a partner joins.
  const bool alone = keyboard->journal->partners().size() == 1;
  const VaultId vault = alone || parsed->has("--private") ? vaultOf(writer) : VaultId::Ours;
  // What cannot be kept is said before somebody types it.
  if (keyboard->journal->readOnly()) return report(Error{ErrorKind::ReadOnly}, parsed->file(), err);
  if (vault != VaultId::Ours && keyboard->journal->door(vault) == DoorState::Open)
    return report(Error{ErrorKind::NotProtected}, parsed->file(), err);
  Result<std::string> text = noteFromInput();
  if (!text) return report(text.error(), parsed->file(), err);
  const Result<Entry> kept = keyboard->journal->add(vault, writer, Note{std::move(*text)});
  if (!kept) return report(kept.error(), parsed->file(), err);
  out << kept->id.number() << '\n';
  return finishAnswer(out, parsed->file(),
                      "the note is kept and safe; only its number could not be written. Please do not send it again.",
                      err);
}

}  // namespace footbridge::cli
