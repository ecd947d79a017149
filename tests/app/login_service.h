// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace footbridge::app {

/// What the login service of a system answers, on a bus of a test's own. One session is on screen.
class LoginService : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

 public:
  explicit LoginService(const QDBusConnection& bus);

  [[nodiscard]] bool isThere() const { return m_isThere; }
  /// Whether somebody holds the sleep back.
  [[nodiscard]] bool isHeld();
  void saySleep(bool asleep);
  void askToLockSession();

 public Q_SLOTS:
  QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who, const QString& why, const QString& mode);
  QDBusObjectPath GetSession(const QString& name);

 private:
  void letGo();

  QDBusConnection m_bus;
  bool m_isThere = false;
  int m_heldEnd = -1;  ///< readable, with nothing in it, once nobody holds the other end
};

}  // namespace footbridge::app
