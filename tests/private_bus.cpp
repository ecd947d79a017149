// SPDX-License-Identifier: GPL-3.0-or-later
#include "private_bus.h"

namespace footbridge::test {

PrivateBus::PrivateBus() {
  const QString address = QStringLiteral("unix:path=%1/bus").arg(m_folder.path());
  m_daemon.start(QStringLiteral("dbus-daemon"),
                 {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                  QStringLiteral("--address=%1").arg(address)});
  if (m_daemon.waitForReadyRead(5000)) m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
}

PrivateBus::~PrivateBus() {
  m_daemon.kill();
  m_daemon.waitForFinished(2000);
}

QDBusConnection PrivateBus::connection(const char* name) const {
  return QDBusConnection::connectToBus(m_address, m_address + QString::fromLatin1(name));  // Qt keeps them by name
}

}  // namespace footbridge::test
