// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/personal_shelf.h"

// Stands in the place of src/cli/personal_shelf.cpp in a program for tests that set many passphrases: the real
// derivation, at the least that a journal may cost. It is never installed.
namespace footbridge::cli {

storage::FileShelf personalShelf() {
  storage::ShelfOptions options = storage::personalOptions();
  options.cost = storage::KdfCost::least();
  return storage::FileShelf(std::move(options));
}

}  // namespace footbridge::cli
