// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "content/problem.h"

namespace footbridge::content::test {

using Json = nlohmann::ordered_json;

/// A folder of its own that goes when the test does.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  /// Makes the folders on the way.
  std::filesystem::path write(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path m_path;
};

/// An exercise called "sample" that nothing is to be said against.
[[nodiscard]] Json goodExercise();
[[nodiscard]] Json goodDeck();

/// What the whole check says about one file of that name.
[[nodiscard]] Problems check(const Json& root, const std::string& name = "sample.json");
[[nodiscard]] Problems checkBytes(std::string_view bytes, const std::string& name = "sample.json");

[[nodiscard]] bool holds(const Problems& problems, Rule rule, std::string_view place);
/// For INFO: every problem in a line.
[[nodiscard]] std::string listed(const Problems& problems);

}  // namespace footbridge::content::test
