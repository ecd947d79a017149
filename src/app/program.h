// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QRect>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/arguments.h"
#include "app/head_start.h"
#include "app/kept_preferences.h"
#include "app/rehearsal.h"
#include "app/system_clock.h"
#include "app/system_lock.h"
#include "content/folder_catalog.h"
#include "gui/flows/journal_flow.h"
#include "gui/flows/opening_flow.h"
#include "gui/look/system_theme.h"
#include "gui/main_window.h"
#include "gui/questions.h"
#include "storage/backup_shelf.h"
#include "storage/shelf.h"

namespace footbridge::app {

/// The journal that a window opens first: the one asked for, or the one last used. None for one that begins on the
/// cover, in the rehearsal or with the first minute.
[[nodiscard]] std::optional<std::string> journalAtStart(const WindowRequest& request);

/// The running window: builds the real objects, opens and closes journals, and ends the process to lock it.
class Program : public QObject {
  Q_OBJECT

 public:
  /// What differs between the program and a tour of it.
  struct Options {
    std::optional<storage::KdfCost> cost;  ///< of new passphrases; none: calibrated
    /// Ends this process and begins a new one; the real thing unless given. It is not expected to return.
    std::function<void(const std::vector<std::string>& arguments)> restart;
    std::optional<int> ready{};  ///< where to write one byte once the first frame is painted
    int end = -1;                ///< readable once the system wants this process to end; -1: nobody listens
  };

  /// `headStart`, with the journal of journalAtStart(), outlives the program; without one nothing was begun before.
  Program(WindowRequest request, Options options, HeadStart* headStart = nullptr);
  ~Program() override;

  /// Shows the window with the page that the request leads to.
  void start();

  [[nodiscard]] gui::MainWindow& window() { return m_window; }
  /// Null while none is open.
  [[nodiscard]] Journal* journal() { return m_journal.get(); }

 private:
  void applyLook();
  void followSystem(bool dark);
  void sayReady();
  void listenForEnd();
  void beginCovered();
  void placeWindow();
  void showFirst();
  void showFirstMinute(const QString& problem = {});
  void hideOrComeBack();
  void showCover();
  QWidget* makeFirstMinute();
  QWidget* makeSafety();
  void showSafety();
  void createJournal(const PartnerName& a, const std::optional<PartnerName>& b);
  void pickJournal();
  /// False when it could not be opened; the page of troubles then says what is safe and what to do.
  bool openJournal(const std::string& path);
  /// Once what asked for it is done; a journal that opens is the one found again next time.
  void openLater(const std::string& path);
  void openRehearsal();
  void leaveRehearsal();
  /// The journal comes in place of the one that is open now, if one is, and is found again next time.
  void moveTo(std::unique_ptr<Journal> journal);
  [[nodiscard]] bool isOpenHere(const std::string& path) const;
  [[nodiscard]] bool isAskedFor(const std::string& path) const;
  void useJournal(std::unique_ptr<Journal> journal, bool mayLock);
  void closeJournal();
  void keepBackups();
  void backUpSoon();
  [[nodiscard]] std::optional<std::string> journalAtHand() const;
  /// Where the process that comes after a lock begins.
  struct Restart {
    bool covered = false;
    std::optional<gui::PausedSitting> paused;
    std::optional<std::string> journal{};  ///< to open instead of this one; empty: the made-up couple
  };
  void lock(Restart how);
  void lockByHand();
  void lockIfOpen();
  [[nodiscard]] std::vector<std::string> restartArguments(const Restart& how) const;
  [[nodiscard]] bool isAway() const;
  [[nodiscard]] std::optional<std::string> journalAfter(const Restart& how) const;
  [[nodiscard]] std::optional<gui::PausedSitting> pausedStill(const Restart& how) const;
  /// What is in nobody's file yet goes along to the next process. False where it cannot.
  bool carryOn(std::vector<std::string>& arguments, std::vector<int>& kept) const;
  void readCarriedDrafts();
  void takeCarriedDrafts();
  /// Whether another journal may come in place of this one. Where not, whoever asked for it was told why.
  [[nodiscard]] bool mayMove();
  [[nodiscard]] bool mayClose();
  [[nodiscard]] bool mayLoseWaiting();
  [[nodiscard]] Result<std::unique_ptr<Journal>> open(const std::string& path);

  WindowRequest m_request;
  Options m_options;
  HeadStart* m_headStart;
  SystemClock m_clock;
  RehearsalClock m_rehearsalClock;
  KeptPreferences m_preferences;
  content::FolderCatalog m_catalog;
  storage::FileShelf m_shelf;
  gui::MainWindow m_window;
  gui::WindowQuestions m_questions;
  storage::FileBackupShelf m_backupShelf;
  gui::OpeningFlow m_opening;
  gui::SystemTheme m_systemTheme;
  SystemLock m_systemLock{this};
  gui::PageName m_beforeSafety = gui::PageName::FirstMinute;
  gui::Chrome m_aroundSafety = gui::Chrome::Nothing;  ///< what was around that page, and is when it is back
  QElapsedTimer m_sinceStart;
  QElapsedTimer m_sinceAway;                 ///< since no window of ours has the keyboard; not valid while one has
  std::vector<std::string> m_waitingDrafts;  ///< came from the process before, sealed; no journal has them
  bool m_toldOfThrown = false;               ///< a lock was asked for, and a line that does not go was shown instead
  bool m_backupOwed = false;                 ///< by what was done before it locked, or is done here
  std::unique_ptr<Journal> m_journal;
  std::unique_ptr<gui::JournalFlow> m_flow;  ///< goes before the journal that it works with
};

}  // namespace footbridge::app
