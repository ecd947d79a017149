// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tour.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "app/tour/tour_folder.h"
#include "catch.h"
#include "content/folder_catalog.h"
#include "content/rehearsal_script.h"
#include "gates/instead/once_derived.h"
#include "gui/look/look.h"
#include "practice/journey_progress.h"
#include "practice/sitting.h"
#include "practice/story.h"
#include "practice/watch.h"
#include "storage/shelf.h"

using namespace footbridge;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that goes with the test.
class Scratch {
 public:
  Scratch() : m_path(fs::temp_directory_path() / ("footbridge-tour-" + std::to_string(std::random_device{}()))) {
    fs::create_directories(m_path);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { fs::remove_all(m_path); }
  [[nodiscard]] const fs::path& path() const { return m_path; }

 private:
  fs::path m_path;
};

std::string bytesOf(const fs::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

void open(Journal& journal, PartnerId partner, const char* passphrase) {
  REQUIRE(journal.door(vaultOf(partner)) == DoorState::Locked);
  REQUIRE(journal.unlock(partner, *Passphrase::from(passphrase)).ok());
}

/// Everything one reader can be shown of a sitting, in one string.
std::string readBy(Reader reader, const Exercise& exercise, const SittingSummary& sitting) {
  std::string words;
  for (const auto& part : practice::transcriptOf(exercise, sitting.lanes, reader)) {
    for (const auto& line : part.lines) words += line.text + '\n';
  }
  return words;
}

const std::string& textAt(const content::ScriptedSitting& sitting, std::size_t partner, const char* step) {
  return std::get<WrittenAnswer>(sitting.apart.at(partner).at(*StepId::from(step))).text;
}

/// With keys that cost next to nothing: a tour makes dozens, and what they protect is looked at, not guessed at.
app::TourReport lookAround(const app::TourPlan& plan) {
  const gates::LittleMemory quick;
  app::TourReport report = app::takeTour(plan);
  CHECK(gui::look::appearance().textPercent == plan.textPercent);
  CHECK(gui::look::appearance().dark() == plan.inTheDark);
  return report;
}

std::ptrdiff_t picturesIn(const fs::path& folder) {
  return std::ranges::count_if(fs::directory_iterator(folder),
                               [](const fs::directory_entry& one) { return one.path().extension() == ".png"; });
}

/// One tour serves every test that looks at what it left.
const app::TourReport& theTour(const Scratch& folder) {
  static const app::TourReport report = lookAround({.folder = folder.path().string()});
  return report;
}

}  // namespace

TEST_CASE("The tour walks the real window to every end, and the journal then holds it all, for the right eyes") {
  static const Scratch folder;
  const app::TourReport& report = theTour(folder);
  const gates::LittleMemory quick;  // as its keys were made
  for (const std::string& fault : report.faults) UNSCOPED_INFO(fault);
  REQUIRE(report.faults.empty());
  CHECK(report.light >= 24);
  CHECK(report.dark >= 24);
  CHECK(picturesIn(folder.path() / "light") == report.light);
  CHECK(picturesIn(folder.path() / "dark") == report.dark);

  const auto script = content::readRehearsalScript(FOOTBRIDGE_CONTENT "/en/rehearsal.json");
  REQUIRE(script.ok());
  content::FolderCatalog catalog(FOOTBRIDGE_CONTENT "/en");
  storage::ShelfOptions options;
  options.stateFolder = folder.path() / "state";
  storage::FileShelf shelf(options);
  auto opened = shelf.open(report.journal);
  REQUIRE(opened.ok());
  Journal& journal = **opened;

  SECTION("without a passphrase nothing of it can be read") {
    CHECK(journal.entries(Reader::OursAlone).empty());
    CHECK(journal.sittings(Reader::A).empty());
    const std::string bytes = bytesOf(report.journal);
    CHECK(bytes.find("Alex") != std::string::npos);  // the control: names are in clear
    CHECK(bytes.find("boiler") == std::string::npos);
    CHECK(bytes.find("what-i-count-on") == std::string::npos);
    CHECK(bytes.find(app::kTourPassphraseOfA) == std::string::npos);
  }

  SECTION("with both open, every sitting stands at its end") {
    open(journal, PartnerId::A, app::kTourPassphraseOfA);
    open(journal, PartnerId::B, app::kTourPassphraseOfB);
    std::size_t together = 0;
    std::size_t looks = 0;
    for (const SittingSummary& summary : journal.sittings(Reader::OursAlone)) {
      const auto exercise =
          summary.begun.mode == SittingMode::Together ? catalog.exercise(summary.begun.exercise) : catalog.weeklyLook();
      REQUIRE(exercise.ok());
      const auto lanes = journal.load(summary.id);
      REQUIRE(lanes.ok());
      const auto sitting = practice::replay(**exercise, *lanes);
      REQUIRE(sitting.ok());
      CHECK(std::holds_alternative<practice::FinishedScreen>(practice::screenOf(**exercise, *sitting).body));
      ++(summary.begun.mode == SittingMode::Together ? together : looks);
    }
    CHECK(together == kPractices.size());
    CHECK(looks == 1);

    const auto entries = journal.entries(Reader::OursAlone);
    const practice::WatchQueue queue = practice::queueOf(entries);
    CHECK(queue.next.empty());
    REQUIRE(queue.seen.size() == 1);
    const auto& watched = std::get<Viewing>(queue.seen.front().body);
    CHECK(watched.title == script->sittings.back().about);
    CHECK(watched.plan.has_value());
    REQUIRE(watched.talks.size() == 1);
    CHECK(watched.talks.front().card->deck == practice::deckOf(practice::WatchMoment::After));
    const auto about = practice::sittingsAbout(queue.seen.front().id, journal.sittings(Reader::OursAlone));
    REQUIRE(about.size() == 1);
    CHECK(about.front().begun.exercise == script->sittings.back().exercise);
    const auto agreements = std::count_if(entries.begin(), entries.end(), [](const Entry& entry) {
      return std::holds_alternative<Agreement>(entry.body);
    });
    CHECK(agreements == static_cast<std::ptrdiff_t>(kPractices.size()) + 1);
  }

  SECTION("the journey knows what was done of it, for both and for either") {
    open(journal, PartnerId::A, app::kTourPassphraseOfA);
    const auto journeys = catalog.journeys();
    REQUIRE(journeys.ok());
    REQUIRE_FALSE(journeys->empty());
    const Journey& journey = journeys->front();
    const auto find = [&catalog](const ExerciseId& id) {
      const auto exercise = catalog.exercise(id);
      return exercise ? exercise->get() : nullptr;
    };
    for (const Reader reader : {Reader::OursAlone, Reader::A}) {
      const auto sittings = journal.sittings(reader);
      REQUIRE_FALSE(sittings.empty());
      const auto now = practice::progressOf(journey, Audience::Two, sittings, find, sittings.front().begun.day);
      CHECK(now.begun);
      for (std::size_t week = 0; week < journey.weeks.size(); ++week) {
        const bool onTour = std::ranges::any_of(sittings, [&](const SittingSummary& sitting) {
          return sitting.begun.exercise == journey.weeks[week].together;
        });
        INFO(journey.weeks[week].title);
        CHECK(now.done[week] == onTour);
      }
      CHECK_FALSE(practice::progressOf(journey, Audience::One, sittings, find, sittings.front().begun.day).begun);
    }
  }

  SECTION("each reads what was opened and what is their own, and never what the other kept") {
    open(journal, PartnerId::A, app::kTourPassphraseOfA);
    open(journal, PartnerId::B, app::kTourPassphraseOfB);
    for (const auto& scripted : script->sittings) {
      if (scripted.exercise.text() != "what-makes-it-safe") continue;
      const auto exercise = catalog.exercise(scripted.exercise);
      REQUIRE(exercise.ok());
      for (const Reader reader : {Reader::OursAlone, Reader::A, Reader::B}) {
        std::string words;
        for (const SittingSummary& summary : journal.sittings(reader)) {
          if (summary.begun.exercise == scripted.exercise) words += readBy(reader, **exercise, summary);
        }
        CHECK(words.find(textAt(scripted, 0, "map")) != std::string::npos);
        CHECK(words.find(textAt(scripted, 1, "map")) != std::string::npos);
        CHECK((words.find(textAt(scripted, 0, "own-page")) != std::string::npos) == (reader == Reader::A));
        CHECK((words.find(textAt(scripted, 1, "own-page")) != std::string::npos) == (reader == Reader::B));
      }
    }
    const auto look = catalog.weeklyLook();
    REQUIRE(look.ok());
    const auto lookWords = [&](Reader reader) {
      std::string words;
      for (const SittingSummary& summary : journal.sittings(reader)) {
        if (summary.begun.mode != SittingMode::Together) words += readBy(reader, **look, summary);
      }
      return words;
    };
    const auto played = std::ranges::find_if(script->looks, [&](const content::ScriptedLook& scripted) {
      return lookWords(Reader::OursAlone).find(scripted.parts[0].appreciated) != std::string::npos;
    });
    REQUIRE(played != script->looks.end());
    for (const Reader reader : {Reader::OursAlone, Reader::A, Reader::B}) {
      const std::string words = lookWords(reader);
      for (std::size_t partner : {0U, 1U}) {
        const auto& part = played->parts.at(partner);
        CHECK(words.find(part.appreciated) != std::string::npos);
        CHECK(words.find(part.needed) != std::string::npos);
        REQUIRE_FALSE(part.note.empty());
        CHECK((words.find(part.note) != std::string::npos) == (reader == (partner == 0 ? Reader::A : Reader::B)));
      }
    }
    const auto notes = [&journal](Reader reader) {
      const auto entries = journal.entries(reader);
      return std::count_if(entries.begin(), entries.end(),
                           [](const Entry& entry) { return std::holds_alternative<Note>(entry.body); });
    };
    CHECK(notes(Reader::A) == 1);
    CHECK(notes(Reader::B) == 0);
    CHECK(notes(Reader::OursAlone) == 0);
  }
}

TEST_CASE("In the smallest window nothing is cut off, and what one needs while writing is in sight") {
  const Scratch folder;
  const app::TourReport report =
      lookAround({.folder = folder.path().string(), .size = "1024x640", .inTheDark = false, .pictures = false});
  for (const std::string& fault : report.faults) UNSCOPED_INFO(fault);
  CHECK(report.faults.empty());
  CHECK(report.light >= 24);
  CHECK(report.dark == 0);
  CHECK(picturesIn(folder.path() / "light") == 0);
}

// Tagged, so that they can run beside the others, which take long enough.
TEST_CASE("In the smallest window with large text nothing is cut off", "[large text]") {
  const Scratch folder;
  const app::TourReport report = lookAround({.folder = folder.path().string(),
                                             .size = "1024x640",
                                             .textPercent = 150,
                                             .inTheDark = false,
                                             .pictures = false});
  for (const std::string& fault : report.faults) UNSCOPED_INFO(fault);
  CHECK(report.faults.empty());
  CHECK(report.light >= 24);
}

TEST_CASE("With text twice as large nothing is cut off either, and light and dark show the same screens",
          "[large text]") {
  const Scratch folder;
  const app::TourReport report =
      lookAround({.folder = folder.path().string(), .size = "1024x640", .textPercent = 200, .pictures = false});
  for (const std::string& fault : report.faults) UNSCOPED_INFO(fault);
  CHECK(report.faults.empty());
  CHECK(report.light >= 24);
  CHECK(report.light == report.dark);
}

TEST_CASE("A tour that cannot make its folder says so, and that the disk said no") {
  for (const char* place : {"/proc/footbridge-tour", "/dev/null"}) {
    const auto report = app::takeTour({.folder = place});
    CHECK(report.diskRefused);
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults.front().find(place) != std::string::npos);
    CHECK(report.light + report.dark == 0);
  }
}

