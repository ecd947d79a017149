// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "domain/entry.h"
#include "domain/exercise.h"
#include "domain/ports.h"

namespace footbridge::practice {

/// The exercise that bears an id, or null where it is not here any more. What it points to outlives the call.
using FindExercise = std::function<const Exercise*(const ExerciseId&)>;

enum class StoryKind : std::uint8_t { WeeklyLook, Exercise, Agreement, Appreciation, Viewing, Note };

/// Whether it is told as a weekly look; null where its exercise is not here any more.
[[nodiscard]] bool isWeeklyLook(const Begun& begun, const Exercise* exercise);

/// One thing in Our story.
struct StoryItem {
  std::variant<EntryId, SittingId> id;  ///< what to open; for an appreciation, the sitting it was said in
  Moment made{};
  std::optional<Day> day;  ///< of a sitting: the day it was begun
  StoryKind kind = StoryKind::Note;
  std::optional<Practice> practice;
  std::string title;  ///< of the exercise, or of what to watch; empty for what has none
  std::string line;   ///< a first taste of what is in it; may be empty
  VaultId vault = VaultId::Ours;
  std::optional<PartnerId> author;  ///< none: both together
  // Of a sitting for two, from what both may read:
  std::size_t opened = 0;             ///< lines that were opened at its reveals
  std::optional<EntryId> about;       ///< the viewing it was begun from
  std::optional<std::string> agreed;  ///< the small step it ended with; empty: they chose none; absent: not got to it
  std::optional<SittingId> within = {};  ///< it was said in that sitting, which is told too and holds its words
  bool unproven = false;                 ///< it, or a moment of it, is from a copy that others could write in
  bool ofBefore = false;                 ///< as Entry::ofBefore
  bool operator==(const StoryItem&) const = default;
};

/// What the reader may see, newest first. A sitting is one item, and an own look that was opened together is part of
/// that one. `entries` and `sittings` are newest first.
[[nodiscard]] std::vector<StoryItem> storyOf(Reader reader, std::span<const Entry> entries,
                                             std::span<const SittingSummary> sittings, const FindExercise& find);

/// Something appreciated that both may read.
struct Appreciation {
  SittingId sitting;
  PartnerId from;
  std::string text;
  bool operator==(const Appreciation&) const = default;
};
/// In the order they were said: what was opened of the step "appreciated", and what was written at a close.
[[nodiscard]] std::vector<Appreciation> appreciationsIn(const SittingSummary& sitting);

/// What one partner opened of a step, and did not take back since.
[[nodiscard]] std::vector<LineId> openedLinesOf(const Lanes& lanes, PartnerId writer, const StepId& step);

/// What a line of a sitting says, where its step asks for more than one thing.
enum class TranscriptField : std::uint8_t { Words, Sees, Does, Underneath, Heard, Appreciated };

/// A line of a sitting as it is read again.
struct TranscriptLine {
  std::string text;         ///< the words; for a rated line the item, for a chosen card the card
  std::optional<int> mark;  ///< of a rated line; none there: it did not come up
  bool rated = false;
  std::optional<std::pair<EntryId, AgreementState>> outcome;  ///< of an agreement looked back on; text is empty
  std::string low = {};                                       ///< what 0 means, where a rated line has ends of its own
  std::string high = {};                                      ///< what 6 means
  std::array<std::string, 4> scale = {};                      ///< what 0, 2, 4 and 6 mean, where it has none
  TranscriptField field = TranscriptField::Words;
  std::optional<PartnerId> writer = {};  ///< of a line that one of the two wrote where both were
  std::optional<Agreement> agreed = {};  ///< text is what they agreed to do
  int nameless = 0;  ///< this rated line, or so many cards, which the exercise no longer has; text is empty
  bool operator==(const TranscriptLine&) const = default;
};
struct TranscriptPart {
  enum class From : std::uint8_t {
    Own,       ///< the reader's own lane: what they wrote, opened or not
    Opened,    ///< a line that its writer opened
    Together,  ///< said by both
  };
  StepId step;
  std::string title;
  From from = From::Together;
  std::optional<PartnerId> who;  ///< none: both together
  std::vector<TranscriptLine> lines;
  bool takenBack = false;  ///< the writer opened something here and took it back since
  bool gone = false;       ///< of a step that the exercise no longer has; without a title
  bool operator==(const TranscriptPart&) const = default;
};

/// What the reader may read of a sitting, in the order of the exercise; within a step one's own, then what was opened
/// (A's first), then what was said together. What the reader opened themselves stands there whole, and only where it is
/// not the same as their own. What was said at steps that the exercise no longer has comes last, by the same rules.
/// Reads no lane that the reader may not, even where it is there.
[[nodiscard]] std::vector<TranscriptPart> transcriptOf(const Exercise& exercise, const Lanes& lanes, Reader reader);

}  // namespace footbridge::practice
