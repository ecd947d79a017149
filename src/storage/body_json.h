// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "domain/agreement.h"
#include "domain/answer.h"
#include "domain/sitting_event.h"
#include "storage/json_fields.h"

namespace footbridge::storage {

// The parts of a payload. Each reader answers nothing for what its writer does not write.

[[nodiscard]] Json toJson(const Agreement& agreement);
[[nodiscard]] std::optional<Agreement> parseAgreement(const Json& json);

[[nodiscard]] Json toJson(const Answer& answer);
[[nodiscard]] std::optional<Answer> parseAnswer(const Json& json);

[[nodiscard]] Json toJson(const LineId& line);
[[nodiscard]] std::optional<LineId> parseLine(const Json& json);

[[nodiscard]] Json toJson(const SittingEvent& event);
[[nodiscard]] std::optional<SittingEvent> parseEvent(const Json& json);

/// A day that is none is left open, and comes back as such.
[[nodiscard]] Json dayOrNull(const std::optional<Day>& day);

}  // namespace footbridge::storage
