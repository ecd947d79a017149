// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody takes along to read: said by whom, and to which question, with the exercises that ship.
#include <algorithm>
#include <memory>
#include <regex>

#include "catch.h"
#include "content/folder_catalog.h"
#include "domain/exchange.h"
#include "domain/ports.h"
#include "storage/day_words.h"
#include "storage/desk.h"
#include "storage/samples.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

content::FolderCatalog& shipped() {
  static content::FolderCatalog catalog(std::filesystem::path(FOOTBRIDGE_CONTENT) / "en");
  return catalog;
}

/// With one exercise, or none, and no decks.
class BareCatalog : public Catalog {
 public:
  std::shared_ptr<const Exercise> only;

  Result<std::vector<ExerciseSummary>> exercises() override { return std::vector<ExerciseSummary>(); }
  Result<std::shared_ptr<const Exercise>> exercise(const ExerciseId& id) override {
    if (!only || only->id != id) return Error{ErrorKind::NotFound, id.text()};
    return only;
  }
  Result<std::shared_ptr<const Exercise>> weeklyLook() override { return Error{ErrorKind::NotFound, "weekly look"}; }
  Result<std::vector<HelpLine>> helpLines() override { return std::vector<HelpLine>(); }
  Result<std::vector<EvidenceSource>> evidence() override { return std::vector<EvidenceSource>(); }
};

/// Without the days and times it was written, which are those of whatever zone the computer is in.
std::string taken(SealedJournal& journal, Reader reader, ExportPart part = ExportPart::Everything,
                  ExportFormat format = ExportFormat::Markdown, Catalog& catalog = shipped()) {
  const auto text = journal.exchange()->exported({format, reader, part, &catalog});
  REQUIRE(text.ok());
  const std::string timeless = std::regex_replace(*text, std::regex(R"(, \d\d:\d\d|,"\d\d:\d\d")"), "");
  return std::regex_replace(timeless, std::regex(R"(## [A-Z][a-z]+, \d+ November 2026)"), "## A day");
}

bool has(const std::string& text, const std::string& part) {
  UNSCOPED_INFO("wanted: " << part << "\nin:\n" << text);
  return text.find(part) != std::string::npos;
}

std::size_t countOf(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

Begun begunOf(const char* id, SittingMode mode, PartnerId first = A) {
  Begun begun = storage::test::begun(mode, first);
  begun.exercise = exercise(id);
  return begun;
}

OpenedLine opened(PartnerId who, const char* of, Answer answer, std::optional<ItemId> line = {}) {
  return {who, {step(of), std::move(line)}, std::move(answer)};
}

RatedAnswer mark(const char* of, std::optional<int> mark) {
  return {{{item(of), mark ? Score::from(*mark) : std::nullopt}}};
}

Agreement stepFrom(SittingId sitting, AgreementState state) {
  return {"Tea at nine, no phones", AgreementWho::Both, "after supper", day(2026, 12, 1), state, sitting};
}

/// An evening of two: guesses, a reveal, a small step that was kept since, and the end.
SittingId anEvening(SealedJournal& journal) {
  protectBoth(journal);
  const SittingId id = journal.begin(VaultId::Ours, begunOf("what-i-count-on", SittingMode::Together)).value();
  const ChosenAnswer fair{{card("keeps-calm")}}, word{{card("keeps-word"), card("patient")}};
  REQUIRE(journal
              .append(id, VaultId::A,
                      {Answered{step("picked"), fair}, Answered{step("guess"), word},
                       Answered{step("scene"), WrittenAnswer{"\n  \nSECRET of Alex\n\n"}}})
              .ok());
  REQUIRE(journal.append(id, VaultId::B, {Answered{step("picked"), word}, Answered{step("guess"), fair}}).ok());
  REQUIRE(journal
              .append(id, VaultId::Ours,
                      {Revealed{step("open"),
                                {opened(A, "picked", fair), opened(B, "picked", word), opened(A, "guess", word),
                                 opened(B, "scene", WrittenAnswer{"   "})}}})
              .ok());
  REQUIRE(journal
              .append(id, VaultId::Ours,
                      {Answered{step("room-for-it"), AgreedAnswer{stepFrom(id, AgreementState::Open)}}},
                      {.added = {stepFrom(id, AgreementState::Open)}})
              .ok());
  REQUIRE(journal
              .append(id, VaultId::Ours,
                      {Answered{step("end"), CloseAnswer{{"that you are worn out", ""}, {"", "how calm you stayed"}}}})
              .ok());
  for (const Entry& entry : journal.entries(Reader::OursAlone)) {
    if (std::holds_alternative<Agreement>(entry.body))
      REQUIRE(journal.revise(entry.id, stepFrom(id, AgreementState::Kept)).ok());
  }
  return id;
}

EntryId agreementIn(const SealedJournal& journal, Reader reader) {
  for (const Entry& entry : journal.entries(reader)) {
    if (std::holds_alternative<Agreement>(entry.body)) return entry.id;
  }
  FAIL("no agreement");
  return *EntryId::from(1);
}

}  // namespace

