// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tour.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/content_in_use.h"
#include "app/program.h"
#include "app/tour/album.h"
#include "app/tour/evening_walk.h"
#include "app/tour/gate_walk.h"
#include "app/tour/line_walk.h"
#include "app/tour/qt_warnings.h"
#include "app/tour/robot.h"
#include "app/tour/shoot.h"
#include "app/tour/tour_folder.h"
#include "app/tour/watch_walk.h"
#include "app/window_place.h"
#include "content/rehearsal_script.h"
#include "gui/pages/exercise_page.h"
#include "practice/light_offer.h"
#include "system/platform.h"

namespace footbridge::app {
namespace {

using gui::PageName;

/// "1024x640" as the place of a window. Always said: else the window would be as small as the screen that there is, and
/// each machine's pictures another's.
std::string placeFor(const std::string& asked) {
  const std::string size = asked.empty() ? "1280x800" : asked;
  WindowPlace place;
  place.geometry.setSize({std::stoi(size.substr(0, size.find('x'))), std::stoi(size.substr(size.find('x') + 1))});
  return place.text();
}

/// One way through the program in one theme, with a journal and settings of its own in a folder that is ready.
class TourPass {
 public:
  TourPass(const TourPlan& plan, const std::filesystem::path& folder, gui::ThemeChoice theme,
           const content::RehearsalScript& script)
      : m_folder(folder),
        m_script(script),
        m_album(QString::fromStdString(folder.string()), {plan.textPercent == 100, plan.pictures}) {
    m_first.place = placeFor(plan.size);
    setUpHome(theme, plan.textPercent);
    start(m_first);
  }

  void go() {
    if (!m_album.ok()) return m_faults.append(QStringLiteral("the folder cannot be written"));
    firstMinute();
    lookAround();
    turnBack();
    for (const auto& sitting : m_script.sittings)
      if (isOnTour(sitting)) exercise(sitting);
    privateLine();
    weeklyLook(heavyLook());
    readAgain();
    hide();
    lose();
    m_program.reset();
    m_faults << m_album.amiss();
  }

  [[nodiscard]] int count() const { return m_album.count(); }
  [[nodiscard]] QStringList faults() const { return m_faults; }
  [[nodiscard]] std::filesystem::path journalPath() const {
    return homeIn(m_folder) / "footbridge" / "journal.footbridge";
  }

 private:
  void setUpHome(gui::ThemeChoice theme, int textPercent) {
    for (const char* variable : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"}) {
      qputenv(variable, QByteArray::fromStdString((homeIn(m_folder)).string()));
    }
    gui::Preferences preferences;
    preferences.appearance.theme = theme;
    preferences.appearance.motion = false;
    preferences.appearance.textPercent = textPercent;
    KeptPreferences().save(preferences);
  }

  /// A restart ends the process in earnest; on a tour it begins the program anew in this one.
  void start(WindowRequest request) {
    collectFaults();
    m_robot.reset();
    m_program.reset();
    Program::Options options;
    options.cost = storage::KdfCost::least();
    options.restart = [this](const std::vector<std::string>& arguments) { m_restart = arguments; };
    m_program = std::make_unique<Program>(std::move(request), std::move(options));
    m_program->start();
    m_robot = std::make_unique<Robot>(m_program->window());
    m_robot->settle();
  }

  void collectFaults() {
    if (m_robot) m_faults << m_robot->faults();
  }

  void shoot(const char* name) { app::shoot(*m_robot, m_album, QString::fromUtf8(name)); }

  void goTo(PageName page) {
    Q_EMIT m_program->window().navigated(page);
    m_robot->settle();
  }

  void firstMinute() {
    shoot("first-minute");
    m_robot->type(QStringLiteral("firstEdit"), QString::fromStdString(m_script.names[0]));
    m_robot->type(QStringLiteral("secondEdit"), QString::fromStdString(m_script.names[1]));
    shoot("first-minute-named");
    m_robot->press(QStringLiteral("beginButton"));
    shoot("today-first-day");
    if (m_program->journal() == nullptr) m_robot->fault(QStringLiteral("no journal after the first minute"));
  }

  void lookAround() {
    goTo(PageName::Practices);
    shoot("practices");
    m_robot->press(QStringLiteral("journeyCard"));
    shoot("journey");
    goTo(PageName::Story);
    shoot("story-empty");
    goTo(PageName::WeeklyLook);
    shoot("weekly-look");
    goTo(PageName::Settings);
    shoot("settings");
    m_robot->press(QStringLiteral("journalButton"));
    shoot("journal");
    m_robot->press(QStringLiteral("backButton"));
    Q_EMIT m_program->window().safetyAsked();
    shoot("safety");
    m_robot->press(QStringLiteral("backButton"));
    goTo(PageName::Today);
  }

