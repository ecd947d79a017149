// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/watch_plan_parser.h"

#include "content/json_fields.h"

namespace footbridge::content {

WatchPlan parseWatchPlan(const Document& document) {
  const Json& root = document.root;
  const auto note = [](const Json& one) { return EvidenceNote{textAt(one, "key"), textAt(one, "text")}; };
  return {idAt<WatchPlanId>(root, "id"),  textAt(root, "title"),        textAt(root, "summary"),
          textsAt(root, "paragraphs"),    root.at("count").get<int>(),  root.at("talkMinutes").get<int>(),
          listAt(root, "evidence", note), textAt(root, "evidenceGrade")};
}

Problems checkWatchPlan(const WatchPlan& plan, const Document& document, std::string_view stem,
                        const EvidenceKeys& known) {
  Problems problems;
  if (plan.id.text() != stem) problems.push_back({Rule::NameIsNotFile, document.file, "/id", plan.id.text()});
  for (std::size_t i = 0; i < plan.evidence.size(); ++i) {
    if (known.contains(plan.evidence[i].key)) continue;
    problems.push_back(
        {Rule::EvidenceUnknown, document.file, "/evidence/" + std::to_string(i) + "/key", plan.evidence[i].key});
  }
  return problems;
}

}  // namespace footbridge::content
