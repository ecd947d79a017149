// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace footbridge::content {

// Reading values whose shape the schema has already vouched for; what is optional there has its default here.

using Json = nlohmann::json;

[[nodiscard]] inline std::string textAt(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? std::string() : found->get<std::string>();
}
[[nodiscard]] inline int wholeAt(const Json& object, const char* key, int otherwise = 0) {
  const auto found = object.find(key);
  return found == object.end() ? otherwise : found->get<int>();
}
[[nodiscard]] inline bool truthAt(const Json& object, const char* key, bool otherwise = false) {
  const auto found = object.find(key);
  return found == object.end() ? otherwise : found->get<bool>();
}
/// Each element of the list at `key` read by `read`; empty where there is none.
template <typename Read>
[[nodiscard]] auto listAt(const Json& object, const char* key, Read read) {
  std::vector<decltype(read(object))> list;
  const auto found = object.find(key);
  if (found == object.end()) return list;
  list.reserve(found->size());
  for (const Json& element : *found) list.push_back(read(element));
  return list;
}
[[nodiscard]] inline std::vector<std::string> textsAt(const Json& object, const char* key) {
  return listAt(object, key, [](const Json& element) { return element.get<std::string>(); });
}
/// The schema's pattern for names is that of NameId.
template <typename Id>
[[nodiscard]] Id idAt(const Json& object, const char* key) {
  const auto id = Id::from(textAt(object, key));
  assert(id);
  return *id;
}

}  // namespace footbridge::content
