// SPDX-License-Identifier: GPL-3.0-or-later
// That somebody read "If you don't feel safe" can be found nowhere afterwards.
#include <fstream>
#include <map>
#include <sstream>

#include "catch.h"
#include "evening.h"

using namespace footbridge;
using namespace footbridge::app_test;

namespace {

/// Every file under a folder, with its bytes and when it was written.
using Snapshot = std::map<std::string, std::pair<fs::file_time_type, std::string>>;

Snapshot filesUnder(const fs::path& folder) {
  Snapshot files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files[entry.path().string()] = {entry.last_write_time(), bytes.str()};
  }
  return files;
}

}  // namespace

TEST_CASE("Reading the page of safety writes nothing, with a journal open and before one is") {
  Evening evening;
  SECTION("with a journal open") {
    comeInAs(evening, "partnerAButton", kAlex);
  }
  SECTION("before one is") {
    evening.start({evening.path()});
    REQUIRE(evening.program().window().currentPage() == gui::PageName::Unlock);
  }
  evening.robot().settle();
  const auto page = evening.program().window().currentPage();
  const Snapshot before = filesUnder(evening.folder());
  REQUIRE(before.contains(evening.path()));
  Q_EMIT evening.program().window().safetyAsked();
  REQUIRE(evening.program().window().currentPage() == gui::PageName::Safety);
  evening.robot().settle();
  CHECK(filesUnder(evening.folder()) == before);
  evening.robot().press(QStringLiteral("backButton"));
  CHECK(evening.program().window().currentPage() == page);
  CHECK(filesUnder(evening.folder()) == before);
}
