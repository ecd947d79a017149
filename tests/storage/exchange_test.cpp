// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/exchange.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "fakes/short_files.h"
#include "storage/desk.h"
#include "storage/export_text.h"
#include "storage/import_parser.h"
#include "storage/plain_words.h"
#include "storage/samples.h"
#include "storage/traces.h"

using namespace footbridge;
using namespace footbridge::storage;
using namespace footbridge::storage::test;

namespace {

std::string json(SealedJournal& journal, Reader reader, ExportPart part = ExportPart::Everything) {
  const auto text = journal.exchange()->exported({ExportFormat::Json, reader, part, nullptr});
  REQUIRE(text.ok());
  return *text;
}

/// Something of everything: revisions, deletions, sittings, a line taken back, characters of all sorts.
void fill(SealedJournal& journal) {
  REQUIRE(journal.protect(PartnerId::A, secret(kAlex)).ok());
  const EntryId first = journal.add(VaultId::Ours, PartnerId::B, note("one"))->id;
  REQUIRE(journal.add(VaultId::A, PartnerId::A, note(std::string("NUL \0 bidi \xE2\x80\xAE bell \a", 22))).ok());
  REQUIRE(journal.revise(first, note("one, again")).ok());
  REQUIRE(journal.revise(first, note("one, a third time")).ok());
  REQUIRE(journal.add(VaultId::Ours, std::nullopt, agreement()).ok());
  const EntryId watched = journal.add(VaultId::Ours, std::nullopt, viewing())->id;
  Viewing seen = viewing();
  seen.suggestedBy.reset();
  seen.plan.reset();
  seen.talks.clear();
  REQUIRE(journal.revise(watched, seen).ok());
  Begun about = begun(SittingMode::Together);
  about.about = watched;
  REQUIRE(journal.begin(VaultId::Ours, about).ok());
  const EntryId gone = journal.add(VaultId::Ours, PartnerId::A, note("never mind"))->id;
  REQUIRE(journal.remove(gone).ok());
  const EntryId erased = journal.add(VaultId::A, PartnerId::A, note("burn this"))->id;
  REQUIRE(journal.removeForGood(erased).ok());
  const SittingId sitting = journal.begin(VaultId::Ours, begun(SittingMode::Together)).value();
  std::vector<SittingEvent> events = everyEvent();
  std::erase_if(events, [](const SittingEvent& event) { return std::holds_alternative<Begun>(event); });
  REQUIRE(journal.append(sitting, VaultId::A, events).ok());
  REQUIRE(journal.append(sitting, VaultId::Ours, events).ok());
  REQUIRE(journal.takeBack(sitting, PartnerId::B, {{step("s2"), item("close")}}).ok());
  REQUIRE(journal.begin(VaultId::A, begun(SittingMode::OwnLook)).ok());
  REQUIRE(journal.add(VaultId::Ours, PartnerId::A, note("last")).ok());
}

std::string importInto(Desk& desk, const char* leaf, const std::string& text) {
  auto journal = desk.shelf().createSealed(desk.file(leaf), name("Alex"), name("Sam"));
  REQUIRE(journal.ok());
  REQUIRE((*journal)->protect(PartnerId::A, secret(kAlex)).ok());
  putBytes(desk.folder() / "out.json", text);
  const auto taken = (*journal)->exchange()->importFrom((desk.folder() / "out.json").string(), Reader::A);
  if (!taken) UNSCOPED_INFO(taken.error().place << ": " << taken.error().detail);
  REQUIRE(taken.ok());
  CHECK((taken->added > 0) == !(*journal)->entries(Reader::A).empty());
  const std::string back = json(**journal, Reader::A);
  const auto again = (*journal)->exchange()->importFrom((desk.folder() / "out.json").string(), Reader::A);
  REQUIRE(again.ok());
  CHECK(again->added == 0);
  CHECK(json(**journal, Reader::A) == back);
  CHECK((*journal)->verify().sound());
  journal->reset();
  auto reopened = desk.shelf().openSealed(desk.file(leaf));
  REQUIRE(reopened.ok());
  REQUIRE((*reopened)->unlock(PartnerId::A, secret(kAlex)).ok());
  CHECK(json(**reopened, Reader::A) == back);
  return back;
}

}  // namespace

