// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/backups.h"
#include "gui/flows/copy_flow.h"
#include "gui/flows/surroundings.h"
#include "gui/pages/journal_page.h"

namespace footbridge::gui {

class TakeOutPage;

/// Where the journal is kept: its backups, what is taken along or brought in, who joins and who takes their part out.
class KeepingFlow : public QObject {
  Q_OBJECT

 public:
  explicit KeepingFlow(const Surroundings& around, QObject* parent = nullptr);

  void show();
  /// The same, with the keyboard at the name of who joins.
  void showJoin();
  /// "The last good backup is from yesterday."; empty where none are made.
  [[nodiscard]] QString backupWords() const;
  /// Something went that older backups hold still: they are offered for removal, for as long as it takes. What is
  /// remembered of it lies sealed with that partner's own words and is offered to them alone; without one, in *ours*.
  void wentForGood(std::optional<PartnerId> whose);
  /// Words of the partner who is here came with another copy, and wait for its passphrase.
  [[nodiscard]] bool waitsForPassphrase() const;
  void takeInWaiting();
  void showTakeOut();

 Q_SIGNALS:
  /// As CopyFlow::asksFor().
  void asksFor(footbridge::PartnerId partner);
  void backAsked();
  void whoAsked();  ///< one of the two wants to say who they are, and come back here
  /// What was deleted is to be looked at, these first.
  void deletedAsked(const std::vector<footbridge::EntryId>& first);
  void cameIn();  ///< words out of another file, and with them, it may be, other names and colours
  /// Another file is to be opened instead.
  void openAsked(const std::string& path);
  /// Somebody joined, or took their part out: who is here has to be asked anew. `keyWasHere`: what a passphrase keeps
  /// was open when it began, so that its words are in memory whoever's they are now.
  void peopleChanged(bool keyWasHere);

 private:
  QWidget* makeJournal();
  QWidget* makeTakeOut();
  [[nodiscard]] JournalContent content() const;
  [[nodiscard]] std::optional<JournalContent::Backups> backups() const;
  JournalPage& page();
  TakeOutPage& takeOutPage();
  void backUp();
  void restore(int kept);
  [[nodiscard]] std::vector<VaultId> whereOlderIsKept() const;
  [[nodiscard]] bool olderLie() const;
  void forgetOlder();
  void removeOlder();
  [[nodiscard]] static QString leftWords(const BackupStatus& status);
  void keepOlder();
  void take(JournalPage::Format format, bool ownPart);
  /// What went from the lists of who is here, because it was deleted where the rest came from.
  struct Gone {
    std::vector<EntryId> toBringBack;
    bool anyForGood = false;
  };
  [[nodiscard]] Gone goneIn(const TakenIn& taken) const;
  [[nodiscard]] bool mayBringBackAnyOf(const std::vector<EntryId>& removed) const;
  void takeIn();
  void wireCopies();
  [[nodiscard]] QString joinedWords(const TakenIn& taken) const;
  void mergePicked();
  void mergeBeside();
  [[nodiscard]] std::optional<std::string> copyBeside() const;
  void askToJoin(const PartnerName& name);
  void join();
  void takeOut();
  void bringBackWords();
  [[nodiscard]] QString besideJournal(const QString& name) const;

  Surroundings m_around;
  CopyFlow m_copies;
  std::map<std::string, QDateTime> m_joinedCopies;  ///< as they were then; what has changed since is offered again
  std::vector<EntryId> m_deletedThere;              ///< by what came in last; it may be brought back
  std::optional<PartnerName> m_joining;  ///< waits for the passphrase of who is here
};

}  // namespace footbridge::gui