TEST_CASE("A day is said in words", "[exchange]") {
  CHECK(dayWords(day(2026, 12, 1)) == "1 December 2026");
  CHECK(longDayWords(day(2026, 10, 6)) == "Tuesday, 6 October 2026");
  CHECK(longDayWords(day(2028, 2, 29)) == "Tuesday, 29 February 2028");
  CHECK(longDayWords(day(2026, 2, 30)) == dayWords(Day{}));
}

TEST_CASE("A copy to read says who said what, and to which question", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  anEvening(*journal);
  const std::string text = taken(*journal, Reader::B);
  CHECK(text.starts_with("# Alex and Sam\n\nNot included: what Alex keeps for themselves, if anything.\n\n## "));
  CHECK(has(text,
            "## A day\n\n### What I count on\n\n**What I count on in Alex**  \n"
            "Sam, in their own vault\n\n> Keeps a promise  \n> Has patience  \n\n"
            "**My guess: what Alex counts on in me**  \n"
            "Sam, a guess, in their own vault\n\n> Keeps calm  \n\n"
            "**Read how you are seen**  \nTogether, opened to each other, in ours\n\n"
            "_What I count on in Sam_, from Alex:\n\n> Keeps calm  \n\n"
            "_What I count on in Alex_, from Sam:\n\n> Keeps a promise  \n> Has patience  \n\n"
            "_My guess: what Sam counts on in me_, a guess by Alex:\n\n> Keeps a promise  \n> Has patience  \n\n"
            "**Room for a strength**  \nTogether, in ours\n\n> Tea at nine, no phones  \n"
            "> Both of you · after supper · to look back on 1 December 2026 · kept  \n\n"
            "**One thing to keep**  \nTogether, in ours\n\n"
            "> Alex heard: that you are worn out  \n> Sam appreciated: how calm you stayed  \n"));
  CHECK(countOf(text, "Tea at nine") == 1);
  CHECK_FALSE(has(text, "SECRET"));
  CHECK(countOf(text, "###") == 1);
}

TEST_CASE("As a table each line has its question, its writer and its mark", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  anEvening(*journal);
  const std::string text = taken(*journal, Reader::B, {}, ExportFormat::Csv);
  CHECK(has(text,
            "\"Sam\",\"guess\",\"What I count on\",\"My guess: what Alex counts on in me\",\"Keeps calm\",\"\","
            "\"Sam’s vault\",\"\"\r\n"));
  CHECK(has(text, "\"Alex\",\"opened\",\"What I count on\",\"What I count on in Sam\",\"Keeps calm\",\"\",\"ours\","));
  CHECK(has(text, "\"Alex\",\"guess, opened\",\"What I count on\",\"My guess: what Sam counts on in me\","));
  CHECK(has(text,
            "\"both\",\"answer\",\"What I count on\",\"One thing to keep\",\"Sam appreciated: how calm you "
            "stayed\",\"\",\"ours\",\"\"\r\n"));
  CHECK(countOf(text, "Tea at nine") == 1);
  CHECK(countOf(text, "\r\n") == 13);
  CHECK_FALSE(has(text, "SECRET"));
}

