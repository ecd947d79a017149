// SPDX-License-Identifier: GPL-3.0-or-later
// An export with every kind of entry, event and answer in it keeps to docs/export.schema.json.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "catch.h"
#include "program.h"
#include "storage/shelf.h"

using namespace footbridge;
using namespace footbridge::cli_test;
using Json = nlohmann::json;

namespace {

std::vector<SittingEvent> everyEvent(EntryId entry) {
  const StepId step = *StepId::from("step");
  const ItemId item = *ItemId::from("item");
  const Agreement agreement{"supper without screens", AgreementWho::B,      "Wednesday",
                            parseDay("2026-11-25"),   AgreementState::Kept, {}};
  const std::vector<Answer> answers = {
      std::monostate{},
      WrittenAnswer{"seen"},
      RatedAnswer{{{item, Score::from(4)}, {*ItemId::from("other"), std::nullopt}}},
      ChosenAnswer{{*CardId::from("one"), *CardId::from("two")}},
      AskAnswer{"the move", "worn out", "an hour"},
      MoveAnswer{"you go quiet", "I push", "alone"},
      AgreedAnswer{agreement},
      AgreedAnswer{},
      ReviewedAnswer{{{entry, AgreementState::Changed}}},
      CloseAnswer{{"a", ""}, {"", "b"}},
  };
  std::vector<SittingEvent> events;
  for (const Answer& answer : answers) events.emplace_back(Answered{step, answer});
  events.insert(events.end(), {Passed{step}, WentBack{step}, TurnEnded{}, TurnBegun{}, CameTogether{},
                               Spoke{step, 1, 90}, Reflected{step, 1, Verdict::Nearly}, Left{},
                               LookedOver{step, {{{step, item}, true, WrittenAnswer{"less"}}, {{step, {}}, false, {}}}},
                               Revealed{step, {{PartnerId::B, {step, {}}, WrittenAnswer{"seen"}}}}});
  return events;
}

void fill(const std::string& file, const std::filesystem::path& state) {
  storage::ShelfOptions options;
  options.stateFolder = state;
  auto journal = storage::FileShelf(options).createSealed(file, *PartnerName::from("Alex"), PartnerName::from("Sam"));
  REQUIRE(journal.ok());
  const auto note = (*journal)->add(VaultId::Ours, std::nullopt, Note{"both of us"});
  REQUIRE(note.ok());
  const auto gone = (*journal)->add(VaultId::Ours, PartnerId::A, Note{"not for long"});
  REQUIRE(gone.ok());
  REQUIRE((*journal)->remove(gone->id).ok());
  REQUIRE((*journal)->add(VaultId::Ours, PartnerId::A, Agreement{"tea", AgreementWho::Both, "", {}, {}, {}}).ok());
  Begun begun{*ExerciseId::from("strengths"),
              "f",
              "",
              SittingMode::Together,
              PartnerId::A,
              *parseDay("2026-11-23"),
              {},
              {},
              false};
  const auto watched =
      (*journal)->add(VaultId::Ours, PartnerId::B,
                      Viewing{"The long way up",
                              PartnerId::B,
                              parseDay("2026-11-20"),
                              {},
                              WatchPlanId::from("five-over-a-month"),
                              {{DrawnCard{*DeckId::from("watch-after"), *CardId::from("reached")}, "", {}},
                               {{}, "we both cried", parseDay("2026-11-23")}}});
  REQUIRE(watched.ok());
  begun.about = watched->id;
  const auto sitting = (*journal)->begin(VaultId::Ours, begun);
  REQUIRE(sitting.ok());
  REQUIRE((*journal)->append(*sitting, VaultId::Ours, everyEvent(note->id)).ok());
}

/// What the schema says against the document; empty when nothing.
std::string complaints(const Json& schemaText, const Json& document) {
  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schemaText), schema);
  valijson::ValidationResults results;
  valijson::Validator validator;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results)) return {};
  std::string text;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& part : error.context) text += part;
    text += ": " + error.description + '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("Every kind of entry is exported as the schema says") {
  const Home home;
  const std::string file = home.file("couple.footbridge");
  fill(file, home.file("state"));
  const Outcome exported = home.run({"export", file, "--format", "json", "--output", "-"});
  CHECK(isOneLine(exported.err));
  CHECK(exported.err.find("anyone can read it") != std::string::npos);
  REQUIRE(exported.code == 0);
  const Json document = Json::parse(exported.out);
  const Json schema = Json::parse(contentsOf(FOOTBRIDGE_DOCS "/export.schema.json"));
  CHECK(complaints(schema, document).empty());

  std::set<std::string> kinds;
  for (const Json& entry : document.at("entries")) {
    const Json& revision = entry.at("revisions").back();
    kinds.insert(revision.at("kind"));
    if (revision.at("kind") != "event") continue;
    kinds.insert(revision.at("event").at("kind"));
    if (revision.at("event").contains("answer"))
      kinds.insert("answer " + revision.at("event").at("answer").at("kind").get<std::string>());
  }
  CHECK(kinds.size() == 5 + 12 + 9);

  // The schema can refuse: each of these takes one thing away from what it asks for.
  for (const std::string path : {"/reader", "/partners/0/colour", "/entries/0/made", "/entries/0/revisions", "/part",
                                 "/entries/0/revisions/0/kind"}) {
    Json bad = document;
    bad[Json::json_pointer(path)] = 7;
    CAPTURE(path);
    CHECK_FALSE(complaints(schema, bad).empty());
  }
  const Outcome listed = home.run({"list", file});
  CHECK(listed.out.find("supper without screens") != std::string::npos);
  CHECK(listed.out.find("A line that is gone: 4, from 0 to 6") != std::string::npos);
  CHECK(listed.out.find("The long way up") != std::string::npos);
  CHECK(listed.out.find("Suggested by Sam · on the list since ") != std::string::npos);
  CHECK(home.run({"search", file, "cried"}).out.find("The long way up") != std::string::npos);
}
