// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "domain/ports.h"
#include "domain/result.h"
#include "storage/journal.h"

namespace footbridge::cli {

inline constexpr OptionRule kAsOption{"--as", 1};

/// Who is at the keyboard, and the journal as far as they can open it. Without a partner it shows *ours* alone.
struct Keyboard {
  std::unique_ptr<storage::SealedJournal> journal;
  std::optional<Partner> partner;

  [[nodiscard]] Reader reader() const { return partner ? readerOf(partner->id) : Reader::OursAlone; }
};

/// The journal with nothing unlocked. From here on no other process can read our memory.
[[nodiscard]] Result<std::unique_ptr<storage::SealedJournal>> openJournal(const std::string& file);

/// The partner of that name; "1" and "2" say which one where both bear it.
[[nodiscard]] Result<Partner> partnerNamed(const std::vector<Partner>& partners, std::string_view name);

/// Opens the file of `arguments` for the partner of --as, asking for the passphrase where their vault has one. What
/// goes wrong is said on `err`, and `code` then holds what to answer.
[[nodiscard]] std::optional<Keyboard> sitDown(const Arguments& arguments, std::string_view command, std::ostream& err,
                                              int& code);

/// As sitDown(), for commands that show entries: refuses where not even *ours* is open.
[[nodiscard]] std::optional<Keyboard> sitDownToRead(const Arguments& arguments, std::string_view command,
                                                    std::ostream& err, int& code);

}  // namespace footbridge::cli
