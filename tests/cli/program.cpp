// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "catch.h"

namespace footbridge::cli_test {
namespace {

constexpr int kOutOfTheWay = 100;

/// Arguments as exec wants them, for as long as `words` lives.
std::vector<char*> pointers(Words& words) {
  std::vector<char*> result;
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

Words commandLine(const std::string& program, const Words& arguments) {
  Words words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

Words environment(const std::filesystem::path& home) {
  return {"HOME=" + home.string(),
          "XDG_DATA_HOME=" + (home / "data").string(),
          "XDG_CONFIG_HOME=" + (home / "config").string(),
          "XDG_STATE_HOME=" + (home / "state").string(),
          "PATH=/usr/bin:/bin",
          "LANG=C.UTF-8"};
}

int exitCode(pid_t process) {
  int status = 0;
  if (::waitpid(process, &status, 0) != process) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// The reading end of a pipe that holds `text` and then ends. High, so that no wanted number is in the way.
int pipeHolding(const std::string& text) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  if (::write(ends[1], text.data(), text.size()) != static_cast<ssize_t>(text.size())) throw std::runtime_error("pipe");
  ::close(ends[1]);
  const int high = ::fcntl(ends[0], F_DUPFD_CLOEXEC, kOutOfTheWay);
  ::close(ends[0]);
  return high;
}

/// posix_spawn in a session of its own, so that there is no terminal.
class Spawn {
 public:
  Spawn() {
    posix_spawn_file_actions_init(&m_actions);
    posix_spawnattr_init(&m_attributes);
    posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSID);
  }
  ~Spawn() {
    posix_spawn_file_actions_destroy(&m_actions);
    posix_spawnattr_destroy(&m_attributes);
  }
  Spawn(const Spawn&) = delete;
  Spawn& operator=(const Spawn&) = delete;

  void open(int number, const std::string& file, int flags) {
    posix_spawn_file_actions_addopen(&m_actions, number, file.c_str(), flags, 0600);
  }
  void take(int number, int from) { posix_spawn_file_actions_adddup2(&m_actions, from, number); }

  pid_t start(const std::string& program, const Words& arguments, const std::filesystem::path& home) {
    Words words = commandLine(program, arguments);
    Words settings = environment(home);
    pid_t process = -1;
    if (posix_spawn(&process, program.c_str(), &m_actions, &m_attributes, pointers(words).data(),
                    pointers(settings).data()) != 0)
      throw std::runtime_error("cannot start " + program);
    return process;
  }

 private:
  posix_spawn_file_actions_t m_actions{};
  posix_spawnattr_t m_attributes{};
};

/// Reads what the terminal shows until `end` has come `times` times, or the program is gone, or ten seconds passed.
void readUntil(int terminal, std::string& shown, const std::string& end, std::size_t from) {
  std::array<char, 1024> buffer{};
  while (shown.find(end, from) == std::string::npos) {
    pollfd ready{terminal, POLLIN, 0};
    if (::poll(&ready, 1, 10'000) <= 0) return;
    const ssize_t got = ::read(terminal, buffer.data(), buffer.size());
    if (got <= 0) return;
    shown.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

/// Whether another process has the file for itself alone; asks without taking a lock, which could keep it out.
bool isHeld(const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct flock lock = {};
  lock.l_type = F_RDLCK;
  lock.l_whence = SEEK_SET;
  const bool asked = ::fcntl(descriptor, F_GETLK, &lock) == 0;
  ::close(descriptor);
  return asked && lock.l_type == F_WRLCK;
}

}  // namespace

ProgramCall::ProgramCall(const Home& home, const Words& arguments)
    : m_words(commandLine(home.program(), arguments)),
      m_settings(environment(home.file("home"))),
      m_argv(pointers(m_words)),
      m_envp(pointers(m_settings)) {}

void ProgramCall::become() const {
  ::execve(m_argv.front(), m_argv.data(), m_envp.data());
  ::_exit(127);
}

Home::Home(Which which) : m_program(which == Which::Shipped ? FOOTBRIDGE_CLI : FOOTBRIDGE_QUICK_CLI) {
  std::string name = (std::filesystem::temp_directory_path() / "footbridge-cli-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
  m_folder = name;
  std::filesystem::create_directory(m_folder / "home");
}

Home::~Home() {
  std::error_code ignored;
  std::filesystem::remove_all(m_folder, ignored);
}

Outcome Home::run(const Words& arguments, const Given& given) const {
  const std::string in = file("home/in"), out = file("home/out"), err = file("home/err");
  write(in, given.input);
  Spawn spawn;
  spawn.open(0, in, O_RDONLY);
  spawn.open(1, given.output.empty() ? out : given.output, O_WRONLY | O_CREAT | O_TRUNC);
  spawn.open(2, err, O_WRONLY | O_CREAT | O_TRUNC);
  std::vector<int> pipes;
  for (const auto& [number, secret] : given.secrets) {
    pipes.push_back(pipeHolding(secret));
    spawn.take(number, pipes.back());
  }
  const pid_t process = spawn.start(m_program, arguments, m_folder / "home");
  for (const int pipe : pipes) ::close(pipe);
  const int code = exitCode(process);
  return {code, given.output.empty() ? contentsOf(out) : "", contentsOf(err)};
}

Outcome Home::runOnTerminal(const Words& arguments, const Words& typed) const {
  const ProgramCall call(*this, arguments);
  int terminal = -1;
  const pid_t process = ::forkpty(&terminal, nullptr, nullptr, nullptr);
  if (process == 0) call.become();
  std::string shown;
  std::size_t seen = 0;
  for (const std::string& line : typed) {
    readUntil(terminal, shown, ": ", seen);
    seen = shown.size();
    const std::string keys = line + "\n";
    if (::write(terminal, keys.data(), keys.size()) < 0) break;
  }
  readUntil(terminal, shown, "never shown", seen);
  const int code = exitCode(process);
  ::close(terminal);
  return {code, shown, {}};
}

Holder::Holder(const std::string& file) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  Spawn spawn;
  spawn.take(0, ends[0]);
  spawn.open(1, "/dev/null", O_WRONLY);
  spawn.open(2, "/dev/null", O_WRONLY);
  m_process = spawn.start(FOOTBRIDGE_CLI, {"note", file, "--as", "1"}, std::filesystem::path(file).parent_path());
  ::close(ends[0]);
  m_input = ends[1];
  for (int i = 0; i < 500 && !isHeld(file); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

Holder::~Holder() {
  ::close(m_input);
  exitCode(m_process);
}

std::string contentsOf(const std::string& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

void write(const std::string& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

bool isOneLine(const std::string& err) {
  return err.starts_with("footbridge-cli: ") && err.find('\n') == err.size() - 1;
}

std::string newJournal(const Home& home, const std::string& name) {
  const std::string file = home.file(name);
  REQUIRE(home.run({"new", file, "--names", "Alex", "Sam"}).code == 0);
  return file;
}

std::string keepNote(const Home& home, const std::string& file, const std::string& who, const std::string& text) {
  const Outcome answer = home.run({"note", file, "--as", who}, {.input = text});
  REQUIRE(answer.err.empty());
  REQUIRE(answer.code == 0);
  return answer.out.substr(0, answer.out.size() - 1);
}

std::string codeIn(const std::string& answer) {
  const std::size_t said = answer.find("The recovery code of ");
  if (said == std::string::npos) return {};
  const std::size_t from = answer.find('\n', said) + 1;
  return answer.substr(from, answer.find('\n', from) + 1 - from);
}

}  // namespace footbridge::cli_test