  /// Somebody comes back after a lock, and sits down as one of the two.
  void comeBackAs(int index) {
    if (m_restart) {
      const Request request = parseArguments(*m_restart);
      m_restart.reset();
      start(std::get<WindowRequest>(request));
    }
    if (m_program->window().currentPage() != PageName::Unlock) return;
    shoot("unlock");
    unlockAs(index);
  }

  /// Of each practice the tour shows the exercise that the couple did last.
  bool isOnTour(const content::ScriptedSitting& scripted) {
    const auto practiceOf = [this](const content::ScriptedSitting& sitting) {
      const auto exercise = catalog().exercise(sitting.exercise);
      return exercise ? (*exercise)->practice : std::nullopt;
    };
    const auto last = std::find_if(m_script.sittings.rbegin(), m_script.sittings.rend(),
                                   [&](const auto& one) { return practiceOf(one) == practiceOf(scripted); });
    return &*last == &scripted;
  }

  void exercise(const content::ScriptedSitting& scripted) {
    if (m_program->journal() == nullptr) return;
    comeBackAs(0);
    const QString id = QString::fromStdString(scripted.exercise.text());
    if (scripted.about.empty())
      goTo(PageName::Practices);
    else
      watch(scripted);
    m_robot->press(QStringLiteral("exercise_") + id);
    if (m_program->window().currentPage() == PageName::Gate) passGate(*m_robot, m_album, id, {0, 0});
    app::shoot(*m_robot, m_album, id + QStringLiteral("-overview"));
    m_robot->press(QStringLiteral("firstReadyButton"));
    m_robot->press(QStringLiteral("secondReadyButton"));
    const auto exercise = catalog().exercise(scripted.exercise);
    if (!exercise) return m_robot->fault(QStringLiteral("no such exercise: ") + id);
    const EveningWords words{scripted.apart, scripted.together};
    EveningWalk(*m_robot, m_album, *m_program->journal(), **exercise, words).walk(id);
  }

  void watch(const content::ScriptedSitting& scripted) {
    const auto wanted = std::ranges::find(m_script.viewings, scripted.about,
                                          [](const content::ScriptedViewing& one) { return one.viewing.title; });
    const auto exercise = catalog().exercise(scripted.exercise);
    if (wanted == m_script.viewings.end() || !exercise) return m_robot->fault(QStringLiteral("nothing to watch"));
    goTo(PageName::Watch);
    watchTogether(*m_robot, m_album, *m_program->journal(), catalog(), wanted->viewing, (*exercise)->practice);
  }

  /// Where one of the two would not go on, something else is offered, and the exercise can be come to again.
  void turnBack() {
    goTo(PageName::Practices);
    const QString id = QStringLiteral("round-and-round");
    m_robot->press(QStringLiteral("exercise_") + id);
    passGate(*m_robot, m_album, id, {3, 0});
    shoot("gate-end");
    if (m_robot->sees(QStringLiteral("firstReadyButton"))) m_robot->fault(id + QStringLiteral(" comes all the same"));
    m_robot->press(QStringLiteral("doneButton"));
    if (m_program->window().currentPage() != PageName::Practices) m_robot->fault(QStringLiteral("no way back"));
  }

  void unlockAs(int index) {
    const QString name = QString::fromStdString(m_script.names.at(static_cast<std::size_t>(index)));
    m_robot->press(index == 0 ? QStringLiteral("partnerAButton") : QStringLiteral("partnerBButton"));
    shoot("unlock-passphrase");
    m_robot->type(QStringLiteral("secretEdit"),
                  QString::fromUtf8(index == 0 ? kTourPassphraseOfA : kTourPassphraseOfB));
    m_robot->press(QStringLiteral("openButton"));
    if (m_program->window().currentPage() == PageName::Unlock) {
      m_robot->fault(QStringLiteral("the lock screen did not open for ") + name);
    }
  }

  void privateLine() {
    comeBackAs(0);
    shoot("today");
    keepLine(*m_robot, m_album, m_program->window(), QString::fromStdString(m_script.notes.back().text));
  }

