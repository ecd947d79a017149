// SPDX-License-Identifier: GPL-3.0-or-later
// What each of two does by themselves in a window that both sit at.
#include <QLabel>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "app/program.h"
#include "app/tour/album.h"
#include "app/tour/gate_walk.h"
#include "app/tour/robot.h"
#include "catch.h"
#include "gui/page_name.h"

using namespace footbridge;
using gui::PageName;
namespace fs = std::filesystem;

namespace {

/// The real program with a new journal of two, in which nobody has a passphrase yet.
class TwoHere {
 public:
  TwoHere() : m_folder(fs::temp_directory_path() / ("footbridge-apart-" + std::to_string(std::random_device{}()))) {
    fs::create_directories(m_folder);
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"}) {
      qputenv(variable, QByteArray::fromStdString((m_folder / "home").string()));
    }
    app::Program::Options options;
    options.cost = storage::KdfCost::least();
    options.restart = [](const std::vector<std::string>&) {};
    program = std::make_unique<app::Program>(app::WindowRequest{}, std::move(options));
    program->start();
    robot = std::make_unique<app::Robot>(program->window());
    album = std::make_unique<app::Album>(QString::fromStdString((m_folder / "pictures").string()));
    robot->type(QStringLiteral("firstEdit"), QStringLiteral("Alex"));
    robot->type(QStringLiteral("secondEdit"), QStringLiteral("Sam"));
    robot->press(QStringLiteral("beginButton"));
    REQUIRE(program->journal() != nullptr);
  }
  TwoHere(const TwoHere&) = delete;
  TwoHere& operator=(const TwoHere&) = delete;
  ~TwoHere() {
    robot.reset();
    program.reset();
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
  }

  void open(const char* exercise) {
    Q_EMIT program->window().navigated(PageName::Practices);
    robot->press(QStringLiteral("exercise_") + QString::fromLatin1(exercise));
  }
  [[nodiscard]] PageName page() const { return program->window().currentPage(); }
  [[nodiscard]] QString words(const char* label) const {
    const auto* found = robot->find<QLabel>(QString::fromLatin1(label));
    return found != nullptr ? found->text() : QString();
  }
  /// Everything in the folder of the journal, names and bytes.
  [[nodiscard]] std::string files() const {
    std::ostringstream all;
    for (const auto& file : fs::recursive_directory_iterator(m_folder / "home")) {
      if (file.is_regular_file()) all << file.path() << std::ifstream(file.path(), std::ios::binary).rdbuf();
    }
    return all.str();
  }
  [[nodiscard]] bool faultless() const {
    for (const QString& fault : robot->faults()) UNSCOPED_INFO(fault.toStdString());
    return robot->faults().isEmpty();
  }

  std::unique_ptr<app::Program> program;
  std::unique_ptr<app::Robot> robot;
  std::unique_ptr<app::Album> album;

 private:
  fs::path m_folder;
};

}  // namespace

TEST_CASE("A gate that stops leaves nothing on the disk, neither a pick nor that it was come to") {
  TwoHere it;
  it.open("round-and-round");
  const std::string before = it.files();
  REQUIRE(before.find("Alex") != std::string::npos);  // the control: the journal is among them
  for (const std::array<int, 2> picks : {std::array{3, 0}, std::array{0, 1}, std::array{4, 3}}) {
    app::passGate(*it.robot, *it.album, QStringLiteral("gate"), picks);
    CHECK(it.words("titleLabel") == QStringLiteral("Something else fits better today"));
    it.robot->press(QStringLiteral("doneButton"));
    CHECK(it.page() == PageName::Practices);
    for (const Reader reader : {Reader::OursAlone, Reader::A, Reader::B}) {
      CHECK(it.program->journal()->sittings(reader).empty());
      CHECK(it.program->journal()->entries(reader).empty());
    }
    CHECK(it.files() == before);
    it.open("round-and-round");
  }
  app::passGate(*it.robot, *it.album, QStringLiteral("gate"), {0, 0});
  CHECK(it.page() == PageName::Exercise);
  CHECK(it.files() == before);
  CHECK(it.faultless());
}

TEST_CASE("Safety is one step from a gate, and leads back to the curtain") {
  TwoHere it;
  it.open("round-and-round");
  it.robot->press(QStringLiteral("bothButton"));
  it.robot->press(QStringLiteral("readyButton"));
  Q_EMIT it.program->window().safetyAsked();
  REQUIRE(it.page() == PageName::Safety);
  it.robot->press(QStringLiteral("backButton"));
  REQUIRE(it.page() == PageName::Gate);
  CHECK(it.words("titleLabel") == QStringLiteral("Pass the laptop to Alex"));
  CHECK(it.faultless());
}

TEST_CASE("Safety brings no way about to a page that had none, as after a sitting whose keys are still here") {
  TwoHere it;
  it.open("looking-twice");
  for (const gui::Chrome chrome : {gui::Chrome::Bare, gui::Chrome::Nav}) {
    it.program->window().showPage(PageName::Exercise, chrome);
    Q_EMIT it.program->window().safetyAsked();
    REQUIRE(it.page() == PageName::Safety);
    CHECK(it.program->window().currentChrome() == chrome);
    it.robot->press(QStringLiteral("backButton"));
    REQUIRE(it.page() == PageName::Exercise);
    CHECK(it.program->window().currentChrome() == chrome);
  }
  CHECK(it.faultless());
}

TEST_CASE("An exercise for one that two have open says so, asks for whom, and leads back") {
  TwoHere it;
  it.open("looking-twice");
  it.robot->press(QStringLiteral("beginButton"));
  REQUIRE(it.page() == PageName::Unlock);
  CHECK(it.words("titleLabel") == QStringLiteral("This one is for one person"));
  CHECK(it.words("leadLabel").startsWith(QStringLiteral("Who is it for?")));
  it.robot->press(QStringLiteral("oursButton"));
  REQUIRE(it.page() == PageName::Exercise);
  it.robot->press(QStringLiteral("beginButton"));
  it.robot->press(QStringLiteral("partnerBButton"));
  it.robot->press(QStringLiteral("openButton"));
  CHECK(it.page() == PageName::Player);
  CHECK(it.program->journal()->sittings(Reader::B).size() == 1);
  CHECK(it.faultless());
}

TEST_CASE("Asked for another reason, the lock screen says nothing of the one before") {
  TwoHere it;
  it.open("looking-twice");
  it.robot->press(QStringLiteral("beginButton"));
  it.robot->press(QStringLiteral("oursButton"));
  Q_EMIT it.program->window().navigated(PageName::Unlock);
  CHECK(it.words("titleLabel") == QStringLiteral("Who is here?"));
  it.robot->press(QStringLiteral("oursButton"));
  CHECK(it.page() == PageName::Today);
  CHECK(it.faultless());
}
