// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/keeping_flow.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "gui/calendar.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/error_text.h"
#include "gui/flows/privacy_flow.h"
#include "gui/main_window.h"
#include "gui/pages/take_out_page.h"
#include "gui/questions.h"

namespace footbridge::gui {
namespace {

QString nameOfFile(const QString& path) {
  return QFileInfo(path).fileName();
}

QDateTime changedAt(const std::string& path) {
  return QFileInfo(QString::fromStdString(path)).lastModified();
}

}  // namespace

KeepingFlow::KeepingFlow(const Surroundings& around, QObject* parent)
    : QObject(parent), m_around(around), m_copies(around) {
  m_around.window.addPage(PageName::Journal, this, [this] { return makeJournal(); });
  m_around.window.addPage(PageName::TakeOut, this, [this] { return makeTakeOut(); });
  connect(&m_around.privacy, &PrivacyFlow::protectedNow, this, &KeepingFlow::join);
  connect(&m_around.privacy, &PrivacyFlow::cancelled, this, [this] { m_joining.reset(); });
  connect(&m_around.privacy, &PrivacyFlow::broughtBack, this, [this] {
    show();
    page().showNotice(tr("Your words from before are back, with the ones that you have now. Only you can read them."));
  });
  wireCopies();
}

QWidget* KeepingFlow::makeJournal() {
  auto* made = new JournalPage;
  connect(made, &JournalPage::backAsked, this, &KeepingFlow::backAsked);
  connect(made, &JournalPage::backUpAsked, this, &KeepingFlow::backUp);
  connect(made, &JournalPage::restoreAsked, this, &KeepingFlow::restore);
  connect(made, &JournalPage::removeOlderAsked, this, &KeepingFlow::removeOlder);
  connect(made, &JournalPage::keepOlderAsked, this, &KeepingFlow::keepOlder);
  connect(made, &JournalPage::whoAsked, this, &KeepingFlow::whoAsked);
  connect(made, &JournalPage::takeAsked, this, &KeepingFlow::take);
  connect(made, &JournalPage::importAsked, this, &KeepingFlow::takeIn);
  connect(made, &JournalPage::deletedAsked, this, [this] { Q_EMIT deletedAsked(m_deletedThere); });
  connect(made, &JournalPage::mergeAsked, this, &KeepingFlow::mergePicked);
  connect(made, &JournalPage::mergeCopyAsked, this, &KeepingFlow::mergeBeside);
  connect(made, &JournalPage::joinAsked, this, &KeepingFlow::askToJoin);
  connect(made, &JournalPage::takeOutAsked, this, &KeepingFlow::showTakeOut);
  connect(made, &JournalPage::waitingAsked, this, &KeepingFlow::takeInWaiting);
  connect(made, &JournalPage::asideAsked, this, &KeepingFlow::bringBackWords);
  return made;
}

// The same words whatever came in: they tell nobody whether the other has written. What has gone from the lists of who
// is here they would miss, and it is said. That something was put aside in the other file anybody can see there,
// whether there are words in it or not.
QString KeepingFlow::joinedWords(const TakenIn& taken) const {
  QString words =
      tr("Joined. What belongs to somebody who is not here waits for them here, sealed. Where both "
         "copies changed a note, both are in Our story. The other file is as it was.");
  const Gone gone = goneIn(taken);
  if (!gone.toBringBack.empty())
    words +=
        QLatin1Char(' ') + tr("What was thrown away there is thrown away here, too. It is not gone yet: whoever it "
                              "belongs to can bring it back.");
  if (gone.anyForGood)
    words += QLatin1Char(' ') + tr("What was deleted for good there is gone here, too. Nobody can bring it back.");
  const Couple couple = coupleOf(m_around.journal);
  const auto alone = m_around.here.alone();
  // Said to its owner alone, and of no word of theirs: that something was put aside they know.
  if (taken.cutShort)
    words +=
        QLatin1Char(' ') + tr("The disk took no more of it. The rest waits here, sealed and safe. Make some room: it "
                              "comes in when its owner next opens their part.");
  else if (alone && m_around.journal.hasPutAside(*alone) && std::ranges::count(taken.waiting, *alone) > 0)
    words += QLatin1Char(' ') + tr("What belongs to your words that were put aside waits with them for their code.");
  else if (alone && m_around.journal.door(vaultOf(*alone)) == DoorState::Open &&
           std::ranges::count(taken.waiting, *alone) > 0)
    words +=
        QLatin1Char(' ') + tr("Your own words in it were under a passphrase. They wait here, sealed, until you set "
                              "one here too.");
  for (const PartnerId id : taken.staying) {
    words +=
        QLatin1Char(' ') + tr("Something that %1 put aside stays in that file. Please keep it until %1 has brought "
                              "it back there, and then join it once more.")
                               .arg(couple.name(id));
  }
  return words;
}

void KeepingFlow::wireCopies() {
  connect(&m_copies, &CopyFlow::asksFor, this, &KeepingFlow::asksFor);
  connect(&m_copies, &CopyFlow::joined, this, [this](const std::string& path, const TakenIn& taken) {
    m_joinedCopies[path] = changedAt(path);
    show();
    m_deletedThere = goneIn(taken).toBringBack;
    page().showNotice(joinedWords(taken), mayBringBackAnyOf(m_deletedThere));
  });
  connect(&m_copies, &CopyFlow::refused, this, [this](const Error& error) { page().showRefusal(errorText(error)); });
  connect(&m_copies, &CopyFlow::takenIn, this, [this](PartnerId partner, bool isAll) {
    show();
    if (!isAll) {
      page().showNotice(
          tr("Some of your words from the other copy are here now. The disk took no more: the rest waits "
             "here, sealed and safe. Make some room, then open your part once more."));
      return;
    }
    page().showNotice(isLocked(m_around.journal, partner)
                          ? tr("Your words from the other copy are here now. Only you can read them.")
                          : tr("Your words from the other copy are here now. They are not locked yet."));
  });
}

QWidget* KeepingFlow::makeTakeOut() {
  auto* made = new TakeOutPage;
  connect(made, &TakeOutPage::backAsked, this, &KeepingFlow::show);
  connect(made, &TakeOutPage::copyAsked, this, &KeepingFlow::show);
  connect(made, &TakeOutPage::confirmed, this, &KeepingFlow::takeOut);
  return made;
}

JournalPage& KeepingFlow::page() {
  return m_around.window.pageAs<JournalPage>(PageName::Journal);
}
TakeOutPage& KeepingFlow::takeOutPage() {
  return m_around.window.pageAs<TakeOutPage>(PageName::TakeOut);
}

void KeepingFlow::show() {
  page().showJournal(content());
  m_around.window.showPage(PageName::Journal);
}

void KeepingFlow::showJoin() {
  show();
  page().beginJoin();
}

JournalContent KeepingFlow::content() const {
  JournalContent shown;
  shown.path = QDir::toNativeSeparators(QString::fromStdString(m_around.journal.path()));
  shown.backups = backups();
  shown.today = m_around.clock.today();
  shown.readOnly = m_around.journal.readOnly();
  shown.mayExchange = m_around.journal.exchange() != nullptr;
  if (shown.mayExchange) {
    const Exchange& exchange = *m_around.journal.exchange();
    shown.syncedBy = QString::fromStdString(exchange.syncedFolder().value_or(std::string()));
    shown.unprovenDisk = exchange.diskIsUnproven();
    if (const auto copy = copyBeside()) shown.otherCopy = nameOfFile(QString::fromStdString(*copy));
  }
  const Couple couple = coupleOf(m_around.journal);
  const auto alone = m_around.here.alone();
  if (!alone) return shown;
  shown.me = couple.name(*alone);
  shown.wordsWait = waitsForPassphrase();
  shown.wordsAside =
      m_around.journal.door(vaultOf(*alone)) == DoorState::Unlocked && m_around.journal.hasPutAside(*alone);
  if (couple.isTwo()) shown.other = couple.name(otherOf(*alone));
  return shown;
}

// Out and in.

void KeepingFlow::take(JournalPage::Format format, bool ownPart) {
  ExportWish wish;
  wish.reader = m_around.here.reader;
  if (ownPart) wish.part = ExportPart::Own;
  wish.words = &m_around.catalog;
  QString name = ownPart ? tr("my words.md") : tr("our words.md");
  wish.format = ExportFormat::Markdown;
  if (format == JournalPage::Format::Table) {
    wish.format = ExportFormat::Csv;
    name = ownPart ? tr("my words.csv") : tr("our words.csv");
  } else if (format == JournalPage::Format::Everything) {
    wish.format = ExportFormat::Json;
    name = ownPart ? tr("my words.json") : tr("our words.json");
  }
  const auto path = m_around.questions.pickNewFile(tr("A file that anyone can read"), QDir::home().filePath(name));
  if (!path) return;
  if (auto done = m_around.journal.exchange()->exportTo(path->toStdString(), wish); !done) {
    return page().showRefusal(errorText(done.error()));
  }
  page().showNotice(tr("Written to “%1”. Anyone who has that file can read it.").arg(QFileInfo(*path).fileName()));
}

/// Some of it may be their partner's.
bool KeepingFlow::mayBringBackAnyOf(const std::vector<EntryId>& removed) const {
  const auto deleted = m_around.journal.deleted(m_around.here.reader);
  return deleted && std::ranges::any_of(
                        *deleted, [&removed](const Entry& entry) { return std::ranges::count(removed, entry.id) > 0; });
}

KeepingFlow::Gone KeepingFlow::goneIn(const TakenIn& taken) const {
  Gone gone;
  for (const Removed& each : taken.removed) {
    if (!mayRead(m_around.here.reader, each.vault)) continue;
    if (each.forGood)
      gone.anyForGood = true;
    else
      gone.toBringBack.push_back(each.id);
  }
  return gone;
}

void KeepingFlow::takeIn() {
  const auto path = m_around.questions.pickFile(FileFor::Import, QDir::homePath());
  if (!path) return;
  const auto taken = m_around.journal.exchange()->importFrom(path->toStdString(), m_around.here.reader);
  if (!taken) return page().showRefusal(errorText(taken.error()));
  m_deletedThere = goneIn(*taken).toBringBack;
  show();
  Q_EMIT cameIn();
  if (m_deletedThere.empty())
    return page().showNotice(tr("Done. What was not here before has come in; nothing that was here has gone."));
  page().showNotice(
      tr("Done. What was not here before has come in. What was thrown away there is thrown away here, too. It is not "
         "gone yet: whoever it belongs to can bring it back."),
      mayBringBackAnyOf(m_deletedThere));
}

void KeepingFlow::mergePicked() {
  if (const auto path = m_around.questions.pickFile(FileFor::Copy, besideJournal({})))
    m_copies.join(path->toStdString());
}

void KeepingFlow::mergeBeside() {
  const auto copy = copyBeside();
  if (!copy) return show();
  m_copies.join(*copy);
}

/// The next of those that a synced folder made and that are not joined yet.
std::optional<std::string> KeepingFlow::copyBeside() const {
  for (const ConflictedCopy& copy : m_around.journal.exchange()->conflictedCopies()) {
    const auto known = m_joinedCopies.find(copy.path);
    if (known == m_joinedCopies.end() || known->second != changedAt(copy.path)) return copy.path;
  }
  return std::nullopt;
}

bool KeepingFlow::waitsForPassphrase() const {
  const auto alone = m_around.here.alone();
  return alone && m_copies.waitsFor(*alone);
}

void KeepingFlow::takeInWaiting() {
  if (const auto alone = m_around.here.alone()) m_copies.takeIn(*alone);
}

void KeepingFlow::bringBackWords() {
  if (const auto alone = m_around.here.alone()) m_around.privacy.bringBack(*alone);
}

// Who joins, and who takes their part out.

void KeepingFlow::askToJoin(const PartnerName& name) {
  const auto alone = m_around.here.alone();
  if (!alone) return;
  m_joining = name;
  if (m_around.journal.door(vaultOf(*alone)) == DoorState::Unlocked) return join();
  m_around.privacy.offerProtection(*alone, PrivacyFlow::Reason::BeforeJoining);
}

void KeepingFlow::join() {
  if (!m_joining) return;
  const PartnerName name = *std::exchange(m_joining, std::nullopt);
  if (auto joined = m_around.journal.join(name); !joined) return page().showRefusal(errorText(joined.error()));
  Q_EMIT peopleChanged(anyKeyIn(m_around.journal));
}

void KeepingFlow::showTakeOut() {
  const Couple couple = coupleOf(m_around.journal);
  const auto alone = m_around.here.alone();
  if (!alone || !couple.of(*alone) || !couple.of(otherOf(*alone))) return;
  takeOutPage().showPart(*couple.of(*alone), *couple.of(otherOf(*alone)), m_around.journal.hasPutAside(*alone));
  m_around.window.showPage(PageName::TakeOut);
}

/// The backups that hold the part go with it.
void KeepingFlow::takeOut() {
  const auto alone = m_around.here.alone();
  if (!alone) return;
  const bool keyWasHere = anyKeyIn(m_around.journal);
  const auto erased = m_around.journal.erase(*alone);
  if (!erased) return takeOutPage().showRefusal(erased.error());
  const QString title = tr("Your part is out of the journal");
  Backups* const made = m_around.journal.backups();
  const bool isCleared = made == nullptr || keepOnlyANewOne(*made);
  if (!isCleared) {
    m_around.questions.tell(title, tr("Your words are gone from it, and from its backups here. Only the older backups "
                                      "did not all go; what was written for both is still in them. They lie in %1; "
                                      "you can delete them there.")
                                       .arg(QString::fromStdString(made->status().folder)));
  }
  if (made != nullptr && erased->left > 0) {
    m_around.questions.tell(title,
                            tr("Backups of another copy have somebody by another name in your place. Nobody can tell "
                               "here whether that is you, so they were left as they are. They lie in %1. If they are "
                               "yours, you can delete them there.")
                                .arg(QString::fromStdString(made->status().journalFolder)));
  } else if (isCleared) {
    QString words = made == nullptr ? tr("Your words are gone from it.")
                                    : tr("Your words are gone from it, and from its backups here.");
    if (made != nullptr && !leftForGood(made->status()).empty()) words += QLatin1Char(' ') + leftWords(made->status());
    m_around.questions.tell(title, words);
  }
  Q_EMIT peopleChanged(keyWasHere);
}

}  // namespace footbridge::gui
