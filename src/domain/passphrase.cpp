// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/passphrase.h"

#include <sodium.h>
#include <zxcvbn.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "domain/text.h"

namespace footbridge {
namespace {

void wipeText(std::string& text) {
  wipe(std::as_writable_bytes(std::span(text)));
  text.clear();
}

/// Signs that zxcvbn reads as letters ("$am").
constexpr std::string_view kLikeLetters = "@$!|";
/// What each kind of sign between the words adds to the guesses, as log10. It takes zxcvbn for as many guesses as it
/// has places, though whoever tries names tries them with the few signs that people put between them.
constexpr double kGuessesPerSign = 1.0;

/// The words as they are and as their letters alone. Names go first, since zxcvbn takes the order for the order in
/// which they are tried, and a long journal has hundreds of days.
std::vector<std::string> firstGuesses(std::span<const std::string> known) {
  std::vector<std::string> words(known.begin(), known.end());
  for (const std::string& word : known) {
    std::string bare = bareText(word).letters;
    if (!bare.empty() && bare != word) words.push_back(std::move(bare));
  }
  std::ranges::stable_partition(words,
                                [](const std::string& word) { return word.empty() || word[0] < '0' || word[0] > '9'; });
  return words;
}

/// zxcvbn's estimate, as log10.
double guessesOf(const std::string& text, const std::vector<std::string>& words) {
  std::vector<const char*> pointers;
  pointers.reserve(words.size() + 1);
  for (const std::string& word : words) pointers.push_back(word.c_str());
  pointers.push_back(nullptr);
  ZxcMatch_t* matches = nullptr;
  const double bits = ZxcvbnMatch(text.c_str(), pointers.data(), &matches);
  ZxcvbnFreeInfo(matches);
  return bits * std::log10(2.0);
}

}  // namespace

void wipe(std::span<std::byte> memory) {
  if (!memory.empty()) sodium_memzero(memory.data(), memory.size());
}

std::optional<Passphrase> Passphrase::from(std::string&& text) {
  const bool sound = !text.empty() && text.size() <= kLongest && isUtf8(text);
  std::string nfc = sound ? toNfc(text) : std::string();
  wipeText(text);
  if (!sound) return std::nullopt;
  return Passphrase(std::move(nfc));
}

// A short string lives inside the object, so a plain move would leave a readable copy behind: copy, then wipe.
Passphrase::Passphrase(std::string&& nfc) : m_text(nfc) {
  wipeText(nfc);
}
// NOLINTNEXTLINE(performance-move-constructor-init): as said above
Passphrase::Passphrase(Passphrase&& other) noexcept : m_text(other.m_text) {
  wipeText(other.m_text);
}
Passphrase& Passphrase::operator=(Passphrase&& other) noexcept {
  if (this != &other) {
    wipeText(m_text);
    m_text = other.m_text;
    wipeText(other.m_text);
  }
  return *this;
}
Passphrase::~Passphrase() {
  wipeText(m_text);
}

PassphraseStrength strengthOf(const Passphrase& passphrase, std::span<const std::string> known) {
  const std::vector<std::string> words = firstGuesses(known);
  std::string text(passphrase.text());
  double lowest = guessesOf(text, words);
  wipeText(text);
  for (const std::string_view asLetters : {std::string_view(), kLikeLetters}) {
    BareText bare = bareText(passphrase.text(), asLetters);
    lowest = std::min(lowest, guessesOf(bare.letters, words) + kGuessesPerSign * static_cast<double>(bare.otherKinds));
    wipeText(bare.letters);
  }
  return {lowest};
}

}  // namespace footbridge
