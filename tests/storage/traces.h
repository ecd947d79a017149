// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "storage/desk.h"
#include "storage/raw_file.h"

namespace footbridge::storage::test {

/// The boxes of a table, as somebody with a database tool copies them. Not while a journal holds the file.
inline std::vector<std::string> boxesIn(const std::string& file, const std::string& table) {
  return RawFile(file).column("SELECT box FROM " + table);
}

/// How many of these boxes can be found, by their ends, in the file's raw bytes or in the rollback journal beside it.
inline std::size_t tracesOf(const std::vector<std::string>& boxes, const std::string& file) {
  const std::string bytes = bytesIn(file) + bytesIn(file + "-journal");
  std::size_t found = 0;
  for (const std::string& box : boxes) found += bytes.find(box.substr(box.size() - 40)) != std::string::npos ? 1U : 0U;
  return found;
}

}  // namespace footbridge::storage::test