TEST_CASE("One's own part keeps the titles and questions of what was done together, and nothing of ours",
          "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  anEvening(*journal);
  REQUIRE(journal->add(VaultId::Ours, PartnerId::B, note("for both of us")).ok());
  const std::string text = taken(*journal, Reader::B, ExportPart::Own);
  CHECK(text ==
        "# Sam\n\nNot included: what is in ours, and what Alex keeps for themselves, if anything.\n\n"
        "## A day\n\n### What I count on\n\n**What I count on in Alex**  \n"
        "Sam, in their own vault\n\n> Keeps a promise  \n> Has patience  \n\n"
        "**My guess: what Alex counts on in me**  \nSam, a guess, in their own vault\n\n> Keeps calm  \n");
  const std::string table = taken(*journal, Reader::B, ExportPart::Own, ExportFormat::Csv);
  CHECK(countOf(table, "\r\n") == 4);
  CHECK(countOf(table, "\"What I count on\"") == 3);
  const std::string ours = taken(*journal, Reader::B, ExportPart::Ours);
  CHECK(has(ours, "Not included: what Alex and Sam each keep for themselves, if anything."));
  CHECK_FALSE(has(ours, "own vault"));
  CHECK(has(ours, "### What I count on\n\n**Read how you are seen**"));
}

TEST_CASE("Marks are read with the words of their scale, and a look back with what it looks back on", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  anEvening(*journal);
  const SittingId id = journal->begin(VaultId::Ours, begunOf("weekly-look", SittingMode::Together)).value();
  const EntryId kept = agreementIn(*journal, Reader::OursAlone);
  REQUIRE(journal
              ->append(id, VaultId::Ours,
                       {Answered{step("last-time"), ReviewedAnswer{{{kept, AgreementState::Kept},
                                                                    {*EntryId::from(5), AgreementState::Dropped}}}},
                        Revealed{step("side"),
                                 {opened(B, "lines", mark("told", 4), item("told")),
                                  opened(B, "lines", mark("noticed", 3), item("noticed")),
                                  opened(B, "lines", mark("fitting", std::nullopt), item("fitting")),
                                  opened(B, "lines", mark("close", 3), item("close")),
                                  opened(B, "lines", mark("heavy", 5), item("heavy")),
                                  opened(B, "lines", mark("from-before", 5), item("from-before")),
                                  opened(A, "needed", WrittenAnswer{"A night to myself"})}}})
              .ok());
  const std::string text = taken(*journal, Reader::A);
  CHECK(has(text,
            "### Weekly look\n\n**Since last time**  \nTogether, in ours\n\n> Kept: Tea at nine, no phones  \n"
            "> Let go: a step that is no longer here  \n"));
  CHECK(has(text,
            "_My last seven days_, from Sam:\n\n"
            "> I told Alex about something Alex does well: 4 · mostly true  \n"
            "> Alex noticed something good that I did: 3 · between a little true and mostly true  \n"
            "> The help I got was the kind I wanted: did not come up  \n"
            "> How close did you feel to Alex? 3 · in between  \n"
            "> How heavy was life outside the two of you? 5 · nearer to “very heavy”  \n"
            "> A line that is gone: 5, from 0 to 6  \n\n"
            "_What would do me good in the week ahead_, from Alex:\n\n> A night to myself  \n"));
  const std::string table = taken(*journal, Reader::A, {}, ExportFormat::Csv);
  CHECK(has(table, "\"How close did you feel to Alex? 3 · in between\",\"3\",\"ours\","));
  CHECK(has(table, "did not come up\",\"\",\"ours\","));
}

