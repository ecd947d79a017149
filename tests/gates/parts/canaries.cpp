// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/parts/canaries.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "gates/parts/gate.h"
#include "storage/key.h"

namespace footbridge::gates {
namespace {

constexpr std::size_t kPiece = 1 << 20;

std::string utf16(const std::string& words) {
  std::string wide;
  for (const char c : words) (wide += c) += '\0';
  return wide;
}

/// Without its first and last letters, which depend on what stands around the words.
std::string base64Inside(const std::string& words, std::size_t shift) {
  static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string bytes = words.substr((3 - shift) % 3);
  std::string text;
  for (std::size_t i = 0; i + 3 <= bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t j = 0; j < 3; ++j) three = (three << 8) | static_cast<unsigned char>(bytes[i + j]);
    for (int from = 18; from >= 0; from -= 6) text += kLetters[(three >> from) & 63U];
  }
  return text;
}

/// Null where it does not lie between them. Several times as fast as std::string::find, which counts for hundreds of
/// megabytes.
const char* placeOf(const std::string& wanted, const char* from, const char* end) {
  return static_cast<const char*>(memmem(from, static_cast<std::size_t>(end - from), wanted.data(), wanted.size()));
}

/// Pages of programs and libraries that nobody can have written to.
bool isAsInItsFile(const std::string& line) {
  const std::size_t rights = line.find(' ') + 1;
  return line.find(" /") != std::string::npos && line.compare(rights + 1, 1, "-") == 0 &&
         line.compare(rights + 3, 1, "p") == 0;
}

}  // namespace

std::string freshCanary(std::string_view beginning) {
  return said(std::string(beginning), storage::randomId(), "x", storage::randomId());
}

std::vector<std::string> formsOf(const std::string& words) {
  std::vector<std::string> forms{words, utf16(words)};
  for (std::size_t shift = 0; shift < 3; ++shift) forms.push_back(base64Inside(words, shift));
  return forms;
}

Scanner::Scanner(std::vector<std::string> wanted) : m_wanted(std::move(wanted)) {
  for (const std::string& each : m_wanted) m_longest = std::max(m_longest, each.size());
}

void Scanner::look(std::string_view piece) {
  const std::size_t before = m_tail.size();
  m_tail += piece;
  for (const std::string& each : m_wanted) {
    const char* const end = m_tail.data() + m_tail.size();
    const char* at = m_tail.data();
    while ((at = placeOf(each, at, end)) != nullptr) {
      // What lies in the tail alone was counted before.
      if (at + each.size() > m_tail.data() + before) ++m_found;
      ++at;
    }
  }
  if (m_tail.size() > m_longest) m_tail.erase(0, m_tail.size() - m_longest);
}

std::uint64_t foundInProcess(int process, const std::vector<std::string>& wanted) {
  std::ifstream maps(said("/proc/", process, "/maps"));
  const int memory = open(said("/proc/", process, "/mem").c_str(), O_RDONLY | O_CLOEXEC);
  if (memory < 0) complain("the memory of the other process cannot be read");
  Scanner scanner(wanted);
  std::string piece(kPiece, '\0');
  for (std::string line; std::getline(maps, line);) {
    unsigned long long from = 0;
    unsigned long long to = 0;
    if (std::sscanf(line.c_str(), "%llx-%llx", &from, &to) != 2 || isAsInItsFile(line)) continue;
    scanner.gap();
    while (from < to) {
      const auto length = static_cast<std::size_t>(std::min<unsigned long long>(kPiece, to - from));
      const ssize_t got = pread(memory, piece.data(), length, static_cast<off_t>(from));
      if (got <= 0) break;  // the kernel's own pages
      scanner.look(std::string_view(piece).substr(0, static_cast<std::size_t>(got)));
      from += static_cast<unsigned long long>(got);
    }
  }
  close(memory);
  return scanner.found();
}

std::uint64_t foundInFile(const std::string& file, const std::vector<std::string>& wanted) {
  std::ifstream stream(file, std::ios::binary);
  Scanner scanner(wanted);
  std::string piece(kPiece, '\0');
  while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())) || stream.gcount() > 0)
    scanner.look(std::string_view(piece).substr(0, static_cast<std::size_t>(stream.gcount())));
  return scanner.found();
}

}  // namespace footbridge::gates
