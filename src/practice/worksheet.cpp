// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/worksheet.h"

namespace footbridge::practice {
namespace {

class SheetMaker {
 public:
  explicit SheetMaker(PartnerId whose) : m_whose(whose) {}

  void operator()(const TurnStage& turn) {
    if (turn.whose != m_whose) return;
    for (const std::size_t step : turn.steps) m_parts.push_back({step, m_whose, std::nullopt});
  }
  void operator()(const TogetherStage&) {}
  void operator()(const JointStage& joint) { m_parts.push_back({joint.step, std::nullopt, std::nullopt}); }
  void operator()(const RevealStage& reveal) { m_parts.push_back({reveal.step, std::nullopt, std::nullopt}); }
  void operator()(const TalkStage& talk) { m_parts.push_back({talk.speak, std::nullopt, talk}); }

  [[nodiscard]] std::vector<SheetPart> parts() && { return std::move(m_parts); }

 private:
  PartnerId m_whose;
  std::vector<SheetPart> m_parts;
};

}  // namespace

std::vector<SheetPart> sheetOf(const Exercise& exercise, PartnerId whose) {
  const bool forOne = exercise.audience == Audience::One;
  const Begun begun{.exercise = exercise.id,
                    .fingerprint = {},
                    .source = {},
                    .mode = forOne ? SittingMode::Alone : SittingMode::Together,
                    .first = forOne ? whose : PartnerId::A,
                    .day = {},
                    .lookOfA = {},
                    .lookOfB = {}};
  SheetMaker maker(whose);
  for (const Stage& stage : courseOf(exercise, begun, {})) std::visit(maker, stage);
  return std::move(maker).parts();
}

}  // namespace footbridge::practice
