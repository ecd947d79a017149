// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/kept_words.h"

#include <QStringList>
#include <algorithm>
#include <optional>
#include <string>

#include "gui/steps/saved_words.h"

namespace footbridge::gui {
namespace {

QString bothByField(const QString& one, const QString& other, WordsForm form) {
  const auto fields = [](const QString& draft) { return splitFields(draft, 0); };
  const int count = static_cast<int>(std::max(fields(one).size(), fields(other).size()));
  QStringList joined;
  for (int i = 0; i < count; ++i) joined << bothWords(splitFields(one, count)[i], splitFields(other, count)[i], form);
  return joinedFields(joined);
}

/// None for a step without words of its own.
std::optional<WordsForm> wordsFormOf(const Exercise& exercise, const Step& step) {
  switch (step.kind()) {
    case StepKind::Write:
    case StepKind::Ask:
    case StepKind::Close:
      return WordsForm::Page;
    case StepKind::Loop:
      return step.who == StepFor::Both ? WordsForm::Line : WordsForm::Page;
    case StepKind::Agree:
      return WordsForm::Line;
    case StepKind::Guess: {
      const Step* about = exercise.find(std::get<GuessStep>(step.form).about);
      return about != nullptr ? wordsFormOf(exercise, *about) : std::nullopt;
    }
    case StepKind::Read:
    case StepKind::Settle:
    case StepKind::Rate:
    case StepKind::Choose:
    case StepKind::Reveal:
    case StepKind::Speak:
    case StepKind::Reflect:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

QString bothWords(const QString& one, const QString& other, WordsForm form) {
  if (one.contains(other)) return one;
  if (other.contains(one)) return other;
  return one + (form == WordsForm::Page ? QStringLiteral("\n\n") : QStringLiteral(" / ")) + other;
}

std::optional<QString> keptWords(const DraftStore& drafts, const DraftKeeper::Place& place, WordsForm form) {
  std::optional<QString> words;
  for (const std::string& kept : drafts.draftsAt(place.vault, place.name))
    words = bothWords(words.value_or(QString()), QString::fromStdString(kept), form);
  return words;
}

std::optional<QString> keptWords(const DraftStore& drafts, const DraftKeeper::Place& place, const Exercise& exercise,
                                 const Step& step) {
  const auto form = wordsFormOf(exercise, step);
  std::optional<QString> words;
  for (const std::string& kept : drafts.draftsAt(place.vault, place.name)) {
    if (!form) return QString::fromStdString(kept);
    words = bothByField(words.value_or(QString()), QString::fromStdString(kept), *form);
  }
  return words;
}

}  // namespace footbridge::gui
