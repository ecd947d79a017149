// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/agreement.h"
#include "domain/sitting_event.h"
#include "domain/viewing.h"
#include "storage/import_fields.h"

namespace footbridge::storage {

// The parts of an entry, in the shapes that exchange_json.h writes. What they answer after a problem means nothing.

[[nodiscard]] Agreement importAgreement(const nlohmann::json& json, const std::string& place,
                                        std::optional<ImportProblem>& problem);
[[nodiscard]] Viewing importViewing(const nlohmann::json& json, const std::string& place,
                                    std::optional<ImportProblem>& problem);
[[nodiscard]] Answer importAnswer(const nlohmann::json& json, const std::string& place,
                                  std::optional<ImportProblem>& problem);
[[nodiscard]] SittingEvent importEvent(const nlohmann::json& json, const std::string& place,
                                       std::optional<ImportProblem>& problem);

}  // namespace footbridge::storage
