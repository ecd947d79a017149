// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "content/exercise_parser.h"
#include "content/json_fields.h"

namespace footbridge::content {

/// One step of a document that fits its schema.
class StepParser {
 public:
  StepParser(const FindDeck& findDeck, const std::string& file, Problems& problems)
      : m_findDeck(findDeck), m_file(file), m_problems(problems) {}

  [[nodiscard]] Step parse(const Json& json, const std::string& place);

 private:
  StepForm form(StepKind kind, const Json& json, const std::string& place);
  /// With the cards of the deck that the step names, or its own.
  ChooseStep choose(const Json& json, const std::string& place);

  const FindDeck& m_findDeck;
  const std::string& m_file;
  Problems& m_problems;
};

[[nodiscard]] Card parseCard(const Json& json);

}  // namespace footbridge::content
