// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/ids.h"
#include "domain/moment.h"

namespace footbridge::storage {

/// How an export names nobody in particular, A and B.
inline constexpr std::array<std::string_view, 3> kPartnerWords{"", "A", "B"};

/// The first thing that is wrong in a file, and where.
struct ImportProblem {
  std::string place;  ///< "entries/3/revisions/0/text", counted from 0
  std::string rule;   ///< what must be there
};

/// One object of a file that somebody may have written by hand: each field is taken once and by its type. After the
/// first problem nothing that is answered means anything.
class ImportFields {
 public:
  using Json = nlohmann::json;

  ImportFields(const Json& object, std::string place, std::optional<ImportProblem>& problem);

  [[nodiscard]] std::string text(const char* name);
  [[nodiscard]] std::int64_t number(const char* name, std::int64_t least, std::int64_t most);
  [[nodiscard]] bool flag(const char* name);
  [[nodiscard]] Moment moment(const char* name);
  [[nodiscard]] std::optional<Day> dayOrNull(const char* name);
  [[nodiscard]] std::int64_t rowNumber(const char* name);
  [[nodiscard]] const Json& part(const char* name);
  [[nodiscard]] const Json& list(const char* name);
  [[nodiscard]] bool has(const char* name) const { return m_object.is_object() && m_object.contains(name); }
  [[nodiscard]] bool isNull(const char* name) const { return has(name) && m_object.at(name).is_null(); }

  /// Nothing after a problem.
  template <typename Id>
  [[nodiscard]] std::optional<Id> id(const char* name) {
    return Id::from(rowNumber(name));
  }
  template <typename Id>
  [[nodiscard]] std::optional<Id> idOrNull(const char* name) {
    if (isNull(name)) return skip(name), std::nullopt;
    return id<Id>(name);
  }
  template <typename Id>
  [[nodiscard]] std::optional<Id> name(const char* field) {
    auto id = Id::from(text(field));
    if (!id) refuse(field, "must be a name of small letters, digits and hyphens");
    return id;
  }
  template <typename Id>
  [[nodiscard]] std::optional<Id> nameOrNull(const char* field) {
    if (isNull(field)) return skip(field), std::nullopt;
    return name<Id>(field);
  }
  /// One of the words, as its place among them; an empty word is none of them.
  template <typename Enum, std::size_t Count>
  [[nodiscard]] Enum word(const char* field, const std::array<std::string_view, Count>& words) {
    const std::string found = text(field);
    for (std::size_t i = 0; i < Count; ++i) {
      if (!found.empty() && words[i] == found) return static_cast<Enum>(i);
    }
    refuse(field, "must be one of: " + listed(words));
    return Enum{};
  }
  /// Each thing of a list, read by `parse(json, place)`.
  template <typename Parse>
  [[nodiscard]] auto each(const char* name, Parse parse) {
    std::vector<decltype(parse(std::declval<const Json&>(), std::string()))> things;
    const Json& values = list(name);
    for (std::size_t i = 0; i < values.size() && !m_problem; ++i)
      things.push_back(parse(values[i], placeOf(name) + "/" + std::to_string(i)));
    return things;
  }

  void skip(const char* name) { static_cast<void>(part(name)); }
  void refuse(const char* name, std::string rule);
  [[nodiscard]] std::string placeOf(const char* name) const;
  [[nodiscard]] std::optional<ImportProblem>& problem() { return m_problem; }
  /// Call when everything was taken: what is left over is not known.
  void close();

 private:
  const Json* take(const char* name);
  template <std::size_t Count>
  static std::string listed(const std::array<std::string_view, Count>& words) {
    std::string all;
    for (const std::string_view word : words) {
      if (!word.empty()) all += (all.empty() ? "" : ", ") + std::string(word);
    }
    return all;
  }

  const Json& m_object;
  std::string m_place;
  std::optional<ImportProblem>& m_problem;
  std::vector<std::string> m_taken;
};

}  // namespace footbridge::storage
