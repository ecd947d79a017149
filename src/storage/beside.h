// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace footbridge::storage {

/// Runs work that takes up to a second and touches nothing but what it was given; returns once it is done. An empty one
/// stands for a plain call. A window has it run in another thread, and goes on being painted and hidden meanwhile: so
/// whoever calls it is in no transaction, and holds no part of a journal that something else could change.
using Beside = std::function<void(const std::function<void()>& work)>;

/// As `beside` does it, or on the spot where that is empty.
inline void doBeside(const Beside& beside, const std::function<void()>& work) {
  if (beside)
    beside(work);
  else
    work();
}

}  // namespace footbridge::storage
