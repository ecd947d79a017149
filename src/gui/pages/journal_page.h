// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "domain/moment.h"
#include "domain/partner.h"

namespace footbridge::gui {

namespace Ui {
class JournalPage;
}

/// What the page about the journal's file shows.
struct JournalContent {
  struct Kept {
    Day made{};
    bool damaged = false;
  };
  struct Backups {
    QString folder;
    std::vector<Kept> kept;  ///< the one made last comes first
    std::optional<Day> lastGood;
    std::optional<Day> lastDrill;
    QString problem;          ///< what went wrong at the last try, in words
    bool unreadable = false;  ///< their folder is there and cannot be read
    bool olderLie = false;    ///< backups from before a passphrase was changed, or something was deleted for good
  };
  QString path;               ///< empty: it is in memory alone
  QString syncedBy;           ///< the service that keeps its folder in step with other computers; empty: none is known
  bool unprovenDisk = false;  ///< another program provides the disk, and nobody can vouch for it
  QString otherCopy;          ///< the name of a second copy beside it; empty: none
  std::optional<Backups> backups;  ///< none: this journal has none, and nothing of it is kept
  Day today{};
  QString me;               ///< who is here alone; empty: nobody in particular, and nothing of one's own is offered
  QString other;            ///< the other partner; empty: there is none yet
  bool wordsWait = false;   ///< theirs, from another copy, for the passphrase that it had
  bool wordsAside = false;  ///< theirs, from before they were let back in, for their own code
  bool readOnly = false;
  bool mayExchange = true;  ///< something can be taken along and brought in
};

/// Where the journal is and how safe it is; taking along, bringing in, joining and leaving.
class JournalPage : public QWidget {
  Q_OBJECT

 public:
  enum class Format : std::uint8_t { ToRead, Table, Everything };

  explicit JournalPage(QWidget* parent = nullptr);
  ~JournalPage() override;

  void showJournal(const JournalContent& content);
  /// The keyboard goes to the name of who joins, where somebody can.
  void beginJoin();
  /// One calm line about what was just done, with the way to what it deleted where it did.
  void showNotice(const QString& words, bool leadsToDeleted = false);
  void showRefusal(const QString& words);

 Q_SIGNALS:
  void backAsked();
  void backUpAsked();
  void restoreAsked(int kept);  ///< which, in the order of JournalContent::Backups::kept
  void removeOlderAsked();
  void keepOlderAsked();
  void whoAsked();  ///< somebody wants to say who they are
  /// With `ownPart` without what is for both.
  void takeAsked(footbridge::gui::JournalPage::Format format, bool ownPart);
  void importAsked();
  void deletedAsked();  ///< what an import deleted is to be looked at
  void mergeAsked();
  void mergeCopyAsked();  ///< with the copy that lies beside it
  void waitingAsked();    ///< what waits is to be taken in
  void asideAsked();      ///< what was put aside is to be brought back
  void joinAsked(const footbridge::PartnerName& name);
  void takeOutAsked();

 private:
  void wire();
  void showFile(const JournalContent& content);
  void showBackups(const JournalContent& content);
  void showKept(const JournalContent& content);
  void showPeople(const JournalContent& content);
  void checkName();
  void take(Format format);

  std::unique_ptr<Ui::JournalPage> m_ui;
};

}  // namespace footbridge::gui
