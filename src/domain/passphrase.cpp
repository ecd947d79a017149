// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/passphrase.h"

#include <sodium.h>
#include <zxcvbn.h>

#include <algorithm>
#include <array>
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

/// The months as people write them, after bareText: whole and short, in English, German, French, Spanish, Italian,
/// Dutch and Portuguese.
constexpr std::array<std::string_view, 12> kMonths{
    " january januar janvier enero gennaio januari janeiro jan ene gen ",
    " february februar fevrier febrero febbraio februari fevereiro feb fev ",
    " march marz mars marzo maart marco mar mrz ",
    " april avril abril aprile apr avr abr ",
    " may mai mayo maggio mei maio mag ",
    " june juni juin junio giugno junho jun giu ",
    " july juli juillet julio luglio julho jul lug ",
    " august aout agosto augustus aug ago ",
    " september septembre septiembre settembre setembro sep sept set ",
    " october oktober octobre octubre ottobre outubro oct okt out ott ",
    " november novembre noviembre novembro nov ",
    " december dezember decembre diciembre dicembre dezembro dec dez dic "};
constexpr std::string_view kWeekdays =
    " monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag "
    "sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo "
    "lunedi martedi mercoledi giovedi venerdi domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "segunda terca quarta quinta sexta mon tue wed thu fri sat sun st nd rd th of de ";
/// In how many ways a day is written out, as log10.
constexpr double kWaysToWriteADay = 1.3;

bool isIn(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1))
    if (words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
  return false;
}

/// A month as its two digits, nothing of a weekday, anything else as it is. True of a month.
bool appendAsDigits(std::string& text, std::string_view word) {
  const auto month = std::ranges::find_if(kMonths, [word](std::string_view names) { return isIn(names, word); });
  if (month != kMonths.end()) {
    const auto number = month - kMonths.begin() + 1;
    text += {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
  } else if (!isIn(kWeekdays, word)) {
    text += word;
  }
  return month != kMonths.end();
}

/// "Monday, 4 February 2019" as "04022019", the way in which zxcvbn knows a day. Of words with spaces between them;
/// empty where they name no month.
std::string withDaysInDigits(std::string_view words) {
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  std::string text;
  text.reserve(2 * words.size());  // what it grew out of would not be wiped
  bool namesMonth = false;
  while (!words.empty()) {
    const bool digits = isDigit(words.front());
    const auto end = std::ranges::find_if(words, [&](char c) { return c == ' ' || isDigit(c) != digits; });
    const std::string_view word(words.begin(), end);
    if (digits && word.size() == 1) text += '0';
    if (digits)
      text += word;
    else if (!word.empty())
      namesMonth |= appendAsDigits(text, word);
    words.remove_prefix(word.size() + (end != words.end() && *end == ' ' ? 1 : 0));
  }
  if (!namesMonth) wipeText(text);
  return text;
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
  BareText apart = bareText(passphrase.text(), " ");
  std::string digits = withDaysInDigits(apart.letters);
  if (!digits.empty()) lowest = std::min(lowest, guessesOf(digits, words) + kWaysToWriteADay);
  wipeText(digits);
  wipeText(apart.letters);
  return {lowest};
}

}  // namespace footbridge
