// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/summary_reader.h"

#include <fstream>
#include <limits>
#include <string>
#include <utility>

#include "content/document.h"
#include "content/json_fields.h"

namespace footbridge::content {
namespace {

/// Takes down the fields of the outermost object, and stops the reading once it has them all: they stand at the head of
/// a file, and a list of exercises is read before the first window.
class SummarySax final : public nlohmann::json_sax<Json> {
 public:
  std::string id, title, brief, summary, practice, audience;
  std::int64_t minutes = 0, depth = 0;

  [[nodiscard]] bool hasAll() const { return m_found == kFields; }

  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t value) override { return number(value); }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto kMost = static_cast<number_unsigned_t>(std::numeric_limits<int>::max());
    return number(value > kMost ? -1 : static_cast<std::int64_t>(value));
  }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return false; }
  bool string(string_t& value) override { return m_depth != 1 || keep(value); }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override {
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
    if (m_depth != 1 || (m_key != "minutes" && m_key != "depth")) return true;
    (m_key == "minutes" ? minutes : depth) = value;
    return wantsMore();
  }
  bool keep(std::string& value) {
    for (const auto& [name, field] :
         {std::pair{"id", &id}, std::pair{"title", &title}, std::pair{"brief", &brief}, std::pair{"summary", &summary},
          std::pair{"practice", &practice}, std::pair{"audience", &audience}}) {
      if (m_key != name) continue;
      *field = std::move(value);
      return wantsMore();
    }
    return true;
  }
  bool wantsMore() {
    ++m_found;
    return !hasAll();
  }

  static constexpr int kFields = 8;
  int m_found = 0;  ///< a field given twice is refused where the whole file is read
  int m_depth = 0;
  std::string m_key;
};

Error badField(const std::string& file, const char* place) {
  return {ErrorKind::BadContent, file, place, std::string(nameOf(Rule::WrongPattern))};
}

}  // namespace

Result<ExerciseSummary> readSummary(const std::filesystem::path& file) {
  const std::string name = file.string();
  const Error refused{ErrorKind::NotFound, name, {}, "not a readable file"};
  std::error_code failure;
  // Looked at before it is opened: opening a pipe waits for whoever writes into it.
  if (!std::filesystem::is_regular_file(file, failure)) return refused;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return refused;
  SummarySax sax;
  if (!Json::sax_parse(stream, &sax) && !sax.hasAll()) return toError({Rule::NotJson, name, "/"});
  const auto id = ExerciseId::from(sax.id);
  const auto practice = parsePractice(sax.practice);
  if (!id || sax.id != file.stem().string()) return toError({Rule::NameIsNotFile, name, "/id", sax.id});
  if (!practice) return badField(name, "/practice");
  if (sax.depth < 1 || sax.depth > 3) return badField(name, "/depth");
  if (sax.minutes < 1 || sax.minutes > std::numeric_limits<int>::max()) return badField(name, "/minutes");
  return ExerciseSummary{*id,
                         std::move(sax.title),
                         std::move(sax.brief.empty() ? sax.summary : sax.brief),
                         practice,
                         static_cast<int>(sax.minutes),
                         static_cast<Depth>(sax.depth),
                         sax.audience == "one" ? Audience::One : Audience::Two};
}

}  // namespace footbridge::content
