// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace footbridge::gates {

/// A folder of this process alone, gone with it.
class ScratchFolder {
 public:
  ScratchFolder()
      : m_path(std::filesystem::path(std::filesystem::is_directory("/dev/shm") ? "/dev/shm" : "/tmp") /
               ("footbridge-fuzz-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(m_path);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

/// The bytes as a file of that name, in a folder of this process alone.
[[nodiscard]] inline std::string scratchFile(const std::string& leaf, std::string_view bytes) {
  static const ScratchFolder folder;
  const std::string file = (folder.path() / leaf).string();
  std::ofstream(file, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file;
}

[[nodiscard]] inline std::string bytesOf(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace footbridge::gates
