// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>

#include "gui/steps/setting.h"

namespace footbridge::gui {

/// Puts an answer into a column the way its reader sees it: a small caption, then the words, cards or marks.
/// Nothing is counted, added up or compared.
void addAnswer(QVBoxLayout* column, const Step& step, const Answer& answer, const QString& caption, const QString& tint,
               const Showing& showing);

/// What the step asked, for a caption.
[[nodiscard]] QString captionOf(const Step& step, const std::optional<ItemId>& item, const Showing& showing);

/// The answer as one plain text, fields apart by blank lines.
[[nodiscard]] QString plainText(const Step& step, const Answer& answer, const Showing& showing);

/// The step whose form was filled in: for a guess, the one it is about.
[[nodiscard]] const Step& formStep(const Exercise& exercise, const Step& step);

}  // namespace footbridge::gui
