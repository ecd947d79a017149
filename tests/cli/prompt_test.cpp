// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever ends the asking for a passphrase, the terminal shows again what is typed.
#include <csignal>
#include <fstream>
#include <sstream>
#include <string>

#include "catch.h"
#include "terminal.h"

using namespace footbridge::cli_test;

namespace {

constexpr auto kPrompt = "A new passphrase for Alex: ";

Words protectIn(const Home& home) {
  const std::string file = home.file("couple.footbridge");
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  return {"protect", file, "--as", "Alex"};
}

/// How large a memory dump of the process may be, by itself and if it asked for more.
std::string coreLimitsOf(pid_t process) {
  std::ifstream limits("/proc/" + std::to_string(process) + "/limits");
  const std::string wanted = "Max core file size";
  std::string soft, hard;
  for (std::string line; std::getline(limits, line);) {
    if (line.starts_with(wanted)) std::istringstream(line.substr(wanted.size())) >> soft >> hard;
  }
  return soft + ' ' + hard;
}

}  // namespace

TEST_CASE("Ended while it asks for a passphrase, the program gives the terminal its echo back") {
  const Home home;
  const Words protect = protectIn(home);
  const auto [keys, number] = GENERATE(table<std::string, int>(
      {{"\x03", SIGINT}, {"\x1c", SIGQUIT}, {"half a pass", SIGTERM}, {"half a pass", SIGHUP}, {"half\x04", SIGINT}}));
  CAPTURE(keys, number);
  Terminal terminal(home, protect);
  REQUIRE(terminal.waitFor(kPrompt));
  CHECK_FALSE(terminal.echoes());
  CHECK(coreLimitsOf(terminal.program()) == "0 0");
  terminal.type(keys);
  if (keys.size() > 1) terminal.signal(number);
  CHECK(terminal.rest() == 128 + number);
  CHECK(terminal.echoes());
}

TEST_CASE("Stopped while it asks, it gives the echo back, and asks anew when it goes on") {
  const Home home;
  Terminal terminal(home, protectIn(home));
  REQUIRE(terminal.waitFor(kPrompt));
  terminal.type("half\x1a");
  CHECK(terminal.rest() == -SIGTSTP);
  CHECK(terminal.echoes());
  terminal.goOn();
  REQUIRE(terminal.waitFor(kPrompt));
  CHECK_FALSE(terminal.echoes());
  terminal.type("vexing lantern oatmeal quarry\n");
  REQUIRE(terminal.waitFor("The same again: "));
  terminal.type("vexing lantern oatmeal quarry\n");
  CHECK(terminal.waitFor("shown this once"));
  CHECK(terminal.rest() == 0);
  CHECK(terminal.echoes());
}

TEST_CASE("Where the asking is over, what was typed goes to nobody else") {
  const Home home;
  Terminal terminal(home, protectIn(home));
  REQUIRE(terminal.waitFor(kPrompt));
  terminal.type("half a passphrase");
  terminal.signal(SIGTERM);
  CHECK(terminal.rest() == 128 + SIGTERM);
  terminal.type("\n");
  CHECK(terminal.firstLineLeft() == "\n");
}
