// SPDX-License-Identifier: GPL-3.0-or-later
#include "login_service.h"

#include <poll.h>
#include <unistd.h>

#include <QDBusMessage>

namespace footbridge::app {
namespace {

const QString kManagerPath = QStringLiteral("/org/freedesktop/login1");
const QString kSessionPath = QStringLiteral("/org/freedesktop/login1/session/_32");

}  // namespace

LoginService::LoginService(const QDBusConnection& bus) : m_bus(bus) {
  m_isThere = m_bus.registerObject(kManagerPath, this, QDBusConnection::ExportAllSlots) &&
              m_bus.registerService(QStringLiteral("org.freedesktop.login1"));
}

bool LoginService::isHeld() {
  pollfd held{m_heldEnd, POLLIN, 0};
  return m_heldEnd >= 0 && ::poll(&held, 1, 0) == 0;
}

void LoginService::saySleep(bool asleep) {
  QDBusMessage said = QDBusMessage::createSignal(kManagerPath, QStringLiteral("org.freedesktop.login1.Manager"),
                                                 QStringLiteral("PrepareForSleep"));
  said << asleep;
  m_bus.send(said);
}

void LoginService::askToLockSession() {
  m_bus.send(QDBusMessage::createSignal(kSessionPath, QStringLiteral("org.freedesktop.login1.Session"),
                                        QStringLiteral("Lock")));
}

QDBusUnixFileDescriptor LoginService::Inhibit(const QString&, const QString&, const QString&, const QString&) {
  letGo();
  int ends[2];
  if (::pipe(ends) != 0) return {};
  m_heldEnd = ends[0];
  const QDBusUnixFileDescriptor given(ends[1]);  // a copy of it
  ::close(ends[1]);
  return given;
}

QDBusObjectPath LoginService::GetSession(const QString& name) {
  return QDBusObjectPath(name == QLatin1String("auto") ? kSessionPath : QStringLiteral("/none"));
}

void LoginService::letGo() {
  if (m_heldEnd >= 0) ::close(m_heldEnd);
  m_heldEnd = -1;
}

}  // namespace footbridge::app
