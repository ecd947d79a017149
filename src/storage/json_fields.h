// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "domain/moment.h"

namespace footbridge::storage {

using Json = nlohmann::json;

inline constexpr std::int64_t kMostNumber = std::numeric_limits<std::int64_t>::max();

/// The fields of one JSON object, each taken once and by its type. The first that is missing or of another kind, and
/// any that nobody took, make it unsound; what is asked for after that is of no use and nobody's fault.
class Fields {
 public:
  explicit Fields(const Json& object) : m_object(object), m_sound(object.is_object()) {}

  [[nodiscard]] std::string text(const char* name);
  [[nodiscard]] std::int64_t number(const char* name, std::int64_t least, std::int64_t most);
  /// Null stands for none.
  [[nodiscard]] std::optional<Day> day(const char* name);
  /// An empty object, array or null in place of what is not there.
  [[nodiscard]] const Json& part(const char* name);
  [[nodiscard]] const Json& list(const char* name);

  /// Every field was what it had to be, and none is left over.
  [[nodiscard]] bool sound() const { return m_sound && m_taken == m_object.size(); }

 private:
  const Json* take(const char* name);

  const Json& m_object;
  std::size_t m_taken = 0;
  bool m_sound;
};

}  // namespace footbridge::storage
