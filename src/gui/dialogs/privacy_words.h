// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>

#include "domain/error.h"
#include "domain/passphrase.h"
#include "domain/ports.h"

namespace footbridge::gui {

/// What to say when a door stays closed: first what is safe, then what to do.
[[nodiscard]] QString refusalText(const Error& error);

/// "This copy is older than the one last used here: 12 notes fewer."
[[nodiscard]] QString olderCopyText(const Error& error);

/// Of something that lay beside a vault: what it was, and what to do.
[[nodiscard]] QString leftOutText(const Error& error);
[[nodiscard]] QString leftOutAdvice(const Error& error);

/// Whose words these are. They are called theirs alone only where a passphrase locks them: `isLocked` is whether their
/// vault has one, also while it is open.
[[nodiscard]] QString ownerText(const QString& name, bool isLocked);
[[nodiscard]] bool isLocked(const VaultDoor& doors, PartnerId owner);

/// How hard a passphrase is to guess, as advice.
[[nodiscard]] QString strengthText(const PassphraseStrength& strength);

/// Of something typed that is over Passphrase::kLongest.
[[nodiscard]] QString tooLongText();

/// Which letters a recovery code goes without, and what stands where one seems to.
[[nodiscard]] QString codeLettersText();

}  // namespace footbridge::gui
