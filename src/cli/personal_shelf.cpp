// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/personal_shelf.h"

namespace footbridge::cli {

storage::FileShelf personalShelf() {
  return storage::FileShelf(storage::personalOptions());
}

}  // namespace footbridge::cli