TEST_CASE("Out, in and out again is the same, byte for byte", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  fill(*journal);
  Partner moss = journal->partners()[0];
  moss.colour = PartnerColour::Moss;
  REQUIRE(journal->change(moss).ok());
  const std::string out = json(*journal, Reader::A);
  CHECK(out.find("never mind") == std::string::npos);
  CHECK(out.find("burn this") == std::string::npos);
  CHECK(out.find("one, again") != std::string::npos);
  CHECK(importInto(desk, "new.footbridge", out) == out);
  // Into the journal it came from: everything is there, and what was deleted can still be undone.
  putBytes(desk.folder() / "own.json", out);
  const auto taken = journal->exchange()->importFrom((desk.folder() / "own.json").string(), Reader::A);
  REQUIRE(taken.ok());
  CHECK(taken->added == 0);
  CHECK(json(*journal, Reader::A) == out);
  CHECK(journal->verify().sound());
}

TEST_CASE("What whoever is left alone takes along goes into a new journal of theirs, and out again the same",
          "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  fill(*journal);
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  REQUIRE(journal->add(VaultId::B, PartnerId::B, note("for Sam alone")).ok());
  REQUIRE(journal->add(VaultId::Ours, PartnerId::B, note("Sam's, for both")).ok());
  const bool isB = GENERATE(true, false);
  const PartnerId stays = isB ? PartnerId::B : PartnerId::A;
  REQUIRE(journal->erase(otherOf(stays)).ok());
  journal.reset();
  journal = desk.open();
  const char* const passphrase = isB ? kSam : kAlex;
  REQUIRE(journal->unlock(stays, secret(passphrase)).ok());
  const std::string out = json(*journal, readerOf(stays));
  putBytes(desk.folder() / "out.json", out);
  const std::string file = (desk.folder() / "out.json").string();

  auto fresh = desk.shelf().createSealed(desk.file("new.footbridge"), name(isB ? "Sam" : "Alex"), std::nullopt);
  REQUIRE(fresh.ok());
  REQUIRE((*fresh)->protect(PartnerId::A, secret(passphrase)).ok());
  const auto taken = (*fresh)->exchange()->importFrom(file, Reader::A);
  if (!taken) UNSCOPED_INFO(taken.error().place << ": " << taken.error().detail);
  REQUIRE(taken.ok());
  CHECK(taken->added > 0);
  CHECK(json(**fresh, Reader::A) == out);
  CHECK((*fresh)->verify().sound());
  (*fresh).reset();
  fresh = desk.shelf().openSealed(desk.file("new.footbridge"));
  REQUIRE((*fresh)->unlock(PartnerId::A, secret(passphrase)).ok());
  CHECK(json(**fresh, Reader::A) == out);
  // Where it came from has all of it already.
  const auto again = journal->exchange()->importFrom(file, readerOf(stays));
  REQUIRE(again.ok());
  CHECK(again->added == 0);
  CHECK(json(*journal, readerOf(stays)) == out);
}

TEST_CASE("What was joint before somebody new came goes out and in again with the rest of the one it was moved to",
          "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  fill(*journal);
  REQUIRE(journal->erase(PartnerId::B).ok());
  REQUIRE(journal->join(name("Kim")).ok());
  const std::string out = json(*journal, Reader::A);
  auto fresh = desk.shelf().createSealed(desk.file("new.footbridge"), name("Alex"), name("Kim"));
  REQUIRE(fresh.ok());
  REQUIRE((*fresh)->protect(PartnerId::A, secret(kAlex)).ok());
  putBytes(desk.folder() / "out.json", out);
  const auto taken = (*fresh)->exchange()->importFrom((desk.folder() / "out.json").string(), Reader::A);
  if (!taken) UNSCOPED_INFO(taken.error().place << ": " << taken.error().detail);
  REQUIRE(taken.ok());
  CHECK(json(**fresh, Reader::A) == out);
  CHECK((*fresh)->verify().sound());
}

