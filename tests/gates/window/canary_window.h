// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace footbridge::gates {

/// As the program's own main(), but for a robot that does what it is told on stdin, a line each, and says "done" after
/// each: "a SECRET WORDS..." or "b ...": that partner unlocks with the passphrase (of which "_" stands for spaces),
/// looks through the story, searches it, and writes those words on the page for a line of one's own. "lock" locks, and
/// the process that then follows says "done".
[[nodiscard]] int runCanaryWindow(int argc, char** argv);

}  // namespace footbridge::gates
