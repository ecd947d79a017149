// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "app/program.h"
#include "app/tour/robot.h"
#include "catch.h"
#include "content/folder_catalog.h"
#include "domain/owed_code.h"
#include "gates/instead/once_derived.h"

namespace footbridge::app_test {

namespace fs = std::filesystem;

inline constexpr const char* kAlex = "quiet harbour seven lanterns";
inline constexpr const char* kSam = "brass kettle under the willow";

/// A journal in which everybody has a passphrase, unless it is said otherwise, and the one program that has it open.
class Evening {
 public:
  enum class Of : std::uint8_t { Two, TwoAlexOpen, One, OneOpen };

  /// Of real ones each costs what a passphrase costs at the least.
  enum class Keys : std::uint8_t { Quick, Real };

  explicit Evening(const std::function<void(const fs::path&)>& furnish = nullptr, Of whose = Of::Two,
                   Keys keys = Keys::Quick)
      : m_folder(fs::temp_directory_path() / ("footbridge-pause-" + std::to_string(std::random_device{}()))) {
    if (keys == Keys::Quick) m_quick.emplace();
    fs::create_directories(m_folder);
    if (furnish) furnish(m_folder);
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"}) {
      qputenv(variable, QByteArray::fromStdString((m_folder / "home").string()));
    }
    storage::FileShelf shelf({.cost = storage::KdfCost::least(), .stateFolder = {}, .now = {}});
    const bool alexOpen = whose == Of::TwoAlexOpen || whose == Of::OneOpen;
    const auto sam = whose == Of::Two || whose == Of::TwoAlexOpen ? PartnerName::from("Sam") : std::nullopt;
    auto journal = shelf.create(path(), *PartnerName::from("Alex"), sam);
    REQUIRE(journal.ok());
    if (!alexOpen) protect(**journal, PartnerId::A, kAlex);
    if (sam) protect(**journal, PartnerId::B, kSam);
  }
  Evening(const Evening&) = delete;
  Evening& operator=(const Evening&) = delete;
  ~Evening() {
    m_program.reset();
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
  }

  [[nodiscard]] const fs::path& folder() const { return m_folder; }
  [[nodiscard]] std::string path() const { return (m_folder / "us.footbridge").string(); }
  app::Robot& robot() { return *m_robot; }
  app::Program& program() { return *m_program; }
  /// What the next process would be started with; empty before anything locked.
  [[nodiscard]] const std::vector<std::string>& next() const { return m_next; }
  /// Every restart that this program asked for, where the real one would have ended at the first.
  [[nodiscard]] const std::vector<std::vector<std::string>>& restarts() const { return m_restarts; }

  /// Programs that start from now on hear there that the system wants them to end.
  void listenForEndOn(int descriptor) { m_end = descriptor; }

  /// `cost` of new passphrases; none: as this machine takes a second for.
  void start(const std::vector<std::string>& arguments,
             std::optional<storage::KdfCost> cost = storage::KdfCost::least()) {
    end();
    m_restarts.clear();
    app::Program::Options options;
    options.cost = cost;
    options.end = m_end;
    options.restart = [this](const std::vector<std::string>& next) {
      m_next = next;
      m_restarts.push_back(next);
    };
    m_program = std::make_unique<app::Program>(std::get<app::WindowRequest>(app::parseArguments(arguments)),
                                               std::move(options));
    m_program->start();
    m_robot = std::make_unique<app::Robot>(m_program->window());
  }
  /// As the process ends.
  void end() {
    m_robot.reset();
    m_program.reset();
  }
  void restart() {
    const auto arguments = std::exchange(m_next, {});
    start(arguments);
  }

 private:
  /// Who has seen their code, and is through with it.
  static void protect(Journal& journal, PartnerId partner, const char* passphrase) {
    REQUIRE(journal.protect(partner, *Passphrase::from(passphrase)).ok());
    REQUIRE(journal.clearDraft(vaultOf(partner), kOwedCodePlace).ok());
  }

  std::optional<gates::LittleMemory> m_quick;
  fs::path m_folder;
  std::vector<std::string> m_next;
  std::vector<std::vector<std::string>> m_restarts;
  int m_end = -1;
  std::unique_ptr<app::Program> m_program;
  std::unique_ptr<app::Robot> m_robot;
};

inline void giveSecret(app::Robot& robot, const char* secret) {
  robot.type(QStringLiteral("secretEdit"), QString::fromLatin1(secret));
  robot.press(QStringLiteral("openButton"));
}

/// Sam has forgotten, and Alex opens their own part to let Sam back in.
inline void askAlexToLetSamIn(Evening& evening) {
  evening.start({evening.path()});
  app::Robot& robot = evening.robot();
  robot.press(QStringLiteral("partnerBButton"));
  robot.press(QStringLiteral("forgottenButton"));
  robot.press(QStringLiteral("partnerButton"));
  giveSecret(robot, kAlex);
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  REQUIRE(robot.faults().isEmpty());
  REQUIRE(evening.program().journal()->door(VaultId::A) == DoorState::Unlocked);
}

inline void comeInAs(Evening& evening, const char* partner, const char* secret) {
  evening.start({evening.path()});
  if (evening.robot().sees(QString::fromLatin1(partner))) evening.robot().press(QString::fromLatin1(partner));
  giveSecret(evening.robot(), secret);
  REQUIRE(evening.program().window().currentPage() == gui::PageName::Today);
}

/// Alex unlocks, and the two begin an exercise; Alex has the laptop and has written half a line.
inline void writeHalfALine(Evening& evening) {
  evening.start({evening.path()});
  app::Robot& robot = evening.robot();
  robot.press(QStringLiteral("partnerAButton"));
  robot.type(QStringLiteral("secretEdit"), QString::fromLatin1(kAlex));
  robot.press(QStringLiteral("openButton"));
  Q_EMIT evening.program().window().navigated(gui::PageName::Practices);
  robot.press(QStringLiteral("exercise_what-would-help"));
  robot.press(QStringLiteral("firstReadyButton"));
  robot.press(QStringLiteral("secondReadyButton"));
  for (int i = 0; i < 6 && !robot.sees(QStringLiteral("pageEdit")); ++i) {
    robot.press(robot.sees(QStringLiteral("readyButton")) ? QStringLiteral("readyButton")
                                                          : QStringLiteral("doneButton"));
  }
  robot.type(QStringLiteral("pageEdit"), QStringLiteral("I have not slept, and"));
  for (const QString& fault : robot.faults()) UNSCOPED_INFO(fault.toStdString());
  REQUIRE(robot.faults().isEmpty());
}

/// What Alex has half written in a sitting of that exercise; empty where it cannot be read, or is nothing.
inline std::string halfLineOfAlex(const Journal& journal) {
  content::FolderCatalog catalog(FOOTBRIDGE_CONTENT "/en");
  const auto exercise = catalog.exercise(*ExerciseId::from("what-would-help"));
  REQUIRE(exercise.ok());
  for (const SittingSummary& sitting : journal.sittings(Reader::A)) {
    const std::string place = "sitting/" + std::to_string(sitting.id.number()) + '/';
    for (const Step& step : (*exercise)->steps) {
      if (auto kept = journal.findDraft(VaultId::A, place + step.id.text())) return *std::move(kept);
    }
  }
  return {};
}

}  // namespace footbridge::app_test
