// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

#include "cli/arguments.h"
#include "domain/passphrase.h"
#include "domain/result.h"

namespace footbridge::cli {

inline constexpr OptionRule kPassphraseOption{"--passphrase-fd", 1};
inline constexpr OptionRule kNewPassphraseOption{"--new-passphrase-fd", 1};
inline constexpr OptionRule kOtherPassphraseOption{"--other-passphrase-fd", 1};

/// Where a command's secrets come from: open descriptors where the options name them, else the terminal. Never an
/// argument, never the environment.
class SecretInput {
 public:
  /// Empty after a usage error (no number, or that of nothing that is open), said on `err`. Called before a journal is
  /// opened, which might get that number.
  [[nodiscard]] static std::optional<SecretInput> from(const Arguments& arguments, std::string_view command,
                                                       std::ostream& err);

  /// The secret that opens something: --passphrase-fd, else asked for. `what` is "passphrase" or "recovery code".
  [[nodiscard]] Result<Passphrase> current(const std::string& what, const std::string& whose) const;

  /// The passphrase of another copy: --other-passphrase-fd, else asked for.
  [[nodiscard]] Result<Passphrase> ofOtherCopy(const std::string& whose) const;

  /// A new passphrase: --new-passphrase-fd, else asked for twice. WeakPassphrase before the second asking.
  [[nodiscard]] Result<Passphrase> fresh(const std::string& whose, std::span<const std::string> guessable) const;

  /// Where nothing has to be opened first, --passphrase-fd may stand for --new-passphrase-fd.
  void takeCurrentForNew();

 private:
  std::optional<int> m_current;
  std::optional<int> m_new;
  std::optional<int> m_other;
};

}  // namespace footbridge::cli
