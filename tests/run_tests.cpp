// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_tests.h"

#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

namespace footbridge::test {

int runTests(int argc, char** argv) {
  return Catch::Session().run(argc, argv);
}

}  // namespace footbridge::test
