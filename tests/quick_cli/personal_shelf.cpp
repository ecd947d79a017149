// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/personal_shelf.h"

#include "gates/instead/once_derived.h"

// Stands in the place of src/cli/personal_shelf.cpp in a program for tests of something else than what a
// passphrase costs: the real derivation, at the least that a journal may cost and with a 64th of the memory. It is
// never installed.
namespace footbridge::cli {

storage::FileShelf personalShelf() {
  static const gates::LittleMemory quick;
  storage::ShelfOptions options = storage::personalOptions();
  options.cost = storage::KdfCost::least();
  return storage::FileShelf(std::move(options));
}

}  // namespace footbridge::cli
