// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>
#include <string>

#include "domain/backups.h"
#include "domain/ports.h"

namespace footbridge::gui {

class MainWindow;
class Questions;
class TroublePage;

/// What happens when a journal does not open: what is safe, and the ways on. Opens nothing itself.
class OpeningFlow : public QObject {
  Q_OBJECT

 public:
  /// All of it outlives the flow.
  struct World {
    MainWindow& window;
    JournalShelf& shelf;
    BackupShelf& backups;
    Questions& questions;
  };

  explicit OpeningFlow(const World& world, QObject* parent = nullptr);

  /// `mayGoBack`: another journal is open still.
  void showTrouble(const std::string& path, const Error& error, bool mayGoBack = false);

 Q_SIGNALS:
  void openAsked(const std::string& path);  ///< the same file again, or another
  void newAsked();
  void backAsked();  ///< to the journal that is open still

 private:
  QWidget* makePage();
  TroublePage& page();
  void pickAnother();
  void goOnWithOlder();
  void bringBackupBack();
  /// What is backed up of the journal in trouble; none where nothing is.
  [[nodiscard]] std::optional<BackedUpJournal> backedUp() const;

  World m_world;
  std::string m_path;
  Error m_trouble;
};

}  // namespace footbridge::gui
