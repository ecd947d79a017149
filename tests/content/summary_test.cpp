// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>
#include <unistd.h>

#include "catch.h"
#include "content/summary_reader.h"

using namespace footbridge;

TEST_CASE("A pipe among the exercises is refused, and nobody waits for who might write into it") {
  const auto pipe =
      std::filesystem::temp_directory_path() / ("footbridge-pipe-" + std::to_string(::getpid()) + ".json");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  ::alarm(10);  // ends this program where it waits all the same
  const auto summary = content::readSummary(pipe);
  ::alarm(0);
  std::filesystem::remove(pipe);
  REQUIRE_FALSE(summary);
  CHECK(summary.error().kind == ErrorKind::NotFound);
}
