// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept_preferences.h"

#include <QSettings>
#include <algorithm>
#include <filesystem>

#include "system/platform.h"

namespace footbridge::app {
namespace {

constexpr auto kTheme = "look/theme";
constexpr auto kSystemDark = "look/systemIsDark";
constexpr auto kText = "look/text";
constexpr auto kMotion = "look/motion";
constexpr auto kIdle = "lock/idleMinutes";
constexpr auto kJournal = "journal";

QString settingsFile() {
  return QString::fromStdString((platform::configFolder() / "settings.ini").string());
}

/// For writing. QSettings would let everybody look into a folder that it makes.
QSettings ownSettings() {
  [[maybe_unused]] const auto told = platform::makeOwnFolder(platform::configFolder());  // preferences may be lost
  return QSettings(settingsFile(), QSettings::IniFormat);
}

}  // namespace

gui::Preferences KeptPreferences::load() const {
  const QSettings kept(settingsFile(), QSettings::IniFormat);
  gui::Preferences preferences;
  gui::Appearance& look = preferences.appearance;
  const QString theme = kept.value(QLatin1String(kTheme)).toString();
  if (theme == QLatin1String("light")) look.theme = gui::ThemeChoice::Light;
  if (theme == QLatin1String("dark")) look.theme = gui::ThemeChoice::Dark;
  look.systemIsDark = kept.value(QLatin1String(kSystemDark), false).toBool();
  look.textPercent = std::clamp(kept.value(QLatin1String(kText), look.textPercent).toInt(),
                                gui::Appearance::kSmallestText, gui::Appearance::kLargestText);
  look.motion = kept.value(QLatin1String(kMotion), look.motion).toBool();
  preferences.idleLockMinutes =
      std::clamp(kept.value(QLatin1String(kIdle), preferences.idleLockMinutes).toInt(), 0, 60);
  return preferences;
}

void KeptPreferences::save(const gui::Preferences& preferences) {
  QSettings kept = ownSettings();
  const gui::Appearance& look = preferences.appearance;
  kept.setValue(QLatin1String(kTheme), look.theme == gui::ThemeChoice::Light  ? QStringLiteral("light")
                                       : look.theme == gui::ThemeChoice::Dark ? QStringLiteral("dark")
                                                                              : QStringLiteral("system"));
  kept.setValue(QLatin1String(kSystemDark), look.systemIsDark);
  kept.setValue(QLatin1String(kText), look.textPercent);
  kept.setValue(QLatin1String(kMotion), look.motion);
  kept.setValue(QLatin1String(kIdle), preferences.idleLockMinutes);
}

std::optional<std::string> KeptPreferences::journal() const {
  const QSettings kept(settingsFile(), QSettings::IniFormat);
  const QString path = kept.value(QLatin1String(kJournal)).toString();
  if (path.isEmpty()) return std::nullopt;
  return path.toStdString();
}

void KeptPreferences::rememberJournal(const std::string& path) {
  const std::string whole = std::filesystem::absolute(path).string();
  if (journal() == whole) return;  // as at most starts: nothing is written before the first frame
  ownSettings().setValue(QLatin1String(kJournal), QString::fromStdString(whole));
}

void KeptPreferences::forgetJournal() {
  ownSettings().remove(QLatin1String(kJournal));
}

}  // namespace footbridge::app
