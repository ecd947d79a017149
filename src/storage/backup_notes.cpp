// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup_notes.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "storage/hashing.h"
#include "storage/json_fields.h"
#include "storage/key.h"
#include "storage/placing.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLeaf = "notes.json";
constexpr std::int64_t kVersion = 1;
constexpr std::uintmax_t kLongest = std::uintmax_t{1} << 20;

/// Empty where there is none, or more than any of ours.
std::string textIn(const fs::path& file) {
  std::error_code missing;
  const std::uintmax_t size = fs::file_size(file, missing);
  if (missing || size > kLongest) return {};
  std::string text(static_cast<std::size_t>(size), '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

std::optional<Digest> digestFrom(const std::string& text) {
  return fromHex<sizeof(Digest)>(text);
}

Json toJson(const std::optional<Error>& problem) {
  if (!problem) return {};
  return {{"kind", static_cast<int>(problem->kind)},
          {"subject", problem->subject},
          {"place", problem->place},
          {"detail", problem->detail},
          {"number", problem->number}};
}

std::optional<Error> problemFrom(const Json& json) {
  Fields fields(json);
  Error error;
  error.kind = static_cast<ErrorKind>(fields.number("kind", 0, static_cast<int>(ErrorKind::BadContent)));
  error.subject = fields.text("subject");
  error.place = fields.text("place");
  error.detail = fields.text("detail");
  error.number = fields.number("number", -kMostNumber, kMostNumber);
  if (!fields.sound()) return std::nullopt;
  return error;
}

std::vector<std::string> namesFrom(const Json& list) {
  std::vector<std::string> names;
  for (const Json& name : list) {
    if (name.is_string()) names.push_back(name.get<std::string>());
  }
  return names;
}

std::optional<BackupNotes> notesFrom(const Json& json) {
  Fields fields(json);
  if (fields.number("v", kVersion, kVersion) != kVersion) return std::nullopt;
  BackupNotes notes;
  notes.journal = fields.text("journal");
  notes.newest = fields.text("newest");
  notes.newestAll = digestFrom(fields.text("all"));
  notes.heads = digestFrom(fields.text("heads"));
  notes.lastDrill = fields.day("drilled");
  notes.damaged = namesFrom(fields.list("damaged"));
  notes.forGood = namesFrom(fields.list("forGood"));
  notes.problem = problemFrom(fields.part("problem"));
  notes.drillProblem = problemFrom(fields.part("drillProblem"));
  if (!fields.sound()) return std::nullopt;
  return notes;
}

}  // namespace

bool BackupNotes::isDamaged(std::string_view name) const {
  return std::ranges::find(damaged, name) != damaged.end();
}

bool BackupNotes::isForGood(std::string_view name) const {
  return std::ranges::find(forGood, name) != forGood.end();
}

BackupNotes BackupNotes::load(const fs::path& folder) {
  return notesFrom(Json::parse(textIn(folder / kLeaf), nullptr, false)).value_or(BackupNotes{});
}

void BackupNotes::save(const fs::path& folder) const {
  const Json json{{"v", kVersion},
                  {"journal", journal},
                  {"newest", newest},
                  {"all", newestAll ? toHex(*newestAll) : std::string()},
                  {"heads", heads ? toHex(*heads) : std::string()},
                  {"drilled", lastDrill ? Json(toText(*lastDrill)) : Json()},
                  {"damaged", damaged},
                  {"forGood", forGood},
                  {"problem", toJson(problem)},
                  {"drillProblem", toJson(drillProblem)}};
  // Names of files need not be UTF-8; what is not is replaced here, and then it just is not found again.
  const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
  const Scrap fresh(folder / (".making-notes-" + std::to_string(randomId())));
  if (!touch(fresh.file())) return;
  {
    std::ofstream stream(fresh.file(), std::ios::binary | std::ios::trunc);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!stream.flush()) return;
  }
  if (!sync(fresh.file())) return;
  std::error_code ignored;
  fs::rename(fresh.file(), folder / kLeaf, ignored);
}

}  // namespace footbridge::storage
