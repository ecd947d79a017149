// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDir>

#include "gui/error_text.h"
#include "gui/flows/journal_flow.h"
#include "gui/look/look.h"
#include "gui/main_window.h"
#include "gui/pages/settings_page.h"
#include "gui/questions.h"

namespace footbridge::gui {

// What is set in the settings, and what changes with it.

QWidget* JournalFlow::makeSettings() {
  auto* page = new SettingsPage;
  connect(page, &SettingsPage::preferencesChanged, this, &JournalFlow::changePreferences);
  connect(page, &SettingsPage::partnerChanged, this, &JournalFlow::changePartner);
  connect(page, &SettingsPage::protectAsked, &m_privacy, &PrivacyFlow::change);
  connect(page, &SettingsPage::journalAsked, &m_keeping, &KeepingFlow::show);
  connect(page, &SettingsPage::joinAsked, &m_keeping, &KeepingFlow::showJoin);
  connect(page, &SettingsPage::forgetAsked, this, &JournalFlow::forgetWhere);
  connect(&m_privacy, &PrivacyFlow::protectedNow, page, [this] {
    if (m_world.window.currentPage() == PageName::Settings) showSettings();
  });
  return page;
}

void JournalFlow::showSettings() {
  fillSettings();
  m_world.window.showPage(PageName::Settings);
}

/// The keyboard stays where it is.
void JournalFlow::fillSettings() {
  SettingsContent content;
  for (const Partner& partner : m_world.journal.partners()) {
    const DoorState door = m_world.journal.door(vaultOf(partner.id));
    content.people.push_back({partner, door != DoorState::Open, door != DoorState::Locked});
  }
  content.mayJoin = content.people.size() == 1 && !m_world.journal.readOnly();
  content.preferences = m_world.preferences.load();
  content.journal = QString::fromStdString(m_world.journal.path());
  content.mayForget = !m_forgotten && !m_world.journal.readOnly();
  content.backup = m_keeping.backupWords();
  auto& page = m_world.window.pageAs<SettingsPage>(PageName::Settings);
  page.showSettings(content);
  page.showProblem({});
}

// The desktop may have turned dark since the page was filled.
void JournalFlow::changePreferences(Preferences preferences) {
  preferences.appearance.systemIsDark = look::appearance().systemIsDark;
  m_world.preferences.save(preferences);
  if (m_world.mayLock) m_idle.setMinutes(preferences.idleLockMinutes);
  Appearance appearance = preferences.appearance;
  appearance.a = look::appearance().a;
  appearance.b = look::appearance().b;
  look::apply(*qApp, appearance);
}

void JournalFlow::forgetWhere() {
  const QString path = QDir::toNativeSeparators(QString::fromStdString(m_world.journal.path()));
  if (!m_world.questions.confirm({tr("Forget where your journal is?"),
                                  tr("The next time, Footbridge begins as if it were new. The file stays where it is, "
                                     "with all your words in it, and so do its backups:\n%1\nTo come back, press "
                                     "“Open a journal…” at the beginning and choose that file.")
                                      .arg(path),
                                  tr("Forget where it is"), tr("Stay")}))
    return;
  m_world.preferences.forgetJournal();
  m_forgotten = true;
  fillSettings();
}

void JournalFlow::changePartner(const Partner& partner) {
  const auto changed = m_world.journal.change(partner);
  fillSettings();
  if (!changed) {
    m_world.window.pageAs<SettingsPage>(PageName::Settings).showProblem(errorText(changed.error()));
    return;
  }
  wearColours();
}

void JournalFlow::wearColours() {
  Appearance appearance = look::appearance();
  for (const Partner& partner : m_world.journal.partners())
    (partner.id == PartnerId::A ? appearance.a : appearance.b) = partner.colour;
  if (appearance != look::appearance()) look::apply(*qApp, appearance);
}

}  // namespace footbridge::gui
