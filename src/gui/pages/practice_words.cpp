// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/practice_words.h"

#include <QCoreApplication>

namespace footbridge::gui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("Practice", text);
}

}  // namespace

QString practiceName(Practice practice) {
  switch (practice) {
    case Practice::Strengths:
      return tr("Strengths");
    case Practice::Support:
      return tr("Asking for support");
    case Practice::Safety:
      return tr("Emotional safety");
    case Practice::Conflict:
      return tr("Reframing conflict");
  }
  return {};
}

QString practiceLine(Practice practice, Audience whom) {
  const bool two = whom == Audience::Two;
  switch (practice) {
    case Practice::Strengths:
      return two ? tr("See what each of you brings") : tr("See what is good already");
    case Practice::Support:
      return two ? tr("Say what would help, and be met") : tr("Find words for what would help");
    case Practice::Safety:
      return tr("Make it easy to open up");
    case Practice::Conflict:
      return two ? tr("Two of you, one puzzle") : tr("Look at a quarrel with fresh eyes");
  }
  return {};
}

QString practiceTint(Practice practice) {
  const auto word = toText(practice);
  return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

QString depthWord(Depth depth) {
  switch (depth) {
    case Depth::Light:
      return tr("light");
    case Depth::Personal:
      return tr("personal");
    case Depth::Tender:
      return tr("tender");
  }
  return {};
}

QString audienceWords(Audience audience) {
  return audience == Audience::Two ? tr("both of you") : tr("for one");
}

QString minutesWords(int minutes) {
  return QCoreApplication::translate("Practice", "%n minutes", nullptr, minutes)
      .replace(QStringLiteral("%n"), QString::number(minutes));
}

}  // namespace footbridge::gui
