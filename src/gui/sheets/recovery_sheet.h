// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <optional>

#include "domain/moment.h"
#include "domain/partner.h"

namespace footbridge::gui {

/// A page to print that holds a recovery code, says what it is for and where to keep it, and nothing of what anybody
/// wrote. As a PDF.
[[nodiscard]] QByteArray recoverySheet(const Partner& owner, const std::optional<Partner>& other,
                                       const QStringList& groups, Day made);

}  // namespace footbridge::gui
