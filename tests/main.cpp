// SPDX-License-Identifier: GPL-3.0-or-later
// For every room that needs nothing to be set up first.
#include "run_tests.h"

int main(int argc, char** argv) {
  return footbridge::test::runTests(argc, argv);
}
