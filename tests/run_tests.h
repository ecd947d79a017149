// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace footbridge::test {

/// Every test of this program that the arguments ask for; what main() answers. Catch2's runner takes long to compile,
/// so it lies behind this and is compiled once for all.
int runTests(int argc, char** argv);

}  // namespace footbridge::test
