// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

#include "domain/error.h"
#include "domain/passphrase.h"

namespace footbridge::gui {

/// What to say when a door stays closed: first what is safe, then what to do.
[[nodiscard]] QString refusalText(const Error& error);

/// "This copy is older than the one last used here: 12 notes fewer."
[[nodiscard]] QString olderCopyText(const Error& error);

/// How hard a passphrase is to guess, as advice.
[[nodiscard]] QString strengthText(const PassphraseStrength& strength);

[[nodiscard]] inline QString toQt(const std::string& text) {
  return QString::fromStdString(text);
}

}  // namespace footbridge::gui
