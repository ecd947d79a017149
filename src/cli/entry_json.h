// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "domain/entry.h"
#include "domain/moment.h"
#include "domain/partner.h"

namespace footbridge::cli {

using footbridge::toText;  // of a Day

// The shapes of docs/export.schema.json. They are a promise to whoever reads an export, and have nothing to do with how
// the journal keeps things.

[[nodiscard]] nlohmann::ordered_json toJson(const Partner& partner);
[[nodiscard]] nlohmann::ordered_json toJson(const Agreement& agreement);
[[nodiscard]] nlohmann::ordered_json toJson(const Answer& answer);
[[nodiscard]] nlohmann::ordered_json toJson(const SittingEvent& event);
[[nodiscard]] nlohmann::ordered_json toJson(const Entry& entry);
[[nodiscard]] nlohmann::ordered_json toJson(std::span<const Entry> entries);

/// "2026-11-23T19:04:05.678Z"
[[nodiscard]] std::string toText(Moment moment);
/// "A", "B" or "ours"
[[nodiscard]] std::string toText(VaultId vault);
[[nodiscard]] std::string toText(PartnerId partner);
[[nodiscard]] std::string toText(PartnerColour colour);
[[nodiscard]] std::string toText(AgreementState state);

/// Two spaces deep, UTF-8; ill-formed bytes become U+FFFD.
[[nodiscard]] std::string dumped(const nlohmann::ordered_json& json);

}  // namespace footbridge::cli
