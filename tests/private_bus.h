// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

namespace footbridge::test {

/// A real message bus of our own while it lives.
class PrivateBus {
 public:
  PrivateBus();
  ~PrivateBus();
  PrivateBus(const PrivateBus&) = delete;
  PrivateBus& operator=(const PrivateBus&) = delete;

  [[nodiscard]] bool runs() const { return !m_address.isEmpty(); }
  [[nodiscard]] const QString& address() const { return m_address; }
  /// One program's way to it; each has a name of its own.
  [[nodiscard]] QDBusConnection connection(const char* name) const;

 private:
  QTemporaryDir m_folder;
  QProcess m_daemon;
  QString m_address;
};

}  // namespace footbridge::test
