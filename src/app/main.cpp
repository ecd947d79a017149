// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "app/arguments.h"
#include "app/content_in_use.h"
#include "app/head_start.h"
#include "app/kept_preferences.h"
#include "app/print.h"
#include "app/program.h"
#include "app/tour/tour.h"
#include "domain/text.h"
#include "gui/look/font_list.h"
#include "gui/look/look.h"
#include "gui/questions.h"
#include "system/platform.h"

namespace footbridge::app {
namespace {

constexpr int kDone = 0;
constexpr int kRefused = 1;
constexpr int kUsage = 2;
constexpr int kDiskRefused = 5;

/// An installation may have lost a part of itself; then there is little that the window could show.
bool contentIsThere() {
  const std::filesystem::path content = platform::contentFolder() / "en";
  std::error_code problem;
  if (std::filesystem::is_directory(content, problem)) return true;
  std::cerr << "footbridge: " << visibleText(content.string())
            << ": the exercises that come with the program are not there. Journals are as they were; please install "
               "the program anew.\n";
  return false;
}

/// Who came by an icon sees no terminal.
int tellOfMissingContent(int argc, char** argv) {
  auto display = platform::Display::find();
  if (!display) return kRefused;
  gui::look::readFontList();
  QApplication application(argc, argv);
  display.reset();
  if (QGuiApplication::platformName() == QLatin1String("offscreen")) return kRefused;  // nobody would see it
  gui::look::apply(application, KeptPreferences().load().appearance);
  gui::WindowQuestions(nullptr).tell(
      QCoreApplication::translate("Program", "A part of Footbridge is missing"),
      QCoreApplication::translate("Program",
                                  "The exercises that come with it are not where they belong. Your journal "
                                  "is as you left it. Please install Footbridge again, then open it."));
  return kRefused;
}

int run(const WindowRequest& request, int argc, char** argv) {
  if (!contentIsThere()) return tellOfMissingContent(argc, argv);
  platform::forbidMemoryDumps();
  platform::startNoBus();
  const Program::Options options{
      .cost = {}, .restart = {}, .ready = platform::takePipe("FIRST_WINDOW_READY_FD"), .end = platform::listenForEnd()};
  auto display = platform::Display::find();
  if (!display) {
    std::cerr << "footbridge: there is no display to open a window on; footbridge --tour FOLDER works without one\n";
    return kRefused;
  }
  HeadStart headStart(journalAtStart(request), contentInUse());
  const QApplication application(argc, argv);
  display.reset();
  Program program(request, options, &headStart);
  program.start();
  return QApplication::exec();
}

int run(const TourRequest& request, int argc, char** argv) {
  if (!contentIsThere()) return kRefused;
  setenv("QT_QPA_PLATFORM", "offscreen", 1);
  gui::look::readFontList();
  const QApplication application(argc, argv);
  const TourReport report = takeTour({request.folder, request.size, request.textPercent});
  for (const std::string& fault : report.faults) std::cerr << "footbridge: tour: " << visibleText(fault) << '\n';
  if (report.diskRefused) return kDiskRefused;
  std::cout << report.light << " light and " << report.dark << " dark screens in " << visibleText(request.folder)
            << '\n';
  return report.faults.empty() ? kDone : kRefused;
}

int run(const PrintRequest& request, int argc, char** argv) {
  if (!contentIsThere()) return kRefused;
  setenv("QT_QPA_PLATFORM", "offscreen", 1);
  gui::look::readFontList();
  const QApplication application(argc, argv);
  const auto printed = printSheets(request);
  if (printed) return kDone;
  std::cerr << "footbridge: " << printTrouble(request, printed.error()) << '\n';
  return printExitCode(printed.error());
}

int run(const VersionRequest&, int, char**) {
  std::cout << "footbridge " FOOTBRIDGE_VERSION "\n";
  return kDone;
}

int run(const UsageRequest&, int, char**) {
  std::cout << usageText();
  return kDone;
}

int run(const UsageProblem& problem, int, char**) {
  if (problem.missing.empty()) {
    std::cerr << "footbridge: cannot do anything with '" << visibleText(problem.what)
              << "'; footbridge --help says what there is\n";
  } else {
    std::cerr << "footbridge: '" << visibleText(problem.what) << "' needs " << problem.missing
              << "; footbridge --help says what there is\n";
  }
  return kUsage;
}

}  // namespace
}  // namespace footbridge::app

int main(int argc, char** argv) {
  footbridge::platform::openStandardStreams();
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto request = footbridge::app::parseArguments(arguments);
  // The application looks at its own arguments too; ours are not for it.
  int kept = 1;
  return std::visit([&kept, argv](const auto& one) { return footbridge::app::run(one, kept, argv); }, request);
}
