// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

namespace footbridge::platform {

/// A descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (m_number >= 0) ::close(m_number);
  }
  [[nodiscard]] int number() const { return m_number; }
  [[nodiscard]] bool valid() const { return m_number >= 0; }

 private:
  int m_number;
};

}  // namespace footbridge::platform
