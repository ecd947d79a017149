// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

#include "domain/exercise.h"
#include "domain/sitting_event.h"
#include "practice/screen.h"

namespace footbridge::practice {

// The way through an exercise, laid out before anybody walks it. Steps are given by their place in the exercise.

/// One partner alone with the laptop; everything in it goes to that partner's own lane.
struct TurnStage {
  enum class Frame : std::uint8_t {
    HandedOver,   ///< between two hand-overs
    Alone,        ///< a whole exercise for one
    OwnLook,      ///< one's own weekly look
    EarlierLook,  ///< an own look that was done before this joint one
  };
  PartnerId whose = PartnerId::A;
  Frame frame = Frame::HandedOver;
  std::vector<std::size_t> steps;
  std::vector<std::size_t> reveals;  ///< what is looked over once the steps are done
  Viewer next = Viewer::Both;        ///< who comes after
  bool shortForm = false;
};
/// The hand-over to both.
struct TogetherStage {
  std::size_t before = 0;  ///< the step that comes next
};
struct JointStage {
  std::size_t step = 0;
};
struct RevealStage {
  std::size_t step = 0;
};
struct TalkStage {
  std::size_t speak = 0;
  std::optional<std::size_t> reflect;
  PartnerId opener = PartnerId::A;
  int turns = 2;
};
using Stage = std::variant<TurnStage, TogetherStage, JointStage, RevealStage, TalkStage>;

/// Which of the earlier looks were done in the short form; JointLook only.
struct ShortForms {
  bool a = false;
  bool b = false;
};

[[nodiscard]] std::vector<Stage> courseOf(const Exercise& exercise, const Begun& begun, ShortForms shortForms);

/// The lane that a stage is recorded in.
[[nodiscard]] VaultId laneOf(const Stage& stage);

}  // namespace footbridge::practice
