// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <utility>

namespace footbridge::platform {

/// A descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(m_number, other.m_number);
    return *this;
  }
  ~Descriptor() {
    if (m_number >= 0) ::close(m_number);
  }
  [[nodiscard]] int number() const { return m_number; }
  /// Somebody else closes it from now on.
  [[nodiscard]] int release() { return std::exchange(m_number, -1); }
  [[nodiscard]] bool valid() const { return m_number >= 0; }

 private:
  int m_number = -1;
};

}  // namespace footbridge::platform
