// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QApplication>
#include <QDBusConnection>
#include <QSocketNotifier>
#include <QWindow>
#include <cstdlib>
#include <utility>

#include "app/content_in_use.h"
#include "app/named_pages.h"
#include "app/window_ground.h"
#include "app/window_place.h"
#include "gui/beside_window.h"
#include "gui/look/look.h"
#include "gui/pages/cover_page.h"
#include "gui/pages/first_minute_page.h"
#include "gui/pages/safety_page.h"
#include "storage/journal_backups.h"
#include "system/platform.h"

namespace footbridge::app {
namespace {

using gui::PageName;

}  // namespace

std::optional<std::string> journalAtStart(const WindowRequest& request) {
  if (request.covered || request.rehearsal) return std::nullopt;
  return request.journal ? request.journal : KeptPreferences().journal();
}

Program::Program(WindowRequest request, Options options, HeadStart* headStart)
    : m_request(std::move(request)),
      m_options(std::move(options)),
      m_headStart(headStart),
      m_rehearsalClock(m_clock),
      m_catalog(contentInUse()),
      m_shelf({.cost = m_options.cost,
               .stateFolder = {},
               .now = [this] { return m_rehearsalClock.now(); },
               .backupsFolder = storage::defaultBackupsFolder(),
               .beside = gui::besideWindow}),
      m_questions(&m_window),
      m_backupShelf(storage::defaultBackupsFolder()),
      m_opening({m_window, m_shelf, m_backupShelf, m_questions}) {
  applyLook();
  m_window.addPage(PageName::FirstMinute, [this] { return makeFirstMinute(); });
  m_window.addPage(PageName::Cover, [this] {
    auto* cover = new gui::CoverPage(m_clock.today());
    connect(cover, &gui::CoverPage::uncovered, this, &Program::showFirst);
    return cover;
  });
  m_window.addPage(PageName::Safety, [this] { return makeSafety(); });
  connect(&m_window, &gui::MainWindow::safetyAsked, this, &Program::showSafety);
  connect(&m_opening, &gui::OpeningFlow::openAsked, this, &Program::openLater);
  connect(&m_opening, &gui::OpeningFlow::newAsked, this, [this] { showFirstMinute(); });
  connect(&m_opening, &gui::OpeningFlow::backAsked, this, [this] {
    if (m_flow) m_flow->comeBack();
  });
  connect(&m_window, &gui::MainWindow::lockAsked, this, &Program::lockByHand);
  connect(&m_window, &gui::MainWindow::hideAsked, this, &Program::hideOrComeBack);
  // Asked over D-Bus once the first frame is on screen: a slow answer costs nobody a window.
  connect(
      &m_window, &gui::MainWindow::firstPainted, &m_systemTheme,
      [this] { m_systemTheme.ask(QDBusConnection::sessionBus()); }, Qt::QueuedConnection);
  connect(
      &m_window, &gui::MainWindow::firstPainted, &m_systemLock,
      [this] { m_systemLock.listen(QDBusConnection::sessionBus(), QDBusConnection::systemBus()); },
      Qt::QueuedConnection);
  // Where a passphrase is being tried just then, what it opens is locked right after.
  connect(&m_systemLock, &SystemLock::lockAsked, this, [this] {
    gui::soon(*this, [this] {
      lockIfOpen();
      m_systemLock.letSleep();
    });
  });
  connect(&m_window, &gui::MainWindow::firstPainted, this, &Program::sayReady);
  connect(
      &m_window, &gui::MainWindow::firstPainted, this, [this] { fillNoMore(m_window); }, Qt::QueuedConnection);
  connect(&m_systemTheme, &gui::SystemTheme::darkPreferred, this, &Program::followSystem);
  m_window.askBeforeClosing([this] { return mayClose(); });
  listenForEnd();
  connect(qApp, &QGuiApplication::focusWindowChanged, this, [this](const QWindow* focus) {
    if (focus == nullptr)
      m_sinceAway.start();
    else
      m_sinceAway.invalidate();
  });
}

Program::~Program() {
  closeJournal();
  if (m_backupOwed) keepBackups();
}

void Program::applyLook() {
  gui::look::apply(*qApp, m_preferences.load().appearance);
}

void Program::followSystem(bool dark) {
  gui::Preferences preferences = m_preferences.load();
  if (std::exchange(preferences.appearance.systemIsDark, dark) != dark) m_preferences.save(preferences);
  gui::Appearance appearance = gui::look::appearance();
  if (appearance.systemIsDark == dark) return;
  appearance.systemIsDark = dark;
  gui::look::apply(*qApp, appearance);
}

// Whoever measures how soon the window is there passes a descriptor for one byte.
void Program::sayReady() {
  if (const auto descriptor = std::exchange(m_options.ready, std::nullopt)) platform::writeByte(*descriptor);
}

// Nobody can be asked, so what can be kept is kept; not in the middle of slow work, which a socket reaches all the same
// where Qt's events go through GLib's loop.
void Program::listenForEnd() {
  if (m_options.end < 0) return;
  auto* heard = new QSocketNotifier(m_options.end, QSocketNotifier::Read, this);
  connect(heard, &QSocketNotifier::activated, this, [this, heard] {
    heard->setEnabled(false);
    gui::soon(*this, [this] {
      if (m_flow) static_cast<void>(m_flow->putAway());
      if (m_journal) m_journal->settleDrafts();
      QCoreApplication::exit();
    });
  });
}

void Program::start() {
  readCarriedDrafts();
  placeWindow();
  if (m_headStart) m_headStart->waitForFonts();
  if (m_request.covered)
    beginCovered();
  else
    showFirst();
  m_sinceStart.start();
  fillUntilFirstFrame(m_window, gui::look::theme().paper);
  m_window.show();
}

// Whoever hid may close the window from here, or not come back for long.
void Program::beginCovered() {
  m_window.showPage(PageName::Cover);
  backUpSoon();
}

void Program::placeWindow() {
  const auto place = WindowPlace::from(m_request.place);
  if (!place) return;
  m_window.setGeometry(place->geometry);
  m_window.setWindowState(place->state);
  m_window.setAttribute(Qt::WA_ShowWithoutActivating, !place->active);
  if (!place->active) m_sinceAway.start();
}

void Program::showFirst() {
  if (m_request.rehearsal) return openRehearsal();
  const auto path = journalAtHand();
  if (!path) return showFirstMinute();
  openJournal(*path);
}

/// The one asked for, or the one last used.
std::optional<std::string> Program::journalAtHand() const {
  return m_request.journal ? m_request.journal : m_preferences.journal();
}

QWidget* Program::makeFirstMinute() {
  auto* page = new gui::FirstMinutePage;
  connect(page, &gui::FirstMinutePage::named, this, &Program::createJournal);
  connect(page, &gui::FirstMinutePage::openAsked, this, &Program::pickJournal);
  connect(page, &gui::FirstMinutePage::rehearsalAsked, this, &Program::openRehearsal);
  connect(page, &gui::FirstMinutePage::safetyAsked, &m_window, &gui::MainWindow::safetyAsked);
  return page;
}

void Program::showFirstMinute(const QString& problem) {
  m_window.pageAs<gui::FirstMinutePage>(PageName::FirstMinute).showProblem(problem);
  m_window.showPage(PageName::FirstMinute);
}

// The same page for everybody, from everywhere, before any journal is open; it leads back to where one was.
QWidget* Program::makeSafety() {
  auto* page = new gui::SafetyPage;
  if (const auto lines = m_catalog.helpLines()) {
    page->showHelpLines(*lines, QString::fromStdString(m_catalog.helpNotice()));
  }
  connect(page, &gui::SafetyPage::backAsked, this, [this] { m_window.showPage(m_beforeSafety, m_aroundSafety); });
  connect(page, &gui::SafetyPage::hideAsked, &m_window, &gui::MainWindow::hideAsked);
  return page;
}

void Program::showSafety() {
  if (m_window.currentPage() == PageName::Safety) return;
  m_beforeSafety = m_window.currentPage();
  m_aroundSafety = m_window.currentChrome();
  m_window.showPage(PageName::Safety, m_aroundSafety);
}

}  // namespace footbridge::app
