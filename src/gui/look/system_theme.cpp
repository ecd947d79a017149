// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/system_theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMetaType>

namespace footbridge::gui {
namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");
constexpr uint kPrefersDark = 1;

/// The portal wraps a value once or twice, by its version.
QVariant unwrapped(QVariant value) {
  while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
  return value;
}

}  // namespace

SystemTheme::SystemTheme(QObject* parent) : QObject(parent) {}

void SystemTheme::ask(QDBusConnection bus) {
  if (!bus.isConnected()) return;
  qRegisterMetaType<QDBusVariant>();  // Qt 6.4 looks the slot's types up by name, and connects to none that is unknown
  bus.connect(kService, kPath, kSettings, QStringLiteral("SettingChanged"), this,
              SLOT(hearChange(QString, QString, QDBusVariant)));
  QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kSettings, QStringLiteral("Read"));
  call << kGroup << kKey;
  auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, &SystemTheme::hearAnswer);
}

void SystemTheme::hearAnswer(QDBusPendingCallWatcher* call) {
  const QDBusPendingReply<QDBusVariant> reply = *call;
  call->deleteLater();
  if (!reply.isError()) hear(reply.value().variant());
}

void SystemTheme::hearChange(const QString& group, const QString& key, const QDBusVariant& value) {
  if (group == kGroup && key == kKey) hear(value.variant());
}

void SystemTheme::hear(const QVariant& value) {
  Q_EMIT darkPreferred(unwrapped(value).toUInt() == kPrefersDark);
}

}  // namespace footbridge::gui
