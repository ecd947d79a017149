// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>

class QLabel;

namespace footbridge::gui {

enum class SavedState : std::uint8_t { NotYet, Saved, Trouble };

/// "saved", nothing while somebody writes, or that the disk said no.
void showSavedWords(QLabel* label, SavedState state);

/// Several fields as one draft, and back; `count` of them, or with 0 as many as there are.
[[nodiscard]] QString joinedFields(const QStringList& fields);
[[nodiscard]] QStringList splitFields(const QString& draft, int count);

}  // namespace footbridge::gui
