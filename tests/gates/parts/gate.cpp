// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/parts/gate.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include "storage/key.h"

namespace footbridge::gates {
namespace {

namespace fs = std::filesystem;

fs::path memoryFolder() {
  const fs::path memory = "/dev/shm";
  return fs::is_directory(memory) ? memory : fs::temp_directory_path();
}

void sendAll(int pipe, const Counts& counts) {
  const auto* from = reinterpret_cast<const char*>(counts.data());
  std::size_t left = counts.size() * sizeof counts.front();
  while (left > 0) {
    const ssize_t now = write(pipe, from, left);
    if (now <= 0) _exit(1);
    from += now;
    left -= static_cast<std::size_t>(now);
  }
}

bool receiveAll(int pipe, Counts& counts) {
  auto* to = reinterpret_cast<char*>(counts.data());
  std::size_t left = counts.size() * sizeof counts.front();
  while (left > 0) {
    const ssize_t now = read(pipe, to, left);
    if (now <= 0) return false;
    to += now;
    left -= static_cast<std::size_t>(now);
  }
  return true;
}

constexpr const char* kScratch = "footbridge-gate-";
/// While a folder is not locked yet it has another name, so that nobody clears it away.
constexpr const char* kBeginning = "footbridge-begins-";

/// Locked, or -1 where another process has it.
int heldFolder(const fs::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0 || flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  close(descriptor);
  return -1;
}

void clearAbandoned(const fs::path& base) {
  std::error_code problem;
  std::vector<fs::path> folders;
  for (fs::directory_iterator at(base, problem), end; !problem && at != end; at.increment(problem)) {
    if (at->path().filename().string().starts_with(kScratch)) folders.push_back(at->path());
  }
  for (const fs::path& folder : folders) {
    const int held = heldFolder(folder);
    if (held < 0) continue;
    fs::remove_all(folder, problem);
    close(held);
  }
}

struct Worker {
  pid_t process = -1;
  int pipe = -1;
};

Worker startWorker(std::uint64_t first, std::uint64_t step, std::uint64_t jobs, std::size_t kinds,
                   const std::function<void(std::uint64_t, Counts&)>& work) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  const pid_t process = fork();
  if (process == 0) {
    close(ends[0]);
    Counts counts(kinds, 0);
    for (std::uint64_t index = first; index < jobs; index += step) work(index, counts);
    sendAll(ends[1], counts);
    _exit(0);
  }
  close(ends[1]);
  return {process, ends[0]};
}

bool finishWorker(const Worker& worker, Counts& sum) {
  Counts counts(sum.size(), 0);
  const bool whole = worker.process > 0 && receiveAll(worker.pipe, counts);
  close(worker.pipe);
  int status = 0;
  waitpid(worker.process, &status, 0);
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += counts[i];
  return whole && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

[[noreturn]] void refuse(const char* argument) {
  std::fprintf(stderr, "not understood: %s (NAME=NUMBER)\n", argument);
  std::exit(2);
}

}  // namespace

int answer(const Figure& figure) {
  std::printf("%s | %s | %s | %s\n", figure.gate.c_str(), figure.target.c_str(), figure.seen.c_str(),
              figure.met ? "met" : "NOT MET");
  return figure.met ? 0 : 1;
}

Sizes::Sizes(int argc, char** argv, std::map<std::string, std::uint64_t> byDefault) : m_numbers(std::move(byDefault)) {
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const std::size_t at = argument.find('=');
    const auto known = m_numbers.find(argument.substr(0, at));
    if (at == std::string::npos || known == m_numbers.end()) refuse(argv[i]);
    char* end = nullptr;
    known->second = std::strtoull(argument.c_str() + at + 1, &end, 10);
    if (*end != '\0' || end == argument.c_str() + at + 1) refuse(argv[i]);
  }
}

void complain(const std::string& what) {
  static int said = 0;
  constexpr int kMost = 10;
  if (said++ < kMost) std::fprintf(stderr, "%s\n", what.c_str());
}

Shared shareOut(std::uint64_t jobs, std::size_t kinds, const std::function<void(std::uint64_t, Counts&)>& work) {
  const std::uint64_t workers = std::max(1U, std::thread::hardware_concurrency());
  std::vector<Worker> started;
  for (std::uint64_t i = 0; i < workers; ++i) started.push_back(startWorker(i, workers, jobs, kinds, work));
  Shared shared{Counts(kinds, 0), false};
  for (const Worker& worker : started) {
    if (!finishWorker(worker, shared.counts)) shared.lost = true;
  }
  if (shared.lost) complain("a worker died");
  return shared;
}

int inChild(const std::function<int()>& run) {
  const pid_t child = fork();
  if (child == 0) _exit(run());
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::uint64_t strideFor(std::uint64_t all, std::uint64_t wanted) {
  if (wanted == 0 || wanted >= all) return 1;
  // Odd, so that it walks through the eight bits of a byte and the parts of a page in turn.
  return (all / wanted) | 1U;
}

Scratch::Scratch() : Scratch(memoryFolder()) {}

Scratch::Scratch(const fs::path& base)
    : m_folder(base / (kScratch + std::to_string(storage::randomId()))), m_owner(getpid()) {
  clearAbandoned(base);
  const fs::path beginning = base / (kBeginning + std::to_string(storage::randomId()));
  fs::create_directories(beginning);
  m_held = heldFolder(beginning);
  fs::rename(beginning, m_folder);
}

Scratch::~Scratch() {
  std::error_code ignored;
  if (getpid() == m_owner) fs::remove_all(m_folder, ignored);
  if (m_held >= 0) close(m_held);
}

std::string bytesIn(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

void putBytes(const fs::path& file, std::string_view bytes) {
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream.flush()) complain("could not write " + file.string());
}

}  // namespace footbridge::gates
