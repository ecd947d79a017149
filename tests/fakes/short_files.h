// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>

#include <csignal>

namespace footbridge::test {

/// As long as this is there, no file may be longer: what would be ends in EFBIG.
class ShortFiles {
 public:
  explicit ShortFiles(rlim_t most) {
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit limit{most, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ShortFiles(const ShortFiles&) = delete;
  ShortFiles& operator=(const ShortFiles&) = delete;
  ~ShortFiles() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_heard);
  }

 private:
  rlimit m_before{};
  void (*m_heard)(int) = std::signal(SIGXFSZ, SIG_IGN);
};

}  // namespace footbridge::test
