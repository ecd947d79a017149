// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/conflicted_copies.h"

#include <algorithm>
#include <array>

#include "storage/journal_file.h"
#include "system/platform.h"

namespace footbridge::storage {
namespace {

namespace fs = std::filesystem;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isHostLetter(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

/// " (…)" with something between the brackets; that, or nothing.
std::optional<std::string_view> bracketed(std::string_view text) {
  if (text.size() < 4 || !text.starts_with(" (") || !text.ends_with(")")) return std::nullopt;
  return text.substr(2, text.size() - 3);
}

std::optional<std::string> serviceByBrackets(std::string_view words) {
  if (std::ranges::all_of(words, isDigit)) return "Google Drive";
  if (words.starts_with("conflicted copy")) return "Nextcloud";
  if (words.find("conflicted copy") != std::string_view::npos) return "Dropbox";
  return std::nullopt;
}

bool isThere(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

bool hasFile(const fs::path& folder, std::string_view beginning, std::string_view ending) {
  std::error_code problem;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with(beginning) && name.ends_with(ending)) return true;
  }
  return false;
}

struct Marker {
  const char* file;
  const char* service;
};
constexpr std::array kMarkers{Marker{".dropbox", "Dropbox"},
                              Marker{".dropbox.cache", "Dropbox"},
                              Marker{".stfolder", "Syncthing"},
                              Marker{".nextcloudsync.log", "Nextcloud"},
                              Marker{".owncloudsync.log", "Nextcloud"},
                              Marker{".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"},
                              Marker{".tmp.drivedownload", "Google Drive"}};
constexpr std::array kNames{Marker{"Dropbox", "Dropbox"}, Marker{"OneDrive", "OneDrive"},
                            Marker{"Nextcloud", "Nextcloud"}, Marker{"Google Drive", "Google Drive"}};

std::optional<std::string> serviceAt(const fs::path& folder) {
  for (const Marker& marker : kMarkers) {
    if (isThere(folder / marker.file)) return marker.service;
  }
  if (hasFile(folder, ".sync_", ".db") || hasFile(folder, "._sync_", ".db")) return "Nextcloud";
  const std::string name = folder.filename().string();
  for (const Marker& known : kNames) {
    if (name == known.file || name.starts_with(std::string(known.file) + " - ")) return known.service;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> conflictServiceOf(std::string_view name, std::string_view candidate) {
  const fs::path known(name), other(candidate);
  const std::string stem = known.stem().string(), otherStem = other.stem().string();
  if (known.extension() != other.extension() || otherStem.size() <= stem.size() || !otherStem.starts_with(stem))
    return std::nullopt;
  const std::string_view rest = std::string_view(otherStem).substr(stem.size());
  if (const auto words = bracketed(rest)) return serviceByBrackets(*words);
  if (rest.starts_with(".sync-conflict-")) return "Syncthing";
  if (rest.starts_with("_conflict-")) return "Nextcloud";
  if (rest.starts_with("-") && rest.size() > 1 && std::ranges::all_of(rest, isHostLetter)) return "OneDrive";
  return std::nullopt;
}

std::vector<ConflictedCopy> conflictedCopiesOf(const fs::path& journal, const JournalMark& mark) {
  std::vector<ConflictedCopy> copies;
  std::error_code problem, ignored;
  for (fs::directory_iterator at(journal.parent_path(), problem), end; !problem && at != end; at.increment(problem)) {
    const auto service = conflictServiceOf(journal.filename().string(), at->path().filename().string());
    if (!service || fs::equivalent(at->path(), journal, ignored)) continue;
    const auto other = markOf(at->path());
    if (other && other->uuid == mark.uuid) copies.push_back({at->path().string(), *service});
  }
  std::ranges::sort(copies, {}, &ConflictedCopy::path);
  return copies;
}

std::vector<ConflictedCopy> conflictedCopiesOf(const std::string& journal) {
  const auto place = placeOf(journal);
  if (!place) return {};
  const auto mark = markOf(place.value());
  if (!mark) return {};
  return conflictedCopiesOf(place.value(), mark.value());
}

std::optional<std::string> syncServiceOf(const fs::path& folder) {
  for (fs::path at = folder; !at.empty(); at = at.parent_path()) {
    if (auto service = serviceAt(at)) return service;
    if (at == at.parent_path()) break;
  }
  return std::nullopt;
}

bool liesOnUnprovenDisk(const fs::path& file) {
  std::error_code ignored;
  return platform::fileSystemOf(fs::absolute(file, ignored).parent_path()) == platform::FileSystemKind::UserSpace;
}

}  // namespace footbridge::storage