TEST_CASE("A step that was changed or taken back since stands by itself as well", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  const SittingId id = anEvening(*journal);
  const EntryId kept = agreementIn(*journal, Reader::OursAlone);
  SECTION("put otherwise") {
    Agreement otherwise = stepFrom(id, AgreementState::Changed);
    otherwise.what = "Coffee at ten";
    REQUIRE(journal->revise(kept, otherwise).ok());
    const std::string text = taken(*journal, Reader::A);
    CHECK(has(text, "> Tea at nine, no phones  \n> Both of you · after supper · to look back on 1 December 2026  \n"));
    CHECK(has(text,
              "### Agreement\n\nTogether, in ours\n\n> Coffee at ten  \n> Both of you · after supper · to look "
              "back on 1 December 2026 · changed  \n"));
  }
  SECTION("deleted") {
    REQUIRE(journal->remove(kept).ok());
    const std::string text = taken(*journal, Reader::A);
    CHECK(has(text, "> Tea at nine, no phones  \n> Both of you · after supper · to look back on 1 December 2026  \n"));
    CHECK_FALSE(has(text, "### Agreement"));
  }
}

TEST_CASE("Whoever is alone reads of themselves, and of nobody who is not there", "[exchange]") {
  Desk desk;
  auto journal = desk.createAlone();
  CHECK(taken(*journal, Reader::A) == "# Alex\n\nEverything is included.\n\nThere is nothing here to read.\n");
  REQUIRE(journal->protect(A, secret(kAlex)).ok());
  const SittingId id = journal->begin(VaultId::A, begunOf("weekly-look", SittingMode::OwnLook)).value();
  REQUIRE(journal
              ->append(id, VaultId::A,
                       {Answered{step("lines"), mark("told", 6)}, Answered{step("appreciated"), WrittenAnswer{"tea"}},
                        Answered{step("needed"), WrittenAnswer{}},
                        Answered{step("next"), AgreedAnswer{stepFrom(id, AgreementState::Open)}}},
                       {.added = {stepFrom(id, AgreementState::Open)}})
              .ok());
  const bool isOwn = GENERATE(false, true);
  const std::string text = taken(*journal, Reader::A, isOwn ? ExportPart::Own : ExportPart::Everything);
  CHECK(text ==
        "# Alex\n\nEverything is included.\n\n## A day\n\n### Weekly look\n\n"
        "**My last seven days**  \nAlex, in their own vault\n\n"
        "> I told my partner about something my partner does well: 6 · very true  \n\n"
        "**What my partner did that I was glad of**  \nAlex, in their own vault\n\n> tea  \n\n"
        "**One small step, or none**  \nAlex, in their own vault\n\n> Tea at nine, no phones  \n"
        "> After supper · to look back on 1 December 2026 · still open  \n");
}

TEST_CASE("What was kept with somebody who has left is not told of whoever joined since", "[exchange][join]") {
  Desk desk;
  auto journal = desk.create();
  anEvening(*journal);
  Viewing film{"A film", B, day(2026, 11, 1), day(2026, 11, 20), {}, {}};
  REQUIRE(journal->add(VaultId::Ours, A, film).ok());
  Agreement theirs = agreement();
  theirs.who = AgreementWho::B;
  REQUIRE(journal->add(VaultId::Ours, std::nullopt, theirs).ok());
  REQUIRE(journal->erase(B).ok());
  REQUIRE(journal->join(name("Chris")).ok());
  const std::string before = taken(*journal, Reader::A);
  CHECK(has(before, "What I count on in my partner"));
  CHECK(has(before, "Suggested by your partner"));
  CHECK(has(before, "> Your partner · after supper"));
  CHECK(countOf(before, "Chris") == 2);  // in the title, and as who keeps what is not included
  for (const Entry& entry : journal->entries(Reader::A)) CHECK(entry.ofBefore);
  for (const SittingSummary& sitting : journal->sittings(Reader::A)) CHECK(sitting.ofBefore);
  film.title = "Another film";
  REQUIRE(journal->add(VaultId::Ours, A, film).ok());
  REQUIRE(journal->add(VaultId::A, A, note("mine")).ok());
  journal.reset();
  journal = desk.open();
  REQUIRE(journal->unlock(A, secret(kAlex)).ok());
  CHECK(has(taken(*journal, Reader::A), "Suggested by Chris"));
  const std::string table = taken(*journal, Reader::A, {}, ExportFormat::Csv);
  CHECK(has(table, "Suggested by your partner"));
  CHECK(std::ranges::count_if(journal->entries(Reader::A), [](const Entry& each) { return !each.ofBefore; }) == 2);
}

