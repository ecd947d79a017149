// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/number_word.h"

#include <QCoreApplication>
#include <array>

namespace footbridge::gui {

QString numberWord(int number) {
  static constexpr std::array<const char*, 13> kWords{
      QT_TRANSLATE_NOOP("Number", "none"),  QT_TRANSLATE_NOOP("Number", "one"),   QT_TRANSLATE_NOOP("Number", "two"),
      QT_TRANSLATE_NOOP("Number", "three"), QT_TRANSLATE_NOOP("Number", "four"),  QT_TRANSLATE_NOOP("Number", "five"),
      QT_TRANSLATE_NOOP("Number", "six"),   QT_TRANSLATE_NOOP("Number", "seven"), QT_TRANSLATE_NOOP("Number", "eight"),
      QT_TRANSLATE_NOOP("Number", "nine"),  QT_TRANSLATE_NOOP("Number", "ten"),   QT_TRANSLATE_NOOP("Number", "eleven"),
      QT_TRANSLATE_NOOP("Number", "twelve")};
  const bool hasWord = number >= 0 && number < static_cast<int>(kWords.size());
  return hasWord ? QCoreApplication::translate("Number", kWords.at(static_cast<std::size_t>(number)))
                 : QString::number(number);
}

}  // namespace footbridge::gui
