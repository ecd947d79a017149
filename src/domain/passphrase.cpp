// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/passphrase.h"

#include <sodium.h>
#include <zxcvbn.h>

#include <cmath>
#include <utility>
#include <vector>

#include "domain/text.h"

namespace footbridge {
namespace {

constexpr std::size_t kLongest = 1024;

void wipe(std::string& text) {
  if (!text.empty()) sodium_memzero(text.data(), text.size());
  text.clear();
}

}  // namespace

std::optional<Passphrase> Passphrase::from(std::string&& text) {
  std::string taken = std::move(text);
  text.clear();
  if (taken.empty() || taken.size() > kLongest || !isUtf8(taken)) {
    wipe(taken);
    return std::nullopt;
  }
  std::string nfc = toNfc(taken);
  wipe(taken);
  return Passphrase(std::move(nfc));
}

// A short string lives inside the object, so a plain move would leave a readable copy behind: copy, then wipe.
Passphrase::Passphrase(std::string&& nfc) : m_text(nfc) {
  wipe(nfc);
}
Passphrase::Passphrase(Passphrase&& other) noexcept : m_text(other.m_text) {
  wipe(other.m_text);
}
Passphrase& Passphrase::operator=(Passphrase&& other) noexcept {
  if (this != &other) {
    wipe(m_text);
    m_text = other.m_text;
    wipe(other.m_text);
  }
  return *this;
}
Passphrase::~Passphrase() {
  wipe(m_text);
}

PassphraseStrength strengthOf(const Passphrase& passphrase, std::span<const std::string> known) {
  std::vector<const char*> words;
  words.reserve(known.size() + 1);
  for (const std::string& word : known) words.push_back(word.c_str());
  words.push_back(nullptr);
  std::string text(passphrase.text());
  ZxcMatch_t* matches = nullptr;
  const double bits = ZxcvbnMatch(text.c_str(), words.data(), &matches);
  ZxcvbnFreeInfo(matches);
  wipe(text);
  return {bits * std::log10(2.0)};
}

}  // namespace footbridge
