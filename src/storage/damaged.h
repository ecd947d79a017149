// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

namespace footbridge::storage {

/// A part of the file is not as it was written; `part` names which.
[[nodiscard]] inline Error damaged(const char* part) {
  return {ErrorKind::Damaged, {}, {}, part};
}

}  // namespace footbridge::storage