  /// The newest week that ended with a step and whose last line, life outside, was heavy for one of them: what is
  /// offered then is seen on the tour.
  const content::ScriptedLook& heavyLook() const {
    const auto isHeavy = [](const content::ScriptedLook::Part& part) {
      return !part.lines.empty() && part.lines.back().value_or(0) >= practice::kHeavyFrom;
    };
    const auto found = std::find_if(m_script.looks.rbegin(), m_script.looks.rend(), [&](const auto& look) {
      return look.agreement && std::ranges::any_of(look.parts, isHeavy);
    });
    return found == m_script.looks.rend() ? m_script.looks.back() : *found;
  }

  void weeklyLook(const content::ScriptedLook& scripted) {
    const auto look = catalog().weeklyLook();
    if (!look) return m_robot->fault(QStringLiteral("no weekly look"));
    const EveningWords words = lookWords(**look, scripted);
    for (const int who : {0, 1}) {
      comeBackAs(who);
      goTo(PageName::WeeklyLook);
      m_robot->press(who == 0 ? QStringLiteral("turnAButton") : QStringLiteral("turnBButton"));
      EveningWalk(*m_robot, m_album, *m_program->journal(), **look, words).walk(QStringLiteral("look"));
    }
    comeBackAs(0);
    goTo(PageName::WeeklyLook);
    m_robot->press(QStringLiteral("openButton"));
    EveningWalk(*m_robot, m_album, *m_program->journal(), **look, words).walk(QStringLiteral("look-together"));
  }

  void readAgain() {
    comeBackAs(1);
    goTo(PageName::Today);
    shoot("today-after");
    m_robot->press(QStringLiteral("journeyCard"));
    shoot("journey-begun");
    if (!m_robot->sees(QStringLiteral("openingRow")))
      m_robot->fault(QStringLiteral("the journey does not know it was begun"));
    goTo(PageName::Story);
    shoot("story");
    goTo(PageName::Watch);
    shoot("watch-after");
  }

  void hide() {
    Q_EMIT m_program->window().hideAsked();
    if (m_program->window().currentPage() != PageName::Cover) m_robot->fault(QStringLiteral("Hide did not cover"));
    m_album.take(m_program->window(), QStringLiteral("cover"));
    m_robot->wait([this] { return m_restart.has_value(); });
    if (!m_restart) m_robot->fault(QStringLiteral("Hide did not lock"));
  }

  /// A journal that is not where it was: somebody moved it.
  void lose() {
    WindowRequest request = m_first;
    request.journal = (homeIn(m_folder) / "moved.footbridge").string();
    start(request);
    shoot("journal-gone");
    if (m_program->window().currentPage() != PageName::Trouble)
      m_robot->fault(QStringLiteral("no word on a lost file"));
    collectFaults();
  }

  content::FolderCatalog& catalog() { return m_catalog; }

  std::filesystem::path m_folder;
  WindowRequest m_first;
  const content::RehearsalScript& m_script;
  Album m_album;
  content::FolderCatalog m_catalog{contentInUse()};
  QStringList m_faults;
  std::optional<std::vector<std::string>> m_restart;
  std::unique_ptr<Program> m_program;
  std::unique_ptr<Robot> m_robot;
};

}  // namespace

TourReport takeTour(const TourPlan& plan) {
  TourReport report;
  const QtWarnings warnings;
  const auto script = content::readRehearsalScript((contentInUse() / "rehearsal.json").string());
  if (!script) {
    report.faults.push_back("the words of the made-up couple cannot be read: " + script.error().detail);
    return report;
  }
  for (const auto theme : {gui::ThemeChoice::Light, gui::ThemeChoice::Dark}) {
    const bool light = theme == gui::ThemeChoice::Light;
    if (!light && !plan.inTheDark) continue;
    const auto place = std::filesystem::absolute(plan.folder) / (light ? "light" : "dark");
    if (const TourFolder folder = readyFolder(place); !folder.fault.empty()) {
      report.diskRefused = folder.diskRefused;
      report.faults.push_back(folder.fault);
      return report;
    }
    TourPass pass(plan, place, theme, *script);
    pass.go();
    (light ? report.light : report.dark) = pass.count();
    if (light) report.journal = pass.journalPath().string();
    for (const QString& fault : pass.faults())
      report.faults.push_back((light ? "light: " : "dark: ") + fault.toStdString());
  }
  for (const QString& warning : warnings.heard()) report.faults.push_back("Qt says: " + warning.toStdString());
  return report;
}

}  // namespace footbridge::app
