// SPDX-License-Identifier: GPL-3.0-or-later
// The backups of a journal: how they stand, one made now, one brought back, older ones removed.
#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "gui/calendar.h"
#include "gui/error_text.h"
#include "gui/flows/keeping_flow.h"
#include "gui/main_window.h"
#include "gui/questions.h"

namespace footbridge::gui {
namespace {

/// Kept like a draft: sealed, outside history, and gone when it is dealt with.
constexpr std::string_view kOlderPlace = "keeping/older";

}  // namespace

std::optional<JournalContent::Backups> KeepingFlow::backups() const {
  const Backups* const made = m_around.journal.backups();
  if (made == nullptr) return std::nullopt;
  const BackupStatus status = made->status();
  JournalContent::Backups shown;
  shown.folder = QDir::toNativeSeparators(QString::fromStdString(status.folder));
  for (const Backup& backup : status.kept) shown.kept.push_back({backup.made, backup.damaged});
  shown.lastGood = status.lastGood;
  shown.lastDrill = status.lastDrill;
  if (status.problem)
    shown.problem = tr("The last try did not work. %1").arg(errorText(*status.problem));
  else if (status.drillProblem)
    shown.problem =
        status.drillProblem->kind == ErrorKind::Damaged
            ? tr("A backup was read back and is not as it was made. It was left alone, and your journal is as it was. "
                 "Make a new one now.")
            : tr("A backup could not be read back. %1").arg(errorText(*status.drillProblem));
  shown.unreadable = status.unreadable.has_value();
  shown.olderLie = !status.kept.empty() && olderLie();
  return shown;
}

QString KeepingFlow::backupWords() const {
  const Backups* const made = m_around.journal.backups();
  if (made == nullptr) return {};
  const BackupStatus status = made->status();
  if (status.unreadable) return tr("The folder of the backups cannot be read just now.");
  const auto last = status.lastGood;
  if (!last) return tr("There is no backup yet.");
  const QString words = tr("The last good backup is from %1.").arg(agoWords(*last, m_around.clock.today()));
  return olderLie() ? words + QLatin1Char(' ') + tr("Older ones hold what has gone since.") : words;
}

void KeepingFlow::backUp() {
  const auto made = m_around.journal.backups()->backUpNow();
  show();
  if (!made) return page().showRefusal(errorText(made.error()));
  page().showNotice(tr("Done. A backup from today is there; it was read back and found equal."));
}

QString KeepingFlow::leftWords(const BackupStatus& status) {
  return tr("Some older ones were kept: an older copy took the place of this journal once, and they may hold words "
            "that "
            "are not in it. They are safe in %1. If you want none of them, delete them there.")
      .arg(QDir::toNativeSeparators(QString::fromStdString(status.folder)));
}

QString KeepingFlow::besideJournal(const QString& name) const {
  return QFileInfo(QString::fromStdString(m_around.journal.path())).dir().filePath(name);
}

/// As a new file; then it is opened from there.
void KeepingFlow::restore(int kept) {
  const BackupStatus status = m_around.journal.backups()->status();
  if (kept < 0 || static_cast<std::size_t>(kept) >= status.kept.size()) return show();
  const Backup& backup = status.kept[static_cast<std::size_t>(kept)];
  const QString name = tr("journal of %1.footbridge").arg(QString::fromStdString(toText(backup.made)));
  const auto path = m_around.questions.pickNewFile(tr("Bring a backup back as a new file"), besideJournal(name));
  if (!path) return;
  if (auto done = m_around.journal.backups()->restore(backup, path->toStdString()); !done) {
    return page().showRefusal(errorText(done.error()));
  }
  Q_EMIT openAsked(path->toStdString());
}

void KeepingFlow::wentForGood(std::optional<PartnerId> whose) {
  const Backups* const made = m_around.journal.backups();
  if (made == nullptr || made->status().kept.empty()) return;
  // An offer that the disk does not take is lost; nothing else is.
  static_cast<void>(m_around.journal.putDraft(whose ? vaultOf(*whose) : VaultId::Ours, kOlderPlace, "older"));
}

std::vector<VaultId> KeepingFlow::whereOlderIsKept() const {
  std::vector<VaultId> vaults{VaultId::Ours};
  if (const auto alone = m_around.here.alone()) vaults.push_back(vaultOf(*alone));
  std::erase_if(vaults, [this](VaultId vault) {
    return m_around.journal.door(vault) == DoorState::Locked || !m_around.journal.findDraft(vault, kOlderPlace);
  });
  return vaults;
}

bool KeepingFlow::olderLie() const {
  return !whereOlderIsKept().empty();
}

void KeepingFlow::forgetOlder() {
  for (const VaultId vault : whereOlderIsKept()) {
    static_cast<void>(m_around.journal.clearDraft(vault, kOlderPlace));
  }
}

void KeepingFlow::removeOlder() {
  forgetOlder();  // else the new backup would hold the offer
  if (const auto removed = keepOnlyANewOne(*m_around.journal.backups()); !removed) {
    wentForGood(m_around.here.alone());
    return page().showRefusal(tr("The older backups did not all go.") + QLatin1Char(' ') + errorText(removed.error()));
  }
  show();
  const BackupStatus status = m_around.journal.backups()->status();
  QString words = leftForGood(status).empty() ? tr("The older backups are gone. A new one is there.")
                                              : tr("A new backup is there.") + QLatin1Char(' ') + leftWords(status);
  if (status.ofOtherCopies > 0)
    words += QLatin1Char(' ') + tr("Backups of other copies of this journal were left. They lie in %1.")
                                    .arg(QDir::toNativeSeparators(QString::fromStdString(status.journalFolder)));
  page().showNotice(words);
}

void KeepingFlow::keepOlder() {
  forgetOlder();
  show();
}

}  // namespace footbridge::gui
