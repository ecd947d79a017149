// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system_lock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <array>
#include <utility>

namespace footbridge::app {
namespace {

const QString kLogin = QStringLiteral("org.freedesktop.login1");
const QString kLoginPath = QStringLiteral("/org/freedesktop/login1");
const QString kLoginManager = QStringLiteral("org.freedesktop.login1.Manager");
const QString kLoginSession = QStringLiteral("org.freedesktop.login1.Session");

// Each desktop has its own name for the same signal; most have one, none has all.
constexpr std::array<const char*, 5> kScreenSavers{"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver",
                                                   "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver",
                                                   "org.xfce.ScreenSaver"};

QDBusMessage loginCall(const char* method) {
  return QDBusMessage::createMethodCall(kLogin, kLoginPath, kLoginManager, QString::fromLatin1(method));
}

}  // namespace

SystemLock::SystemLock(QObject* parent) : QObject(parent), m_system(QString()) {}

void SystemLock::listen(const QDBusConnection& session, const QDBusConnection& system) {
  listenToScreen(session);
  m_system = system;
  if (!m_system.isConnected()) return;
  m_system.connect(kLogin, kLoginPath, kLoginManager, QStringLiteral("PrepareForSleep"), this, SLOT(hearSleep(bool)));
  listenToSession();
  holdSleepBack();
}

void SystemLock::listenToScreen(QDBusConnection session) {
  if (!session.isConnected()) return;
  for (const char* saver : kScreenSavers) {
    session.connect(QString(), QString(), QString::fromLatin1(saver), QStringLiteral("ActiveChanged"), this,
                    SLOT(hearScreen(bool)));
  }
}

void SystemLock::listenToSession() {
  // Ours, or where we were begun outside any, as desktops do it today, the one that is on screen.
  QDBusMessage call = loginCall("GetSession");
  call << QStringLiteral("auto");
  auto* watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
    const QDBusPendingReply<QDBusObjectPath> reply = *done;
    done->deleteLater();
    if (reply.isError()) return;
    m_system.connect(kLogin, reply.value().path(), kLoginSession, QStringLiteral("Lock"), this, SIGNAL(lockAsked()));
  });
}

void SystemLock::holdSleepBack() {
  QDBusMessage call = loginCall("Inhibit");
  call << QStringLiteral("sleep") << QStringLiteral("Footbridge") << tr("Locks the journal first")
       << QStringLiteral("delay");
  auto* watcher = new QDBusPendingCallWatcher(m_system.asyncCall(call), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
    const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
    done->deleteLater();
    if (!reply.isError()) m_hold = reply.value();
  });
}

void SystemLock::hearSleep(bool asleep) {
  m_asleep = false;
  if (!asleep) return holdSleepBack();
  m_asleep = true;
  Q_EMIT lockAsked();
}

void SystemLock::letSleep() {
  if (std::exchange(m_asleep, false)) m_hold = QDBusUnixFileDescriptor();
}

void SystemLock::hearScreen(bool locked) {
  if (locked) Q_EMIT lockAsked();
}

}  // namespace footbridge::app
