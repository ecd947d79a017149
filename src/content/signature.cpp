// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/signature.h"

#include <sodium.h>

#include <array>

namespace footbridge::content {

std::string fingerprintOf(std::string_view bytes) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  std::string text(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

}  // namespace footbridge::content
