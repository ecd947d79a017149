// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace footbridge::storage {

using Bytes = std::vector<unsigned char>;
using BytesView = std::span<const unsigned char>;

[[nodiscard]] inline BytesView bytesOf(std::string_view text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view textOf(BytesView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Lays values out one after another: numbers little-endian, text after its length.
class ByteWriter {
 public:
  /// `room` bytes are written without a copy being left behind.
  explicit ByteWriter(std::size_t room = 0) { m_bytes.reserve(std::max(room, kUsual)); }
  ByteWriter& u8(std::uint8_t value) {
    m_bytes.push_back(value);
    return *this;
  }
  ByteWriter& u32(std::uint32_t value) { return number(value, 4); }
  ByteWriter& u64(std::uint64_t value) { return number(value, 8); }
  ByteWriter& i64(std::int64_t value) { return number(static_cast<std::uint64_t>(value), 8); }
  ByteWriter& raw(BytesView bytes) {
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    return *this;
  }
  /// With its length in front, so that no two lists of texts are laid out alike.
  ByteWriter& sized(BytesView bytes) { return u32(static_cast<std::uint32_t>(bytes.size())).raw(bytes); }
  ByteWriter& text(std::string_view text) { return sized(bytesOf(text)); }

  [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
  [[nodiscard]] Bytes take() { return std::move(m_bytes); }

 private:
  ByteWriter& number(std::uint64_t value, int width) {
    for (int i = 0; i < width; ++i) m_bytes.push_back(static_cast<unsigned char>(value >> (8 * i)));
    return *this;
  }
  static constexpr std::size_t kUsual = 128;
  Bytes m_bytes;
};

/// Reads what ByteWriter laid out. Past the end everything is zero and sound() is false.
class ByteReader {
 public:
  explicit ByteReader(BytesView bytes) : m_rest(bytes) {}

  [[nodiscard]] std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
  [[nodiscard]] std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
  [[nodiscard]] std::uint64_t u64() { return number(8); }
  template <std::size_t Size>
  [[nodiscard]] std::array<unsigned char, Size> raw() {
    std::array<unsigned char, Size> result{};
    const BytesView part = next(Size);
    std::copy(part.begin(), part.end(), result.begin());
    return result;
  }
  /// What ByteWriter::sized() wrote; it lasts as long as the bytes that are read.
  [[nodiscard]] BytesView sized() { return next(u32()); }
  /// Something that was asked for was not there.
  [[nodiscard]] bool isShort() const { return m_short; }
  /// Everything was there, and nothing is left over.
  [[nodiscard]] bool sound() const { return !m_short && m_rest.empty(); }

 private:
  BytesView next(std::size_t size) {
    if (m_rest.size() < size) {
      m_short = true;
      return {};
    }
    const BytesView part = m_rest.first(size);
    m_rest = m_rest.subspan(size);
    return part;
  }
  std::uint64_t number(std::size_t width) {
    std::uint64_t value = 0;
    int shift = 0;
    for (const unsigned char byte : next(width)) {
      value |= static_cast<std::uint64_t>(byte) << shift;
      shift += 8;
    }
    return value;
  }
  BytesView m_rest;
  bool m_short = false;
};

}  // namespace footbridge::storage
