// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace footbridge {

/// Overwrites memory that held something secret, also where nothing reads it any more and a compiler would leave that
/// out.
void wipe(std::span<std::byte> memory);

/// A secret text: moved, never copied; its memory is wiped when it goes. Also used for recovery codes while typed.
class Passphrase {
 public:
  /// In bytes of UTF-8. One limit for all who ask for one: what one of them cut off, another could never open.
  static constexpr std::size_t kLongest = 1024;

  /// Takes the text over as NFC and wipes what it was given. Empty for empty, ill-formed or over-long text.
  [[nodiscard]] static std::optional<Passphrase> from(std::string&& text);

  Passphrase(Passphrase&& other) noexcept;
  Passphrase& operator=(Passphrase&& other) noexcept;
  Passphrase(const Passphrase&) = delete;
  Passphrase& operator=(const Passphrase&) = delete;
  ~Passphrase();

  [[nodiscard]] std::string_view text() const { return m_text; }

 private:
  explicit Passphrase(std::string&& nfc);
  std::string m_text;
};

/// How hard a passphrase is to guess.
struct PassphraseStrength {
  double guessesLog10 = 0;
  [[nodiscard]] bool enough() const { return guessesLog10 >= kFloorLog10; }
  /// 10^8 guesses: about 400 core-days at the cost of one Argon2id run of ours (src/storage/FORMAT.md, "Keys").
  static constexpr double kFloorLog10 = 8.0;
};

/// zxcvbn, with `known` (both names, the dates of what was kept last in each open vault) as words that a partner would
/// try first: the lowest of its estimates of the passphrase as it is and of its letters alone, since "Sam & Alex" is no
/// harder than "samalex", and of its days written in digits.
[[nodiscard]] PassphraseStrength strengthOf(const Passphrase& passphrase, std::span<const std::string> known);

}  // namespace footbridge