TEST_CASE("Somebody's export from a journal of one goes to them in a journal of two, whichever they are there",
          "[exchange]") {
  Desk desk;
  auto alone = desk.shelf().createSealed(desk.file("alone.footbridge"), name("Sam"), std::nullopt);
  REQUIRE(alone.ok());
  REQUIRE((*alone)->protect(PartnerId::A, secret(kSam)).ok());
  REQUIRE((*alone)->add(VaultId::A, PartnerId::A, note("for Sam alone")).ok());
  putBytes(desk.folder() / "out.json", json(**alone, Reader::A));
  const std::string file = (desk.folder() / "out.json").string();
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  CHECK(kindOf(journal->exchange()->importFrom(file, Reader::A)) == ErrorKind::NotAllowed);
  REQUIRE(journal->exchange()->importFrom(file, Reader::B).ok());
  const auto entries = journal->entries(Reader::B);
  REQUIRE(entries.size() == 1);
  CHECK(entries.front().vault == VaultId::B);
  CHECK(entries.front().author == PartnerId::B);
  CHECK(journal->partners().front().name == name("Alex"));
}

TEST_CASE("An export comes home to its own people whatever they are called by now, and to nobody else", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  fill(*journal);
  const std::string out = json(*journal, Reader::A), own = json(*journal, Reader::A, ExportPart::Own);
  const auto rename = [&journal](std::size_t which, const char* to) {
    Partner partner = journal->partners()[which];
    partner.name = name(to);
    return journal->change(partner).ok();
  };
  const auto takeIn = [&](const std::string& text) {
    putBytes(desk.folder() / "out.json", text);
    return journal->exchange()->importFrom((desk.folder() / "out.json").string(), Reader::A);
  };
  SECTION("one of them") {
    REQUIRE(rename(1, "Samuel"));
  }
  SECTION("the other") {
    REQUIRE(rename(0, "Alexandra"));
  }
  SECTION("both, each to what the other was called") {
    REQUIRE(rename(0, "Sam"));
    REQUIRE(rename(1, "Alex"));
  }
  SECTION("nobody else") {
    REQUIRE(journal->erase(PartnerId::B).ok());
    REQUIRE(journal->join(name("Kim")).ok());
    const auto refused = takeIn(out);
    CHECK(kindOf(refused) == ErrorKind::NotAllowed);
    CHECK(refused.error().detail == "partners");
    CHECK(takeIn(own).ok());
    return;
  }
  const auto before = journal->partners();
  const std::string now = json(*journal, Reader::A);
  for (const std::string& text : {out, own}) {
    const auto taken = takeIn(text);
    if (!taken) UNSCOPED_INFO(taken.error().place << ": " << taken.error().detail);
    REQUIRE(taken.ok());
    CHECK(taken->added == 0);
  }
  CHECK(journal->partners() == before);
  CHECK(json(*journal, Reader::A) == now);
  CHECK(journal->verify().sound());
}

TEST_CASE("Whoever was left alone as B and changed their name takes in their own export", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->protect(PartnerId::B, secret(kSam)).ok());
  REQUIRE(journal->add(VaultId::B, PartnerId::B, note("for Sam alone")).ok());
  REQUIRE(journal->erase(PartnerId::A).ok());
  putBytes(desk.folder() / "out.json", json(*journal, Reader::B));
  Partner sam = journal->partners().front();
  sam.name = name("Samuel");
  REQUIRE(journal->change(sam).ok());
  const auto taken = journal->exchange()->importFrom((desk.folder() / "out.json").string(), Reader::B);
  if (!taken) UNSCOPED_INFO(taken.error().place << ": " << taken.error().detail);
  REQUIRE(taken.ok());
  CHECK(taken->added == 0);
}

