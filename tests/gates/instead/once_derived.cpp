// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/instead/once_derived.h"

#include <dlfcn.h>

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <string>
#include <tuple>

namespace {

using Derive = int (*)(unsigned char*, unsigned long long, const char*, unsigned long long, const unsigned char*,
                       unsigned long long, std::size_t, int);
using Question = std::tuple<std::string, std::string, unsigned long long, unsigned long long, std::size_t>;
constexpr std::size_t kSalt = 16;
constexpr std::size_t kLittle = 64;

bool remembers = false;
std::atomic<int> withLittleMemory = 0;
std::atomic<std::size_t> begun = 0;

Derive theirs() {
  static const auto found = reinterpret_cast<Derive>(dlsym(RTLD_NEXT, "crypto_pwhash"));
  if (!found) std::abort();
  return found;
}

}  // namespace

// libsodium is a shared library, so the program's own function of this name is the one that the journal's code calls.
extern "C" int crypto_pwhash(unsigned char* out, unsigned long long length, const char* secret,
                             unsigned long long secretLength, const unsigned char* salt, unsigned long long passes,
                             std::size_t memory, int algorithm) {
  ++begun;
  if (withLittleMemory > 0) memory /= kLittle;
  if (!remembers) return theirs()(out, length, secret, secretLength, salt, passes, memory, algorithm);
  static std::map<Question, std::string> known;
  const Question question{std::string(secret, secretLength), std::string(reinterpret_cast<const char*>(salt), kSalt),
                          length, passes, memory};
  if (const auto at = known.find(question); at != known.end()) {
    at->second.copy(reinterpret_cast<char*>(out), length);
    return 0;
  }
  const int code = theirs()(out, length, secret, secretLength, salt, passes, memory, algorithm);
  if (code == 0) known[question] = std::string(reinterpret_cast<const char*>(out), length);
  return code;
}

std::size_t footbridge::gates::derivations() {
  return begun;
}

void footbridge::gates::deriveEachKeyOnce() {
  remembers = true;
}

footbridge::gates::LittleMemory::LittleMemory() {
  ++withLittleMemory;
}

footbridge::gates::LittleMemory::~LittleMemory() {
  --withLittleMemory;
}
