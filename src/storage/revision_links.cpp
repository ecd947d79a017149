// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/revision_links.h"

#include <set>
#include <unordered_map>
#include <utility>

namespace footbridge::storage {

std::unordered_set<std::int64_t> ancestorsOf(std::vector<std::int64_t> from, const MadeFrom& madeFrom) {
  std::unordered_set<std::int64_t> found;
  while (!from.empty()) {
    const auto* const before = madeFrom(from.back());
    from.pop_back();
    if (!before) continue;
    for (const std::int64_t row : *before) {
      if (found.insert(row).second) from.push_back(row);
    }
  }
  return found;
}

bool orderByLinks(std::vector<RecordIndex::Row>& revisions) {
  std::unordered_map<std::int64_t, std::size_t> places;
  for (std::size_t at = 0; at < revisions.size(); ++at) places.emplace(revisions[at].id, at);
  std::vector<std::vector<std::size_t>> madeInto(revisions.size());
  std::vector<std::size_t> waitsFor(revisions.size());
  for (std::size_t at = 0; at < revisions.size(); ++at) {
    for (const std::int64_t row : revisions[at].record.on) {
      const auto before = places.find(row);
      if (before == places.end()) continue;
      madeInto[before->second].push_back(at);
      ++waitsFor[at];
    }
  }
  std::set<std::size_t> next;
  for (std::size_t at = 0; at < revisions.size(); ++at) {
    if (waitsFor[at] == 0) next.insert(at);
  }
  std::vector<RecordIndex::Row> ordered;
  while (!next.empty()) {
    const std::size_t at = next.extract(next.begin()).value();
    ordered.push_back(std::move(revisions[at]));
    for (const std::size_t after : madeInto[at]) {
      if (--waitsFor[after] == 0) next.insert(after);
    }
  }
  const bool isWhole = ordered.size() == revisions.size();
  revisions = std::move(ordered);
  return isWhole;
}

}  // namespace footbridge::storage
