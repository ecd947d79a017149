// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include "domain/result.h"

namespace footbridge::gui {

/// Writes a file that only its owner may read, whole and durable or not at all. AlreadyExists where there is one, or a
/// link; DiskFailed with kCreate where no file can be made in that folder.
[[nodiscard]] Result<void> writeNewPrivateFile(const QString& path, const QByteArray& bytes);

}  // namespace footbridge::gui
