// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/schema.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "content/document.h"
#include "schema_text.h"

namespace footbridge::content {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;
using Refusal = valijson::ValidationResults::Error;

/// What the library says, and which rule that is.
struct Saying {
  std::string_view start;
  Rule rule;
};
constexpr std::array kSayings{
    Saying{"Missing required property", Rule::KeyMissing},
    Saying{"Object contains a property", Rule::KeyUnknown},
    Saying{"Value type not permitted", Rule::WrongType},
    Saying{"Failed to match against any enum", Rule::NotInList},
    Saying{"Failed to match expected value", Rule::NotInList},
    Saying{"Failed to match regex", Rule::WrongPattern},
    Saying{"Array should contain no fewer", Rule::TooFew},
    Saying{"Array should contain no more", Rule::TooMany},
    Saying{"String should be no fewer", Rule::TooShort},
    Saying{"String should be no more", Rule::TooLong},
    Saying{"Expected number less than", Rule::TooLarge},
    Saying{"Expected number greater than", Rule::TooSmall},
    Saying{"Elements at indexes", Rule::SameTwice},
};

std::optional<Rule> ruleOf(std::string_view saying) {
  const auto found = std::find_if(kSayings.begin(), kSayings.end(),
                                  [saying](const Saying& known) { return saying.starts_with(known.start); });
  if (found == kSayings.end()) return std::nullopt;
  return found->rule;
}

/// The part between the first and the last quotation mark: the key it is about.
std::string quoted(const std::string& saying) {
  const std::size_t first = saying.find('\'');
  const std::size_t last = saying.rfind('\'');
  if (first == std::string::npos || last <= first + 1 || saying.find("'.", last) == std::string::npos) return {};
  const std::size_t start = saying.rfind('\'', last - 1);
  return saying.substr(start + 1, last - start - 1);
}

std::int64_t firstNumber(const std::string& saying) {
  const std::size_t start = saying.find_first_of("0123456789");
  return start == std::string::npos ? 0 : std::strtoll(saying.c_str() + start, nullptr, 10);
}

/// The library names a place as "<root>", "[steps]", "[0]".
std::string pointerOf(const std::vector<std::string>& context) {
  std::string pointer;
  for (const std::string& part : context) {
    if (part.size() < 2 || part.front() != '[') continue;
    pointer += "/" + part.substr(1, part.size() - 2);
  }
  return pointer.empty() ? "/" : pointer;
}

Problem toProblem(const Refusal& refusal, const std::string& file) {
  const Rule rule = ruleOf(refusal.description).value_or(Rule::AgainstSchema);
  Problem problem{rule, file, pointerOf(refusal.context)};
  const bool aboutKey = rule == Rule::KeyMissing || rule == Rule::KeyUnknown;
  if (aboutKey)
    problem.found = quoted(refusal.description);
  else
    problem.limit = firstNumber(refusal.description);
  return problem;
}

/// Our own schema, so it parses or the build is wrong.
struct CompiledSchema {
  explicit CompiledSchema(const char* text) {
    const nlohmann::json json = nlohmann::json::parse(text);
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(Adapter(json), schema);
  }
  valijson::Schema schema;
};

/// Compiled when first asked for, which takes longer than to check a file by it. Null for the made-up couple's words,
/// which have a reader of their own instead.
const valijson::Schema* schemaOf(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::Exercise: {
      static const CompiledSchema exercise(kExerciseSchema);
      return &exercise.schema;
    }
    case DocumentKind::Deck: {
      static const CompiledSchema deck(kDeckSchema);
      return &deck.schema;
    }
    case DocumentKind::HelpLines: {
      static const CompiledSchema helpLines(kHelpLinesSchema);
      return &helpLines.schema;
    }
    case DocumentKind::Evidence: {
      static const CompiledSchema evidence(kEvidenceSchema);
      return &evidence.schema;
    }
    case DocumentKind::Journey: {
      static const CompiledSchema journey(kJourneySchema);
      return &journey.schema;
    }
    case DocumentKind::WatchPlan: {
      static const CompiledSchema plan(kWatchPlanSchema);
      return &plan.schema;
    }
    case DocumentKind::Rehearsal:
      break;
  }
  return nullptr;
}

/// A refusal deep inside is repeated in general words by everything around it: the first kind is enough.
Problems precise(valijson::ValidationResults& results, const std::string& file) {
  Problems known;
  Problems general;
  Refusal refusal;
  while (results.popError(refusal)) {
    Problems& list = ruleOf(refusal.description) ? known : general;
    Problem problem = toProblem(refusal, file);
    if (std::find(list.begin(), list.end(), problem) == list.end()) list.push_back(std::move(problem));
  }
  return known.empty() ? general : known;
}

}  // namespace

Problems checkSchema(DocumentKind kind, const nlohmann::json& root, const std::string& file) {
  const valijson::Schema* schema = schemaOf(kind);
  if (schema == nullptr) return {};
  valijson::ValidationResults results;
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  if (validator.validate(*schema, Adapter(root), &results)) return {};
  Problems problems = precise(results, file);
  if (problems.empty()) problems.push_back({Rule::AgainstSchema, file, "/"});
  return problems;
}

}  // namespace footbridge::content
