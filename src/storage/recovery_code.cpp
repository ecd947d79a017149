// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/recovery_code.h"

#include <sodium.h>

#include <string>
#include <utility>

#include "storage/key.h"

namespace footbridge::storage {
namespace {

constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 26;
constexpr std::size_t kGroup = 4;
constexpr std::string_view kSeparators[] = {" ",
                                            "-",
                                            "_",
                                            ".",
                                            "\t",
                                            "\n",
                                            "\r",
                                            "\xC2\xA0",
                                            "\xE2\x80\x90",
                                            "\xE2\x80\x91",
                                            "\xE2\x80\x92",
                                            "\xE2\x80\x93",
                                            "\xE2\x80\x94",
                                            "\xE2\x80\x95",
                                            "\xE2\x88\x92"};

std::size_t separatorAt(std::string_view text) {
  for (const std::string_view separator : kSeparators) {
    if (text.starts_with(separator)) return separator.size();
  }
  return 0;
}

char meant(char typed) {
  const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
  switch (upper) {
    case 'O':
      return '0';
    case 'I':
    case 'L':
      return '1';
    case 'U':
      return 'V';
    default:
      return upper;
  }
}

/// On the screen and on paper its groups are counted, and some write the numbers down, too.
void dropNumbers(std::string& code) {
  constexpr std::size_t kGroups = (kLength + kGroup - 1) / kGroup;
  if (code.size() != kLength + kGroups) return;
  for (std::size_t i = 0; i < kGroups; ++i)
    if (code[i * (kGroup + 1)] != static_cast<char>('1' + i)) return;
  for (std::size_t i = 0; i < kGroups; ++i) code.erase(i * kGroup, 1);
}

}  // namespace

Passphrase newRecoveryCode() {
  std::string code;
  code.reserve(kLength + kLength / kGroup);
  for (std::size_t i = 0; i < kLength; ++i) {
    if (i > 0 && i % kGroup == 0) code += '-';
    code += kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))];
  }
  return *Passphrase::from(std::move(code));
}

std::optional<Passphrase> parseRecoveryCode(std::string_view typed) {
  std::string code;
  code.reserve(typed.size());
  while (!typed.empty()) {
    if (const std::size_t skip = separatorAt(typed); skip > 0) {
      typed.remove_prefix(skip);
      continue;
    }
    code += meant(typed.front());
    typed.remove_prefix(1);
  }
  dropNumbers(code);
  const bool isCode = code.size() == kLength && code.find_first_not_of(kLetters) == std::string::npos;
  if (isCode) return Passphrase::from(std::move(code));
  if (!code.empty()) sodium_memzero(code.data(), code.size());
  return std::nullopt;
}

}  // namespace footbridge::storage
