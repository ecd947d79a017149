// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// What libFuzzer calls, and our own driver as well.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace footbridge::gates {

[[nodiscard]] inline std::string_view textOf(const std::uint8_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

/// A property that must hold whatever the bytes are; also where asserts are compiled out.
inline void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace footbridge::gates
