// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one view of the player, or writes it as a picture:
//   player_gallery --view NAME [--dark] [--scale 150] [--size 1280x800] [--shot FILE.png]
#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

#include "content/folder_catalog.h"
#include "gui/look/look.h"
#include "gui/pages/player_page.h"
#include "gui/pages/weekly_look_page.h"
#include "gui/steps/pause_view.h"
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
  content::FolderCatalog catalog(FOOTBRIDGE_CONTENT "/en");
  const gui::CareDecks decks = gui::careDecksOf(catalog);
  if (view == QStringLiteral("pause")) {
    page->showPause(
        {.couple = sample::couple(), .decks = decks, .planMadeIn = QStringLiteral("A pause with a way back")});
  }
  if (view == QStringLiteral("paused")) {
    const practice::PausePlan plan{
        {"“Half past”", "You to the garden, I to the bath. Back at half past. The other says: okay."},
        {"First my jaw gets tight.", "Make tea, and watch it steep"},
        {"I talk faster and faster.", "Go once around the block"}};
    page->showPause({.couple = sample::couple(), .until = QStringLiteral("20:40"), .decks = decks, .plan = plan});
  }
  if (view == QStringLiteral("pause-over"))
    page->showPause({.couple = sample::couple(), .isOver = true, .decks = decks});
  if (view == QStringLiteral("leave")) page->showLeave({.deck = decks.aftercare, .inView = true});
  for (auto one : sample::playerScreens()) {
    one.setting.decks = decks;
    one.setting.aftercare.deck = decks.aftercare;
    one.exercise.practice = Practice::Conflict;
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
    out << "pause\npaused\npause-over\nleave\nweekly-look\n";
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
