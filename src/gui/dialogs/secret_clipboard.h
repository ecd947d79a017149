// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <chrono>

namespace footbridge::gui {

/// Lends a secret to the clipboard: marked so that clipboard histories leave it out, and taken back after a while, or
/// when this goes. What somebody copied in the meantime is left alone.
class SecretClipboard : public QObject {
  Q_OBJECT

 public:
  static constexpr std::chrono::milliseconds kKeptFor{15'000};

  explicit SecretClipboard(QObject* parent = nullptr, std::chrono::milliseconds keptFor = kKeptFor);
  ~SecretClipboard() override;

  void lend(const QString& secret);
  void takeBack();

 Q_SIGNALS:
  void takenBack();

 private:
  QTimer m_timer;
  QByteArray m_digest;  ///< of what was lent; empty when nothing is
};

}  // namespace footbridge::gui
