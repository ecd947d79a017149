// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>
#include <array>

#include "gui/steps/setting.h"
#include "practice/story.h"

namespace footbridge::gui {

/// Puts an answer into a column the way its reader sees it: a small caption, then the words, cards or marks.
/// Nothing is counted, added up or compared.
void addAnswer(QVBoxLayout* column, const Step& step, const Answer& answer, const QString& caption, const QString& tint,
               const Showing& showing);

/// What the step asked, for a caption.
[[nodiscard]] QString captionOf(const Step& step, const std::optional<ItemId>& item, const Showing& showing);

/// What the marks of a line mean: its own ends, or the words at 0, 2, 4 and 6.
struct MarkScale {
  QString low{};
  QString high{};
  std::array<QString, 4> words{};
};
/// "4 · often"; no mark: it did not come up.
[[nodiscard]] QString markWords(std::optional<int> mark, const MarkScale& scale);

/// "What I do: …", for what a step with more than one field asked for.
[[nodiscard]] QString fieldWords(practice::TranscriptField field, const QString& words);

/// The answer as one plain text, fields apart by blank lines.
[[nodiscard]] QString plainText(const Step& step, const Answer& answer, const Showing& showing);

/// The step whose form was filled in: for a guess, the one it is about.
[[nodiscard]] const Step& formStep(const Exercise& exercise, const Step& step);

}  // namespace footbridge::gui
