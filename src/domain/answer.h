// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "domain/agreement.h"
#include "domain/ids.h"

namespace footbridge {

/// A mark from 0 (not true) to 6 (very true).
class Score {
 public:
  static constexpr int kLowest = 0;
  static constexpr int kHighest = 6;
  [[nodiscard]] static std::optional<Score> from(int mark) {
    if (mark < kLowest || mark > kHighest) return std::nullopt;
    return Score(mark);
  }
  [[nodiscard]] int mark() const { return m_mark; }
  auto operator<=>(const Score&) const = default;

 private:
  explicit Score(int mark) : m_mark(static_cast<std::uint8_t>(mark)) {}
  std::uint8_t m_mark;
};

/// A line that was rated; no score means "did not come up", which is missing and never 0.
struct Rating {
  ItemId item;
  std::optional<Score> score;
  bool operator==(const Rating&) const = default;
};

struct WrittenAnswer {
  std::string text;
  bool operator==(const WrittenAnswer&) const = default;
};
/// The rated lines alone, in the order of the step; a line left blank is absent.
struct RatedAnswer {
  std::vector<Rating> ratings;
  bool operator==(const RatedAnswer&) const = default;
};
/// In the order of rank where the step ranks, else in the order of the cards.
struct ChosenAnswer {
  std::vector<CardId> cards;
  bool operator==(const ChosenAnswer&) const = default;
};
/// A plain ask; "a no is okay" is part of every one and is no field.
struct AskAnswer {
  std::string happened;
  std::string feel;
  std::string help;
  bool operator==(const AskAnswer&) const = default;
};
/// One partner's own move in the loop.
struct MoveAnswer {
  std::string when;    ///< when I see or hear …
  std::string does;    ///< what I do
  std::string inside;  ///< what it is like underneath
  bool operator==(const MoveAnswer&) const = default;
};
/// What was agreed; none is a full answer.
struct AgreedAnswer {
  std::optional<Agreement> agreement;
  bool operator==(const AgreedAnswer&) const = default;
};
/// What became of earlier agreements.
struct ReviewedAnswer {
  std::vector<std::pair<EntryId, AgreementState>> outcomes;
  bool operator==(const ReviewedAnswer&) const = default;
};
/// One thing heard and one appreciated; index 0 is A's, 1 is B's; empty where somebody said it aloud only.
struct CloseAnswer {
  std::array<std::string, 2> heard;
  std::array<std::string, 2> appreciated;
  bool operator==(const CloseAnswer&) const = default;
};

/// What a step was answered with. monostate: a step without an answer (read, settle) was gone through.
using Answer = std::variant<std::monostate, WrittenAnswer, RatedAnswer, ChosenAnswer, AskAnswer, MoveAnswer,
                            AgreedAnswer, ReviewedAnswer, CloseAnswer>;

/// A line: the smallest part of an answer that can be opened or kept by itself: one rated item, or a whole step.
struct LineId {
  StepId step;
  std::optional<ItemId> item;
  auto operator<=>(const LineId&) const = default;
};

}  // namespace footbridge
