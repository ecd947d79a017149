// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/ids.h"
#include "domain/moment.h"

namespace footbridge {

enum class AgreementState : std::uint8_t { Open, Kept, Changed, Dropped };
enum class AgreementWho : std::uint8_t { A = 1, B = 2, Both = 3 };

/// A small step the two agreed on.
struct Agreement {
  std::string what;
  AgreementWho who = AgreementWho::Both;
  std::string when;           ///< in their own words: "Wednesday after supper"
  std::optional<Day> review;  ///< the day to look back on it
  AgreementState state = AgreementState::Open;
  std::optional<SittingId> from;  ///< the sitting it was made in
  bool operator==(const Agreement&) const = default;
};

}  // namespace footbridge
