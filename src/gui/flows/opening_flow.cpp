// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/opening_flow.h"

#include <QDir>
#include <QFileInfo>

#include "gui/error_text.h"
#include "gui/main_window.h"
#include "gui/pages/trouble_page.h"
#include "gui/questions.h"

namespace footbridge::gui {

OpeningFlow::OpeningFlow(const World& world, QObject* parent) : QObject(parent), m_world(world) {
  m_world.window.addPage(PageName::Trouble, this, [this] { return makePage(); });
}

QWidget* OpeningFlow::makePage() {
  auto* made = new TroublePage;
  connect(made, &TroublePage::againAsked, this, [this] { Q_EMIT openAsked(std::string(m_path)); });
  connect(made, &TroublePage::anotherAsked, this, &OpeningFlow::pickAnother);
  connect(made, &TroublePage::backupAsked, this, &OpeningFlow::bringBackupBack);
  connect(made, &TroublePage::goOnAsked, this, &OpeningFlow::goOnWithOlder);
  connect(made, &TroublePage::newAsked, this, &OpeningFlow::newAsked);
  connect(made, &TroublePage::backAsked, this, &OpeningFlow::backAsked);
  return made;
}

TroublePage& OpeningFlow::page() {
  return m_world.window.pageAs<TroublePage>(PageName::Trouble);
}

void OpeningFlow::showTrouble(const std::string& path, const Error& error, bool mayGoBack) {
  m_path = path;
  m_trouble = error;
  const auto kept = backedUp();
  page().showTrouble(error, QDir::toNativeSeparators(QString::fromStdString(path)),
                     kept ? kept->status.lastGood : std::nullopt);
  page().offerBack(mayGoBack);
  m_world.window.showPage(PageName::Trouble);
}

void OpeningFlow::pickAnother() {
  const QString folder = QFileInfo(QString::fromStdString(m_path)).absolutePath();
  if (const auto path = m_world.questions.pickFile(FileFor::Journal, folder)) Q_EMIT openAsked(path->toStdString());
}

std::optional<BackedUpJournal> OpeningFlow::backedUp() const {
  return m_world.backups.backupsOf(m_path);
}

/// Beside the file in trouble and never over it; then it is opened from there.
void OpeningFlow::bringBackupBack() {
  const auto kept = backedUp();
  const QString folder =
      kept ? QString::fromStdString(kept->status.folder) : QFileInfo(QString::fromStdString(m_path)).absolutePath();
  const auto backup = m_world.questions.pickFile(FileFor::Backup, folder);
  if (!backup) return;
  const QString beside =
      QFileInfo(QString::fromStdString(m_path)).dir().filePath(tr("journal brought back.footbridge"));
  const auto to = m_world.questions.pickNewFile(tr("Bring a backup back as a new file"), beside);
  if (!to) return;
  const auto done = m_world.backups.restore(backup->toStdString(), to->toStdString());
  if (!done) return page().showRefusal(errorText(done.error()));
  Q_EMIT openAsked(to->toStdString());
}

void OpeningFlow::goOnWithOlder() {
  if (const auto taken = m_world.shelf.accept(m_path, m_trouble); !taken)
    return page().showRefusal(errorText(taken.error()));
  Q_EMIT openAsked(std::string(m_path));
}

}  // namespace footbridge::gui