TEST_CASE("Of an exercise that is not there any more the words stay, and nothing goes by its id", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  anEvening(*journal);
  REQUIRE(journal->add(VaultId::Ours, std::nullopt, viewing()).ok());
  BareCatalog catalog;
  SECTION("the exercise") {
    const std::string text = taken(*journal, Reader::B, {}, ExportFormat::Markdown, catalog);
    CHECK(has(text, "### An exercise that is no longer here\n\nSam, in their own vault\n\n> A card that is gone  \n"));
    CHECK(has(text, "Together, opened to each other, in ours\n\nFrom Alex:\n\n> A card that is gone  \n"));
    CHECK(has(text, "> Alex heard: that you are worn out  \n"));
    CHECK(has(text,
              "### Watched together\n\n**The café at the \"end\" of the line**  \nTogether, in ours\n\n"
              "> Suggested by Sam · seen on 20 November 2026  \n> On 20 November 2026:  \n"
              "> A card that is gone  \n> nobody \xF0\x9F\x8C\xA7  \n> at first  \n> A card that is gone  \n"
              "> On 21 November 2026:  \n> and then we laughed  \n"));
    for (const char* id : {"what-i-count-on", "picked", "keeps-", "watch-after"}) CHECK_FALSE(has(text, id));
  }
  SECTION("some of its steps") {
    Exercise left = *shipped().exercise(exercise("what-i-count-on")).value();
    std::erase_if(left.steps, [](const Step& one) { return one.id == step("guess") || one.id == step("open"); });
    catalog.only = std::make_shared<const Exercise>(std::move(left));
    const std::string text = taken(*journal, Reader::B, {}, ExportFormat::Markdown, catalog);
    CHECK(has(text, "**From an earlier version**  \nSam, in their own vault\n\n> A card that is gone  \n"));
    CHECK(has(text,
              "**From an earlier version**  \nTogether, opened to each other, in ours\n\n"
              "_What I count on in Sam_, from Alex:\n\n> Keeps calm  \n"));
  }
}

TEST_CASE("What was begun from something to watch says so", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  Begun begun = begunOf("what-i-count-on", SittingMode::Together);
  begun.about = journal->add(VaultId::Ours, std::nullopt, viewing())->id;
  const SittingId id = journal->begin(VaultId::Ours, begun).value();
  CHECK_FALSE(has(taken(*journal, Reader::A), "### What I count on"));  // nothing is written there yet
  REQUIRE(journal->append(id, VaultId::Ours, {Answered{step("end"), CloseAnswer{{"all of it", ""}, {}}}}).ok());
  CHECK(has(taken(*journal, Reader::A),
            "### What I count on (from watching “The café at the \"end\" of the line”)\n\n**One thing to keep**"));
}

TEST_CASE("Two of one name are told apart as on screen", "[exchange]") {
  Desk desk;
  auto journal = desk.shelf().createSealed(desk.file("same.footbridge"), name("Alex"), name("Alex"));
  REQUIRE(journal.ok());
  REQUIRE((*journal)->add(VaultId::Ours, PartnerId::B, note("hello")).ok());
  const std::string text = taken(**journal, Reader::OursAlone);
  CHECK(has(text, "# Alex 1 and Alex 2\n"));
  CHECK(has(text, "Alex 2, in ours\n\n> hello  \n"));
}
