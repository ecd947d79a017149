// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace footbridge::gates {

/// Changes seeds at random: bits, bytes, pieces taken out, doubled, put in from another seed, or cut off; and, as
/// often, only the values of what may be JSON, so that it stays JSON. The same number makes the same changes.
class Mutator {
 public:
  /// At least one seed.
  Mutator(std::vector<std::string> seeds, std::uint64_t number) : m_seeds(std::move(seeds)), m_random(number) {}
  [[nodiscard]] std::string next();

 private:
  [[nodiscard]] std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }
  [[nodiscard]] const std::string& oneOf(const std::vector<std::string>& texts) { return texts[below(texts.size())]; }
  [[nodiscard]] const std::string& anySeed();
  void edit(std::string& text);
  void exchangeValue(std::string& text);

  std::vector<std::string> m_seeds;
  std::mt19937_64 m_random;
};

}  // namespace footbridge::gates
