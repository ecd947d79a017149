// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one page of the window with made-up words, to look at it or to ask it for its accessible tree.
//   gui_gallery --page today [--dark] [--scale 150] [--size 1280x800] [--shot FILE.png]
#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>
#include <cstdio>

#include "gui/example_content.h"
#include "gui/gallery_parts.h"
#include "gui/look/look.h"
#include "gui/main_window.h"
#include "gui/pages/evidence_page.h"
#include "gui/pages/first_minute_page.h"
#include "gui/pages/practices_page.h"
#include "gui/pages/safety_page.h"

namespace footbridge::gui {
namespace {

const QHash<QString, PageName> kNames{{QStringLiteral("first-minute"), PageName::FirstMinute},
                                      {QStringLiteral("today"), PageName::Today},
                                      {QStringLiteral("first-day"), PageName::Today},
                                      {QStringLiteral("practices"), PageName::Practices},
                                      {QStringLiteral("exercise"), PageName::Exercise},
                                      {QStringLiteral("gate"), PageName::Exercise},
                                      {QStringLiteral("going-on"), PageName::Exercise},
                                      {QStringLiteral("evidence"), PageName::Evidence},
                                      {QStringLiteral("settings"), PageName::Settings},
                                      {QStringLiteral("safety"), PageName::Safety},
                                      {QStringLiteral("parts"), PageName::Player}};

template <typename Page>
Page* made(const std::function<void(Page&)>& fill) {
  auto* page = new Page;
  fill(*page);
  return page;
}

void addPages(MainWindow& window, const QString& name) {
  const QStringList names{QStringLiteral("Alex"), QStringLiteral("Sam")};
  window.addPage(PageName::FirstMinute, [] { return new FirstMinutePage; });
  window.addPage(PageName::Today, [name] {
    return made<TodayPage>([&](auto& page) {
      page.showToday(name == QStringLiteral("first-day") ? example::firstDay() : example::today());
    });
  });
  window.addPage(PageName::Practices, [] {
    return made<PracticesPage>([](auto& page) { page.showExercises(example::exercises(), Audience::Two); });
  });
  window.addPage(PageName::Exercise, [name, names] {
    return made<ExercisePage>([&](auto& page) {
      const bool gate = name == QStringLiteral("gate");
      ExerciseOverview overview{gate ? example::gatedExercise() : example::exercise(), names, std::nullopt,
                                QStringLiteral("12 October, and both of you called it helpful.")};
      overview.goesOn = name == QStringLiteral("going-on");
      if (overview.goesOn)
        overview.before = QStringLiteral("You began it on 12 October. It goes on where you left it.");
      page.showExercise(overview);
    });
  });
  window.addPage(PageName::Evidence, [] {
    return made<EvidencePage>([](auto& page) { page.showFor(*example::exercise(), example::evidence()); });
  });
  window.addPage(PageName::Settings,
                 [] { return made<SettingsPage>([](auto& page) { page.showSettings(example::settings()); }); });
  window.addPage(PageName::Safety, [] {
    return made<SafetyPage>([](auto& page) { page.showHelpLines(example::helpLines(), example::helpNotice()); });
  });
  window.addPage(PageName::Player, [] { return new GalleryParts; });
  QObject::connect(&window, &MainWindow::navigated, &window, [&window](PageName page) {
    if (page != PageName::WeeklyLook && page != PageName::Story) window.showPage(page);
  });
  QObject::connect(&window, &MainWindow::safetyAsked, &window, [&window] { window.showPage(PageName::Safety); });
}

QSize sizeFrom(const QString& text) {
  const QStringList parts = text.split(u'x');
  return {parts.value(0).toInt(), parts.value(1).toInt()};
}

int run(QApplication& application) {
  QCommandLineParser parser;
  parser.addHelpOption();
  parser.addOptions(
      {{QStringLiteral("page"), QStringLiteral("Which page."), QStringLiteral("NAME"), QStringLiteral("today")},
       {QStringLiteral("dark"), QStringLiteral("The dark theme.")},
       {QStringLiteral("scale"), QStringLiteral("Text size."), QStringLiteral("PERCENT"), QStringLiteral("100")},
       {QStringLiteral("size"), QStringLiteral("Of the window."), QStringLiteral("WxH"), QStringLiteral("1280x800")},
       {QStringLiteral("shot"), QStringLiteral("Write a picture and end."), QStringLiteral("FILE")}});
  parser.process(application);
  const QString name = parser.value(QStringLiteral("page"));
  if (!kNames.contains(name)) {
    std::fprintf(stderr, "no page of that name; there are: %s\n", qPrintable(kNames.keys().join(u' ')));
    return 2;
  }
  Appearance appearance;
  appearance.theme = parser.isSet(QStringLiteral("dark")) ? ThemeChoice::Dark : ThemeChoice::Light;
  appearance.textPercent = parser.value(QStringLiteral("scale")).toInt();
  look::apply(application, appearance);
  MainWindow window;
  addPages(window, name);
  window.resize(sizeFrom(parser.value(QStringLiteral("size"))));
  window.showPage(kNames.value(name));
  window.show();
  if (!parser.isSet(QStringLiteral("shot"))) return QApplication::exec();
  QApplication::processEvents();
  return window.grab().save(parser.value(QStringLiteral("shot"))) ? 0 : 1;
}

}  // namespace
}  // namespace footbridge::gui

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  return footbridge::gui::run(application);
}
