// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

class QDBusPendingCallWatcher;

namespace footbridge::app {

/// Hears over D-Bus that the computer is about to sleep or that its screen is being locked. Where no bus answers,
/// nothing is heard and nothing is missed.
class SystemLock : public QObject {
  Q_OBJECT

 public:
  explicit SystemLock(QObject* parent = nullptr);

  /// Starts to listen on the buses of the session and of the system, without waiting for anybody. Asks the system to
  /// hold its sleep back until letSleep(); a restart of this process lets go of that by itself.
  void listen(const QDBusConnection& session, const QDBusConnection& system);
  /// What lockAsked() asked for was dealt with.
  void letSleep();

 Q_SIGNALS:
  void lockAsked();

 private Q_SLOTS:
  void hearSleep(bool asleep);
  void hearScreen(bool locked);

 private:
  void listenToScreen(QDBusConnection session);
  void listenToSession();
  void holdSleepBack();

  QDBusConnection m_system;
  QDBusUnixFileDescriptor m_hold;
  bool m_asleep = false;  ///< or about to be: lockAsked() was said for that, and letSleep() not yet
};

}  // namespace footbridge::app
