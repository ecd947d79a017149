// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>
#include <QString>

namespace footbridge::gui {

/// Words on their way to a clipboard: plain, and with the hint that asks a clipboard's history to leave them alone
/// (x-kde-passwordManagerHint, as password managers set it). Fields for several lines lend so; those of one line, and
/// labels, lend by themselves, plain and without the hint, and takeBackLentWords() knows those for ours only where the
/// platform tells.
class LentWords : public QMimeData {
  Q_OBJECT
 public:
  explicit LentWords(const QString& words);
};

/// True where `source` has words to put in. Qt 6.4 ends the program when a clipboard that holds nothing is put into a
/// text field, and a lock or takeBackLentWords() leaves such a clipboard behind.
[[nodiscard]] bool hasWords(const QMimeData* source);

/// Takes back all that this program has put on the clipboard or marked for the middle button, so that whoever has the
/// laptop next does not put in the words of the one before. What came from another program stays.
void takeBackLentWords();

}  // namespace footbridge::gui
