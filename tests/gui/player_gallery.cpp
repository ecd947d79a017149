// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one view of the player, or writes it as a picture:
//   player_gallery --view NAME [--dark] [--scale 150] [--size 1280x800] [--shot FILE.png]
#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

#include "gui/look/look.h"
#include "gui/pages/player_page.h"
#include "gui/pages/weekly_look_page.h"
#include "player_screens.h"

using namespace footbridge;

namespace {

QWidget* newShown(const QString& view) {
  if (view == QStringLiteral("weekly-look")) {
    auto* page = new gui::WeeklyLookPage;
    page->showCouple(sample::couple());
    return page;
  }
  auto* page = new gui::PlayerPage;
  if (view == QStringLiteral("pause")) page->showPause(sample::couple(), {});
  if (view == QStringLiteral("paused")) page->showPause(sample::couple(), QStringLiteral("20:40"));
  if (view == QStringLiteral("leave")) page->showLeave();
  for (const auto& one : sample::playerScreens()) {
    if (view != QString::fromStdString(one.name)) continue;
    page->showScreen(one.exercise, one.screen, one.setting);
    page->showSaved(gui::SavedState::Saved);
  }
  return page;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QCommandLineParser arguments;
  const QString none;
  arguments.addOptions({{QStringLiteral("view"), none, QStringLiteral("name"), QStringLiteral("write")},
                        {QStringLiteral("dark"), none},
                        {QStringLiteral("scale"), none, QStringLiteral("percent"), QStringLiteral("100")},
                        {QStringLiteral("size"), none, QStringLiteral("WxH"), QStringLiteral("1280x800")},
                        {QStringLiteral("shot"), none, QStringLiteral("file")},
                        {QStringLiteral("list"), none}});
  arguments.process(application);
  if (arguments.isSet(QStringLiteral("list"))) {
    QTextStream out(stdout);
    for (const auto& one : sample::playerScreens()) out << QString::fromStdString(one.name) << '\n';
    out << "pause\npaused\nleave\nweekly-look\n";
    return 0;
  }
  gui::Appearance appearance;
  appearance.theme = arguments.isSet(QStringLiteral("dark")) ? gui::ThemeChoice::Dark : gui::ThemeChoice::Light;
  appearance.motion = false;
  appearance.textPercent = arguments.value(QStringLiteral("scale")).toInt();
  gui::look::apply(application, appearance);
  const QStringList size = arguments.value(QStringLiteral("size")).split(QLatin1Char('x'));
  const std::unique_ptr<QWidget> shown(newShown(arguments.value(QStringLiteral("view"))));
  shown->setAutoFillBackground(true);
  shown->resize(size.value(0).toInt(), size.value(1).toInt());
  shown->show();
  shown->activateWindow();
  if (!arguments.isSet(QStringLiteral("shot"))) return QApplication::exec();
  for (int i = 0; i < 6; ++i) QApplication::processEvents();
  return shown->grab().save(arguments.value(QStringLiteral("shot"))) ? 0 : 1;
}
