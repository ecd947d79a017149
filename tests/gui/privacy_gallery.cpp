// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one view of the private side of the window, or writes it as a picture:
//   privacy_gallery --view NAME [--dark] [--scale 150] [--size 1280x800] [--shot FILE.png]
#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTextStream>
#include <functional>
#include <map>
#include <memory>

#include "fakes/fake_vault_door.h"
#include "gui/dialogs/protect_dialog.h"
#include "gui/dialogs/recover_dialog.h"
#include "gui/dialogs/recovery_code_dialog.h"
#include "gui/dialogs/secret_clipboard.h"
#include "gui/dialogs/unlock_dialog.h"
#include "gui/look/look.h"
#include "gui/pages/cover_page.h"
#include "gui/pages/deleted_page.h"
#include "gui/pages/entry_page.h"
#include "gui/pages/journal_page.h"
#include "gui/pages/note_page.h"
#include "gui/pages/open_lines_page.h"
#include "gui/pages/story_page.h"
#include "gui/pages/take_out_page.h"
#include "gui/pages/trouble_page.h"
#include "gui/pages/unlock_page.h"
#include "journal_sample.h"
#include "story_sample.h"

using namespace footbridge;

namespace {

struct Stage {
  fakes::FakeVaultDoor door;
  fakes::FakePartners partners;
  gui::SecretClipboard clipboard;
  Partner alex = fakes::partner(PartnerId::A, "Alex");
  Partner sam = fakes::partner(PartnerId::B, "Sam");
};

void press(QWidget& in, const char* button) {
  in.findChild<QPushButton*>(QString::fromLatin1(button))->click();
}

void type(QWidget& in, const char* field, const QString& words) {
  in.findChild<QWidget*>(QString::fromLatin1(field))->findChild<QLineEdit*>()->setText(words);
}

QWidget* newUnlock(Stage& stage, bool wrong) {
  stage.door.lockWith(PartnerId::A, "the counter and the rain");
  auto* page = new gui::UnlockPage(stage.door, stage.partners);
  if (!wrong) return page;
  page->choose(PartnerId::A);
  type(*page, "passphraseField", QStringLiteral("the counter and the train"));
  press(*page, "openButton");
  return page;
}

QWidget* newStory(const QString& words) {
  auto* page = new gui::StoryPage;
  page->showStory(sample::storyCards(), sample::kToday, true);
  page->findChild<QLineEdit*>(QStringLiteral("searchEdit"))->setText(words);
  return page;
}

QWidget* newEntry(const gui::EntryView& view) {
  auto* page = new gui::EntryPage;
  page->showEntry(view);
  return page;
}

QWidget* newDeleted() {
  auto* page = new gui::DeletedPage;
  page->showDeleted(sample::deletedThings());
  return page;
}

QWidget* newNote(const Stage& stage, gui::NoteFor to, bool isProtected) {
  auto* page = new gui::NotePage;
  page->showSheet(
      {stage.alex, to, true, isProtected, QStringLiteral("I counted the cafés we have not been to since "), {}});
  if (isProtected) page->showSaved();
  return page;
}

QWidget* newProtect(Stage& stage, gui::ProtectDialog::Why why, bool typed) {
  auto* dialog = new gui::ProtectDialog(stage.door, stage.alex, stage.sam, why, nullptr);
  if (typed) type(*dialog, "firstField", QStringLiteral("lanterns over wet"));
  return dialog;
}

QWidget* newCode(Stage& stage, const char* stop) {
  auto* dialog = new gui::RecoveryCodeDialog({*Passphrase::from(fakes::FakeVaultDoor::kCode)}, stage.alex, stage.sam,
                                             stage.clipboard, nullptr);
  const QString at = QString::fromLatin1(stop);
  if (at != QStringLiteral("curtain")) press(*dialog, "showCodeButton");
  if (at == QStringLiteral("check") || at == QStringLiteral("skip")) press(*dialog, "writtenButton");
  if (at == QStringLiteral("skip")) press(*dialog, "skipButton");
  return dialog;
}

using Make = std::function<QWidget*(Stage&)>;

QWidget* newOpening(const Stage& stage) {
  auto* page = new gui::OpenLinesPage;
  page->showLines(
      stage.alex, stage.sam,
      {QStringLiteral("I counted the cafés we have not been to since the spring. It is not about the coffee. "
                      "I think I miss being asked where I would like to go."),
       QStringLiteral("Maybe I could say that, one of these days.")});
  press(*page, "line2");
  return page;
}

QWidget* newTrouble(ErrorKind kind, const char* detail = "") {
  auto* page = new gui::TroublePage;
  page->showTrouble(Error{.kind = kind, .detail = detail, .number = 12},
                    QStringLiteral("/home/alex/Documents/us.footbridge"), sample::kToday);
  return page;
}

QWidget* newJournal(bool listed, bool older) {
  auto* page = new gui::JournalPage;
  gui::JournalContent content = sample::journalContent();
  content.backups->olderLie = older;
  if (older) content.otherCopy = QStringLiteral("us (conflicted copy).footbridge");
  page->showJournal(content);
  if (listed) press(*page, "bringBackButton");
  return page;
}

QWidget* newTakeOut(const Stage& stage, bool again) {
  auto* page = new gui::TakeOutPage;
  page->showPart(stage.alex, stage.sam, false);
  if (again) press(*page, "firstButton");
  return page;
}

std::map<QString, Make> views() {
  using gui::ProtectDialog;
  return {
      {QStringLiteral("unlock"), [](Stage& s) { return newUnlock(s, false); }},
      {QStringLiteral("unlock-wrong"), [](Stage& s) { return newUnlock(s, true); }},
      {QStringLiteral("unlock-open"),
       [](Stage& s) {
         auto* page = new gui::UnlockPage(s.door, s.partners);
         page->choose(PartnerId::B);
         return page;
       }},
      {QStringLiteral("story"), [](Stage&) { return newStory({}); }},
      {QStringLiteral("story-search"), [](Stage&) { return newStory(QStringLiteral("cafe")); }},
      {QStringLiteral("story-none"), [](Stage&) { return newStory(QStringLiteral("elephant")); }},
      {QStringLiteral("story-empty"), [](Stage&) { return new gui::StoryPage; }},
      {QStringLiteral("entry-note"), [](Stage&) { return newEntry(sample::privateNote()); }},
      {QStringLiteral("entry-agreement"), [](Stage&) { return newEntry(sample::agreement(AgreementState::Kept)); }},
      {QStringLiteral("entry-sitting"), [](Stage&) { return newEntry(sample::sitting()); }},
      {QStringLiteral("note"), [](Stage& s) { return newNote(s, gui::NoteFor::JustMe, true); }},
      {QStringLiteral("note-open"), [](Stage& s) { return newNote(s, gui::NoteFor::JustMe, false); }},
      {QStringLiteral("note-both"), [](Stage& s) { return newNote(s, gui::NoteFor::Both, true); }},
      {QStringLiteral("cover"), [](Stage&) { return new gui::CoverPage(sample::kToday); }},
      {QStringLiteral("entry-thrown"),
       [](Stage&) {
         QWidget* page = newEntry(sample::privateNote());
         press(*page, "removeButton");
         press(*page, "forGoodButton");
         return page;
       }},
      {QStringLiteral("entry-versions"),
       [](Stage&) {
         QWidget* page = newEntry(sample::privateNote());
         press(*page, "versionsButton");
         return page;
       }},
      {QStringLiteral("deleted"), [](Stage&) { return newDeleted(); }},
      {QStringLiteral("open-lines"), [](Stage& s) { return newOpening(s); }},
      {QStringLiteral("trouble-older"), [](Stage&) { return newTrouble(ErrorKind::RolledBack); }},
      {QStringLiteral("trouble-left-out"), [](Stage&) { return newTrouble(ErrorKind::RolledBack, kWaitingLeftOut); }},
      {QStringLiteral("trouble-damaged"), [](Stage&) { return newTrouble(ErrorKind::Damaged); }},
      {QStringLiteral("trouble-gone"), [](Stage&) { return newTrouble(ErrorKind::NotFound); }},
      {QStringLiteral("trouble-in-use"), [](Stage&) { return newTrouble(ErrorKind::InUse); }},
      {QStringLiteral("journal"), [](Stage&) { return newJournal(false, false); }},
      {QStringLiteral("journal-older"), [](Stage&) { return newJournal(true, true); }},
      {QStringLiteral("take-out"), [](Stage& s) { return newTakeOut(s, false); }},
      {QStringLiteral("take-out-again"), [](Stage& s) { return newTakeOut(s, true); }},
      {QStringLiteral("unlock-dialog"),
       [](Stage& s) { return new gui::UnlockDialog(s.door, s.alex, gui::UnlockDialog::Why::GoOn, nullptr); }},
      {QStringLiteral("protect"), [](Stage& s) { return newProtect(s, ProtectDialog::Why::FirstPrivateLine, false); }},
      {QStringLiteral("protect-turn"), [](Stage& s) { return newProtect(s, ProtectDialog::Why::SealedTurn, true); }},
      {QStringLiteral("recover"), [](Stage& s) { return new gui::RecoverDialog(s.door, s.alex, s.sam, nullptr); }},
      {QStringLiteral("code-curtain"), [](Stage& s) { return newCode(s, "curtain"); }},
      {QStringLiteral("code"), [](Stage& s) { return newCode(s, "code"); }},
      {QStringLiteral("code-check"), [](Stage& s) { return newCode(s, "check"); }},
      {QStringLiteral("code-skip"), [](Stage& s) { return newCode(s, "skip"); }},
  };
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QCommandLineParser arguments;
  const QString none;
  arguments.addOptions({{QStringLiteral("view"), none, QStringLiteral("name"), QStringLiteral("story")},
                        {QStringLiteral("dark"), none},
                        {QStringLiteral("scale"), none, QStringLiteral("percent"), QStringLiteral("100")},
                        {QStringLiteral("size"), none, QStringLiteral("WxH"), QStringLiteral("1068x800")},
                        {QStringLiteral("shot"), none, QStringLiteral("file")},
                        {QStringLiteral("list"), none}});
  arguments.process(application);
  const auto all = views();
  const auto wanted = all.find(arguments.value(QStringLiteral("view")));
  if (arguments.isSet(QStringLiteral("list")) || wanted == all.end()) {
    QTextStream out(stdout);
    for (const auto& [name, make] : all) out << name << '\n';
    return wanted == all.end() ? 1 : 0;
  }
  gui::Appearance appearance;
  appearance.theme = arguments.isSet(QStringLiteral("dark")) ? gui::ThemeChoice::Dark : gui::ThemeChoice::Light;
  appearance.textPercent = arguments.value(QStringLiteral("scale")).toInt();
  gui::look::apply(application, appearance);
  Stage stage;
  const std::unique_ptr<QWidget> shown(wanted->second(stage));
  shown->setAutoFillBackground(true);
  const QStringList size = arguments.value(QStringLiteral("size")).split(u'x');
  const bool asDialog = qobject_cast<QDialog*>(shown.get()) != nullptr;
  if (asDialog) shown->show();  // sizes itself; a size that was asked for counts after that
  if (!asDialog || arguments.isSet(QStringLiteral("size"))) shown->resize(size.first().toInt(), size.last().toInt());
  shown->show();
  if (!arguments.isSet(QStringLiteral("shot"))) return QApplication::exec();
  for (int i = 0; i < 6; ++i) QApplication::processEvents();
  return shown->grab().save(arguments.value(QStringLiteral("shot"))) ? 0 : 1;
}
