// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "app/program.h"
#include "app/tour/album.h"
#include "app/tour/evening_walk.h"
#include "app/tour/robot.h"
#include "catch.h"
#include "content/folder_catalog.h"
#include "own_home.h"
#include "practice/story.h"

using namespace footbridge;
namespace fs = std::filesystem;

TEST_CASE("Just me for now: one person begins alone and does an exercise written for one, to its end") {
  const app_test::OwnHome home;
  const fs::path& folder = home.folder;
  {
    app::Program::Options options;
    options.cost = storage::KdfCost::least();
    bool locked = false;
    options.restart = [&locked](const std::vector<std::string>&) { locked = true; };
    app::Program program(app::WindowRequest{}, std::move(options));
    program.start();
    app::Robot robot(program.window());
    app::Album album(QString::fromStdString((folder / "pictures").string()));

    robot.press(QStringLiteral("aloneButton"));
    robot.type(QStringLiteral("firstEdit"), QStringLiteral("Robin"));
    robot.press(QStringLiteral("beginButton"));
    REQUIRE(program.journal() != nullptr);
    CHECK(program.journal()->partners().size() == 1);

    content::FolderCatalog catalog(FOOTBRIDGE_CONTENT "/en");
    const auto exercise = catalog.exercise(*ExerciseId::from("looking-twice"));
    REQUIRE(exercise.ok());
    Q_EMIT program.window().navigated(gui::PageName::Practices);
    robot.press(QStringLiteral("exercise_looking-twice"));
    robot.press(QStringLiteral("beginButton"));
    app::EveningWords words;
    words.apart[0] = {{*StepId::from("used-to"), ChosenAnswer{{*CardId::from("keeps-calm")}}},
                      {*StepId::from("scene"), WrittenAnswer{"They sang to the kettle."}},
                      {*StepId::from("how"), ChosenAnswer{{*CardId::from("say")}}},
                      {*StepId::from("line"), WrittenAnswer{"I like it that you sing."}}};
    CHECK(app::EveningWalk(robot, album, *program.journal(), **exercise, words).walk(QStringLiteral("solo")));
    for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
    CHECK(robot.faults().isEmpty());
    // The first words of one's own ask for a passphrase, and what has one is locked when the sitting ends.
    CHECK(program.journal()->door(VaultId::A) == DoorState::Unlocked);
    CHECK(locked);
    const auto sittings = program.journal()->sittings(Reader::A);
    REQUIRE(sittings.size() == 1);
    std::string kept;
    for (const auto& part : practice::transcriptOf(**exercise, sittings.front().lanes, Reader::A)) {
      for (const auto& line : part.lines) kept += line.text + '\n';
    }
    INFO(kept);
    for (const char* said : {"They sang to the kettle.", "Say it in passing", "I like it that you sing."})
      CHECK(kept.find(said) != std::string::npos);
  }
}
