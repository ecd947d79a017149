// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/ids.h"

namespace footbridge {

enum class Practice : std::uint8_t { Strengths, Support, Safety, Conflict };
inline constexpr std::array kPractices{Practice::Strengths, Practice::Support, Practice::Safety, Practice::Conflict};

/// How near to the bone: 1 light, 2 personal, 3 tender.
enum class Depth : std::uint8_t { Light = 1, Personal = 2, Tender = 3 };

enum class Audience : std::uint8_t {
  Two,  ///< both partners, one laptop
  One,  ///< written for one person alone
};

enum class StepKind : std::uint8_t {
  Read,
  Settle,
  Rate,
  Choose,
  Guess,
  Write,
  Reveal,
  Speak,
  Reflect,
  Ask,
  Loop,
  Agree,
  Close
};

/// Each: both do it apart, in their own turns, and their answers are sealed. Both: done together, kept in *ours*.
enum class StepFor : std::uint8_t { Each, Both };

/// One card to pick: what it says, and a line of explanation that may be empty.
struct Card {
  CardId id;
  std::string text;
  std::string note;
  bool operator==(const Card&) const = default;
};

/// Cards of one kind, side by side on a wheel: the plain ones on the inner ring, their finer shades on the outer one.
struct CardFamily {
  std::string title;
  std::vector<CardId> inner;  ///< at least one, in their order round
  std::vector<CardId> outer;  ///< at least one
  bool operator==(const CardFamily&) const = default;
};

/// A set of cards that several exercises share.
struct Deck {
  DeckId id;
  std::string title;
  std::vector<Card> cards;
  std::vector<CardFamily> wheel{};  ///< every card once, or empty: the cards have no such order
};

/// One line to rate from 0 to 6.
struct RateItem {
  ItemId id;
  std::string text;
  std::string low;   ///< what 0 means, if not the step's own words
  std::string high;  ///< what 6 means
  bool mayNotComeUp = false;
  bool isPrivate = false;  ///< never opened, whatever anybody chooses
  bool inShortForm = true;
};

// What the thirteen kinds have of their own.
struct ReadStep {
  std::vector<std::string> paragraphs;
};
/// Paced breath: `breaths` times in and out.
struct SettleStep {
  int breaths = 4;
  int secondsIn = 4;
  int secondsOut = 6;
};
struct RateStep {
  std::vector<RateItem> items;             ///< at least one
  std::array<std::string, 4> scaleLabels;  ///< what 0, 2, 4 and 6 mean
};
/// Pick between `least` and `most` of the cards; with `ranked`, their order counts.
struct ChooseStep {
  std::vector<Card> cards;  ///< resolved from a deck where the file names one
  int least = 1;
  int most = 1;
  bool ranked = false;
  std::vector<CardFamily> wheel{};  ///< of the deck; every card once, or empty
};
/// The same form as the step it is about, filled in as the partner might.
struct GuessStep {
  StepId about;
};
struct WriteStep {};
struct RevealStep {
  std::vector<StepId> opens;  ///< earlier Each steps, in the order shown
};
/// Equal time: each speaks `seconds`, in turns, `rounds` times.
struct SpeakStep {
  int seconds = 120;
  int rounds = 1;
  std::vector<std::string> prompts;
};
/// Follows a Speak step and belongs to each of its turns: the listener says it back, the speaker confirms.
struct ReflectStep {};
struct AskStep {
  std::string happenedHint;
  std::string feelHint;
  std::string helpHint;
};
/// For Each: one's own move. For Both: the figure with the opened moves, and its name.
struct LoopStep {};
/// In how many days a small step can be looked back on, on screen and on paper.
inline constexpr std::array kLookBackDays{3, 7, 14, 30, 90};
/// A small step with who, when and a review date, or none. With `review`, what became of earlier ones instead.
struct AgreeStep {
  bool review = false;
  std::vector<std::string> suggestions;
  int lookBack = 7;  ///< in how many days to look back on it, unless they choose otherwise: one of kLookBackDays
};
struct CloseStep {};

/// In the order of StepKind.
using StepForm = std::variant<ReadStep, SettleStep, RateStep, ChooseStep, GuessStep, WriteStep, RevealStep, SpeakStep,
                              ReflectStep, AskStep, LoopStep, AgreeStep, CloseStep>;

/// One screen of an exercise. Texts may hold {me} and {partner}.
struct Step {
  StepId id;
  StepFor who = StepFor::Both;
  std::string title;
  std::string text;                   ///< the instruction; at most 60 words
  std::string outline;                ///< the line shown for it on the overview; empty: not listed apart
  int minutes = 0;                    ///< of the evening, both partners' turns counted together
  bool isPrivate = false;             ///< Each only: never opened
  std::vector<std::string> starters;  ///< first words for an empty page
  StepForm form;
  std::string caption = {};  ///< what its answers are, for others to read; empty: the title says it