TEST_CASE("A tour leaves a folder alone that holds other things") {
  const Scratch folder;
  fs::create_directories(folder.path() / "light");
  std::ofstream(folder.path() / "light" / "holiday.txt") << "mine";
  const app::TourReport report = app::takeTour({folder.path().string()});
  CHECK(report.light == 0);
  REQUIRE(report.faults.size() == 1);
  CHECK(bytesOf(folder.path() / "light" / "holiday.txt") == "mine");
}

TEST_CASE("Only what an earlier tour wrote is taken away, whatever else is called home") {
  const Scratch folder;
  const fs::path mine = folder.path() / "mine";
  fs::create_directories(mine / "home");
  std::ofstream(mine / "home" / "holiday.txt") << "mine";
  CHECK_FALSE(app::readyFolder(mine).fault.empty());
  CHECK(bytesOf(mine / "home" / "holiday.txt") == "mine");
  const fs::path earlier = folder.path() / "earlier";
  REQUIRE(app::readyFolder(earlier).fault.empty());
  std::ofstream(earlier / "001-today.png") << "of a tour that was broken off";
  CHECK(app::readyFolder(earlier).fault.empty());
  CHECK_FALSE(fs::exists(earlier / "001-today.png"));
  CHECK(fs::is_directory(app::homeIn(earlier)));
}
