// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace footbridge::cli_test {

using Words = std::vector<std::string>;

/// What a run of the program is given besides its arguments.
struct Given {
  std::string input{};                   ///< standard input
  std::map<int, std::string> secrets{};  ///< one pipe a descriptor number
  std::string output{};                  ///< a file to write standard output to instead of catching it
};

struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

class Home;

/// The real program with its arguments and its surroundings, for a process that becomes it.
class ProgramCall {
 public:
  ProgramCall(const Home& home, const Words& arguments);
  [[noreturn]] void become() const;

 private:
  Words m_words;
  Words m_settings;
  std::vector<char*> m_argv;
  std::vector<char*> m_envp;
};

/// Which program a test runs: the one that ships, or the same where a passphrase costs next to nothing, for tests of
/// something else than what it costs. Neither opens what the other locked.
enum class Which { Shipped, Quick };

/// A folder of its own for one test, with a HOME inside, and the real program run in it without a terminal.
class Home {
 public:
  explicit Home(Which which = Which::Shipped);
  ~Home();
  Home(const Home&) = delete;
  Home& operator=(const Home&) = delete;

  [[nodiscard]] const std::string& program() const { return m_program; }
  [[nodiscard]] std::string file(const std::string& name) const { return (m_folder / name).string(); }
  [[nodiscard]] Outcome run(const Words& arguments, const Given& given = {}) const;
  /// On a terminal of its own. Each of `typed` is sent when the program has asked once more (": "). All that appeared
  /// on the terminal comes back in `out`.
  [[nodiscard]] Outcome runOnTerminal(const Words& arguments, const Words& typed) const;

 private:
  std::string m_program;
  std::filesystem::path m_folder;
};

/// Another process of the program that holds a journal: a note that waits for its words. The journal is held when the
/// constructor returns, and let go of when this is destroyed.
class Holder {
 public:
  explicit Holder(const std::string& file);
  ~Holder();
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;

 private:
  pid_t m_process = -1;
  int m_input = -1;
};

[[nodiscard]] std::string contentsOf(const std::string& file);
void write(const std::string& file, const std::string& bytes);

/// One kind line: it begins with the program's name, ends with a line end, and has no other.
[[nodiscard]] bool isOneLine(const std::string& err);

/// A journal of Alex and Sam; the path of its file.
std::string newJournal(const Home& home, const std::string& name = "couple.footbridge");
/// A note for both; its id.
std::string keepNote(const Home& home, const std::string& file, const std::string& who, const std::string& text);

// Passphrases, each as a line.
inline constexpr auto kAlexFirst = "vexing lantern oatmeal quarry\n";
inline constexpr auto kAlexSecond = "sundial pebble trombone fidget\n";
inline constexpr auto kSams = "walnut ferry corduroy thimble\n";

/// The recovery code of an answer that shows one, as a line; empty where there is none.
[[nodiscard]] std::string codeIn(const std::string& answer);

}  // namespace footbridge::cli_test
