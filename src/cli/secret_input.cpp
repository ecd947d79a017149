// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secret_input.h"

#include <charconv>

#include "cli/error_text.h"
#include "system/platform.h"

namespace footbridge::cli {
namespace {

std::optional<int> descriptorNumber(const std::string& text) {
  int number = -1;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

// A file written on Windows ends its lines with a carriage return too, which nobody could type into the window.
Result<Passphrase> fromDescriptor(int descriptor, const std::string& what) {
  std::optional<std::string> line = platform::readLine(descriptor);
  if (line && line->ends_with('\r')) line->pop_back();
  std::optional<Passphrase> secret = line ? Passphrase::from(std::move(*line)) : std::nullopt;
  if (!secret) return Error{.kind = ErrorKind::Invalid, .subject = what, .detail = std::string(kUnreadable)};
  return std::move(*secret);
}

Result<Passphrase> fromTerminal(const std::string& prompt, const std::string& what, std::string_view option) {
  std::optional<std::string> line = platform::readSecretFromTerminal(prompt);
  if (!line) {
    return Error{.kind = ErrorKind::NotAllowed,
                 .subject = what,
                 .place = std::string(option.substr(2)) + " N",
                 .detail = std::string(kNoTerminal)};
  }
  std::optional<Passphrase> secret = Passphrase::from(std::move(*line));
  if (!secret) return Error{.kind = ErrorKind::Invalid, .subject = what, .detail = std::string(kUnreadable)};
  return std::move(*secret);
}

Result<void> strongEnough(const Passphrase& passphrase, std::span<const std::string> guessable) {
  const PassphraseStrength strength = strengthOf(passphrase, guessable);
  if (strength.enough()) return {};
  return Error{.kind = ErrorKind::WeakPassphrase, .number = static_cast<std::int64_t>(strength.guessesLog10 * 10)};
}

}  // namespace

std::optional<SecretInput> SecretInput::from(const Arguments& arguments, std::string_view command, std::ostream& err) {
  SecretInput input;
  for (auto [option, slot] :
       {std::pair{kPassphraseOption.name, &input.m_current}, std::pair{kNewPassphraseOption.name, &input.m_new},
        std::pair{kOtherPassphraseOption.name, &input.m_other}}) {
    const std::optional<std::string> given = arguments.value(option);
    if (!given) continue;
    *slot = descriptorNumber(*given);
    if (*slot && platform::isOpen(**slot)) continue;
    const std::string wanted = *slot ? " names descriptor " + std::to_string(**slot) + ", and that one is not open"
                                     : " takes the number of an open descriptor, not the passphrase";
    usageError(command, std::string(option) + wanted, err);
    return std::nullopt;
  }
  return input;
}

Result<Passphrase> SecretInput::current(const std::string& what, const std::string& whose) const {
  if (m_current) return fromDescriptor(*m_current, what);
  return fromTerminal(whose + "'s " + what + ": ", what, kPassphraseOption.name);
}

Result<Passphrase> SecretInput::ofOtherCopy(const std::string& whose) const {
  const std::string what = "passphrase of the other copy";
  if (m_other) return fromDescriptor(*m_other, what);
  return fromTerminal("The other copy: " + whose + "'s passphrase there: ", what, kOtherPassphraseOption.name);
}

Result<Passphrase> SecretInput::fresh(const std::string& whose, std::span<const std::string> guessable) const {
  const std::string what = "new passphrase";
  Result<Passphrase> first = m_new
                                 ? fromDescriptor(*m_new, what)
                                 : fromTerminal("A " + what + " for " + whose + ": ", what, kNewPassphraseOption.name);
  if (!first) return first;
  if (const Result<void> strong = strongEnough(*first, guessable); !strong) return strong.error();
  if (m_new) return first;
  const Result<Passphrase> second = fromTerminal("The same again: ", what, kNewPassphraseOption.name);
  if (!second) return second.error();
  if (first->text() == second->text()) return first;
  return Error{.kind = ErrorKind::Invalid, .subject = what, .detail = std::string(kTwoEntriesDiffer)};
}

void SecretInput::takeCurrentForNew() {
  if (!m_new) m_new = m_current;
}

}  // namespace footbridge::cli