TEST_CASE("An export is for one reader's eyes and says what is not in it", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  fill(*journal);
  REQUIRE(journal->add(VaultId::Ours, PartnerId::B, note("for both of us")).ok());
  const std::string sams = json(*journal, Reader::B);
  CHECK(sams.find("NUL") == std::string::npos);
  CHECK(sams.find("\"notIncluded\": [\n    \"A\"\n  ]") != std::string::npos);
  const std::string own = json(*journal, Reader::A, ExportPart::Own);
  CHECK(own.find("NUL") != std::string::npos);
  CHECK(own.find("for both of us") == std::string::npos);
  const std::string ours = json(*journal, Reader::A, ExportPart::Ours);
  CHECK(ours.find("NUL") == std::string::npos);
  CHECK(ours.find("for both of us") != std::string::npos);
  Exchange& exchange = *journal->exchange();
  CHECK(kindOf(exchange.exported({ExportFormat::Json, Reader::OursAlone, ExportPart::Own, nullptr})) ==
        ErrorKind::NotAllowed);
  journal.reset();
  journal = desk.open();
  CHECK(kindOf(journal->exchange()->exported({ExportFormat::Json, Reader::A, {}, nullptr})) == ErrorKind::Locked);
  CHECK(journal->exchange()->exported({ExportFormat::Json, Reader::B, {}, nullptr}).ok());
  // Another's own part cannot be taken in.
  putBytes(desk.folder() / "own.json", own);
  const auto refused = journal->exchange()->importFrom((desk.folder() / "own.json").string(), Reader::B);
  CHECK(kindOf(refused) == ErrorKind::NotAllowed);
  CHECK(refused.error().detail == "own part");
}

TEST_CASE("An import is taken in whole or not at all", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("first")).ok());
  REQUIRE(journal->add(VaultId::Ours, PartnerId::A, note("second")).ok());
  const std::string sound = json(*journal, Reader::OursAlone);
  const auto other = desk.shelf().createSealed(desk.file("b.footbridge"), name("Alex"), name("Sam"));
  REQUIRE(other.ok());
  const auto changed = [&sound](const std::string& from, const std::string& to) {
    std::string text = sound;
    const auto at = text.rfind(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
  };
  const auto withoutPartners = [&sound] {
    const std::string field = "\"partners\": [";
    const auto from = sound.find(field) + field.size();
    return std::string(sound).erase(from, sound.find(']', from) - from);
  };
  const std::vector<std::pair<std::string, std::string>> bad{
      {changed("\"second\"", "7"), "entries/1/revisions/0/text"},
      {withoutPartners(), "partners"},
      {changed("\"id\": \"B\"", "\"id\": \"A\""), "partners"},
      {changed("\"kind\": \"note\"", "\"kind\": \"poem\""), "entries/1/revisions/0/kind"},
      {changed("\"revision\": 1", "\"revision\": 0"), "entries/1/revisions/0/revision"},
      {changed("\"on\": []", "\"on\": [\"5\"]"), "entries/1/revisions/0/on"},
      {changed("\"text\"", "\"more\": 1, \"text\""), "entries/1/revisions/0/more"},
      {changed("\"author\": \"A\"", "\"author\": \"C\""), "entries/1/author"},
      {changed("\"vault\": \"ours\"", "\"vault\": \"B\""), "entries/1/author"},
      {changed("\"footbridgeExport\": 1", "\"footbridgeExport\": 2"), "footbridgeExport"},
      {changed("\"ember\"", "\"pink\""), "partners/0/colour"},
      {sound.substr(0, sound.size() / 2), "line "},
      {"", ""},
      {"[]", ""},
      {std::string(kMostImportBytes + 1, ' '), ""},
      {changed("\"second\"", std::string(100, '[') + std::string(100, ']')), ""},
      {changed("\"text\"", "\"text\": \"twice\", \"text\""), ""},
      {changed("\"second\"", "\"\xFF\""), "line "}};
  const std::string before = json(**other, Reader::OursAlone);
  for (const auto& [text, place] : bad) {
    INFO(place << " in " << text.substr(0, 1500));
    putBytes(desk.folder() / "bad.json", text);
    const auto refused = (*other)->exchange()->importFrom((desk.folder() / "bad.json").string(), Reader::A);
    CHECK(kindOf(refused) == ErrorKind::BadImport);
    if (refused.ok()) continue;
    CHECK(refused.error().place.starts_with(place));
    CHECK_FALSE(refused.error().detail.empty());
    CHECK(json(**other, Reader::OursAlone) == before);
  }
  // The journal itself, a folder, and nothing.
  CHECK(kindOf((*other)->exchange()->importFrom(desk.file("b.footbridge"), Reader::A)) == ErrorKind::BadImport);
  CHECK(kindOf((*other)->exchange()->importFrom(desk.folder().string(), Reader::A)) == ErrorKind::BadImport);
  CHECK(kindOf((*other)->exchange()->importFrom(desk.file("none"), Reader::A)) == ErrorKind::NotFound);
  CHECK((*other)->add(VaultId::Ours, PartnerId::A, note("still held")).ok());
  // People of other names.
  auto strangers = desk.shelf().createSealed(desk.file("c.footbridge"), name("Kim"), name("Lee"));
  REQUIRE(strangers.ok());
  REQUIRE((*strangers)->add(VaultId::Ours, PartnerId::A, note("ours")).ok());
  putBytes(desk.folder() / "sound.json", sound);
  const auto refused = (*strangers)->exchange()->importFrom((desk.folder() / "sound.json").string(), Reader::A);
  CHECK(kindOf(refused) == ErrorKind::NotAllowed);
  CHECK(refused.error().detail == "partners");
}

