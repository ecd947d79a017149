// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusConnection;
class QDBusPendingCallWatcher;
class QDBusVariant;

namespace footbridge::gui {

/// Whether the desktop prefers dark, as its portal says. Nothing is asked before ask(), nothing waits for the answer,
/// and a desktop without a portal is never heard of again.
class SystemTheme : public QObject {
  Q_OBJECT

 public:
  explicit SystemTheme(QObject* parent = nullptr);
  /// Asks on the desktop's bus, and listens for changes from then on. Best called once the first frame is on screen.
  void ask(QDBusConnection bus);

 Q_SIGNALS:
  void darkPreferred(bool dark);

 private Q_SLOTS:
  void hearChange(const QString& group, const QString& key, const QDBusVariant& value);

 private:
  void hearAnswer(QDBusPendingCallWatcher* call);
  void hear(const QVariant& value);
};

}  // namespace footbridge::gui
