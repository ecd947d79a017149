// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lent_words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTextEdit>
#include <QtTest>

#include "catch.h"
#include "fakes/forgotten_preferences.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "fakes/scripted_questions.h"
#include "gui/flows/journal_flow.h"
#include "gui/main_window.h"
#include "gui/pages/note_page.h"
#include "gui/pages/player_page.h"
#include "gui/pages/viewing_page.h"
#include "gui/steps/leave_view.h"
#include "gui/steps/pause_view.h"
#include "gui/widgets/plain_edit.h"
#include "player_screens.h"
#include "privacy_probe.h"

using namespace footbridge;
using namespace footbridge::gui;

namespace {

QString onClipboard() {
  return QGuiApplication::clipboard()->text();
}

/// All fields for some lines of words on it that can be typed in. Those for one line take an empty clipboard well.
QList<QWidget*> pagesOfWords(QWidget& page) {
  QList<QWidget*> fields;
  for (auto* plain : page.findChildren<QPlainTextEdit*>()) {
    if (!plain->isReadOnly()) fields << plain;
  }
  for (auto* text : page.findChildren<QTextEdit*>()) {
    if (!text->isReadOnly()) fields << text;
  }
  return fields;
}

void putInAnEmptyClipboard(QWidget& field) {
  INFO(field.objectName().toStdString());
  const auto words = [&field] { return field.property("plainText").toString(); };
  const QString before = words();
  QGuiApplication::clipboard()->setMimeData(new QMimeData);
  QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
  QTest::keyClick(&field, Qt::Key_Insert, Qt::ShiftModifier);
  CHECK(words() == before);
  QGuiApplication::clipboard()->setText(QStringLiteral("put in"));
  QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
  CHECK(words().contains(QStringLiteral("put in")));
}

void showNamed(PlayerPage& page, const char* name) {
  const auto one = sample::playerScreen(name);
  page.showScreen(one.exercise, one.screen, one.setting);
}

/// What its writer marked and copied of what they wrote.
void copyAWord(PlayerPage& page) {
  auto* field = page.findChild<QTextEdit*>(QStringLiteral("pageEdit"));
  REQUIRE(field != nullptr);
  field->setPlainText(QStringLiteral("I dread your mother coming"));
  QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClick(field, Qt::Key_C, Qt::ControlModifier);
  REQUIRE(onClipboard() == QStringLiteral("I dread your mother coming"));
}

}  // namespace

TEST_CASE("An empty clipboard, as a lock leaves it, can be put into every field for words") {
  int tried = 0;
  for (const auto& one : sample::playerScreens()) {
    INFO(one.name);
    PlayerPage page;
    page.showScreen(one.exercise, one.screen, one.setting);
    for (QWidget* field : pagesOfWords(page)) {
      putInAnEmptyClipboard(*field);
      ++tried;
    }
  }
  NotePage note;
  ViewingPage viewing;
  for (QWidget* page : {static_cast<QWidget*>(&note), static_cast<QWidget*>(&viewing)}) {
    for (QWidget* field : pagesOfWords(*page)) {
      putInAnEmptyClipboard(*field);
      ++tried;
    }
  }
  CHECK(tried >= 8);
}

TEST_CASE("What is copied goes as plain words, and asks a clipboard's history to leave it alone") {
  PlayerPage page;
  showNamed(page, "write");
  copyAWord(page);
  const QMimeData* lent = QGuiApplication::clipboard()->mimeData();
  CHECK_FALSE(lent->hasHtml());
  CHECK(lent->data(QStringLiteral("x-kde-passwordManagerHint")) == QByteArrayLiteral("secret"));
}

TEST_CASE("What one of them copied is gone once the laptop is the other's, and stays while it is theirs") {
  PlayerPage page;
  showNamed(page, "write");
  copyAWord(page);
  SECTION("their own next screen") {
    showNamed(page, "write");
    CHECK_FALSE(onClipboard().isEmpty());
  }
  SECTION("the curtain") {
    showNamed(page, "hand-over");
    CHECK(onClipboard().isEmpty());
  }
  SECTION("the question whether to leave, from which they stay") {
    page.showLeave({});
    showNamed(page, "write");
    CHECK_FALSE(onClipboard().isEmpty());
  }
  SECTION("a pause, and theirs again") {
    page.showPause({});
    CHECK_FALSE(onClipboard().isEmpty());
    showNamed(page, "write");
    CHECK_FALSE(onClipboard().isEmpty());
  }
  SECTION("the page of one who waits for the other") {
    page.showAbsent({sample::alex(), sample::sam()}, PartnerId::B, true);
    CHECK(onClipboard().isEmpty());
  }
  SECTION("a pause, and then what is for both") {
    page.showPause({});
    showNamed(page, "finished");
    CHECK(onClipboard().isEmpty());
  }
  SECTION("words of another program") {
    QGuiApplication::clipboard()->setText(QStringLiteral("from elsewhere"));
    showNamed(page, "hand-over");
    CHECK(onClipboard() == QStringLiteral("from elsewhere"));
  }
}

TEST_CASE("Whoever sits alone keeps what they copied, and after a sitting of two it is gone") {
  fakes::MemoryJournal journal{sample::alex(), sample::sam()};
  fakes::ListCatalog catalog;
  catalog.all = {sample::supportExercise(), sample::aloneExercise()};
  fakes::StillClock clock;
  fakes::ScriptedQuestions questions;
  fakes::ForgottenPreferences preferences;
  MainWindow window;
  JournalFlow flow{{journal, catalog, clock, preferences, questions, window}};
  const auto page = [&window]() -> QWidget& {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return *window.page(window.currentPage());
  };
  window.show();
  const bool isAlone = GENERATE(true, false);
  const Exercise& exercise = isAlone ? catalog.all.back() : catalog.all.front();
  Begun begun{.exercise = exercise.id, .fingerprint = {}, .source = {}, .day = clock.day, .lookOfA = {}, .lookOfB = {}};
  begun.mode = isAlone ? SittingMode::Alone : SittingMode::Together;
  REQUIRE(journal.begin(isAlone ? VaultId::A : VaultId::Ours, std::move(begun)).ok());
  flow.showPage(PageName::Unlock);
  if (isAlone) probe::press(page(), "partnerAButton");
  probe::press(page(), isAlone ? "openButton" : "oursButton");
  probe::press(page(), "leftOffCard");
  if (!isAlone) probe::press(page(), "firstReadyButton");
  probe::press(page(), isAlone ? "beginButton" : "secondReadyButton");
  REQUIRE(window.currentPage() == PageName::Player);
  QGuiApplication::clipboard()->setMimeData(new LentWords(QStringLiteral("I dread your mother coming")));
  probe::press(page(), "leaveButton");
  probe::press(page(), "stayButton");
  CHECK_FALSE(onClipboard().isEmpty());
  probe::press(page(), "leaveButton");
  auto* leave = page().findChild<LeaveView*>();
  REQUIRE(leave != nullptr);
  probe::press(*leave, "leaveButton");
  REQUIRE(window.currentPage() != PageName::Player);
  CHECK(onClipboard().isEmpty() != isAlone);
}