  [[nodiscard]] StepKind kind() const { return static_cast<StepKind>(form.index()); }
  /// True for a kind that leaves an answer with words, marks or cards in it.
  [[nodiscard]] bool hasAnswer() const;
  /// What stands over its answers where they are read.
  [[nodiscard]] const std::string& heading() const { return caption.empty() ? title : caption; }
};

/// What to look out for, and a line to say then.
struct WatchFor {
  std::string sign;
  std::string say;
};

struct FacilitatorNotes {
  std::string aim;
  std::string mechanism;
  std::string forWhom;
  std::string notForWhom;
  std::string seating;
  std::vector<std::string> script;
  std::vector<WatchFor> watchFor;  ///< three
  std::string shorten;
  std::string stepDown;
  std::string badEnding;
  std::string home;
  std::string adaptations;
};

enum class GateOutcome : std::uint8_t {
  GoOn,   ///< this exercise fits
  Aside,  ///< something else fits better; the text says what
  Stop,   ///< no exercise now; the safety page is offered
};

/// Shown before a conflict or deep exercise begins; nothing of it is kept.
struct Gate {
  struct Choice {
    std::string text;
    GateOutcome outcome = GateOutcome::GoOn;
    std::string answer;
  };
  /// Another exercise, for both to see where this one does not come: the same whatever anybody picked.
  struct WayOn {
    std::string when;  ///< what it is for
    ExerciseId exercise;
  };
  std::string question;
  std::vector<Choice> choices;
  std::vector<WayOn> waysOn = {};
};

struct EvidenceNote {
  std::string key;   ///< an entry of the evidence base, such as "B3"
  std::string text;  ///< what was found and how sure it is, in our words
};

struct Exercise {
  ExerciseId id;
  std::optional<Practice> practice{};  ///< none for the weekly look
  Audience audience = Audience::Two;
  std::string title{};
  std::string summary{};  ///< what it is about, on the overview
  std::string why{};      ///< why this may help, in two or three sentences
  int minutes = 0;
  Depth depth = Depth::Light;
  std::string forWhom{};
  std::vector<std::string> notNow{};  ///< leave it for later if …
  std::vector<std::string> groundRules{};
  std::string keeps{};  ///< what is kept and who will see it
  std::optional<Gate> gate{};
  std::vector<EvidenceNote> evidence{};
  std::string evidenceGrade{};  ///< in words: "one trial of 120 couples"
  FacilitatorNotes facilitator{};
  std::string stepDown{};  ///< a gentler way, said to the partners
  std::string home{};      ///< a small thing to try at home
  std::vector<Step> steps{};
  std::string fingerprint{};  ///< hash of the file it came from, hex
  std::string source{};       ///< the file's text for a pack; empty for what ships

  /// Null when no step bears the id.
  [[nodiscard]] const Step* find(const StepId& step) const;
  [[nodiscard]] std::optional<std::size_t> indexOf(const StepId& step) const;
  /// The two open words to each other in it, which then stay in *ours*.
  [[nodiscard]] bool opensWords() const;
};

/// It can be offered to two of whom one may be afraid: it is for one person alone, or light and not about a conflict.
[[nodiscard]] bool isGentle(Audience audience, Depth depth, std::optional<Practice> practice);

/// Text with {me} and {partner} replaced.
[[nodiscard]] std::string withNames(std::string_view text, std::string_view me, std::string_view partner);

/// What a partner is called who has no name here: in what the reader says of themselves, in what is said to them, and
/// where either begins a sentence.
struct Somebody {
  std::string mine = "my partner";
  std::string yours = "your partner";
  std::string mineFirst = "My partner";
  std::string yoursFirst = "Your partner";
};
/// Text with {partner} replaced where there is nobody else; {me} stays. Names are written as their owners write them;
/// this is none, and a sentence that begins with it begins large.
[[nodiscard]] std::string aboutSomebody(std::string_view text, const Somebody& somebody = {});

// The words of the file format, which are also those of `content list`.
[[nodiscard]] std::string_view toText(Practice practice);
[[nodiscard]] std::string_view toText(StepKind kind);
[[nodiscard]] std::optional<Practice> parsePractice(std::string_view text);
[[nodiscard]] std::optional<StepKind> parseStepKind(std::string_view text);

}  // namespace footbridge
