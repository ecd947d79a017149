// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entry.h"
#include "storage/payload_fields.h"

namespace footbridge::storage {

// The parts of a payload. Each kind of body, event and answer goes by its place among the alternatives of its variant:
// a new one is added at the end, and none is ever taken out. Readers leave the reader unsound where they meet what
// their writer does not write.

void write(PayloadWriter& to, const Agreement& agreement);
[[nodiscard]] Agreement readAgreement(PayloadReader& from);

void write(PayloadWriter& to, const Answer& answer);
[[nodiscard]] Answer readAnswer(PayloadReader& from);

void write(PayloadWriter& to, const LineId& line);
[[nodiscard]] LineId readLine(PayloadReader& from);

void write(PayloadWriter& to, const SittingEvent& event);
[[nodiscard]] SittingEvent readEvent(PayloadReader& from);

void write(PayloadWriter& to, const EntryBody& body);
/// `kind` is the place of the alternative.
[[nodiscard]] EntryBody readBody(std::uint8_t kind, PayloadReader& from);

}  // namespace footbridge::storage
