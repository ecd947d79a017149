// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/json_fields.h"

namespace footbridge::storage {
namespace {

const Json& nothing() {
  static const Json none;
  return none;
}

/// A whole number that fits, or nothing.
std::optional<std::int64_t> wholeNumber(const Json& value) {
  if (!value.is_number_integer()) return std::nullopt;
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(kMostNumber))
    return std::nullopt;
  return value.get<std::int64_t>();
}

}  // namespace

const Json* Fields::take(const char* name) {
  if (!m_sound) return nullptr;
  const auto at = m_object.find(name);
  if (at == m_object.end()) {
    m_sound = false;
    return nullptr;
  }
  ++m_taken;
  return &*at;
}

std::string Fields::text(const char* name) {
  const Json* const value = take(name);
  if (!value) return {};
  if (value->is_string()) return value->get_ref<const std::string&>();
  m_sound = false;
  return {};
}

std::int64_t Fields::number(const char* name, std::int64_t least, std::int64_t most) {
  const Json* const value = take(name);
  if (!value) return least;
  const auto number = wholeNumber(*value);
  if (number && *number >= least && *number <= most) return *number;
  m_sound = false;
  return least;
}

std::optional<Day> Fields::day(const char* name) {
  const Json* const value = take(name);
  if (!value || value->is_null()) return std::nullopt;
  std::optional<Day> day;
  if (value->is_string()) day = parseDay(value->get_ref<const std::string&>());
  if (!day) m_sound = false;
  return day;
}

const Json& Fields::part(const char* name) {
  const Json* const value = take(name);
  return value ? *value : nothing();
}

const Json& Fields::list(const char* name) {
  const Json& value = part(name);
  if (!value.is_array()) m_sound = false;
  return value;
}

}  // namespace footbridge::storage
