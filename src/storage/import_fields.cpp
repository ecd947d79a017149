// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/import_fields.h"

#include <algorithm>
#include <charconv>

namespace footbridge::storage {
namespace {

const nlohmann::json& nothing() {
  static const nlohmann::json none;
  return none;
}

/// Just the digits, without sign, leading zero or anything after them.
std::optional<std::int64_t> digits(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return std::to_string(number) == text ? std::optional(number) : std::nullopt;
}

/// "2026-11-23T19:04:05.678Z", as an export writes it and no other way.
std::optional<Moment> parseMoment(std::string_view text) {
  constexpr std::size_t kLength = 24;
  if (text.size() != kLength || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
      text[23] != 'Z')
    return std::nullopt;
  const auto day = parseDay(text.substr(0, 10));
  std::array<int, 4> parts{};
  constexpr std::array<std::pair<std::size_t, std::size_t>, 4> kPlaces{{{11, 2}, {14, 2}, {17, 2}, {20, 3}}};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (const char c : text.substr(kPlaces[i].first, kPlaces[i].second)) {
      if (c < '0' || c > '9') return std::nullopt;
      parts[i] = parts[i] * 10 + (c - '0');
    }
  }
  if (!day || parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
  using namespace std::chrono;
  return sys_days(*day) + hours(parts[0]) + minutes(parts[1]) + seconds(parts[2]) + milliseconds(parts[3]);
}

}  // namespace

ImportFields::ImportFields(const Json& object, std::string place, std::optional<ImportProblem>& problem)
    : m_object(object), m_place(std::move(place)), m_problem(problem) {
  if (!m_problem && !object.is_object()) m_problem = ImportProblem{m_place, "must be an object"};
}

std::string ImportFields::placeOf(const char* name) const {
  return m_place.empty() ? name : m_place + "/" + name;
}

void ImportFields::refuse(const char* name, std::string rule) {
  if (!m_problem) m_problem = ImportProblem{placeOf(name), std::move(rule)};
}

const ImportFields::Json* ImportFields::take(const char* name) {
  if (m_problem) return nullptr;
  const auto at = m_object.find(name);
  if (at == m_object.end()) {
    refuse(name, "is missing");
    return nullptr;
  }
  m_taken.emplace_back(name);
  return &*at;
}

std::string ImportFields::text(const char* name) {
  const Json* const value = take(name);
  if (!value) return {};
  if (value->is_string()) return value->get_ref<const std::string&>();
  refuse(name, "must be text");
  return {};
}

std::int64_t ImportFields::number(const char* name, std::int64_t least, std::int64_t most) {
  const Json* const value = take(name);
  if (!value) return least;
  if (value->is_number_integer() && *value >= least && *value <= most) return value->get<std::int64_t>();
  refuse(name, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return least;
}

bool ImportFields::flag(const char* name) {
  const Json* const value = take(name);
  if (!value) return false;
  if (value->is_boolean()) return value->get<bool>();
  refuse(name, "must be true or false");
  return false;
}

Moment ImportFields::moment(const char* name) {
  const auto moment = parseMoment(text(name));
  if (!moment) refuse(name, "must be a time like 2026-11-23T19:04:05.678Z");
  return moment.value_or(Moment{});
}

std::optional<Day> ImportFields::dayOrNull(const char* name) {
  if (isNull(name)) return skip(name), std::nullopt;
  const auto day = parseDay(text(name));
  if (!day) refuse(name, "must be a day like 2026-11-23, or null");
  return day;
}

std::int64_t ImportFields::rowNumber(const char* name) {
  const auto number = digits(text(name));
  if (number && *number > 0) return *number;
  refuse(name, "must be an id: digits in quotes");
  return 0;
}

const ImportFields::Json& ImportFields::part(const char* name) {
  const Json* const value = take(name);
  return value ? *value : nothing();
}

const ImportFields::Json& ImportFields::list(const char* name) {
  const Json& value = part(name);
  if (value.is_array()) return value;
  refuse(name, "must be a list");
  return nothing();
}

void ImportFields::close() {
  if (m_problem) return;
  for (const auto& [name, value] : m_object.items()) {
    if (std::ranges::find(m_taken, name) == m_taken.end()) return refuse(name.c_str(), "is not known here");
  }
}

}  // namespace footbridge::storage
