// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

#include "domain/entry.h"
#include "domain/moment.h"
#include "domain/partner.h"
#include "storage/record_index.h"

namespace footbridge::storage::exchange {

using footbridge::toText;  // of a Day

// The shapes of docs/export.schema.json. They are a promise to whoever reads an export, and have nothing to do with how
// the journal keeps things.

using OrderedJson = nlohmann::ordered_json;

[[nodiscard]] OrderedJson toJson(const Partner& partner);
[[nodiscard]] OrderedJson toJson(const Agreement& agreement);
[[nodiscard]] OrderedJson toJson(const Viewing& viewing);
[[nodiscard]] OrderedJson toJson(const Answer& answer);
[[nodiscard]] OrderedJson toJson(const SittingEvent& event);
/// As a list shows it: the newest revision, with its body beside its fields.
[[nodiscard]] OrderedJson toJson(const Entry& entry);
[[nodiscard]] OrderedJson toJson(std::span<const Entry> entries);
/// One revision of an entry, as an export keeps it.
[[nodiscard]] OrderedJson toJson(const RecordIndex::Row& row);

// The words that stand for the values of an enum, in its order.
inline constexpr std::array<std::string_view, 4> kModes{"together", "alone", "own-look", "joint-look"};
inline constexpr std::array<std::string_view, 3> kVerdicts{"yes", "nearly", "not-yet"};
inline constexpr std::array<std::string_view, 4> kStates{"open", "kept", "changed", "dropped"};
inline constexpr std::array<std::string_view, 6> kColours{"ember", "lagoon", "moss", "plum", "ochre", "slate"};
inline constexpr std::array<std::string_view, 4> kWho{"", "A", "B", "both"};
inline constexpr std::array<std::string_view, 4> kVaultWords{"", "A", "B", "ours"};

/// "2026-11-23T19:04:05.678Z"
[[nodiscard]] std::string toText(Moment moment);
/// "A", "B" or "ours"
[[nodiscard]] std::string toText(VaultId vault);
[[nodiscard]] std::string toText(PartnerId partner);
[[nodiscard]] std::string toText(PartnerColour colour);
[[nodiscard]] std::string toText(AgreementState state);

/// Two spaces deep, UTF-8; ill-formed bytes become U+FFFD.
[[nodiscard]] std::string dumped(const OrderedJson& json);

}  // namespace footbridge::storage::exchange
