// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_NAME SEEDS... [runs=N | seconds=N] [seed=N]
// Feeds the target every file of the folders, and then so many changed ones, or as many as it can in that time. What was being tried when it came to an
// end is left in the working folder as crash-input.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "gates/fuzz/mutator.h"
#include "gates/fuzz/scratch_file.h"
#include "gates/fuzz/target.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
constexpr const char* kUnder = "ASan and UBSan";

// By default it keeps 256 MiB of freed memory out of use, and thirty callers of each piece of it, which takes longer
// than what is tried. An input lives for a moment, and crash-input tells the rest when it is tried with ASAN_OPTIONS as
// usual.
extern "C" const char* __asan_default_options() {
  return "malloc_context_size=1:quarantine_size_mb=4:thread_local_quarantine_size_kb=256";
}
#else
constexpr const char* kUnder = "assertions alone";
#endif

using namespace footbridge::gates;

namespace {

std::string theInput;

void keepInput() {
  std::ofstream("crash-input", std::ios::binary) << theInput;
  std::fputs("the input is in crash-input\n", stderr);
}
void keepInputAndEnd(int) {
  keepInput();
  std::_Exit(1);
}

/// A folder's files and those below it, in order of their names.
std::vector<std::string> seedsIn(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& each : std::filesystem::recursive_directory_iterator(folder)) {
    if (each.is_regular_file()) files.push_back(each.path());
  }
  std::ranges::sort(files);
  std::vector<std::string> seeds;
  for (const auto& file : files) seeds.push_back(bytesOf(file));
  return seeds;
}

void feed(const std::string& input) {
  theInput = input;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

struct Wanted {
  std::vector<std::string> seeds;
  std::uint64_t runs = 1000;
  std::chrono::seconds time{};  ///< none: `runs` says when to stop
  std::uint64_t number = 20261123;
};

Wanted read(int argc, char** argv) {
  Wanted wanted;
  for (int i = 1; i < argc; ++i) {
    if (std::strncmp(argv[i], "runs=", 5) == 0) {
      wanted.runs = std::strtoull(argv[i] + 5, nullptr, 10);
    } else if (std::strncmp(argv[i], "seconds=", 8) == 0) {
      wanted.time = std::chrono::seconds(std::strtoll(argv[i] + 8, nullptr, 10));
    } else if (std::strncmp(argv[i], "seed=", 5) == 0) {
      wanted.number = std::strtoull(argv[i] + 5, nullptr, 10);
    } else {
      for (std::string& seed : seedsIn(argv[i])) wanted.seeds.push_back(std::move(seed));
    }
  }
  return wanted;
}

}  // namespace

int main(int argc, char** argv) {
  Wanted wanted = read(argc, argv);
  if (wanted.seeds.empty()) return 2;
#ifdef __SANITIZE_ADDRESS__
  __sanitizer_set_death_callback(keepInput);
#else
  std::signal(SIGSEGV, keepInputAndEnd);
#endif
  std::signal(SIGABRT, keepInputAndEnd);
  const auto before = std::chrono::steady_clock::now();
  for (const std::string& seed : wanted.seeds) feed(seed);
  std::uint64_t all = wanted.seeds.size();
  Mutator mutator(std::move(wanted.seeds), wanted.number);
  const auto goesOn = [&](std::uint64_t run) {
    if (wanted.time.count() == 0) return run < wanted.runs;
    return std::chrono::steady_clock::now() - before < wanted.time;
  };
  for (std::uint64_t run = 0; goesOn(run); ++run, ++all) feed(mutator.next());
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
  const std::string name = std::filesystem::path(argv[0]).filename().string();
  std::printf("%s | no finding | %llu executions, %.0f a second, under %s, seed=%llu: 0 findings | met\n", name.c_str(),
              static_cast<unsigned long long>(all), static_cast<double>(all) / took.count(), kUnder,
              static_cast<unsigned long long>(wanted.number));
  return 0;
}
