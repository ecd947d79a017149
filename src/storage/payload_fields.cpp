// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/payload_fields.h"

#include "domain/text.h"

namespace footbridge::storage {
namespace {

constexpr int kLastYear = 9999;

}  // namespace

/// Year, month and day as u32: the year in its upper half; 0 for none.
PayloadWriter& PayloadWriter::day(const std::optional<Day>& day) {
  std::uint32_t packed = 0;
  if (day && day->ok()) {
    packed = static_cast<std::uint16_t>(static_cast<int>(day->year()));
    packed = (packed << 8) | static_cast<unsigned>(day->month());
    packed = (packed << 8) | static_cast<unsigned>(day->day());
  }
  m_bytes.u32(packed);
  return *this;
}

std::optional<Day> PayloadReader::day() {
  const std::uint32_t packed = m_bytes.u32();
  if (packed == 0) return std::nullopt;
  const Day day(std::chrono::year(static_cast<int>(packed >> 16)), std::chrono::month((packed >> 8) & 0xff),
                std::chrono::day(packed & 0xff));
  if (day.ok() && static_cast<int>(day.year()) <= kLastYear) return day;
  refuse();
  return std::nullopt;
}

std::int64_t PayloadReader::whole(std::int64_t least, std::int64_t most) {
  const auto found = static_cast<std::int64_t>(m_bytes.u64());
  if (found >= least && found <= most) return found;
  refuse();
  return least;
}

std::string PayloadReader::text() {
  const std::string_view found = footbridge::storage::textOf(m_bytes.sized());
  if (!isUtf8(found)) refuse();
  return std::string(found);
}

}  // namespace footbridge::storage
