// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"
#include "domain/moment.h"
#include "storage/bytes.h"

namespace footbridge::storage {

/// Lays the fields of a payload out one after another, without their names: FORMAT.md says which they are.
class PayloadWriter {
 public:
  PayloadWriter& byte(std::uint8_t value) {
    m_bytes.u8(value);
    return *this;
  }
  PayloadWriter& whole(std::int64_t value) {
    m_bytes.i64(value);
    return *this;
  }
  PayloadWriter& count(std::size_t value) {
    m_bytes.u32(static_cast<std::uint32_t>(value));
    return *this;
  }
  PayloadWriter& flag(bool value) { return byte(value ? 1 : 0); }
  PayloadWriter& text(std::string_view text) {
    m_bytes.text(text);
    return *this;
  }
  template <typename Enum>
  PayloadWriter& word(Enum value) {
    return byte(static_cast<std::uint8_t>(value));
  }
  template <typename Tag>
  PayloadWriter& name(const NameId<Tag>& name) {
    return text(name.text());
  }
  template <typename Tag>
  PayloadWriter& id(const NumberId<Tag>& id) {
    return whole(id.number());
  }
  template <typename Tag>
  PayloadWriter& id(const std::optional<NumberId<Tag>>& id) {
    return whole(id ? id->number() : 0);
  }
  /// What is no day is left open.
  PayloadWriter& day(const std::optional<Day>& day);

  [[nodiscard]] const Bytes& bytes() const { return m_bytes.bytes(); }

 private:
  ByteWriter m_bytes;
};

/// Reads what PayloadWriter laid out. The first field that is not what it has to be makes it unsound; what is asked for
/// after that is of no use and nobody's fault.
class PayloadReader {
 public:
  explicit PayloadReader(std::string_view payload) : m_bytes(bytesOf(payload)) {}

  [[nodiscard]] std::uint8_t byte() { return m_bytes.u8(); }
  [[nodiscard]] std::int64_t whole(std::int64_t least, std::int64_t most);
  [[nodiscard]] std::uint32_t count() { return m_bytes.u32(); }
  [[nodiscard]] bool flag() { return word<std::uint8_t>(0, 1) == 1; }
  /// Well-formed UTF-8.
  [[nodiscard]] std::string text();
  /// A value of an enumeration without gaps.
  template <typename Enum>
  [[nodiscard]] Enum word(Enum first, Enum last) {
    const std::uint8_t found = byte();
    if (found >= static_cast<std::uint8_t>(first) && found <= static_cast<std::uint8_t>(last))
      return static_cast<Enum>(found);
    refuse();
    return first;
  }
  template <typename Id>
  [[nodiscard]] Id name() {
    if (auto found = Id::from(textOf(m_bytes.sized()))) return std::move(*found);
    refuse();
    return *Id::from("none");
  }
  template <typename Id>
  [[nodiscard]] Id id() {
    if (const auto found = Id::from(static_cast<std::int64_t>(m_bytes.u64()))) return *found;
    refuse();
    return *Id::from(1);
  }
  template <typename Id>
  [[nodiscard]] std::optional<Id> maybeId() {
    const auto number = whole(0, INT64_MAX);
    return Id::from(number);
  }
  [[nodiscard]] std::optional<Day> day();
  /// As many things as are counted in front of them, each read by `read(reader)`. No more memory is taken than there
  /// are bytes.
  template <typename Read>
  [[nodiscard]] auto list(Read read) {
    std::vector<decltype(read(*this))> things;
    for (std::uint32_t left = count(); left > 0 && isSound(); --left) things.push_back(read(*this));
    return things;
  }
  /// Nothing, or what stands behind a flag.
  template <typename Read>
  [[nodiscard]] auto maybe(Read read) -> std::optional<decltype(read(*this))> {
    if (!flag()) return std::nullopt;
    return read(*this);
  }

  void refuse() { m_refused = true; }
  /// Every field so far was there, and what it had to be.
  [[nodiscard]] bool isSound() const { return !m_refused && !m_bytes.isShort(); }
  /// The same, and nothing is left over.
  [[nodiscard]] bool isDone() const { return !m_refused && m_bytes.sound(); }

 private:
  ByteReader m_bytes;
  bool m_refused = false;
};

}  // namespace footbridge::storage
