// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace footbridge::gates {

/// What a gate has to say: one line, "gate | target | seen | met".
struct Figure {
  std::string gate;
  std::string target;
  std::string seen;
  bool met = false;
};

/// Prints the line and answers the exit code that belongs to it.
[[nodiscard]] int answer(const Figure& figure);

/// "NAME=NUMBER" arguments that make a gate larger or smaller. Anything else ends the program with code 2.
class Sizes {
 public:
  Sizes(int argc, char** argv, std::map<std::string, std::uint64_t> byDefault);
  [[nodiscard]] std::uint64_t operator[](const std::string& name) const { return m_numbers.at(name); }

 private:
  std::map<std::string, std::uint64_t> m_numbers;
};

/// Says on stderr what went wrong. Only the first few are said; a gate that fails ten thousand times says it ten times.
void complain(const std::string& what);

/// What the workers counted, by a place that each gate names for itself.
using Counts = std::vector<std::uint64_t>;

/// Runs work(index) for every index below `jobs`, shared among as many processes as there are cores, and adds up what
/// they counted. A worker that dies ends the gate: `lost` of the answer is then true.
struct Shared {
  Counts counts;
  bool lost = false;
};
[[nodiscard]] Shared shareOut(std::uint64_t jobs, std::size_t kinds,
                              const std::function<void(std::uint64_t index, Counts& counts)>& work);

/// Runs in a process of its own; its exit code, or -1 when it did not end by itself.
[[nodiscard]] int inChild(const std::function<int()>& run);

/// Every `step`-th of a sequence, from a start that is another with each seed, so that small forms look elsewhere.
[[nodiscard]] std::uint64_t strideFor(std::uint64_t all, std::uint64_t wanted);

/// "3 of 14 calls" and the like, without a stream in every gate.
template <typename... Part>
[[nodiscard]] std::string said(const Part&... parts) {
  std::string text;
  const auto add = [&text](const auto& part) {
    if constexpr (requires { std::to_string(part); })
      text += std::to_string(part);
    else
      text += part;
  };
  (add(parts), ...);
  return text;
}

/// A folder in memory (or under `base`), gone with the process that made it. Where that was killed, the next one that
/// makes a folder there clears its away.
class Scratch {
 public:
  Scratch();
  explicit Scratch(const std::filesystem::path& base);
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();
  [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
  [[nodiscard]] std::string file(const std::string& leaf) const { return (m_folder / leaf).string(); }

 private:
  std::filesystem::path m_folder;
  int m_owner;
  int m_held;  ///< the folder, locked for as long as its owner or a child of it lives
};

[[nodiscard]] std::string bytesIn(const std::filesystem::path& file);
void putBytes(const std::filesystem::path& file, std::string_view bytes);

}  // namespace footbridge::gates
