// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/journey_parser.h"

#include "content/json_fields.h"

namespace footbridge::content {

Journey parseJourney(const Document& document) {
  const Json& root = document.root;
  const auto week = [](const Json& one) {
    return JourneyWeek{textAt(one, "title"), textAt(one, "text"), idAt<ExerciseId>(one, "together"),
                       idAt<ExerciseId>(one, "alone")};
  };
  return {idAt<JourneyId>(root, "id"), textAt(root, "title"),    textAt(root, "summary"), textsAt(root, "opening"),
          listAt(root, "weeks", week), textsAt(root, "closing"), textAt(root, "afterGap")};
}

Problems checkJourney(const Journey& journey, const Document& document, std::string_view stem,
                      const FindAudience& find) {
  Problems problems;
  if (journey.id.text() != stem) problems.push_back({Rule::NameIsNotFile, document.file, "/id", journey.id.text()});
  const auto expect = [&](const ExerciseId& id, Audience wanted, const std::string& place) {
    const auto audience = find(id);
    if (!audience) problems.push_back({Rule::ExerciseUnknown, document.file, place, id.text()});
    if (audience && *audience != wanted) problems.push_back({Rule::ExerciseForOthers, document.file, place, id.text()});
  };
  for (std::size_t i = 0; i < journey.weeks.size(); ++i) {
    const std::string place = "/weeks/" + std::to_string(i);
    expect(journey.weeks[i].together, Audience::Two, place + "/together");
    expect(journey.weeks[i].alone, Audience::One, place + "/alone");
  }
  return problems;
}

}  // namespace footbridge::content
