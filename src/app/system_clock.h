// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports.h"

namespace footbridge::app {

/// The laptop's own clock and calendar.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] Moment now() const override;
  [[nodiscard]] Day today() const override;
  [[nodiscard]] int hour() const override;
};

}  // namespace footbridge::app
