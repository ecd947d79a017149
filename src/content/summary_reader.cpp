// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/summary_reader.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "content/document.h"

namespace footbridge::content {
namespace {

using Json = nlohmann::json;

/// Takes down the fields of the outermost object and counts its steps; all else passes by.
class SummarySax final : public nlohmann::json_sax<Json> {
 public:
  std::string id, title, summary, practice, audience;
  std::int64_t minutes = 0, depth = 0;
  std::size_t steps = 0;

  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t value) override { return number(value); }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto kMost = static_cast<number_unsigned_t>(std::numeric_limits<int>::max());
    return number(value > kMost ? -1 : static_cast<std::int64_t>(value));
  }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return false; }
  bool string(string_t& value) override {
    if (m_depth == 1) keep(value);
    return true;
  }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override {
    if (m_depth == 2 && m_key == "steps") ++steps;
    ++m_depth;
    return true;
  }
  bool key(string_t& name) override {
    if (m_depth == 1) m_key = name;
    return true;
  }
  bool end_object() override { return leave(); }
  bool start_array(std::size_t /*size*/) override {
    ++m_depth;
    return true;
  }
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/, const Json::exception& /*why*/) override {
    return false;
  }

 private:
  bool leave() {
    --m_depth;
    return true;
  }
  bool number(std::int64_t value) {
    if (m_depth == 1 && m_key == "minutes") minutes = value;
    if (m_depth == 1 && m_key == "depth") depth = value;
    return true;
  }
  void keep(std::string& value) {
    if (m_key == "id")
      id = std::move(value);
    else if (m_key == "title")
      title = std::move(value);
    else if (m_key == "summary")
      summary = std::move(value);
    else if (m_key == "practice")
      practice = std::move(value);
    else if (m_key == "audience")
      audience = std::move(value);
  }

  int m_depth = 0;
  std::string m_key;
};

Error badField(const std::string& file, const char* place) {
  return {ErrorKind::BadContent, file, place, std::string(nameOf(Rule::WrongPattern))};
}

}  // namespace

Result<ExerciseSummary> readSummary(const std::filesystem::path& file) {
  const Result<std::string> bytes = readBytes(file);
  if (!bytes) return bytes.error();
  SummarySax sax;
  const std::string name = file.string();
  if (!Json::sax_parse(*bytes, &sax)) return toError({Rule::NotJson, name, "/"});
  const auto id = ExerciseId::from(sax.id);
  const auto practice = parsePractice(sax.practice);
  if (!id || sax.id != file.stem().string()) return toError({Rule::NameIsNotFile, name, "/id", sax.id});
  if (!practice) return badField(name, "/practice");
  if (sax.depth < 1 || sax.depth > 3) return badField(name, "/depth");
  if (sax.minutes < 1 || sax.minutes > std::numeric_limits<int>::max()) return badField(name, "/minutes");
  return ExerciseSummary{*id,
                         std::move(sax.title),
                         std::move(sax.summary),
                         practice,
                         static_cast<int>(sax.minutes),
                         static_cast<Depth>(sax.depth),
                         sax.audience == "one" ? Audience::One : Audience::Two,
                         sax.steps};
}

}  // namespace footbridge::content
