// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entry.h"
#include "domain/partner.h"
#include "storage/record.h"

namespace footbridge::storage {

// A and B are numbers that a journal gave out: whoever began it is A. Where somebody is left alone in a journal that
// the other began, they are B there and would be A in one of their own. These say the same with A for B and B for A.

[[nodiscard]] VaultId swapped(VaultId vault);
[[nodiscard]] Reader swapped(Reader reader);
[[nodiscard]] Partner swapped(Partner partner);
[[nodiscard]] Record swapped(Record record);

}  // namespace footbridge::storage
