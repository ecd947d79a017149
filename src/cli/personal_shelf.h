// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/shelf.h"

namespace footbridge::cli {

/// The shelf that every command takes journals from: a person's own, where a guess at a new passphrase costs about a
/// second.
[[nodiscard]] storage::FileShelf personalShelf();

}  // namespace footbridge::cli
