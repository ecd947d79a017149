// SPDX-License-Identifier: GPL-3.0-or-later
#include "gates/window/canary_window.h"

#include <unistd.h>

#include <QApplication>
#include <QPlainTextEdit>
#include <QSocketNotifier>
#include <algorithm>

#include "app/program.h"
#include "app/tour/robot.h"
#include "gates/parts/told_process.h"
#include "system/platform.h"

namespace footbridge::gates {
namespace {

class Driver {
 public:
  explicit Driver(app::Program& program)
      : m_program(program), m_robot(program.window()), m_told(STDIN_FILENO, QSocketNotifier::Read) {
    QObject::connect(&m_told, &QSocketNotifier::activated, &m_told, [this] { obey(); });
    m_robot.settle();
  }

 private:
  void obey() {
    m_told.setEnabled(false);  // the robot lets events through, this one among them
    const auto line = platform::readLine(STDIN_FILENO);
    if (!line) return QApplication::quit();
    if (*line == "lock") Q_EMIT m_program.window().lockAsked();  // does not come back
    const std::size_t space = line->find(' ', 2);
    if (space == std::string::npos) return QApplication::exit(1);
    std::string secret = line->substr(2, space - 2);
    std::ranges::replace(secret, '_', ' ');
    unlock(line->front() == 'a' ? "partnerAButton" : "partnerBButton", secret);
    lookAround();
    write(line->substr(space + 1));
    if (!m_robot.faults().isEmpty()) return QApplication::exit(1);
    sayDone();
    m_told.setEnabled(true);
  }

  void unlock(const char* tile, const std::string& secret) {
    m_robot.press(QString::fromUtf8(tile));
    m_robot.type(QStringLiteral("secretEdit"), QString::fromStdString(secret));
    m_robot.press(QStringLiteral("openButton"));
  }
  void lookAround() {
    Q_EMIT m_program.window().navigated(gui::PageName::Story);
    m_robot.type(QStringLiteral("searchEdit"), QStringLiteral("canary"));
  }
  void write(const std::string& words) {
    Q_EMIT m_program.window().navigated(gui::PageName::Note);
    m_robot.settle();
    if (auto* edit = m_robot.find<QPlainTextEdit>(QStringLiteral("noteEdit"))) edit->selectAll();
    m_robot.type(QStringLiteral("noteEdit"), QString::fromStdString(words));
  }

  app::Program& m_program;
  app::Robot m_robot;
  QSocketNotifier m_told;
};

}  // namespace

int runCanaryWindow(int argc, char** argv) {
  platform::forbidMemoryDumps();
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto request = app::parseArguments(arguments);
  const auto* window = std::get_if<app::WindowRequest>(&request);
  if (!window) return 2;
  int kept = 1;
  const QApplication application(kept, argv);
  app::Program program(*window, {});
  program.start();
  const Driver driver(program);
  sayDone();
  return QApplication::exec();
}

}  // namespace footbridge::gates
