// SPDX-License-Identifier: GPL-3.0-or-later
// Which journal the window has: how one comes in, is kept in backups, and goes.
#include <QApplication>
#include <QThread>
#include <QTimer>
#include <chrono>
#include <filesystem>
#include <utility>

#include "app/content_in_use.h"
#include "app/named_pages.h"
#include "app/program.h"
#include "content/rehearsal_script.h"
#include "domain/backups.h"
#include "gui/beside_window.h"
#include "gui/error_text.h"
#include "gui/lent_words.h"
#include "gui/look/look.h"
#include "gui/pages/first_minute_page.h"
#include "storage/journal_backups.h"
#include "system/platform.h"

namespace footbridge::app {
namespace {

/// After a restart the old process may hold the file for a moment longer: the lock goes with its last breath.
constexpr int kTriesAfterRestart = 20;
constexpr unsigned long kMillisecondsBetween = 50;

/// A window that has just locked is on screen again before its backup is made.
constexpr std::chrono::milliseconds kBackupAfterLock{1500};

// Where a journal lies already that could not be opened, the new one lies beside it.
std::string freePath(const std::string& wanted) {
  const std::filesystem::path path(wanted);
  std::filesystem::path free = path;
  std::error_code unknown;
  for (int number = 2; std::filesystem::exists(free, unknown); ++number) {
    free = path;
    free.replace_filename(path.stem().string() + '-' + std::to_string(number) + path.extension().string());
  }
  return free.string();
}

}  // namespace

void Program::createJournal(const PartnerName& a, const std::optional<PartnerName>& b) {
  if (!mayMove()) return;
  const std::string path = freePath(m_request.journal.value_or(m_shelf.defaultPath()));
  auto journal = m_shelf.create(path, a, b);
  if (!journal) return showFirstMinute(gui::errorText(journal.error()));
  moveTo(std::move(*journal));
}

void Program::pickJournal() {
  if (!mayMove()) return;
  const auto folder = std::filesystem::path(m_shelf.defaultPath()).parent_path().string();
  if (const auto path = m_questions.pickFile(gui::FileFor::Journal, QString::fromStdString(folder))) {
    openJournal(path->toStdString());
  }
}

void Program::openLater(const std::string& path) {
  gui::soon(*this, [this, path] {
    if (mayMove()) openJournal(path);
  });
}

Result<std::unique_ptr<Journal>> Program::open(const std::string& path) {
  auto ahead = m_headStart ? m_headStart->takeJournal(path) : std::nullopt;
  if (!ahead) return m_shelf.open(path);
  m_catalog = std::move(ahead->catalog);
  return std::move(ahead->journal);
}

bool Program::isOpenHere(const std::string& path) const {
  std::error_code unknown;
  return m_flow && std::filesystem::equivalent(path, m_journal->path(), unknown);
}

/// What the command line says of a page or a pause is said of the journal that it names, and of no other.
bool Program::isAskedFor(const std::string& path) const {
  std::error_code unknown;
  return !m_request.journal || std::filesystem::equivalent(path, *m_request.journal, unknown);
}

bool Program::openJournal(const std::string& path) {
  if (isOpenHere(path)) {
    m_flow->comeBack();
    return true;
  }
  auto journal = open(path);
  for (int again = 0; !journal && journal.error().kind == ErrorKind::InUse && m_request.locked; ++again) {
    if (again == kTriesAfterRestart) break;
    QThread::msleep(kMillisecondsBetween);
    journal = m_shelf.open(path);
  }
  if (!journal) {
    m_opening.showTrouble(path, journal.error(), m_flow != nullptr);
    return false;
  }
  moveTo(std::move(*journal));
  return true;
}

// Freed memory keeps its words: where somebody has opened their part, the next journal begins in a process of its own.
void Program::moveTo(std::unique_ptr<Journal> journal) {
  const std::string path = journal->path();
  // What can only be looked at, as a backup, is not what they write in. What was open before a lock was remembered when
  // it was opened, and whoever had it forgotten since meant it.
  const bool isBack = !m_flow && m_request.locked && m_request.journal == path;
  if (!journal->readOnly() && !isBack) m_preferences.rememberJournal(path);
  if (!m_flow || !m_flow->anyUnlocked()) return useJournal(std::move(journal), true);
  journal.reset();
  keepBackups();  // the next process knows nothing of this one's journal
  lock({.covered = false, .paused = {}, .journal = path});
}

void Program::openRehearsal() {
  if (!mayMove()) return;
  if (m_flow && m_flow->anyUnlocked()) {
    keepBackups();
    return lock({.covered = false, .paused = {}, .journal = std::string()});
  }
  const auto script = content::readRehearsalScript((contentInUse() / "rehearsal.json").string());
  if (!script) return showFirstMinute(gui::errorText(script.error()));
  const auto a = PartnerName::from(script->names[0]);
  const auto b = PartnerName::from(script->names[1]);
  if (!a || !b) return showFirstMinute(gui::errorText({ErrorKind::BadContent, "rehearsal.json"}));
  auto journal = m_shelf.createInMemory(*a, b);
  if (!journal) return showFirstMinute(gui::errorText(journal.error()));
  if (auto filled = fillRehearsal(*script, m_catalog, m_rehearsalClock, **journal); !filled) {
    return showFirstMinute(gui::errorText(filled.error()));
  }
  useJournal(std::move(*journal), false);
  m_window.setBand(tr("Made-up couple · nothing is kept"));
}

/// To a journal of one's own: a new one, or one that is there.
void Program::leaveRehearsal() {
  if (!mayMove()) return;
  closeJournal();
  m_request.rehearsal = false;
  m_window.setBand({});
  showFirstMinute();
}

void Program::useJournal(std::unique_ptr<Journal> journal, bool mayLock) {
  closeJournal();
  m_journal = std::move(journal);
  gui::Appearance appearance = gui::look::appearance();
  for (const Partner& partner : m_journal->partners()) {
    (partner.id == PartnerId::A ? appearance.a : appearance.b) = partner.colour;
  }
  gui::look::apply(*qApp, appearance);
  m_window.setBand(m_journal->readOnly() ? tr("To read only · nothing can be kept in this file") : QString());
  m_flow = std::make_unique<gui::JournalFlow>(
      gui::JournalFlow::World{*m_journal, m_catalog, m_rehearsalClock, m_preferences, m_questions, m_window, mayLock});
  connect(m_flow.get(), &gui::JournalFlow::lockAsked, this, [this] { lock({}); });
  connect(m_flow.get(), &gui::JournalFlow::pauseLockAsked, this,
          [this](const gui::PausedSitting& paused) { lock({.covered = false, .paused = paused}); });
  connect(m_flow.get(), &gui::JournalFlow::openAsked, this, &Program::openLater);
  // What else is in it can be read still: the way back stays open.
  connect(m_flow.get(), &gui::JournalFlow::damageFound, this,
          [this](const Error& error) { m_opening.showTrouble(m_journal->path(), error, true); });
  connect(m_flow.get(), &gui::JournalFlow::elsewhereAsked, this,
          [this, mayLock] { gui::soon(*this, [this, mayLock] { mayLock ? pickJournal() : leaveRehearsal(); }); });
  const bool isAsked = mayLock ? isAskedFor(m_journal->path()) : m_request.rehearsal;
  const auto named = std::exchange(m_request.page, std::nullopt);
  const auto asked = named && isAsked ? pageNamed(*named) : std::nullopt;
  takeCarriedDrafts();
  const auto paused = gui::PausedSitting::from(std::exchange(m_request.paused, {}));
  if (paused && isAsked)
    m_flow->beginPaused(*paused);
  else
    m_flow->begin();
  if (asked) m_flow->showPage(*asked);
  m_backupOwed = false;
  if (m_request.locked) backUpSoon();
}

// Where nobody came past the lock nothing has changed.
void Program::closeJournal() {
  m_backupOwed |= m_flow && m_flow->anyOpen();
  if (m_flow) gui::takeBackLentWords();
  m_flow.reset();
  if (m_backupOwed && m_journal) keepBackups();
  if (m_journal) m_waitingDrafts = m_journal->waitingDrafts();
  m_journal.reset();
}

void Program::backUpSoon() {
  m_backupOwed = true;
  QTimer::singleShot(kBackupAfterLock, this, &Program::keepBackups);
}

// What goes wrong is noted beside the backups, and shown with them. Behind the cover no journal is open: its file is
// opened for that alone, and no vault in it.
void Program::keepBackups() {
  m_backupOwed = false;
  if (m_journal) {
    Backups* const backups = m_journal->backups();
    if (backups != nullptr) static_cast<void>(backups->keepUp(BackupPace::AfterUse));
    return;
  }
  const auto path = m_request.rehearsal ? std::nullopt : journalAtHand();
  if (path) static_cast<void>(m_backupShelf.keepUp(*path, [this] { return m_rehearsalClock.now(); }));
}

// What only this file has a place for stays until the file has it. What belongs to another goes along, here as at a
// lock.
bool Program::mayMove() {
  if (m_flow && !m_flow->mayLeave()) return false;
  while (m_journal) {
    m_journal->settleDrafts();
    if (!m_journal->ownDraftsWait()) break;
    // On the cover nothing is said.
    const bool covered = m_window.currentPage() == gui::PageName::Cover;
    if (covered || !m_questions.confirm({tr("Half-written words are not saved yet"),
                                         tr("Nothing is lost: they wait in this window, and another journal has no "
                                            "place for them. Make some room on the disk, then press Save again. If "
                                            "that does not help, stay here, lock, and let whoever wrote them sign in: "
                                            "then they are kept."),
                                         tr("Save again"), tr("Stay")}))
      return false;
  }
  return true;
}

// A window that cannot keep what was written in it stays open, with the words and with what to do on its page.
bool Program::mayClose() {
  if (m_journal) m_journal->settleDrafts();
  const bool waits = m_journal ? !m_journal->waitingDrafts().empty() : !m_waitingDrafts.empty();
  return (!waits || mayLoseWaiting()) && (!m_flow || m_flow->mayLeave());
}

/// What waits is in the memory of this process alone: its disk refused it, and only its writer's key can give it there.
/// On the cover nothing is said, and nothing is lost.
bool Program::mayLoseWaiting() {
  if (m_window.currentPage() == gui::PageName::Cover) return false;
  return m_questions.confirm(
      {tr("Half-written words are not saved yet"),
       tr("The disk did not take them. They are safe as long as this window stays open. Make some room, open their "
          "journal and sign in once more: then they are kept."),
       tr("Close and lose them"), tr("Stay")});
}

}  // namespace footbridge::app
