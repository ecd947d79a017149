// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "domain/partner.h"

namespace footbridge::gui {

enum class ThemeChoice : std::uint8_t { System, Light, Dark };

/// Everything that decides how the window looks. A plain value: keep it, change it, hand it to look::apply().
struct Appearance {
  static constexpr int kSmallestText = 100;
  static constexpr int kLargestText = 200;

  ThemeChoice theme = ThemeChoice::System;
  bool systemIsDark = false;  ///< as last heard; decides for ThemeChoice::System
  int textPercent = 100;      ///< 100 to 200
  bool motion = true;
  PartnerColour a = PartnerColour::Ember;
  PartnerColour b = PartnerColour::Lagoon;

  [[nodiscard]] bool dark() const {
    return theme == ThemeChoice::Dark || (theme == ThemeChoice::System && systemIsDark);
  }
  bool operator==(const Appearance&) const = default;
};

}  // namespace footbridge::gui
