// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QStringList>
#include <mutex>

namespace footbridge::app {

/// Hears what Qt complains of while it lives: a widget laid out twice, a signal that does not exist, a picture that
/// cannot be read. What is owed to the machine rather than to us is left out, and what is no complaint goes on to
/// whoever heard it before. One at a time; Qt's messages come from any thread.
class QtWarnings {
 public:
  QtWarnings();
  ~QtWarnings();
  QtWarnings(const QtWarnings&) = delete;
  QtWarnings& operator=(const QtWarnings&) = delete;

  /// Each once, in the order in which they came.
  [[nodiscard]] QStringList heard() const;

 private:
  static void hear(QtMsgType type, const QMessageLogContext& context, const QString& message);

  static QtWarnings* s_hearing;  ///< Qt's handler is a plain function
  mutable std::mutex m_mutex;
  QStringList m_heard;
  QtMessageHandler m_before;
};

}  // namespace footbridge::app