TEST_CASE("An exported file is its owner's, and never over another", "[exchange]") {
  Desk desk;
  const auto journal = desk.create();
  const ExportWish wish{};
  const std::string target = desk.file("out.json");
  REQUIRE(journal->exchange()->exportTo(target, wish).ok());
  using std::filesystem::perms;
  CHECK(std::filesystem::status(target).permissions() == (perms::owner_read | perms::owner_write));
  const std::string written = bytesIn(target);
  CHECK(kindOf(journal->exchange()->exportTo(target, wish)) == ErrorKind::AlreadyExists);
  CHECK(bytesIn(target) == written);
  CHECK(kindOf(journal->exchange()->exportTo(desk.file("no/out.json"), wish)) == ErrorKind::NotFound);
  CHECK(kindOf(journal->exchange()->exportTo(journal->path(), wish)) == ErrorKind::AlreadyExists);
  {
    const footbridge::test::ShortFiles most(10);
    CHECK(kindOf(journal->exchange()->exportTo(desk.file("long.json"), wish)) == ErrorKind::DiskFull);
  }
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(desk.folder())) ++files;
  CHECK(files == 3);  // the journal, the state folder, the export
}

TEST_CASE("No words can become markup, a link or a formula", "[exchange]") {
  CHECK(markdownLine("# no heading") == "\\# no heading");
  CHECK(markdownLine("- no item") == "\\- no item");
  CHECK(markdownLine("12. no item 3.") == "12\\. no item 3.");
  CHECK(markdownLine("1) no item (see 2)") == "1\\) no item (see 2)");
  CHECK(markdownLine("===") == "\\===");
  CHECK(markdownLine("    no code") == "\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0no code");
  CHECK(markdownLine("![a](b) <img src=x> `c` *d* _e_ ~f~ |g| &amp; \\h") ==
        "!\\[a\\](b) \\<img src=x\\> \\`c\\` \\*d\\* \\_e\\_ \\~f\\~ \\|g\\| \\&amp; \\\\h");
  CHECK(markdownLine("http://a.b") == "http:\xE2\x81\xA0//a.b");
  CHECK(markdownLine("www.a.b") ==
        "www.\xE2\x81\xA0"
        "a.b");
  CHECK(markdownLine("a@b.c :heart: at 10:30") ==
        "a@\xE2\x81\xA0"
        "b.c :\xE2\x81\xA0heart: at 10:30");
  CHECK(markdownLine(std::string("a\0b\xE2\x80\xAE", 6)) ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
  for (const char* formula : {"=1+1", "+1", "-1", "@x", "  =1", "\t=1",
                              "\xEF\xBC\x9D"
                              "1"})
    CHECK(csvCell(formula) == "\"'" + std::string(formula) + "\"");
  CHECK(csvCell("a \"b\", c") == "\"a \"\"b\"\", c\"");
  CHECK(csvCell("a\rb\nc") ==
        "\"a\xEF\xBF\xBD"
        "b c\"");
}

TEST_CASE("Markdown and CSV say the words of an evening", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  fill(*journal);
  const auto markdown = journal->exchange()->exported({ExportFormat::Markdown, Reader::A, {}, nullptr});
  REQUIRE(markdown.ok());
  for (const char* part : {"# Alex and Sam\n", " November 2026\n", "### Note\n", "> one, a third time  \n",
                           "### An exercise that is no longer here\n", "what Sam keeps for themselves, if anything",
                           "### Agreement\n", "in their own vault"}) {
    INFO(*markdown);
    CHECK(markdown->find(part) != std::string::npos);
  }
  CHECK(markdown->find("one, again") == std::string::npos);
  CHECK(markdown->find("never mind") == std::string::npos);
  CHECK(localTime(std::chrono::sys_days(day(2300, 6, 15))).starts_with("2300-06-1"));  // an import may say so
  const auto csv = journal->exchange()->exported({ExportFormat::Csv, Reader::A, {}, nullptr});
  REQUIRE(csv.ok());
  CHECK(csv->starts_with(
      "\"day\",\"time\",\"who\",\"what\",\"exercise\",\"about\",\"text\",\"mark\",\"kept in\",\"remark\"\r\n"));
  CHECK(csv->find("\"Sam\",\"note\",\"\",\"\",\"one, a third time\",\"\",\"ours\",\"\"\r\n") != std::string::npos);
}

TEST_CASE("An export that somebody edited deletes nothing for good, and what it deletes can be brought back",
          "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  const EntryId id = journal->add(VaultId::Ours, PartnerId::A, note("dear words"))->id;
  REQUIRE(journal->revise(id, note("dear words, again")).ok());
  auto edited = nlohmann::json::parse(json(*journal, Reader::OursAlone));
  auto& revisions = edited["entries"][0]["revisions"];
  REQUIRE(revisions.size() == 2);
  const bool isApart = GENERATE(false, true);
  const nlohmann::json stone{{"row", "77"},
                             {"revision", 3},
                             {"on", {revisions[isApart ? 0 : 1]["row"]}},
                             {"changed", revisions[1]["changed"]},
                             {"kind", "deleted"},
                             {"forGood", true}};
  SECTION("with the words beside it") {
    revisions.push_back(stone);
  }
  SECTION("without the words") {
    revisions = {stone};
  }
  putBytes(desk.folder() / "edited.json", edited.dump());
  const std::string file = (desk.folder() / "edited.json").string();
  const auto taken = journal->exchange()->importFrom(file, Reader::OursAlone);
  if (!taken) UNSCOPED_INFO(taken.error().place << ": " << taken.error().detail);
  REQUIRE(taken.ok());
  CHECK(journal->verify().sound());
  // What was made apart from what stands here takes nothing away.
  const std::vector<Removed> removed{{id, VaultId::Ours, false}};
  CHECK(taken->removed == (isApart ? std::vector<Removed>{} : removed));
  CHECK(journal->find(id, Reader::OursAlone).has_value() == isApart);
  if (!isApart) REQUIRE(journal->restore(id).ok());
  CHECK(std::get<Note>(journal->find(id, Reader::OursAlone)->body).text == "dear words, again");
  CHECK(journal->history(id, Reader::OursAlone)->size() >= 2);
  const auto again = journal->exchange()->importFrom(file, Reader::OursAlone);
  REQUIRE(again.ok());
  CHECK(again->removed.empty());
  CHECK(std::get<Note>(journal->find(id, Reader::OursAlone)->body).text == "dear words, again");
}

TEST_CASE("A copy that is joined deletes for good as before", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  const EntryId id = journal->add(VaultId::Ours, PartnerId::A, note("burn this"))->id;
  std::filesystem::copy_file(desk.file(), desk.file("copy.footbridge"));
  auto copy = desk.shelf().openSealed(desk.file("copy.footbridge"));
  REQUIRE(copy.ok());
  REQUIRE((*copy)->removeForGood(id).ok());
  copy->reset();
  REQUIRE(journal->exchange()->mergeFrom(desk.file("copy.footbridge"), {}).ok());
  CHECK_FALSE(journal->find(id, Reader::OursAlone));
  CHECK(journal->deleted(Reader::A)->empty());
  CHECK_FALSE(journal->restore(id).ok());
}

TEST_CASE(
    "What was deleted for good elsewhere comes in as such where nothing of it is here, and as undoable where it is",
    "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  const EntryId id = journal->add(VaultId::Ours, PartnerId::A, note("first thoughts"))->id;
  std::filesystem::copy_file(desk.file(), desk.file("copy.footbridge"));
  REQUIRE(journal->removeForGood(id).ok());
  const std::string out = json(*journal, Reader::OursAlone);
  CHECK(importInto(desk, "new.footbridge", out).find("\"forGood\": true") != std::string::npos);
  auto copy = desk.shelf().openSealed(desk.file("copy.footbridge"));
  REQUIRE(copy.ok());
  const auto taken = (*copy)->exchange()->importFrom((desk.folder() / "out.json").string(), Reader::OursAlone);
  REQUIRE(taken.ok());
  CHECK(taken->added == 0);
  CHECK(taken->removed == std::vector<Removed>{{id, VaultId::Ours, false}});
  CHECK((*copy)->entries(Reader::OursAlone).empty());
  CHECK((*copy)->deleted(Reader::A)->size() == 1);
  REQUIRE((*copy)->restore(id).ok());
  CHECK((*copy)->entries(Reader::OursAlone).size() == 1);

  // Taken in again, it takes nothing away that was brought back.
  const auto again = (*copy)->exchange()->importFrom((desk.folder() / "out.json").string(), Reader::OursAlone);
  REQUIRE(again.ok());
  CHECK(again->removed.empty());
  CHECK((*copy)->entries(Reader::OursAlone).size() == 1);
}

TEST_CASE("Words that were taken back elsewhere leave the file with an import, and no export has them", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  const SittingId sitting = journal->begin(VaultId::Ours, begun(SittingMode::Together)).value();
  const LineId line{step("s1"), std::nullopt};
  REQUIRE(journal
              ->append(sitting, VaultId::Ours,
                       {Revealed{step("r"),
                                 {{PartnerId::A, line, WrittenAnswer{"taken back later"}},
                                  {PartnerId::B, line, WrittenAnswer{"this one stays"}}}}})
              .ok());
  std::filesystem::copy_file(desk.file(), desk.file("copy.footbridge"));
  const std::string before = json(*journal, Reader::OursAlone);
  REQUIRE(journal->takeBack(sitting, PartnerId::A, {line}).ok());
  const std::string out = json(*journal, Reader::OursAlone);
  CHECK(out.find("taken back later") == std::string::npos);
  putBytes(desk.folder() / "out.json", out);
  putBytes(desk.folder() / "before.json", before);
  const std::string file = desk.file("copy.footbridge");
  auto gone = boxesIn(file, "rec");
  auto copy = desk.shelf().openSealed(file);
  REQUIRE(copy.ok());
  const auto import = [&](const char* leaf) {
    return (*copy)->exchange()->importFrom((desk.folder() / leaf).string(), Reader::OursAlone);
  };
  SECTION("Nothing but the words of that line can be changed") {
    std::string edited = out;
    edited.replace(edited.find("this one stays"), 14, "something else");
    putBytes(desk.folder() / "out.json", edited);
    const auto refused = import("out.json");
    CHECK(kindOf(refused) == ErrorKind::BadImport);
    CHECK(json(**copy, Reader::OursAlone) == before);
  }
  SECTION("And they do not come back with an export from before") {
    REQUIRE(tracesOf(gone, file) == gone.size());
    REQUIRE(import("out.json").ok());
    putBytes(desk.file("now.footbridge"), bytesIn(file));
    const auto stay = boxesIn(desk.file("now.footbridge"), "rec");
    std::erase_if(gone, [&stay](const std::string& box) { return std::ranges::find(stay, box) != stay.end(); });
    REQUIRE(gone.size() == 1);
    CHECK(tracesOf(gone, file) == 0);
    CHECK(json(**copy, Reader::OursAlone) == out);
    REQUIRE(import("before.json").ok());
    CHECK(json(**copy, Reader::OursAlone) == out);
    CHECK((*copy)->verify().sound());
  }
}

TEST_CASE("Once one has taken out their part, the other's own words of another copy can still come in", "[exchange]") {
  Desk desk;
  auto journal = desk.create();
  protectBoth(*journal);
  for (const PartnerId each : {PartnerId::A, PartnerId::B})
    REQUIRE(journal->add(vaultOf(each), each, note("from before")).ok());
  std::filesystem::copy_file(desk.file(), desk.file("copy.footbridge"));
  auto copy = desk.shelf().openSealed(desk.file("copy.footbridge"));
  REQUIRE(copy.ok());
  REQUIRE((*copy)->unlock(PartnerId::A, secret(kAlex)).ok());
  REQUIRE((*copy)->unlock(PartnerId::B, secret(kSam)).ok());
  const bool isB = GENERATE(true, false);
  const PartnerId stays = isB ? PartnerId::B : PartnerId::A;
  const char* const passphrase = isB ? kSam : kAlex;
  REQUIRE((*copy)->add(vaultOf(stays), stays, note("written there")).ok());
  REQUIRE((*copy)->add(VaultId::Ours, otherOf(stays), note("of who goes")).ok());
  putBytes(desk.folder() / "own.json", json(**copy, readerOf(stays), ExportPart::Own));
  putBytes(desk.folder() / "all.json", json(**copy, readerOf(stays)));
  putBytes(desk.folder() / "others.json", json(**copy, readerOf(otherOf(stays)), ExportPart::Own));
  REQUIRE(journal->erase(otherOf(stays)).ok());
  const bool isJoined = GENERATE(false, true);
  journal.reset();
  journal = desk.open();
  REQUIRE(journal->unlock(stays, secret(passphrase)).ok());
  if (isJoined) REQUIRE(journal->join(name("Kim")).ok());
  const auto import = [&](const char* leaf) {
    return journal->exchange()->importFrom((desk.folder() / leaf).string(), readerOf(stays));
  };
  const auto whole = import("all.json");
  CHECK(kindOf(whole) == ErrorKind::NotAllowed);
  CHECK(whole.error().detail == (isJoined ? "partners" : "of two"));
  CHECK(kindOf(import("others.json")) == ErrorKind::NotAllowed);
  const auto taken = import("own.json");
  if (!taken) UNSCOPED_INFO(taken.error().place << ": " << taken.error().detail);
  REQUIRE(taken.ok());
  CHECK(taken->added == 1);
  CHECK(journal->search("written there", readerOf(stays)).size() == 1);
  CHECK(journal->search("of who goes", readerOf(stays)).empty());
  CHECK(journal->verify().sound());
  // Somebody else's is theirs still.
  auto strangers = desk.shelf().createSealed(desk.file("c.footbridge"), name("Kim"), name("Lee"));
  REQUIRE(strangers.ok());
  REQUIRE((*strangers)->add(VaultId::Ours, PartnerId::A, note("ours")).ok());
  const auto refused = (*strangers)->exchange()->importFrom((desk.folder() / "own.json").string(), readerOf(stays));
  CHECK(kindOf(refused) == ErrorKind::NotAllowed);
}
