// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/error.h"

namespace footbridge::content {

/// What a content file can be refused for, as a closed set. FORMAT.md says each in words; cli and gui say the remedy.
enum class Rule : std::uint8_t {
  // the file
  Unreadable,
  NothingThere,
  TooBig,
  NotUtf8,
  ByteOrderMark,
  NotJson,
  TooDeep,
  TooManyValues,
  StringTooLong,
  NotWhole,
  NumberTooLong,
  KeyTwice,
  LoneSurrogate,
  DeceptiveCharacter,
  NotComposed,
  // the schema
  KeyMissing,
  KeyUnknown,
  WrongType,
  NotInList,
  WrongPattern,
  TooFew,
  TooMany,
  TooShort,
  TooLong,
  TooSmall,
  TooLarge,
  SameTwice,
  AgainstSchema,
  // how the parts hang together
  NameIsNotFile,
  PracticeMissing,
  PracticeUnwanted,
  DeckUnknown,
  ExerciseUnknown,
  ExerciseForOthers,
  IdTwice,
  ChoiceOutOfRange,
  CardUnknown,
  CardTwice,
  CardNotOnWheel,
  StepUnknown,
  StepNotEarlier,
  StepNotEach,
  StepPrivate,
  StepWithoutAnswer,
  OpenedTwice,
  GuessOfOther,
  GuessBeforeAbout,
  NeverOpened,
  ReflectAlone,
  KindNeedsBoth,
  KindNeedsEach,
  KindNeedsTwo,
  PrivateUnwanted,
  LoopWithoutMoves,
  LoopBeforeMoves,
  AgreedTwice,
  WayToItself,
  WayNotGentle,
  EndsOpen,
  DayUnknown,
  // practice and words
  MinutesOff,
  EvidenceMissing,
  EvidenceUnknown,
  GateMissing,
  GateIncomplete,
  SettleNotFirst,
  NoCalmBefore,
  NoCalmAfter,
  WatchForNotThree,
  TwoReads,
  ScreenTooLong,
  SentenceTooLong,
  GradeTooHigh,
  AssumingWord,
  CommandingWord,
  PromisingWord,
  Exclamation,
  BraceUnknown,
  TitleTaken,
  TitleTwice,
  ParagraphTwice,
  SentenceTwice,
};
inline constexpr std::size_t kRuleCount = static_cast<std::size_t>(Rule::SentenceTwice) + 1;

/// One refusal, as facts.
struct Problem {
  Rule rule = Rule::Unreadable;
  std::string file{};
  std::string place{};      ///< a JSON pointer, or LINE:COLUMN while the text is not known to be JSON
  std::string found{};      ///< the word, key or id it is about
  std::int64_t number = 0;  ///< what was counted there
  std::int64_t limit = 0;   ///< what is allowed
  bool operator==(const Problem&) const = default;
};
using Problems = std::vector<Problem>;

/// A steady name for machines and tests: "too-deep".
[[nodiscard]] std::string_view nameOf(Rule rule);

/// As the BadContent (or, for a file that cannot be read, NotFound) of the ports.
[[nodiscard]] Error toError(const Problem& problem);

}  // namespace footbridge::content
